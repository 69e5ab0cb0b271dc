import dataclasses
import re
from collections import defaultdict

import pytest

from graph_build.model.fact import Fact, LinkedArgument
from graph_build.model.factuality import Certainty, Polarity
from graph_build.model.predication import Slot
from graph_build.model.text import Publication, Span
from graph_build.model.values import QuantityPhrase, Resolution, TimePhrase, TimeRelation
from graph_build.rdf import iris, report_graph_to_quads
from graph_build.rdf.value_labels import quantity_label, time_label
from ontology import terms

Properties, Classes, Individuals = terms.Properties, terms.Classes, terms.Individuals
TEXT = "Ada Quill said ten ferries may leave Old Harbour by May 2030 if the pact holds."
CONTENT = "ten ferries may leave Old Harbour by May 2030 if the pact holds"
LEAVES = terms.LEX + "leaves"


def values_of(quads):
    found = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        found[quad.subject][re.split("[#/]", quad.predicate)[-1]].append(quad.object.value)
    return found


def of_kind(quads, kind):
    return [dict(t) for t in values_of(quads).values() if kind in t["type"]]


@pytest.fixture
def maker(making):
    made = making.Maker(TEXT, "ferries.txt")
    ada = made.person("Ada Quill")
    made.say(CONTENT, by=ada, source="Ada Quill", cue="said")
    return made


@pytest.fixture
def leaving(maker, making):
    """The fact that ten ferries leave the harbour by a date."""
    time = TimePhrase(maker.span("May 2030"), maker.span("by May 2030"), TimeRelation.BY, "2030-05")
    ten = QuantityPhrase(maker.span("ten"), maker.span("ten ferries"), "10", "10", unit="ferry")
    return Fact(
        lemma="leave",
        evidence=(maker.span("ten ferries may leave Old Harbour by May 2030"),),
        attribute=LEAVES,
        attribute_label="leaves",
        arguments=(
            LinkedArgument(Slot.SUBJECT, "ten ferries", "ferries"),
            LinkedArgument(
                Slot.OBJECT, "Old Harbour", making.HARBOUR.name, (making.HARBOUR,), is_whole=True
            ),
        ),
        time=time,
        quantity=ten,
        certainty=Certainty.POSSIBLE,
        hedges=(maker.span("may"),),
        condition=maker.span("the pact holds"),
        method="test",
        trigger=maker.span("leave"),
    )


def with_facts(maker, *facts, frame=()):
    maker.statements[0] = dataclasses.replace(
        maker.statements[0], facts=tuple(facts), frame_facts=tuple(frame)
    )


def quads_of(maker, making):
    return list(report_graph_to_quads(maker.graph(), making.CONTAINERS))


def test_a_fact_is_a_predication_of_the_claim_whose_words_it_is_read_from(maker, making, leaving):
    with_facts(maker, leaving)
    quads = quads_of(maker, making)
    (one,) = of_kind(quads, Classes.Predication)
    claim = values_of(quads)[one["predicatedBy"][0]]
    assert claim["isHead"] == ["true"]
    assert one["factWords"] == ["ten ferries may leave Old Harbour by May 2030"]
    assert one["factOffsets"] == ["15-60"]
    assert {
        "isFrame": ["false"],
        "attributeLabel": ["leaves"],
        "subjectLabel": ["ferries"],
        "objectLabel": ["Old Harbour"],
        "valueLabel": ["10; by 2030-05"],
        "edtf": ["2030-05"],
        "earliest": ["2030-05-01T00:00:00Z"],
        "latest": ["2030-05-31T23:59:59Z"],
        "timeRelation": ["by"],
        "timeResolution": ["given"],
        "lowerBound": ["10"],
        "upperBound": ["10"],
        "unit": ["ferry"],
        "certaintyLabel": ["possible"],
        "actLabel": ["asserting"],
    }.items() <= one.items()


def test_a_fact_of_the_frame_is_the_reports_own(maker, making, leaving):
    with_facts(maker, frame=[dataclasses.replace(leaving, evidence=(maker.span("Ada Quill"),))])
    quads = quads_of(maker, making)
    (one,) = of_kind(quads, Classes.Predication)
    assert (one["isFrame"], one["actLabel"]) == (["true"], ["asserting"])
    assert values_of(quads)[one["predicatedBy"][0]]["hop"] == ["0"]


