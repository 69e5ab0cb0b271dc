"""The competency questions, each a query file with its right answer, over a build of the seeds.

NN-slug.rq is the query, with the header of a catalogue query; NN-slug.expected.json the answer as
places of the texts (file, span) with the values that a row there must have; NN-slug.md says in
words why. Answers were read off the texts by people, not off our output. In an expected row

    speaker, medium, fit   are matched in part, the speaker also against the chain
    root, chain, objects   name members of the list in that column
    any other key          must equal the column

`exact` forbids rows elsewhere, `silent` names files that must have none.
"""

import json
from pathlib import Path

import pytest

from graph_build.store import open_store
from queries.named_query import load_query
from queries.run import run_query

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
QUESTIONS = sorted(path.stem for path in HERE.glob("*.rq"))
IN_PART = {"speaker", "medium", "fit"}
MEMBERS = {"root", "chain", "objects"}


@pytest.fixture(scope="module")
def seeds(seed_graph):
    with open_store(seed_graph) as store:
        yield store


def answer_to(question: str, source) -> list[dict]:
    query = load_query(question, folder=HERE)
    return run_query(source, query, {}).rows


def overlaps(row: dict, expected: dict) -> bool:
    start, end = expected["span"]
    places = [(row["file"], row.get("spans") or [])]
    places += [(piece["file"], piece["spans"]) for piece in row.get("evidence") or []]
    return any(
        file == expected["file"] and any(a < end and start < b for a, b in spans)
        for file, spans in places
    )


def has_value(row: dict, key: str, wanted: object) -> bool:
    found = row.get(key)
    if key in IN_PART:
        texts = [found, *(row.get("chain") or [])] if key == "speaker" else [found]
        return any(str(wanted).lower() in str(text or "").lower() for text in texts)
    if key in MEMBERS:
        members = wanted if isinstance(wanted, list) else [wanted]
        return all(any(str(m) in str(f) for f in found or []) for m in members)
    return found == wanted


def fits(row: dict, expected: dict) -> bool:
    values = {k: v for k, v in expected.items() if k not in {"file", "span"}}
    return overlaps(row, expected) and all(has_value(row, k, v) for k, v in values.items())


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_the_one_that_people_read_off_the_texts(question, seeds):
    expected = json.loads((HERE / f"{question}.expected.json").read_text(encoding="utf-8"))
    rows = answer_to(question, seeds)
    missing = [e for e in expected["rows"] if not any(fits(row, e) for row in rows)]
    assert not missing, [r for r in rows if any(overlaps(r, e) for e in missing)]
    assert not [row for row in rows if row.get("file") in expected["silent"]]
    if expected["exact"]:
        assert not [row for row in rows if not any(overlaps(row, e) for e in expected["rows"])]


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_has_an_answer_and_a_note(question):
    assert (HERE / f"{question}.expected.json").is_file()
    assert (HERE / f"{question}.md").is_file()


def test_there_are_twenty_five_questions_and_those_that_the_texts_leave_open():
    numbered = [name for name in QUESTIONS if name[0].isdigit()]
    assert len(numbered) == 25
    assert any(name.startswith("open-") for name in QUESTIONS)
