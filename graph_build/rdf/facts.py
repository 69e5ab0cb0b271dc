"""Facts as quads: a predication in the report's graph, the typed proposition that it states.

What only this wording has (evidence, hedges, condition, certainty, where a date comes from) stays
with the predication; the proposition holds the slots and values alone and is named by them, so
that claims which say the same share it.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from graph_build.model.edtf import edtf_bounds
from graph_build.model.entity import Entity
from graph_build.model.fact import Fact, LinkedArgument
from graph_build.model.predication import Slot
from graph_build.model.quad import XSD_DATE_TIME, XSD_DECIMAL, Iri, Literal, Quad, Term, boolean
from graph_build.model.text import Span
from graph_build.model.wording import plain_wording
from graph_build.rdf import iris
from graph_build.rdf.claims import ACTS, CERTAINTIES, POLARITIES, act_label
from graph_build.rdf.labels import clean_name, offsets_label
from graph_build.rdf.scope import ReportScope, describe, text_or_none
from graph_build.rdf.value_labels import number, value_label
from ontology.terms import Classes, Properties
from ontology.world_model import PLACE_KINDS

PIECE: Final = " ... "
OWN_ACT: Final = "Asserting"

_THING: Final[Mapping[str, str]] = {
    "subject": Properties.hasSubject,
    "object": Properties.hasObject,
    "agent": Properties.hasAgent,
    "place": Properties.placeScope,
    "recipient": Properties.hasRecipient,
}
_WORDING: Final[Mapping[str, str]] = {
    "subject": Properties.subjectWording,
    "object": Properties.objectWording,
    "agent": Properties.agentWording,
    "place": Properties.placeWording,
    "recipient": Properties.recipientWording,
}
_LABEL: Final[Mapping[str, str]] = {
    "subject": Properties.subjectLabel,
    "object": Properties.objectLabel,
    "agent": Properties.agentLabel,
    "place": Properties.placeLabel,
    "recipient": Properties.recipientLabel,
}

Pairs = Iterator[tuple[str, Term | None]]


def fact_quads(
    scope: ReportScope, claim: str, fact: Fact, *, act: str, ordinal: int, is_frame: bool
) -> Iterator[Quad]:
    """Every quad of one fact.

    Args:
        scope: the report that tells it.
        claim: the IRI of the claim that states it.
        fact: the fact.
        act: the speech act of the claim, which holds where the fact has none of its own.
        ordinal: how many facts of the claim before this one stand on the very same words.
        is_frame: whether it is read off the words around those of the claim.
    """
    slots = tuple(_slot_pairs(scope, fact))
    proposition = iris.proposition_iri(_address(slots))
    yield from describe(proposition, Classes.Proposition, slots, iris.PROPOSITIONS_GRAPH)
    predication = iris.predication_iri(claim, places_key(fact), ordinal)
    pairs: list[tuple[str, Term | None]] = [
        (Properties.predicatedBy, Iri(claim)),
        (Properties.statesProposition, Iri(proposition)),
        (Properties.isFrame, boolean(is_frame)),
        (Properties.attributeLabel, Literal(clean_name(fact.attribute_label or fact.lemma))),
        (Properties.lemma, Literal(fact.lemma)),
        (Properties.extractedBy, Literal(fact.method or "unnamed pattern")),
        *_word_pairs(scope, fact),
        *_attitude_pairs(fact, act),
        *_label_pairs(fact),
        *_time_pairs(scope, fact),
        *_quantity_pairs(fact),
    ]
    yield from scope.node(predication, Classes.Predication, pairs)
    for span in _spans(fact):
        yield from scope.evidence(span)


def _address(slots: tuple[tuple[str, Term | None], ...]) -> list[str]:
    """The slots of a typed proposition as strings, in an order of their own."""
    held = ((p, t) for p, t in slots if t is not None)
    return ["typed", *sorted(f"{p} {t.kind} {t.value}" for p, t in held)]


def places_key(fact: Fact) -> tuple[tuple[Span, ...], ...]:
    """Where the fact stands: evidence, trigger, time and quantity."""
    return (
        fact.evidence,
        (fact.trigger,) if fact.trigger is not None else (),
        (fact.time.span,) if fact.time is not None else (),
        (fact.quantity.span,) if fact.quantity is not None else (),
    )


def _slot_pairs(scope: ReportScope, fact: Fact) -> Pairs:
    """What the typed proposition is made of, and nothing of how it is worded or how sure it is."""
    if fact.attribute is not None:
        yield Properties.hasAttribute, Iri(fact.attribute)
    else:
        yield Properties.lemma, Literal(fact.lemma)
    for argument in fact.arguments:
        yield from _argument_pairs(scope, argument)
    yield from _date_pairs(fact)
    yield from _quantity_pairs(fact)


def _argument_pairs(scope: ReportScope, argument: LinkedArgument) -> Pairs:
    things = [scope.party_iri(t) for t in argument.things if _fits(argument.slot, t)]
    for thing in sorted(set(things)):
        yield _THING[argument.slot], Iri(thing)
    if not things or not argument.is_whole:
        yield _WORDING[argument.slot], text_or_none(plain_wording(argument.label))


def _fits(slot: Slot, thing: object) -> bool:
    return slot is not Slot.PLACE or (isinstance(thing, Entity) and thing.kind in PLACE_KINDS)


def _word_pairs(scope: ReportScope, fact: Fact) -> Pairs:
    evidence = sorted(fact.evidence)
    yield Properties.factWords, Literal(PIECE.join(scope.cut(span) for span in evidence))
    yield Properties.factOffsets, Literal(offsets_label(evidence))
    for span in evidence:
        yield Properties.evidence, Iri(scope.span_iri(span))
    for span in fact.hedges:
        yield Properties.hedgeCue, Iri(scope.span_iri(span))
    if fact.condition is not None:
        yield Properties.conditionEvidence, Iri(scope.span_iri(fact.condition))


def _attitude_pairs(fact: Fact, act: str) -> Pairs:
    label = act_label(fact.act or act)
    yield Properties.hasCertainty, Iri(CERTAINTIES[fact.certainty])
    yield Properties.hasPolarity, Iri(POLARITIES[fact.polarity])
    yield Properties.hasSpeechAct, Iri(ACTS[label])
    yield Properties.certaintyLabel, Literal(fact.certainty.value)
    yield Properties.polarityLabel, Literal(fact.polarity.value)
    yield Properties.actLabel, Literal(label)


def _label_pairs(fact: Fact) -> Pairs:
    yield Properties.valueLabel, text_or_none(value_label(fact.time, fact.quantity))
    for argument in fact.arguments:
        if argument.label.strip():
            yield _LABEL[argument.slot], Literal(clean_name(argument.label))


def _time_pairs(scope: ReportScope, fact: Fact) -> Pairs:
    time = fact.time
    if time is None:
        return
    yield from _date_pairs(fact)
    yield Properties.timeResolution, Literal(time.resolution.value)
    yield Properties.timeAnchor, text_or_none(time.anchor)
    if time.anchor_span is not None:
        yield Properties.anchorEvidence, Iri(scope.span_iri(time.anchor_span))


def _date_pairs(fact: Fact) -> Pairs:
    time = fact.time
    if time is None or (time.edtf is None and time.length is None):
        return
    yield Properties.timeRelation, Literal(time.relation.value)
    yield Properties.length, text_or_none(time.length)
    if time.edtf is None:
        return
    yield Properties.edtf, Literal(time.edtf)
    earliest, latest = edtf_bounds(time.edtf)
    for predicate, moment in ((Properties.earliest, earliest), (Properties.latest, latest)):
        if moment is not None:
            yield predicate, Literal(moment, XSD_DATE_TIME)


def _quantity_pairs(fact: Fact) -> Pairs:
    quantity = fact.quantity
    if quantity is None or (quantity.minimum is None and quantity.maximum is None):
        return
    if quantity.minimum is not None:
        yield Properties.lowerBound, Literal(number(quantity.minimum), XSD_DECIMAL)
        yield Properties.lowerInclusive, boolean(quantity.minimum_included)
    if quantity.maximum is not None:
        yield Properties.upperBound, Literal(number(quantity.maximum), XSD_DECIMAL)
        yield Properties.upperInclusive, boolean(quantity.maximum_included)
    yield Properties.isApproximate, boolean(quantity.approximate)
    yield Properties.unit, text_or_none(quantity.unit)


def _spans(fact: Fact) -> Iterator[Span]:
    yield from fact.evidence
    yield from fact.hedges
    if fact.condition is not None:
        yield fact.condition
    if fact.time is not None and fact.time.anchor_span is not None:
        yield fact.time.anchor_span