def test_hedge_condition_and_words_are_spans_cut_from_the_text(maker, making, leaving):
    with_facts(maker, leaving)
    quads = quads_of(maker, making)
    (one,) = of_kind(quads, Classes.Predication)
    things = values_of(quads)
    cut = {
        name: [things[iri]["exact"][0] for iri in one[name]]
        for name in ("hedgeCue", "conditionEvidence")
    }
    assert cut == {"hedgeCue": ["may"], "conditionEvidence": ["the pact holds"]}


def test_the_proposition_holds_slots_and_values_and_nothing_of_the_wording(maker, making, leaving):
    with_facts(maker, leaving)
    quads = quads_of(maker, making)
    (one,) = of_kind(quads, Classes.Predication)
    stated = dict(values_of(quads)[one["statesProposition"][0]])
    assert stated == {
        "type": [Classes.Proposition],
        "hasAttribute": [LEAVES],
        "subjectWording": ["ferries"],
        "hasObject": [making.HARBOUR.iri],
        "timeRelation": ["by"],
        "edtf": ["2030-05"],
        "earliest": ["2030-05-01T00:00:00Z"],
        "latest": ["2030-05-31T23:59:59Z"],
        "lowerBound": ["10"],
        "lowerInclusive": ["true"],
        "upperBound": ["10"],
        "upperInclusive": ["true"],
        "isApproximate": ["false"],
        "unit": ["ferry"],
    }
    graphs = {q.graph for q in quads if q.subject == one["statesProposition"][0]}
    assert graphs == {iris.PROPOSITIONS_GRAPH}


@pytest.mark.parametrize(
    "change",
    [
        {"certainty": Certainty.CERTAIN, "hedges": ()},
        {"polarity": Polarity.NEGATIVE},
        {"condition": None},
        {"lemma": "depart"},
        {"evidence": (Span(15, 25),)},
    ],
)
def test_what_only_the_wording_has_does_not_part_propositions(maker, making, leaving, change):
    with_facts(maker, leaving, dataclasses.replace(leaving, **change))
    stated = of_kind(quads_of(maker, making), Classes.Predication)
    assert len(stated) == 2
    assert len({one["statesProposition"][0] for one in stated}) == 1


def test_another_date_number_or_thing_is_another_proposition(maker, making, leaving):
    assert leaving.time is not None
    assert leaving.quantity is not None
    with_facts(
        maker,
        leaving,
        dataclasses.replace(leaving, time=dataclasses.replace(leaving.time, edtf="2031")),
        dataclasses.replace(leaving, quantity=None),
        dataclasses.replace(leaving, arguments=leaving.arguments[:1]),
        dataclasses.replace(leaving, attribute=None),
    )
    stated = of_kind(quads_of(maker, making), Classes.Predication)
    assert len({one["statesProposition"][0] for one in stated}) == 5


def test_a_thing_that_only_owns_what_is_spoken_of_keeps_the_words_beside_it(maker, making, leaving):
    owned = LinkedArgument(Slot.SUBJECT, "its ferries", "ferries of Marsh Wire", (making.AGENCY,))
    with_facts(maker, dataclasses.replace(leaving, arguments=(owned,)))
    quads = quads_of(maker, making)
    (one,) = of_kind(quads, Classes.Predication)
    stated = values_of(quads)[one["statesProposition"][0]]
    assert stated["hasSubject"] == [making.AGENCY.iri]
    assert stated["subjectWording"] == ["ferries of marsh wire"]


def test_only_a_place_is_the_place_of_a_proposition(maker, making, leaving):
    place = LinkedArgument(Slot.PLACE, "at Marsh Wire", "Marsh Wire", (making.AGENCY,), True)
    with_facts(maker, dataclasses.replace(leaving, arguments=(place,)))
    quads = quads_of(maker, making)
    (one,) = of_kind(quads, Classes.Predication)
    stated = values_of(quads)[one["statesProposition"][0]]
    assert "placeScope" not in stated
    assert stated["placeWording"] == ["marsh wire"]


def test_two_readings_at_the_very_same_places_are_two_predications(maker, making, leaving):
    with_facts(maker, leaving, dataclasses.replace(leaving, attribute=terms.LEX + "ends"))
    assert len(of_kind(quads_of(maker, making), Classes.Predication)) == 2


