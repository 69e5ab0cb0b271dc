"""Supports and their origins as nodes of a derived graph of their own."""

from collections.abc import Iterable, Iterator

from graph_build.model.quad import Iri, Literal, Quad, Term, integer
from graph_build.model.support import Origin, Support
from graph_build.rdf import iris
from graph_build.rdf.scope import describe, text_or_none
from ontology.terms import Classes, Properties

Pairs = Iterator[tuple[str, Term | None]]


def origin_quads(found: Iterable[Support]) -> Iterator[Quad]:
    """The quads of what is stated alike and of the origins on which it rests."""
    for support in found:
        iri = iris.support_iri(support.kind, support.facts or support.claims)
        origins = [(iris.origin_iri(iri, o.facts or o.claims), o) for o in support.origins]
        described = _of_support(support, [origin for origin, _ in origins])
        yield from describe(iri, Classes.Support, described, iris.ORIGINS_GRAPH)
        for origin_iri, origin in origins:
            yield from describe(origin_iri, Classes.Origin, _of_origin(origin), iris.ORIGINS_GRAPH)


def _of_support(support: Support, origins: Iterable[str]) -> Pairs:
    yield Properties.comparisonKind, Literal(support.kind)
    yield Properties.comparisonRule, Literal(support.rule)
    yield Properties.verdict, Literal(support.verdict.value)
    yield Properties.reason, Literal(support.reason)
    yield Properties.ruleVersion, Literal(support.version)
    yield Properties.statedAttribute, Literal(support.attribute)
    yield Properties.statedSubject, text_or_none(support.subject)
    yield Properties.statedObject, text_or_none(support.object)
    yield Properties.statedScope, text_or_none(support.scope)
    yield Properties.statedValue, text_or_none(support.value)
    yield Properties.statedWords, text_or_none(support.words)
    yield Properties.reportsTelling, integer(support.reports)
    yield Properties.originsMin, integer(support.least)
    if support.most is not None:
        yield Properties.originsMax, integer(support.most)
    for origin in origins:
        yield Properties.hasOrigin, Iri(origin)
    for fact in support.facts:
        yield Properties.comparesFact, Iri(fact)
    for claim in support.claims:
        yield Properties.comparesClaim, Iri(claim)
    for thing in support.about:
        yield Properties.supportAbout, Iri(thing)


def _of_origin(origin: Origin) -> Pairs:
    yield Properties.originLabel, Literal(origin.label)
    yield Properties.originKind, Literal(origin.kind)
    yield Properties.originParty, Iri(origin.party)
    yield Properties.originSaid, text_or_none(origin.said)
    for report in origin.reports:
        yield Properties.originIn, Iri(report)
    for ground in origin.grounds:
        yield Properties.originGround, Literal(ground)
    for claim in origin.claims:
        yield Properties.originOfClaim, Iri(claim)
    for fact in origin.facts:
        yield Properties.originOfFact, Iri(fact)
