"""The steps of docs/tutorials/add-a-subject.md do what the page says they do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorials" / "add-a-subject.md"
_BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = folder / "bin" / "onrecord"
    if not command.exists():
        command.parent.mkdir(parents=True)
        script = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m queries.cli "$@"\n'
        command.write_text(script, encoding="utf-8")
        command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}", "COLUMNS": "200"}
    return subprocess.run(
        line, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def shows(output: str, line: str) -> bool:
    """Whether one line of the output has all the cells of a line of the page, in order."""
    cells = line.split("  ")
    pattern = ".*".join(re.escape(cell.strip()) for cell in cells)
    return re.search(pattern, output) is not None


def test_the_tutorial_runs_as_written(tmp_path):
    wrong = []
    for kind, name, body in _BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind != "console":
            with (tmp_path / name).open("a", encoding="utf-8") as file:
                file.write(body)
            continue
        ran = None
        for line in body.splitlines():
            if line.startswith("$ "):
                ran = run(line[2:], tmp_path)
                if (ran.returncode == 0) == (name == "fails"):
                    wrong.append((line, ran.returncode, ran.stderr[-400:]))
            elif not shows(ran.stdout + " ".join(ran.stderr.split()), line):
                wrong.append((line, ran.stdout, ran.stderr[-400:]))
    assert wrong == []


def test_the_words_of_the_tutorial_are_not_ours_already(tmp_path):
    from ontology.predicates import load_predicates

    lemmas = {entry.lemma for entry in load_predicates().entries}
    assert lemmas.isdisjoint({"phase out", "phaseout", "cut emissions"})
