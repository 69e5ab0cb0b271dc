"""Every example that a --help ends with runs, in a folder as a reader of the help would have it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import graph_build
from queries.cli.examples import EXAMPLES

pytestmark = pytest.mark.model

SAMPLES = Path(graph_build.__file__).parent / "data" / "samples"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with the sample reports, a little gold, and the command on the path."""
    made = tmp_path_factory.mktemp("examples")
    shutil.copytree(SAMPLES, made / "reports")
    text = "Port opens again\nThe port is open, the mayor said.\n"
    said = {"content": [[17, 33]], "source": [[35, 44]], "cue": [[45, 49]]}
    gold = {"id": "port", "text": text, "attributions": [said]}
    (made / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    (made / "pairs.csv").write_text(
        "schema,name1,name2,is_match\nPerson,Ann Lee,Ann Leigh,false\n", encoding="utf-8"
    )
    command = made / "bin" / "onrecord"
    command.parent.mkdir()
    root = Path(__file__).resolve().parents[2]
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m queries.cli "$@"\n'
    )
    command.chmod(0o755)
    return made


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    return subprocess.run(
        line, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_all_examples_run_in_order(folder):
    failed = []
    for lines in EXAMPLES.values():
        for line in lines:
            ran = run(line, folder)
            if ran.returncode != 0 or "Traceback" in ran.stderr:
                failed.append((line, ran.returncode, ran.stderr[-300:]))
    assert failed == []


def test_the_demo_answers_the_question_and_says_where_the_page_lies(folder):
    ran = run("onrecord demo -o shown", folder)
    assert ran.returncode == 0, ran.stderr
    assert "Erbil" in ran.stdout
    assert (folder / "shown" / "erbil.html").stat().st_size > 100_000
    assert "erbil.html" in ran.stderr


def test_extract_gives_a_line_for_each_report_with_offsets_of_its_text(folder):
    ran = run("onrecord extract reports/", folder)
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [line["id"] for line in lines] == sorted(path.name for path in SAMPLES.glob("*.txt"))
    for line in lines:
        text = (SAMPLES / line["id"]).read_bytes().decode("utf-8")
        assert line["attributions"]
        for found in line["attributions"]:
            for role in ("source", "cue", "content"):
                assert all(0 <= a < b <= len(text) for a, b in found[role])


def test_one_bad_input_does_not_stop_the_others(folder, tmp_path):
    good = tmp_path / "good.txt"
    good.write_text("Port opens\nThe port is open, the mayor of the town said.\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    ran = run(
        f"onrecord build {good} {tmp_path / 'picture.png'} none.txt -g {tmp_path / 'g'}", folder
    )
    assert ran.returncode == 0
    assert "1 reports added" in ran.stderr
    assert "picture.png" in ran.stderr
    assert "none.txt" in ran.stderr


def test_nothing_readable_is_a_failure(folder, tmp_path):
    ran = run(f"onrecord build none.txt -g {tmp_path / 'g'}", folder)
    assert ran.returncode == 1
    assert "none.txt" in ran.stderr
