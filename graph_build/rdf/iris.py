"""The one module that mints IRIs. Every IRI follows from the text alone, never from a judgement.

Not for names of the ontology (`ontology.terms`) nor for curated things (the gazetteer).
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

from graph_build.model.text import Span
from ontology.terms import BASE

TEXTS_GRAPH: Final = BASE + "graph/texts"
PROPOSITIONS_GRAPH: Final = BASE + "graph/propositions"
GAZETTEER_GRAPH: Final = BASE + "graph/gazetteer"
DERIVED_GRAPH: Final = BASE + "graph/derived-0-1"
ORIGINS_GRAPH: Final = BASE + "graph/origins-0-1"
POOLS_GRAPH: Final = BASE + "graph/pools-0-1"
FRAMING_GRAPH: Final = BASE + "graph/framing-0-1"
JUDGEMENTS_GRAPH: Final = BASE + "graph/judgements"
IDENTITY_GRAPH: Final = BASE + "graph/identity-0-1"
NANOPUBS: Final = BASE + "np/"

_UNIT: Final = "\x1f"
_GROUP: Final = "\x1d"
_DIGITS: Final = 20


def report_graph_iri(report_id: str) -> str:
    """The graph that holds everything told by one report."""
    return f"{BASE}graph/report/{report_id}"


def report_iri(report_id: str) -> str:
    """One publication of a text."""
    return f"{BASE}id/report/{report_id}"


def text_iri(sha256: str) -> str:
    """A text as held, by the hash of its characters."""
    return f"{BASE}id/text/{sha256}"


def span_iri(report_id: str, span: Span) -> str:
    """A piece of evidence."""
    return _part_iri(report_id, "span", span)


def zone_iri(report_id: str, span: Span) -> str:
    """A stretch of a report that is for one purpose."""
    return _part_iri(report_id, "zone", span)


def mention_iri(report_id: str, span: Span) -> str:
    """A name in the text."""
    return _part_iri(report_id, "mention", span)


def local_entity_iri(report_id: str, anchor: Span) -> str:
    """A thing known from one report alone, at its fullest mention there."""
    return _part_iri(report_id, "entity", anchor)


def unnamed_source_iri(report_id: str, anchor: Span) -> str:
    """People whom a report cites without naming them."""
    return _part_iri(report_id, "source", anchor)


def subgroup_iri(source_iri: str, number: int) -> str:
    """A part of such people, counted from 1 in text order."""
    return f"{source_iri}/{number}"


def issue_iri(report_id: str, number: int) -> str:
    """Something not understood in a report, counted from 1."""
    return f"{BASE}id/report/{report_id}/issue/{number}"


def claim_iri(report_id: str, spans: Sequence[Iterable[Span]], *, hop: int, ordinal: int) -> str:
    """The claim of one hop of one statement.

    Args:
        report_id: of the report that tells it.
        spans: content, source and cue, each in text order.
        hop: 0 for the report's own voice, then outwards.
        ordinal: how many statements of the report before this one have the very same spans.
    """
    fields = [report_id, *(_offsets(role) for role in spans), str(hop), str(ordinal)]
    return f"{BASE}id/claim/{_digest(fields)}"


def proposition_iri(slots: Sequence[str]) -> str:
    """What is stated, by its normalised slots: shared by all claims that word it alike."""
    return f"{BASE}id/proposition/{_digest(slots)}"


def predication_iri(claim: str, places: Sequence[Iterable[Span]], ordinal: int) -> str:
    """A typed reading of words of a claim: by where its evidence, word, time and number stand.

    `ordinal` counts the readings of the claim before this one that stand at the very same places.
    """
    fields = [claim, *(_offsets(sorted(place)) for place in places), str(ordinal)]
    return f"{BASE}id/predication/{_digest(fields)}"


def comparison_iri(first: str, second: str, kind: str, rule: str) -> str:
    """A comparison of two claims by one rule, the same from both sides."""
    return f"{BASE}id/comparison/{_digest([*sorted((first, second)), kind, rule])}"


def disagreement_iri(kind: str, comparisons: Iterable[str]) -> str:
    """The question on which comparisons of facts disagree, by those comparisons."""
    return f"{BASE}id/disagreement/{_digest([kind, *sorted(comparisons)])}"


def gathering_iri(kind: str, rule: str, members: Iterable[str]) -> str:
    """What one rule holds of any number of things together, by those things."""
    return f"{BASE}id/comparison/{_digest([kind, rule, *sorted(members)])}"


def support_iri(kind: str, pieces: Iterable[str]) -> str:
    """What is stated alike in several places, by the facts or claims that state it."""
    return f"{BASE}id/support/{_digest([kind, *sorted(pieces)])}"


def origin_iri(support: str, claims: Iterable[str]) -> str:
    """One origin of what is stated alike, by the claims that have it."""
    return f"{BASE}id/origin/{_digest([support, *sorted(claims)])}"


def judgement_iri(first: str, second: str, method: str) -> str:
    """What is held by one method of two things, or (`second` empty) of one claim."""
    return f"{BASE}id/judgement/{_digest([*sorted((first, second)), method])}"


def decider_iri(name: str) -> str:
    """Somebody who decides on judgements, known by name alone."""
    return f"{BASE}id/decider/{_digest([name])}"


def mutation_iri(report: str, offsets: str, values: Sequence[str]) -> str:
    """What a retelling has otherwise: by its report, the place, the kind, the rule, the values."""
    return f"{BASE}id/comparison/{_digest([report, offsets, *values])}"


def nanopub_iri(claim: str) -> str:
    """The nanopublication of a claim, by the last part of the claim's IRI."""
    return NANOPUBS + claim.rpartition("/")[2]


def nanopub_part_iri(nanopub: str, part: str) -> str:
    """One of the four graphs of a nanopublication: Head, assertion, provenance, pubinfo."""
    return f"{nanopub}#{part}"


def selector_iri(span: str, kind: str) -> str:
    """A way to find a span again: its position, or its words with what stands around them."""
    return f"{span}#{kind}"


def _part_iri(report_id: str, kind: str, span: Span) -> str:
    return f"{BASE}id/report/{report_id}/{kind}/{span.start}-{span.end}"


def _offsets(spans: Iterable[Span]) -> str:
    return _GROUP.join(f"{span.start}-{span.end}" for span in spans)


def _digest(fields: Sequence[str]) -> str:
    """The first 80 bits over the fields, each preceded by its length: no two lists collide."""
    framed = _UNIT.join(f"{len(field)}:{field}" for field in fields)
    return hashlib.sha256(framed.encode()).hexdigest()[:_DIGITS]
