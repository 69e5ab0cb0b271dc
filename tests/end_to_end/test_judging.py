"""Decisions on identity: kept as data, followed by questions, taken back without a trace."""

import io
import json
import shutil

import pytest
from click.testing import CliRunner

from graph_build.check import check_graph
from graph_build.export import export_graph
from graph_build.pipeline import Knowledge, build, remove
from queries.cli import main

pytestmark = pytest.mark.model

REPORTS = {
    "a.txt": (
        "Talks on the pipeline\n"
        "Hamid al-Karimi, the deputy water minister, said the line would open in spring. "
        "James Whitfield, head of the pipeline authority, said the talks were short.\n"
    ),
    "b.txt": (
        "The line will open\n"
        "Hameed Al Karimi said the line was ready. "
        "Jim Whitfield, head of the pipeline authority, said the line would be cheap.\n"
    ),
    "c.txt": (
        "No line this year\n"
        "Hamid Hamid, the deputy water minister, said nothing was agreed. "
        "James Whitfield Jr., a baker, said the line was too long.\n"
    ),
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(sources, tmp_path_factory):
    folder = tmp_path_factory.mktemp("graphs") / "graph"
    build([str(sources)], folder, knowledge=Knowledge("rules"))
    return folder


@pytest.fixture
def graph(built, tmp_path):
    return shutil.copytree(built, tmp_path / "copy")


def exported(graph):
    out = io.BytesIO()
    export_graph(graph, "nquads", out)
    return out.getvalue()


def onrecord(graph, *arguments):
    return CliRunner().invoke(main, [*arguments, "-g", str(graph)])


def rows(graph, *arguments):
    ran = onrecord(graph, *arguments, "--format", "json")
    assert ran.exit_code in (0, 3), ran.stderr
    return json.loads(ran.stdout)


def said_by(graph, name):
    found = rows(graph, "query", "said-by", "-p", f"person={name}")
    return sorted((row["file"], row["fit"]) for row in found)


def judge(graph, *arguments):
    ran = onrecord(graph, "judge", *arguments)
    assert ran.exit_code == 0, ran.stderr
    return ran


def entity_of(graph, name):
    return next(row for row in rows(graph, "query", "entities") if name in row["names"])


def test_a_name_spelt_otherwise_in_another_report_is_one_row_with_all_its_names(graph):
    karimi = entity_of(graph, "Hamid al-Karimi")
    assert "Hameed Al Karimi" in karimi["names"]
    assert karimi["files"] == ["a.txt", "b.txt"]
    whitfield = entity_of(graph, "Jim Whitfield")
    assert whitfield["files"] == ["a.txt", "b.txt"]
    assert "James Whitfield Jr." not in whitfield["names"]


def test_questions_about_one_find_the_claims_of_the_other_and_say_why(graph):
    found = dict(said_by(graph, "Hamid al-Karimi"))
    assert found["a.txt"] == "named"
    assert found["b.txt"].startswith("via: Hameed Al Karimi (taken to be the same: ")


def test_another_surname_in_the_same_office_is_only_a_question(graph):
    asked = [
        row
        for row in rows(graph, "query", "same-people")
        if "Hamid Hamid" in (row["name"], row["other"])
    ]
    assert [row["verdict"] for row in asked] == ["unsure"]
    assert "office" in asked[0]["reason"]
    assert entity_of(graph, "Hamid Hamid")["files"] == ["c.txt"]


def test_what_is_judged_the_same_is_followed_and_forgotten_to_the_last_byte(graph):
    before = exported(graph)
    judge(graph, "same", "Hamid Hamid", "Hamid al-Karimi", "--reason", "one voice", "--by", "Ann")
    assert ("c.txt", "via: Hamid Hamid (judged the same: one voice)") in [
        (file, fit.partition(";")[0]) for file, fit in said_by(graph, "Hamid al-Karimi")
    ]
    assert entity_of(graph, "Hamid Hamid")["files"] == ["a.txt", "b.txt", "c.txt"]
    listed = rows(graph, "judge", "list")
    assert [(row["verdict"], row["reason"], row["by"]) for row in listed] == [
        ("same", "one voice", "Ann")
    ]
    told = [row for row in before.splitlines() if b"/graph/report/" in row]
    claims = [row for row in told if b"/id/claim/" in row]
    assert set(claims) <= set(exported(graph).splitlines())
    judge(graph, "forget", "Hamid Hamid", "Hamid al-Karimi")
    assert exported(graph) == before


def test_facts_of_one_are_facts_of_whom_is_judged_the_same(graph):
    def files():
        found = rows(graph, "query", "facts", "-p", "entity=Hamid al-Karimi")
        return {row["file"] for row in found}

    assert "c.txt" not in files()
    judge(graph, "same", "Hamid Hamid", "Hamid al-Karimi", "--reason", "one voice")
    assert "c.txt" in files()


def test_what_is_judged_different_comes_apart_again(graph):
    judge(graph, "different", "Hamid al-Karimi", "Hameed Al Karimi", "--reason", "they met")
    assert entity_of(graph, "Hamid al-Karimi")["files"] == ["a.txt"]
    assert said_by(graph, "Hamid al-Karimi") == [("a.txt", "named")]


def test_a_decision_against_the_others_is_refused_with_the_chain_and_changes_nothing(graph):
    judge(graph, "same", "Hamid Hamid", "Hamid al-Karimi", "--reason", "one voice")
    judge(graph, "same", "Hamid Hamid", "Hameed Al Karimi", "--reason", "one desk")
    before = exported(graph)
    ran = onrecord(
        graph, "judge", "different", "Hamid al-Karimi", "Hameed Al Karimi", "--reason", "they met"
    )
    assert ran.exit_code == 1
    for part in ("they met", "one voice", "one desk"):
        assert part in ran.stderr
    assert exported(graph) == before


def test_a_decision_outlives_the_report_and_holds_again_when_it_comes_back(graph, sources):
    judge(graph, "same", "Hamid Hamid", "Hamid al-Karimi", "--reason", "one voice")
    before = exported(graph)
    remove("c.txt", graph)
    assert [row["verdict"] for row in rows(graph, "judge", "list")] == ["same"]
    assert check_graph(graph, reasoner=False).findings == ()
    build([str(sources)], graph, knowledge=Knowledge("rules"))
    assert exported(graph) == before


def test_a_graph_built_report_by_report_is_that_built_at_once(built, sources, tmp_path):
    slow = tmp_path / "slow"
    for name in ("c.txt", "a.txt", "b.txt"):
        build([str(sources / name)], slow, knowledge=Knowledge("rules"))
    assert exported(slow) == exported(built)


def test_a_claim_is_judged_wrong_and_then_right_and_then_forgotten(graph):
    before = exported(graph)
    claim = rows(graph, "query", "said-by", "-p", "person=Hamid Hamid")[0]["claim"]
    judge(graph, "wrong", claim, "--reason", "not his words")
    judge(graph, "right", claim, "--reason", "read again")
    listed = rows(graph, "judge", "list")
    assert [(row["verdict"], row["first_iri"]) for row in listed] == [("right", claim)]
    assert check_graph(graph, reasoner=False).findings == ()
    judge(graph, "forget", claim)
    assert exported(graph) == before


def test_decisions_of_every_kind_pass_the_check(graph):
    judge(graph, "same", "Hamid Hamid", "Hamid al-Karimi", "--reason", "one voice", "--by", "Ann")
    judge(graph, "different", "Erbil", "Kurdistan Region", "--reason", "a city and its region")
    assert check_graph(graph, reasoner=False).findings == ()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["same", "Hamid Hamid"], 2, "A B"),
        (["same", "Hamid Hamid", "Hamid al-Karimi"], 2, "--reason"),
        (["same", "Hamid Hamid", "Hamid al-Karimi", "--reason", " "], 2, "--reason"),
        (["same", "Hamid Hamid", "Hamid Hamid", "--reason", "x"], 2, "give two things"),
        (["same", "Hamid Hamid", "Nobody Known", "--reason", "x"], 3, "Nobody Known"),
        (["forget", "Hamid Hamid", "Hamid al-Karimi"], 3, "nobody judged"),
        (["wrong", "ffffffff", "--reason", "x"], 3, "no claim"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(graph, arguments, code, told):
    ran = onrecord(graph, "judge", *arguments)
    assert ran.exit_code == code
    assert told in ran.stderr


def test_on_the_seeds_another_surname_in_one_office_is_a_question_and_nothing_is_merged(seed_graph):
    found = rows(seed_graph, "query", "same-people")
    assert [row["verdict"] for row in found] == ["unsure"]
    assert "office" in found[0]["reason"]
    assert [file[:3] for file in found[0]["files"]] == ["000", "001"]
    assert [file[:3] for file in found[0]["other_files"]] == ["003"]
