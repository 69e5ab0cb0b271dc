import dataclasses
import time

import pytest

from graph_build.model.fact import Fact, LinkedArgument
from graph_build.model.factuality import Certainty
from graph_build.model.predication import Slot
from graph_build.model.text import Publication
from graph_build.model.values import QuantityPhrase, TimePhrase, TimeRelation
from graph_build.store import open_store
from ontology.terms import LEX
from queries.named_query import load_query
from queries.run import run_query

CONTRACT = (
    "file", "subject", "attribute", "value", "min", "max", "approximate", "unit", "edtf",
    "earliest", "latest", "object", "scope", "speaker", "claim", "words", "spans",
)  # fmt: skip
TEXT = (
    "Tide News/ Ada Quill, mayor, said about ten ferries may leave Old Harbour by May 2030 "
    "if the pact holds."
)
CONTENT = "about ten ferries may leave Old Harbour by May 2030 if the pact holds"


def ferries(making, name="ferries.txt"):
    maker = making.Maker(
        TEXT,
        name,
        Publication("Tide News", "2030-01-02", "given by the user"),
    )
    maker.publication = dataclasses.replace(
        maker.publication, publisher_span=maker.span("Tide News")
    )
    ada = maker.person("Ada Quill")
    by_may = TimePhrase(
        maker.span("May 2030"), maker.span("by May 2030"), TimeRelation.BY, "2030-05"
    )
    ten = QuantityPhrase(
        maker.span("about ten"), maker.span("about ten ferries"), "10", "10",
        approximate=True, unit="ferry",
    )  # fmt: skip
    leaving = Fact(
        lemma="leave",
        evidence=(maker.span("about ten ferries may leave Old Harbour by May 2030"),),
        attribute=LEX + "leaves",
        attribute_label="leaves",
        arguments=(
            LinkedArgument(Slot.SUBJECT, "about ten ferries", "ferries"),
            LinkedArgument(Slot.OBJECT, "Old Harbour", "Old Harbour", (making.HARBOUR,), True),
        ),
        time=by_may,
        quantity=ten,
        certainty=Certainty.POSSIBLE,
        condition=maker.span("the pact holds"),
        method="test",
        trigger=maker.span("leave"),
    )
    office = Fact(
        lemma="mayor",
        evidence=(maker.span("Ada Quill, mayor"),),
        attribute=LEX + "holds-office",
        attribute_label="holds office",
        arguments=(
            LinkedArgument(Slot.SUBJECT, "Ada Quill", "Ada Quill", (ada,), True),
            LinkedArgument(Slot.OBJECT, "mayor", "mayor"),
        ),
        method="test",
        trigger=maker.span("mayor"),
    )
    maker.say(
        CONTENT, by=ada, source="Ada Quill, mayor", cue="said", facts=(leaving,),
        frame_facts=(office,),
    )  # fmt: skip
    return maker


@pytest.fixture(scope="module")
def held(making, tmp_path_factory):
    folder = tmp_path_factory.mktemp("facts") / "graph"
    with open_store(folder, create=True) as store:
        making.fill(store, ferries(making), making.plain_report())
        yield store


@pytest.fixture(scope="module")
def facts(held):
    def ask(**values):
        return run_query(held, load_query("facts"), values).rows

    return ask


def test_a_row_begins_with_the_columns_of_the_contract(facts):
    assert tuple(facts()[0])[: len(CONTRACT)] == CONTRACT


def test_a_fact_gives_its_value_as_words_numbers_and_dates(facts):
    (row,) = facts(attribute="leaves")
    assert row["claim"].startswith("https://w3id.org/onrecord/id/claim/")
    expected = {
        "file": "ferries.txt",
        "subject": "ferries",
        "attribute": "leaves",
        "value": "about 10; by 2030-05",
        "min": 10,
        "max": 10,
        "approximate": True,
        "unit": "ferry",
        "edtf": "2030-05",
        "earliest": "2030-05-01T00:00:00Z",
        "latest": "2030-05-31T23:59:59Z",
        "object": "Old Harbour",
        "scope": None,
        "speaker": "Ada Quill",
        "words": "about ten ferries may leave Old Harbour by May 2030",
        "spans": [[34, 85]],
        "relation": "by",
        "resolution": "given",
        "certainty": "possible",
        "polarity": "positive",
        "act": "asserting",
        "condition": "the pact holds",
        "anchor": None,
    }
    assert {name: row[name] for name in expected} == expected


def test_a_fact_read_off_the_frame_has_no_speaker_and_absent_values_are_null(facts):
    (row,) = facts(attribute="holds office")
    absent = ("speaker", "value", "min", "max", "approximate", "unit", "edtf", "latest", "scope")
    assert [row[name] for name in absent] == [None] * len(absent)
    assert (row["subject"], row["object"], row["spans"]) == ("Ada Quill", "mayor", [[11, 27]])


def test_what_a_report_says_of_itself_is_there_with_its_words(facts):
    (by,) = facts(attribute="published by")
    assert (by["subject"], by["object"], by["words"]) == ("ferries.txt", "Tide News", "Tide News")
    assert (by["spans"], by["claim"]) == ([[0, 9]], None)
    (on,) = facts(attribute="published on")
    assert (on["edtf"], on["latest"]) == ("2030-01-02", "2030-01-02T23:59:59Z")
    assert (on["words"], on["spans"]) == (None, [])


def test_facts_of_one_thing_are_those_that_it_stands_in(facts):
    assert [row["attribute"] for row in facts(entity="Old Harbour")] == ["leaves"]
    assert [row["attribute"] for row in facts(entity="Ada Quill")] == ["holds office"]


def test_facts_of_one_report(facts):
    attributes = [row["attribute"] for row in facts(report="ferries")]
    assert attributes == ["published on", "published by", "holds office", "leaves"]
    assert facts(report="plain") == []


def test_facts_go_with_their_report(making, tmp_path):
    with open_store(tmp_path / "graph", create=True) as store:
        making.fill(store, ferries(making, "a.txt"), ferries(making, "b.txt"))
        query = load_query("facts")
        before = run_query(store, query, {"attribute": "leaves"}).rows
        store.remove_report(store.find_report("a.txt").id)
        after = run_query(store, query, {"attribute": "leaves"}).rows
        assert ([r["file"] for r in before], [r["file"] for r in after]) == (
            ["a.txt", "b.txt"],
            ["b.txt"],
        )
        store.remove_report(store.find_report("b.txt").id)
        assert not store.ask(f"ASK {{ GRAPH ?g {{ ?p <{ONR}hasAttribute> ?a }} }}")


ONR = "https://w3id.org/onrecord/ontology#"


def test_a_thousand_facts_come_in_less_than_a_second(making, tmp_path):
    with open_store(tmp_path / "graph", create=True) as store:
        making.fill(store, *(ferries(making, f"{n}.txt") for n in range(250)))
        start = time.perf_counter()
        rows = run_query(store, load_query("facts"), {}).rows
        assert (len(rows), time.perf_counter() - start < 1) == (1000, True)
