"""The facts of the five seed reports through the command, against the gold beside the checkout."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph_build.check import check_graph
from graph_build.pipeline import Knowledge, build
from graph_build.store import open_store
from ontology.gazetteer_file import GazetteerError
from queries.named_query import load_query
from queries.run import run_query

pytestmark = pytest.mark.model

ROOT = Path(__file__).resolve().parents[2]
LEAST_FOUND, MOST_WRONG = 48, 3
NUMBERS = ("min", "approx", "exact")


def onrecord(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "queries.cli", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def facts_of(graph: Path, *arguments: str) -> list[dict[str, object]]:
    done = onrecord("query", "facts", "-g", str(graph), "--format", "json", *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def seed_facts(shared, tmp_path_factory):
    graph = tmp_path_factory.mktemp("seeds") / "graph"
    built = onrecord("build", str(shared / "seeds"), "-g", str(graph))
    assert built.returncode == 0, built.stderr
    return facts_of(graph)


@pytest.fixture(scope="module")
def gold(shared):
    """The gold facts of all seeds, each with the file that it is in."""
    pages = [json.loads(path.read_text()) for path in sorted((shared / "gold").glob("*.json"))]
    return [{**fact, "file": page["seed"]} for page in pages for fact in page["facts"]]


def overlap(row, fact):
    pairs = [(s, e, a, b) for s, e in row["spans"] for a, b in fact["offsets"]]
    return row["file"] == fact["file"] and any(s < b and a < e for s, e, a, b in pairs)


def date_fits(row, fact):
    """Whether the dates agree; None where one of the two has none. An open year agrees."""
    if not fact.get("edtf") or not row["edtf"]:
        return None
    date = row["edtf"].rstrip("?~%").removesuffix("/..")
    return date == fact["edtf"] or (date.startswith("XXXX") and date[4:] == fact["edtf"][4:])


def number_fits(row, fact):
    wanted = next((fact[name] for name in NUMBERS if name in fact), None)
    if wanted is None or (row["min"] is None and row["max"] is None):
        return None
    if fact.get("unit") and row["unit"] and fact["unit"] != row["unit"]:
        return None
    return wanted in (row["min"], row["max"])


def object_fits(row, fact):
    def words(text):
        return {w for w in re.findall(r"[a-z0-9]+", str(text).lower()) if len(w) > 3 or w.isdigit()}

    wanted = words(fact["value"])
    held = words(row["object"]) | words(row["value"]) | words(row["scope"])
    return True if wanted and len(wanted & held) >= 0.5 * len(wanted) else None


def verdict(fact, rows):
    """ "found", "wrong" or "missed"."""
    valued = bool(fact.get("edtf")) or any(name in fact for name in NUMBERS)
    checks = (date_fits, number_fits) if valued else (object_fits,)
    fits = [check(row, fact) for row in rows if overlap(row, fact) for check in checks]
    return "found" if True in fits else "wrong" if False in fits else "missed"


def test_most_gold_facts_are_found_and_hardly_a_value_is_wrong(seed_facts, gold):
    verdicts = [verdict(fact, seed_facts) for fact in gold]
    missed = [f["evidence"] for f, v in zip(gold, verdicts, strict=True) if v != "found"]
    assert verdicts.count("found") >= LEAST_FOUND, missed
    assert verdicts.count("wrong") <= MOST_WRONG, missed


def test_a_year_that_the_text_does_not_give_is_open_or_marked(seed_facts, gold):
    for fact in gold:
        if not fact.get("year_inferred") or not fact.get("edtf"):
            continue
        for row in seed_facts:
            if overlap(row, fact) and date_fits(row, fact):
                assert row["edtf"].startswith("XXXX") or row["resolution"] != "given", row


def test_the_words_of_a_fact_are_those_at_its_offsets(seed_facts, shared):
    for row in seed_facts:
        text = (shared / "seeds" / row["file"]).read_bytes().decode()
        assert row["words"] == " ... ".join(text[s:e] for s, e in row["spans"])


def test_furniture_states_nothing(seed_facts, shared):
    for path in sorted((shared / "gold").glob("*.json")):
        page = json.loads(path.read_text())
        stray = {"file": page["seed"], "offsets": page["not_article_text"]}
        told = [r["words"] for r in seed_facts if overlap(r, stray) and r["claim"] is not None]
        assert told == []


GAZETTEER = """
@prefix onr: <https://w3id.org/onrecord/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/onrecord/id/place/quillhaven> a onr:Settlement ; skos:prefLabel "%s"@en .
"""
LEXICON = """
@prefix lex: <https://w3id.org/onrecord/lexicon#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix synsem: <http://www.w3.org/ns/lemon/synsem#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
lex:dredges a lex:Attribute ; rdfs:label "dredges"@en ; lex:valueKind "time" ;
    skos:definition "mud is taken out of a harbour"@en .