def test_a_date_that_was_counted_from_another_keeps_its_anchor(maker, making, leaving):
    assert leaving.time is not None
    counted = dataclasses.replace(
        leaving.time,
        edtf="2031-05?",
        length="P1Y",
        resolution=Resolution.UNCERTAIN,
        anchor="by May 2030",
        anchor_span=maker.span("May 2030"),
    )
    with_facts(maker, dataclasses.replace(leaving, time=counted))
    quads = quads_of(maker, making)
    (one,) = of_kind(quads, Classes.Predication)
    assert (one["timeAnchor"], one["timeResolution"], one["length"]) == (
        ["by May 2030"],
        ["uncertain"],
        ["P1Y"],
    )
    assert values_of(quads)[one["anchorEvidence"][0]]["exact"] == ["May 2030"]


def test_predications_break_no_shape(maker, making, leaving):
    from graph_build.check.things import as_graph
    from ontology.validate import validate

    with_facts(maker, leaving, frame=[dataclasses.replace(leaving, evidence=(Span(0, 9),))])
    quads = [*quads_of(maker, making), *making.world_quads()]
    assert [(v.shape, v.message) for v in validate(as_graph(quads))] == []


def test_evidence_outside_the_words_of_the_claim_breaks_a_shape(maker, making, leaving):
    from graph_build.check.things import as_graph
    from ontology.validate import validate

    with_facts(maker, dataclasses.replace(leaving, evidence=(Span(0, 9),)))
    quads = [*quads_of(maker, making), *making.world_quads()]
    assert ["PredicationInsideClaim"] == [
        v.shape.rpartition("#")[2] for v in validate(as_graph(quads))
    ]


def test_where_the_text_gives_outlet_and_date_is_told_with_the_report(making):
    maker = making.plain_report(text="Harbour News/ 2030-05-01 The ferry is gone for good.")
    maker.publication = Publication(
        "Harbour News", "2030-05-01", "dateline",
        publisher_span=maker.span("Harbour News"), published_span=maker.span("2030-05-01"),
    )  # fmt: skip
    quads = quads_of(maker, making)
    (report,) = [t for t in values_of(quads).values() if "reportId" in t]
    exact = {
        name: values_of(quads)[report[name][0]]["exact"]
        for name in ("publisherEvidence", "publishedEvidence")
    }
    assert exact == {"publisherEvidence": ["Harbour News"], "publishedEvidence": ["2030-05-01"]}


@pytest.mark.parametrize(
    ("bounds", "label"),
    [
        (("170", None, False, True, False), "more than 170"),
        (("70", None, True, True, False), "at least 70"),
        ((None, "5", True, True, False), "at most 5"),
        ((None, "5", True, False, False), "fewer than 5"),
        (("150", "150", True, True, True), "about 150"),
        (("200", "999", True, True, True), "about 200 to 999"),
        (("3", None, True, True, True), "at least about 3"),
        (("2500.0", "2500.0", True, True, False), "2500"),
        (("3", "5", False, False, False), "more than 3 and fewer than 5"),
        ((None, None, True, True, True), ""),
    ],
)
def test_quantities_are_worded_by_their_bounds(bounds, label):
    here = Span(0, 1)
    low, high, low_in, high_in, rough = bounds
    assert quantity_label(QuantityPhrase(here, here, low, high, low_in, high_in, rough)) == label


@pytest.mark.parametrize(
    ("relation", "edtf", "length", "label"),
    [
        (TimeRelation.BY, "2025-09", None, "by 2025-09"),
        (TimeRelation.AT, "2014", None, "2014"),
        (TimeRelation.SINCE, "2023-10/..", None, "since 2023-10"),
        (TimeRelation.FOR, None, "P1Y", "for 1 year"),
        (TimeRelation.WITHIN, None, "P2Y", "within 2 years"),
        (TimeRelation.UNTIL, "2026-09", "P1Y", "1 year, until 2026-09"),
        (TimeRelation.AT, None, None, ""),
    ],
)
def test_times_are_worded_by_relation_and_date(relation, edtf, length, label):
    here = Span(0, 1)
    assert time_label(TimePhrase(here, here, relation, edtf, length)) == label
