"""Retellings through the real pipeline: known changes are named, faithful copies give none."""

import importlib.util
import json
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_build.compare import compare_reports
from graph_build.rdf import report_graph_to_quads
from graph_build.read import report_from_text
from graph_build.store import compared_reports, open_store
from queries.cli import main

pytestmark = pytest.mark.model

RECALL = 0.9  # asked of known changes; 1.0 was measured on these stories


def load_stories():
    path = Path(__file__).with_name("retold_stories.py")
    spec = importlib.util.spec_from_file_location("onrecord_tests_retold_stories", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOLD = load_stories()


@pytest.fixture(scope="module")
def comparing(pipeline, tmp_path_factory):
    """A function: texts by file name to what comparing them finds, and the file of each report."""
    held = {}

    def read(name, text):
        graph = pipeline.report_graph(report_from_text(text, file_name=name))
        with open_store(tmp_path_factory.mktemp("retold") / "graph", create=True) as store:
            store.put_report(report_graph_to_quads(graph, pipeline.containers), graph.report.text)
            (report,) = compared_reports(store)
        return report

    def compare(**texts):
        for one in texts.items():
            if one not in held:
                held[one] = read(*one)
        reports = [held[one] for one in texts.items()]
        return compare_reports(reports), {r.report: r.file_name for r in reports}

    return compare


def in_file(found, names, name):
    return [m for m in found.mutations if names[m.report] == name]


ALL_CHANGES = [(story, change) for story in TOLD.STORIES for change in story.changes]


def test_a_change_in_one_of_two_retellings_is_named(comparing):
    missed = []
    for story, change in ALL_CHANGES:
        found, names = comparing(original=story.faithful(), retold=story.retold(change))
        kinds = {m.kind for m in in_file(found, names, "retold")}
        if not kinds & set(change.kinds):
            missed.append((story.name, change, kinds))
    assert len(missed) <= (1 - RECALL) * len(ALL_CHANGES), missed


def test_among_three_only_the_one_that_differs_has_a_mutation(comparing):
    missed, invented = [], []
    for story, change in ALL_CHANGES:
        copy = story.faithful(order=4)
        found, names = comparing(original=story.faithful(), copy=copy, retold=story.retold(change))
        own = in_file(found, names, "retold")
        if not {m.kind for m in own} & set(change.kinds):
            missed.append((story.name, change, own))
        invented += [m for m in found.mutations if m not in own]
        invented += [m for m in own if m.kind not in change.kinds]
    assert invented == []
    assert len(missed) <= (1 - RECALL) * len(ALL_CHANGES), missed


def test_many_changes_at_once_are_named(comparing):
    named = count = 0
    for story in TOLD.STORIES:
        changes = TOLD.changes_apart(story)
        found, names = comparing(original=story.faithful(), retold=story.retold(*changes))
        kinds = [m.kind for m in in_file(found, names, "retold")]
        for change in changes:
            kind = next((kind for kind in kinds if kind in change.kinds), None)
            if kind is not None:
                kinds.remove(kind)
                named += 1
        count += len(changes)
    assert count > 30
    assert named >= RECALL * count


def test_a_faithful_copy_has_no_mutation_whatever_its_order_and_headline(comparing):
    for story in TOLD.STORIES:
        copies = {f"copy-{order}": story.faithful(order=order) for order in (0, 2, 5)}
        found, _ = comparing(**copies)
        assert found.mutations == ()
        near = [c for c in found.comparisons if c.kind == "near-copy"]
        assert len(near) == len(list(combinations(copies, 2)))


FERRY = """Ferry sinks

A ferry with 212 people sank off the coast of Tavira on 3 March 2032, police told Northwire.

"We heard a bang and then the lights went out," a passenger said.

Rescue boats could reach the wreck by Friday if the wind drops, a senior police officer said.

The owner, Bay Lines, bought the ship in 2019 for 4 million crowns, according to Northwire.
"""
FERRY_IN_OTHER_WORDS = """Disaster at sea

According to Northwire, a ferry sank off Tavira's coast on 3 March 2032 with 221 people.

One passenger told Northwire they "heard a bang and then the lights went out".

A police officer said that rescue boats will reach the wreck by Friday.

Bay Lines, which owns the ship, paid 4 million crowns for it in 2018, Northwire reported.
"""


def test_changes_are_named_in_other_words_too(comparing):
    found, names = comparing(original=FERRY, retold=FERRY_IN_OTHER_WORDS)
    own = {(m.kind, m.here, m.there) for m in in_file(found, names, "retold")}
    assert own == {
        ("number-changed", "221 people", ("212 people",)),
        ("date-changed", "2018", ("2019",)),
        ("condition-dropped", None, ("if the wind drops",)),
        ("hedge-dropped", None, ("could",)),
        ("speaker-weakened", "A police officer", ("a senior police officer",)),
    }
    assert [c.kind for c in found.comparisons] == ["subject-changed"]


@pytest.mark.parametrize("end", [("“", "”"), ("«", "»")])
def test_other_marks_and_paragraphs_make_no_mutation(comparing, end):
    for story in TOLD.STORIES:
        one, *rest = story.faithful().replace("'", "’").split("\n\n")
        text = " ".join(rest)
        while '"' in text:
            text = text.replace('"', end[0], 1).replace('"', end[1], 1)
        found, _ = comparing(original=story.faithful(), copy=f"{one}\n\n{text}")
        assert found.mutations == ()


def test_stories_of_other_things_are_no_retellings(comparing):
    found, _ = comparing(**{story.name: story.faithful() for story in TOLD.STORIES})
    assert (found.comparisons, found.mutations) == ((), ())


def test_the_order_in_which_reports_come_changes_nothing(comparing):
    story = TOLD.STORIES[0]
    texts = {"a": story.faithful(), "b": story.retold(*TOLD.changes_apart(story))}
    assert comparing(**texts)[0] == comparing(**dict(reversed(texts.items())))[0]


def asked(graph, *arguments):
    ran = CliRunner().invoke(main, [*arguments, "-g", str(graph), "--format", "json"])
    assert ran.exit_code == 0, ran.output
    rows = json.loads(ran.stdout)
    for row in rows:
        assert {"kind", "verdict", "rule", "reason", "evidence"} <= row.keys()
        assert row["evidence"]
        assert all({"file", "words", "spans", "claim"} <= piece.keys() for piece in row["evidence"])
    return rows


def files(row):
    return tuple(piece["file"][:3] for piece in row["evidence"])


def test_the_reports_quote_one_official_in_three_ways(seed_graph):
    rows = asked(seed_graph, "query", "quotations", "-p", "about=official")
    kinds = {files(row): row["kind"] for row in rows}
    assert kinds == {
        ("000", "001"): "shortened",
        ("000", "003"): "same-words",
        ("001", "003"): "shortened",
    }
    lost = next(row for row in rows if files(row) == ("000", "003"))
    assert lost["differences"] == ["the apostrophe of “it’s” is lost in one"]


def test_the_adviser_is_quoted_with_another_subject(seed_graph):
    (row,) = asked(seed_graph, "query", "quotations", "-p", "about=Alaaldin")
    assert (row["kind"], files(row)) == ("subject-changed", ("000", "001"))
    assert any("“the Iraqi government is”" in one for one in row["differences"])


def test_the_retellings_of_the_seeds_have_the_known_mutations(seed_graph):
    rows = asked(seed_graph, "ask", "what does each report change?")
    changes = {(row["file"][:3], row["kind"], row["here"]): row for row in rows}
    assert changes["003", "name-changed", "Farhad Farhad"]["there"] == ["Farhad Alaaldin"]
    assert changes["003", "name-changed", "Farhad Farhad"]["against"] == 2
    assert ("001", "speaker-weakened", "one US official") in changes
    assert ("001", "quotation-marks-added", "“a final go-ahead”") in changes
    assert ("000", "condition-added", "If the agreement is finalized as is") in changes
    details = [row for row in rows if row["kind"] == "detail-only-here"]
    assert any(r["file"][:3] == "003" and "servicemembers" in r["here"] for r in details)
    assert any(r["file"][:3] == "002" and "September 2026" in r["here"] for r in details)
    assert not [row for row in rows if row["file"].startswith("004")]


def test_one_report_can_be_asked_for(seed_graph):
    rows = asked(seed_graph, "ask", "what was changed in report 003_6bf404276a34478d.txt?")
    assert {row["file"][:3] for row in rows} == {"003"}
