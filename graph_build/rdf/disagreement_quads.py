"""Disagreements as nodes of the derived graph: one a question, one each pair of facts."""

from collections.abc import Iterable, Iterator

from graph_build.model.quad import Iri, Literal, Quad, Term, integer
from graph_build.model.stated_fact import Disagreement, FactComparison
from graph_build.rdf import iris
from graph_build.rdf.scope import describe, text_or_none
from ontology.terms import Classes, Properties

PAIR_KIND = "facts"

Pairs = Iterator[tuple[str, Term | None]]


def disagreement_quads(found: Iterable[Disagreement]) -> Iterator[Quad]:
    """The quads of disagreements and of the pairs that they gather, each pair once."""
    for disagreement in found:
        pairs = [_pair_iri(pair) for pair in disagreement.pairs]
        iri = iris.disagreement_iri(disagreement.kind, pairs)
        yield from describe(
            iri, Classes.Disagreement, _of_disagreement(disagreement, pairs), iris.DERIVED_GRAPH
        )
        for pair_iri, pair in zip(pairs, disagreement.pairs, strict=True):
            described = _of_pair(pair, disagreement.version)
            yield from describe(pair_iri, Classes.FactComparison, described, iris.DERIVED_GRAPH)


def _pair_iri(pair: FactComparison) -> str:
    return iris.comparison_iri(pair.first, pair.second, PAIR_KIND, pair.rule)


def _of_disagreement(found: Disagreement, pairs: Iterable[str]) -> Pairs:
    yield Properties.comparisonKind, Literal(found.kind)
    yield Properties.comparisonRule, Literal(found.rule)
    yield Properties.verdict, Literal(found.verdict.value)
    yield Properties.reason, Literal(found.reason)
    yield Properties.ruleVersion, Literal(found.version)
    yield Properties.questionAttribute, Literal(found.attribute)
    yield Properties.questionSubject, text_or_none(found.subject)
    yield Properties.questionObject, text_or_none(found.object)
    yield Properties.questionScope, text_or_none(found.scope)
    yield Properties.reportsCompared, integer(found.reports)
    yield Properties.rootsToldApart, integer(found.roots)
    for value in found.values:
        yield Properties.answer, Literal(value)
    for pair in pairs:
        yield Properties.gathers, Iri(pair)
    for fact in found.facts:
        yield Properties.comparesFact, Iri(fact)
    for claim in found.claims:
        yield Properties.comparesClaim, Iri(claim)
    for thing in found.about:
        yield Properties.disagreementAbout, Iri(thing)


def _of_pair(pair: FactComparison, version: str) -> Pairs:
    yield Properties.comparesFact, Iri(pair.first)
    yield Properties.comparesFact, Iri(pair.second)
    yield Properties.comparisonKind, Literal(PAIR_KIND)
    yield Properties.comparisonRule, Literal(pair.rule)
    yield Properties.verdict, Literal(pair.verdict.value)
    yield Properties.reason, Literal(pair.reason)
    yield Properties.ruleVersion, Literal(version)
    for scope in pair.scopes:
        yield Properties.scopeRelation, Literal(scope)
