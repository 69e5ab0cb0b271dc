import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.errors import BadFormatError
from queries.named_query import Column
from queries.table import write_rows

COLUMNS = (
    Column("file"),
    Column("words"),
    Column("chain", "list", parted_by=" > "),
    Column("names", "set"),
    Column("spans", "offsets"),
    Column("inherited", "bool"),
    Column("claims", "int"),
    Column("evidence", "evidence"),
)
ROW = {
    "file": "a.txt",
    "words": 'He said "no", twice',
    "chain": ["Northwire", "a minister"],
    "names": ["A", "B"],
    "spans": [[0, 4], [7, 9]],
    "inherited": False,
    "claims": 2,
    "evidence": [{"file": "a.txt", "words": "no", "spans": [[0, 2]], "claim": "a:b"}],
}
EMPTY = {"file": "b.txt", "words": None, "chain": [], "names": [], "spans": [], "inherited": None,
         "claims": None, "evidence": []}  # fmt: skip


class Terminal(io.StringIO):
    def isatty(self):
        return True


def written(form, rows=(ROW, EMPTY), columns=COLUMNS, out=None, **settings):
    out = out or io.StringIO()
    write_rows(rows, columns, form=form, out=out, **settings)
    return out.getvalue()


def test_json_is_an_array_that_gives_the_rows_back():
    assert json.loads(written("json")) == [ROW, EMPTY]
    assert written("json", rows=[]) == "[]\n"


def test_ndjson_is_a_row_a_line():
    assert [json.loads(line) for line in written("ndjson").splitlines()] == [ROW, EMPTY]
    assert written("ndjson", rows=[]) == ""


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_sheets_have_lists_as_text_and_absence_as_nothing(form, delimiter):
    head, first, second = csv.reader(io.StringIO(written(form)), delimiter=delimiter)

    assert head == [column.name for column in COLUMNS]
    assert first[:7] == [
        "a.txt", 'He said "no", twice', "Northwire > a minister", "A | B", "0-4 7-9", "false", "2",
    ]  # fmt: skip
    assert json.loads(first[7]) == ROW["evidence"]
    assert second == ["b.txt", "", "", "", "", "", "", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_of_a_sheet_is_a_formula(start):
    words = f'{start}HYPERLINK("http://x")'
    text = written("csv", rows=[{"words": words}], columns=[Column("words")])

    assert list(csv.reader(io.StringIO(text, newline="")))[1] == [f"'{words}"]


def test_a_list_that_begins_a_formula_is_guarded_too():
    column = Column("chain", "list", parted_by=" > ")
    text = written("csv", rows=[{"chain": ["=1+1", "b"]}], columns=[column])

    assert text.splitlines()[1] == "'=1+1 > b"


def test_numbers_below_zero_are_numbers():
    text = written("csv", rows=[{"claims": -5}], columns=[Column("claims", "int")])

    assert text.splitlines()[1] == "-5"


@given(words=st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_any_text_comes_back_out_of_a_sheet(words):
    text = written("csv", rows=[{"words": words}], columns=[Column("words")])

    (cell,) = list(csv.reader(io.StringIO(text, newline="")))[1] or [""]
    assert cell.removeprefix("'") == words.removeprefix("'")


def test_a_table_is_aligned_by_the_width_of_its_characters():
    rows = [{"file": "東京", "words": "x"}, {"file": "a", "words": "y"}]

    assert written("table", rows=rows, columns=COLUMNS[:2]) == ("file  words\n東京  x\na     y\n")


def test_a_table_shows_the_columns_asked_for_and_counts_evidence():
    assert written("table", narrow=("evidence", "file")) == (
        "evidence  file\n1         a.txt\n0         b.txt\n"
    )


def test_an_empty_table_is_nothing():
    assert written("table", rows=[]) == ""


HOSTILE = "\x1b]0;owned\x07\x1b[31mred\u202eder\x9b1m\r\n\u2028end"


def test_no_control_character_of_a_text_reaches_a_terminal():
    for form in ("table", "json", "ndjson", "csv", "tsv", "markdown"):
        out = Terminal()
        text = written(form, rows=[{"words": HOSTILE}], columns=[Column("words")], out=out)

        assert not set("\x07\u202e\x9b\r\u2028") & set(text), form
        assert "\x1b]" not in text, form
        assert "\x1b[31m" not in text, form


def test_a_terminal_gets_a_drawn_table_without_markup_of_texts(monkeypatch):
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")

    text = written("table", rows=[{"words": "[red]x[/red]"}], columns=[Column("words")],
                   out=Terminal())  # fmt: skip

    assert "[red]x[/red]" in text
    assert "\x1b[3" not in text
    assert "─" in text


def test_a_dumb_terminal_gets_plain_text(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")

    assert written("table", rows=[{"words": "x"}], columns=[Column("words")],
                   out=Terminal()) == "words\nx\n"  # fmt: skip


def test_json_escapes_are_equal_when_read():
    assert json.loads(written("json", rows=[{"words": HOSTILE}])) == [{"words": HOSTILE}]


def test_markdown_cannot_be_broken_out_of():
    words = "a | b\n| [x](javascript:y) <script> `z` *w*"
    text = written("markdown", rows=[{"words": words}], columns=[Column("words")])

    assert text.splitlines()[:2] == ["| words |", "| --- |"]
    assert text.splitlines()[2] == (r"| a \| b \| \[x\]\(javascript:y\) \<script\> \`z\` \*w\* |")


def test_rows_are_no_turtle():
    with pytest.raises(BadFormatError, match="CONSTRUCT"):
        written("turtle")


def test_an_unknown_format_names_the_known():
    with pytest.raises(BadFormatError, match="table, json, ndjson"):
        written("yaml")
