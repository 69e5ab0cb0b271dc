"""From texts to disagreements: the seed reports, and short reports on other subjects."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

ROOT = Path(__file__).resolve().parents[2]


def asked(graph, *arguments: str) -> list[dict]:
    command = [sys.executable, "-m", "queries.cli", *arguments, "-g", str(graph)]
    ran = subprocess.run(
        [*command, "--format", "json"], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ran.returncode in {0, 3}, ran.stderr
    return json.loads(ran.stdout or "[]")


@pytest.fixture(scope="module")
def rows(seed_graph) -> list[dict]:
    return asked(seed_graph, "query", "disagreements")


def words_of(row: dict) -> str:
    return " | ".join(piece["words"] for piece in row["evidence"])


def found(rows, verdict, *values):
    return [
        row
        for row in rows
        if row["verdict"] == verdict and all(any(v in w for w in row["values"]) for v in values)
    ]


def test_the_only_hard_contradiction_of_the_seeds_is_the_year_of_the_invasion(rows):
    (row,) = [row for row in rows if row["verdict"] == "contradicts"]
    assert (row["attribute"], row["object"], row["values"]) == ("invades", "Iraq", ["2003", "2004"])
    assert (row["reports"], len(row["evidence"])) == (2, 2)


def test_the_last_departure_has_two_dates_from_two_roots(rows):
    held = found(rows, "between-roots", "2026-09", "2026-12")
    assert held
    assert all(row["attribute"] == "leaves" and row["roots"] == 2 for row in held)
    files = {piece["file"][:3] for row in held for piece in row["evidence"]}
    assert files >= {"000", "002", "003"}


def test_left_and_reduced_in_the_capital_is_between_roots(rows):
    (row,) = found(rows, "between-roots", "leaves", "presence reduced")
    assert "Baghdad" in row["object"]
    assert {piece["file"][:3] for piece in row["evidence"]} == {"000", "002"}


def test_between_roots_are_those_three_questions_and_no_other(rows):
    between = [row for row in rows if row["verdict"] == "between-roots"]
    assert {row["attribute"] for row in between} == {"leaves", "leaves / presence reduced"}
    assert all("Baghdad" in words_of(row) or "2026" in "".join(row["values"]) for row in between)


def test_talks_told_as_past_and_as_still_to_come_are_apparent_with_the_stamp(rows):
    (row,) = [row for row in rows if row["verdict"] == "apparent"]
    assert "2024-07-23" in row["reason"]
    assert "004" in {piece["file"][:3] for piece in row["evidence"]}


def test_relays_of_one_report_are_rendered_differently_not_in_dispute(rows):
    rendered = [row for row in rows if row["verdict"] == "rendered-differently"]
    assert all((row["kind"], row["roots"]) == ("rendering", 1) for row in rendered)
    attributes = {row["attribute"] for row in rendered}
    assert "reason for anonymity" in attributes
    assert any(attribute.startswith("leaves") for attribute in attributes)


def test_the_counts_of_attacks_are_compatible(rows):
    (row,) = [row for row in rows if row["attribute"] == "number of attacks"]
    assert row["verdict"] == "compatible"
    assert row["values"] == ["about 150", "at least 70", "more than 170"]


def test_evidence_gives_the_words_of_the_facts_as_they_stand_in_the_text(rows, shared):
    for row in rows:
        for piece in row["evidence"]:
            text = (shared / "seeds" / piece["file"]).read_text(encoding="utf-8")
            cut = " ... ".join(text[start:end] for start, end in piece["spans"])
            assert cut == piece["words"]


def test_questions_about_a_place_and_about_a_verdict_select(seed_graph, rows):
    about = asked(seed_graph, "ask", "do the reports disagree about Baghdad")
    assert 0 < len(about) < len(rows)
    hard = asked(seed_graph, "ask", "where do the reports contradict each other")
    assert [row["verdict"] for row in hard] == ["contradicts"]


def test_derived_dates_come_with_their_derivation_and_doubted_stamps(seed_graph):
    dates = asked(seed_graph, "query", "derived-dates")
    derived = [row for row in dates if row["kind"] == "derived" and row["date"] == "2026-09"]
    assert derived
    assert all("P1Y" in row["reason"] and row["evidence"] for row in derived)
    stamp = [row for row in dates if row["kind"] == "stamp"]
    assert stamp
    assert all(row["verdict"] == "apparent" and row["evidence"] for row in stamp)


# name, right verdict ("" for none), then date and text of two reports
PAIRS = [
    ("a toll that grows", "compatible",
     "2031-03-02", "At least 12 people were killed in floods in Basra, police said.",
     "2031-03-04", "Floods in Basra have killed 31 people, the governor said."),
    ("two tolls of one day", "between-roots",
     "2031-03-02", "Twelve people were killed in an explosion in Basra, the police said.",
     "2031-03-02", "The explosion in Basra killed 19 people, governor Karim Naji said."),
    ("the start of a strike", "between-roots",
     "2031-04-02", "The rail strike will begin on 5 May 2031, union leader Mark Dunne said.",
     "2031-04-03", "The rail strike will begin on 7 May 2031, minister Helen Voss said."),
    ("the price of a merger", "between-roots",
     "2031-06-02", "Norvik Group will buy Halden Foods for 4.2 billion dollars, chief executive"
     " Lena Aas said.",
     "2031-06-02", "Norvik Group will buy Halden Foods for 5.1 billion dollars, chairman Per Moen"
     " said."),
    ("a sentence", "contradicts",
     "2031-05-04", "A court in Ankara sentenced Kemal Aydin to 12 years in prison on 3 May 2031.",
     "2031-05-04", "Kemal Aydin was sentenced to nine years in prison by a court in Ankara on"
     " 3 May 2031."),
    ("counts of two regions", "compatible",
     "2031-05-04", "More than 40,000 people were vaccinated in Erbil, the health ministry said.",
     "2031-05-04", "More than 300,000 people were vaccinated in Iraq, the health ministry said."),
    ("a truce", "between-roots",
     "2031-05-04", "Israel accepted the ceasefire on 3 May 2031, foreign minister Omar Salem said.",
     "2031-05-04", "Israel did not accept the ceasefire on 3 May 2031, spokesman Dan Levi said."),
    ("a resignation", "between-roots",
     "2031-05-04", "Prime Minister Anna Berg has resigned, opposition leader Ole Dahl said.",
     "2031-05-05", "Government spokesman Jon Lie denied that Anna Berg had resigned."),
    ("one minister in two outlets", "rendered-differently",
     "2031-05-04", "British troops will leave Cyprus by May 2032, minister Ruth Hale said.",
     "2031-05-04", "British troops will leave Cyprus by December 2032, minister Ruth Hale said."),
    ("two phases", "",
     "2031-05-04", "Hundreds of British troops will leave Cyprus by May 2032, minister Ruth Hale"
     " said.",
     "2031-05-04", "The remaining British troops will leave Cyprus by December 2032, army chief"
     " Tom Reed said."),
    ("a year of founding", "contradicts",
     "2031-05-04", "NATO was founded in 1949.",
     "2031-05-04", "NATO was founded in 1951."),
    ("two visits", "",
     "2031-05-04", "President Emmanuel Macron visited Baghdad in March 2030.",
     "2031-05-04", "President Emmanuel Macron visited Baghdad in July 2030."),
    ("a wish and a plan", "differs",
     "2031-05-04", "Minister Ruth Hale proposed that British troops leave Cyprus by May 2032.",
     "2031-05-04", "British troops will leave Cyprus by December 2032, army chief Tom Reed said."),
]  # fmt: skip


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: case[0])
def test_two_short_reports_come_to_the_right_verdict(case, tmp_path):
    from graph_build.compare.disagreements import find_disagreements
    from graph_build.pipeline import Knowledge, build
    from graph_build.store import open_store, stated_facts, surroundings

    _, verdict, *told = case
    for name, date, text in zip("ab", told[::2], told[1::2], strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.meta.json").write_text(json.dumps({"date": date}), encoding="utf-8")
    build([str(tmp_path)], tmp_path / "graph", knowledge=Knowledge("rules"))
    with open_store(tmp_path / "graph", read_only=True) as store:
        found = find_disagreements(stated_facts(store), surroundings(store))
    assert [row.verdict.value for row in found] == ([verdict] if verdict else [])


def test_a_report_that_comes_and_goes_leaves_the_disagreements_as_they_were(tmp_path):
    from graph_build.pipeline import Knowledge, build, remove
    from graph_build.rdf.iris import DERIVED_GRAPH
    from graph_build.store import open_store

    texts = tmp_path / "texts"
    texts.mkdir()
    for name, year in (("a", 1949), ("b", 1951), ("c", 1957)):
        (texts / f"{name}.txt").write_text(f"NATO was founded in {year}.", encoding="utf-8")
    derived = []
    for graph, names in (("two", "ab"), ("three", "bca")):
        for name in names:
            build([str(texts / f"{name}.txt")], tmp_path / graph, knowledge=Knowledge("rules"))
        if "c" in names:
            remove("c.txt", tmp_path / graph)
        with open_store(tmp_path / graph, read_only=True) as store:
            derived.append({str(quad) for quad in store.quads(DERIVED_GRAPH)})
    assert derived[0]
    assert derived[0] == derived[1]