lex:dredge-verb-predicate a lex:Predicate ; rdfs:label "dredge"@en ;
    lexinfo:partOfSpeech lexinfo:verb ; ontolex:denotes lex:dredges ;
    synsem:synBehavior lex:frame-do ; skos:definition "takes mud out of"@en .
"""
REPORT = "Harbour works to start\n\nThe crews will dredge Quillhaven by May 2030.\n"


@pytest.fixture
def own(tmp_path):
    """A report and files of the user; the paths as options of the command."""
    (tmp_path / "works.txt").write_text(REPORT)
    (tmp_path / "world.ttl").write_text(GAZETTEER % "Quillhaven")
    (tmp_path / "words.ttl").write_text(LEXICON)
    return tmp_path


def knowledge(folder: Path) -> Knowledge:
    return Knowledge("rules", (folder / "world.ttl",), (folder / "words.ttl",))


def added(folder: Path, known: Knowledge, *names: str, jobs: int = 1) -> int:
    """How many of the reports were read."""
    paths = [str(folder / name) for name in names or ("works.txt",)]
    return build(paths, folder / "graph", knowledge=known, jobs=jobs).added


def dredging(folder: Path, **values: str) -> list[tuple[object, object, object]]:
    with open_store(folder / "graph", read_only=True) as store:
        rows = run_query(store, load_query("facts"), values).rows
    return [
        (row["attribute"], row["object"], row["edtf"])
        for row in rows
        if "dredge" in str(row["words"])
    ]


def test_files_of_the_user_add_things_and_kinds_of_facts(own):
    known = ("dredges", "Quillhaven", "2030-05")
    assert added(own, Knowledge("rules")) == 1
    assert known not in dredging(own)
    assert added(own, knowledge(own)) == 1
    assert known in dredging(own)
    assert dredging(own, entity="Quillhaven") == [known]


def test_reports_are_read_anew_only_where_a_file_has_changed(own):
    assert added(own, knowledge(own)) == 1
    assert added(own, knowledge(own)) == 0
    (own / "words.ttl").write_text(LEXICON + "# one more line\n")
    assert added(own, knowledge(own)) == 1


def test_a_check_with_the_files_tells_whether_the_graph_has_them(own):
    added(own, knowledge(own))
    files = {"gazetteer": (own / "world.ttl",), "lexicon": (own / "words.ttl",)}
    assert check_graph(own / "graph", reasoner=False, **files).ok
    assert check_graph(own / "graph", reasoner=False).ok
    (own / "world.ttl").write_text(GAZETTEER % "Quill Haven")
    found = check_graph(own / "graph", reasoner=False, **files).faults
    assert {finding.code for finding in found} == {"gazetteer-stale", "built-otherwise"}


def test_the_command_takes_the_files(own):
    files = ("--gazetteer", str(own / "world.ttl"), "--lexicon", str(own / "words.ttl"))
    graph = ("-g", str(own / "graph"))
    done = onrecord("build", str(own / "works.txt"), *graph, "--model", "rules", *files)
    assert done.returncode == 0, done.stderr
    assert ("dredges", "Quillhaven", "2030-05") in dredging(own)
    assert onrecord("check", *graph, "--no-reasoner", *files).returncode == 0
    read = onrecord("extract", str(own / "works.txt"), "--model", "rules", *files)
    assert json.loads(read.stdout)["id"] == "works.txt"


def test_a_file_that_is_no_turtle_is_named_and_nothing_is_built(own):
    (own / "words.ttl").write_text("these are words")
    with pytest.raises(GazetteerError, match=r"words\.ttl"):
        added(own, knowledge(own))
    assert not (own / "graph").exists()


def test_workers_know_the_files_too(own):
    (own / "more.txt").write_text(REPORT.replace("2030", "2031"))
    assert added(own, knowledge(own), "works.txt", "more.txt", jobs=2) == 2
    found = {date for attribute, _, date in dredging(own) if attribute == "dredges"}
    assert found == {"2030-05", "2031-05"}
