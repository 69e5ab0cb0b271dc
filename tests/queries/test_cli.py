"""The command over the harbour graph: what goes where, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from queries.cli import main
from queries.cli.command import ExampleCommand
from queries.cli.examples import EXAMPLES
from queries.cli.group import SECTIONS

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "rdflib", "pyvis", "rich", "networkx", "spacy", "numpy", "owlready2", "pyshacl", "IPython",
    "jinja2", "multiprocessing", "rapidfuzz",
}  # fmt: skip


def entries():
    return {name: entry for section in SECTIONS.values() for name, entry in section.items()}


def loaded_after(code):
    """The modules that a fresh Python has loaded after the code."""
    command = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_help_loads_nothing_heavy_and_not_the_builder():
    loaded = loaded_after("from queries.cli import main; main(['--help'], standalone_mode=False)")

    assert not loaded & (HEAVY | {"graph_build", "pyoxigraph"})


def test_a_question_loads_nothing_heavy():
    loaded = loaded_after(
        "from queries.cli import main\n"
        "from queries.cli.questions import about_command\n"
        "import graph_build.store, queries.run, queries.table"
    )

    assert not loaded & HEAVY


@pytest.mark.parametrize("name", entries())
def test_every_command_has_help_that_ends_with_examples(onrecord, name):
    result = onrecord(name, "--help")

    *_, first, second = result.output.splitlines()
    assert result.exit_code == 0
    assert len(EXAMPLES[name]) >= 2
    assert (first.strip(), second.strip()) == EXAMPLES[name][-2:]
    assert all(f"onrecord {name}" in line for line in EXAMPLES[name])


@pytest.mark.parametrize("name", entries())
def test_the_list_of_commands_says_what_each_command_says(name):
    command = main.get_command(click.Context(main), name)

    assert isinstance(command, ExampleCommand)
    assert command.name == name
    assert command.get_short_help_str(limit=200) == entries()[name].sentence
    assert entries()[name].sentence in main.get_help(click.Context(main))


def test_an_unknown_command_names_the_nearest(onrecord):
    result = onrecord("abuot")

    assert result.exit_code == 2
    assert 'Did you mean "about"?' in result.stderr


def test_about_writes_rows_to_stdout_and_nothing_to_stderr(onrecord):
    result = onrecord("about", "the", "port", "alder", "--format", "json")

    assert result.exit_code == 0
    assert [row["fit"] for row in json.loads(result.stdout)] == [
        "named",
        "via: Old Mole (located in Port Alder)",
        "via: Alder Region (Port Alder lies in it)",
    ]
    assert result.stderr == ""


def test_about_what_nobody_spoke_of_is_an_empty_answer(onrecord):
    result = onrecord("about", "Sandhook", "--format", "json")

    assert result.exit_code == 3
    assert result.stdout == "[]\n"
    assert result.stderr == "4 reports, 8 claims searched: none is about Sandhook.\n"


def test_about_an_unknown_name_asks_what_was_meant(onrecord):
    result = onrecord("about", "Port Aldr", "--format", "json")

    assert result.exit_code == 3
    assert result.stdout == ""
    assert 'Did you mean "Port Alder"' in result.stderr


def test_a_name_of_several_things_is_told_on_stderr(onrecord):
    result = onrecord("query", "said-by", "-p", "person=Brenner", "--format", "ndjson")

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3
    assert result.stderr.startswith('"Brenner" names 2 things, and all are used:')


def test_ask_says_what_it_runs(onrecord):
    result = onrecord("ask", "who said what about Port Alder?", "--format", "csv")

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 4
    assert result.stderr == 'Running: onrecord query about -p entity="Port Alder"\n'


def test_ask_says_what_it_would_understand(onrecord):
    result = onrecord("ask", "who", "told", "what", "about", "Erbil?")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert '"Who said what about Erbil?"' in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("query", "abuot"), 2, 'Did you mean "about"'),
        (("query", "about"), 2, "about needs 'entity'"),
        (("query", "about", "-p", "entity"), 2, "is not NAME=VALUE"),
        (("query", "about", "-p", "entity=a", "-p", "entity=b"), 2, "given twice"),
        (("query", "about", "-p", "entity=Norland", "--format", "turtle"), 2, "CONSTRUCT"),
        (("query", "by-mode", "-p", "mode=loud"), 2, "give direct, indirect"),
        (("query", "report-claims", "-p", "report=zzz"), 3, "holds no report"),
        (("text", "zzz"), 3, "holds no report"),
        (("explain", "abcdef"), 3, "holds no claim"),
        (("view", "entities", "-o", "x.html"), 2, "no claims to draw"),
        (("view", "timeline", "Norland", "-o", "x.html"), 2, "takes no value"),
        (("queries", "--sparql"), 2, "needs a NAME"),
    ],
)
def test_wrong_use_ends_with_one_sentence(onrecord, arguments, code, words):
    result = onrecord(*arguments)

    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_text_gives_the_text_as_held(onrecord, tmp_path):
    held = (ROOT / "tests/queries/harbour/quiet-day.txt").read_text(encoding="utf-8")

    assert onrecord("text", "quiet").stdout == held
    assert onrecord("text", "quiet", "-o", str(tmp_path / "copy.txt")).exit_code == 0
    assert (tmp_path / "copy.txt").read_text(encoding="utf-8") == held


@pytest.mark.parametrize(
    ("command", "rows"),
    [
        (("reports",), 4),
        (("stats",), 10),
        (("search", "a", "deal"), 2),
        (("queries",), len([*(ROOT / "queries" / "catalog").glob("*.rq")])),
        (("query", "entities"), 7),
    ],
)
def test_commands_that_list(onrecord, command, rows):
    result = onrecord(*command, "--format", "json")

    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == rows


def test_queries_shows_one_query_and_its_text(onrecord):
    shown = onrecord("queries", "said-by").stdout
    text = onrecord("queries", "said-by", "--sparql").stdout

    assert "person (entity; for example" in shown
    assert text == (ROOT / "queries/catalog/said-by.rq").read_text(encoding="utf-8")


def test_explain_shows_the_chain_and_the_marked_words(onrecord):
    result = onrecord("explain", "77777777777777777772")

    assert result.exit_code == 0
    assert "  1  Northwire (medium; carried over from a neighbouring sentence" in result.stdout
    assert "[said: “We have a deal,”] [speaker: a harbour official]" in result.stdout


def test_explain_as_json_has_the_row_with_its_hops(onrecord):
    found = json.loads(
        onrecord("explain", "7777777777777777777", "--format", "json").stdout or "{}"
    )
    row = json.loads(onrecord("explain", "77777777777777777772", "--format", "json").stdout)

    assert found == {}
    assert row["claim"].endswith("/77777777777777777772")
    assert [hop["kind"] for hop in row["hops"]] == ["report", "medium", "speaker"]


def test_view_writes_one_page(onrecord, tmp_path):
    pytest.importorskip("pyvis")
    page = tmp_path / "port.html"

    result = onrecord("view", "about", "Port", "Alder", "-o", str(page))

    assert result.exit_code == 0
    assert result.stdout == ""
    assert "3 claims" in result.stderr
    assert "Crews will stay" in page.read_text(encoding="utf-8")


def test_view_of_nothing_writes_no_page(onrecord, tmp_path):
    page = tmp_path / "sandhook.html"

    result = onrecord("view", "about", "Sandhook", "-o", str(page))

    assert result.exit_code == 3
    assert not page.exists()


def test_an_output_file_takes_the_place_of_stdout(onrecord, tmp_path):
    result = onrecord("stats", "--format", "csv", "-o", str(tmp_path / "stats.csv"))

    assert result.stdout == ""
    assert (tmp_path / "stats.csv").read_bytes().startswith(b"what,count\nreports,4\n")


def failing(error):
    def open_graph(_):
        raise error

    return open_graph


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ValueError("strange"), 1, "Error: ValueError: strange. Run it again with --debug"),
        (FileNotFoundError(2, "No such file", "x"), 1, "Error: x: No such file."),
        (KeyboardInterrupt(), 130, "Interrupted"),
    ],
)
def test_every_error_ends_as_one_sentence(error, code, words):
    from click.testing import CliRunner

    from queries.cli.session import Session

    result = CliRunner().invoke(main, ["stats"], obj=Session(failing(error)))

    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", [["--debug", "stats"], ["stats", "--debug"]])
def test_debug_shows_where_an_error_comes_from(arguments):
    from click.testing import CliRunner

    from queries.cli.session import Session

    result = CliRunner().invoke(main, arguments, obj=Session(failing(ValueError("strange"))))

    assert result.exit_code == 1
    assert "Traceback" in result.stderr


def test_a_reader_that_leaves_early_is_no_error():
    command = [sys.executable, "-c", "from queries.cli import main; main()"]
    with subprocess.Popen(
        [*command, "queries", "--format", "json"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()

    assert complaint == b""
    assert process.returncode == 0
