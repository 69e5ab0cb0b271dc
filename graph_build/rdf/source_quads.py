"""What is held of unnamed sources together, as nodes of a graph of their own."""

from collections.abc import Iterable, Iterator

from graph_build.model.cited_source import SourceComparison
from graph_build.model.quad import Iri, Literal, Quad, Term, integer
from graph_build.rdf import iris
from graph_build.rdf.scope import describe, integer_or_none, text_or_none
from ontology.terms import Classes, Properties


def source_quads(found: Iterable[SourceComparison]) -> Iterator[Quad]:
    """The quads of comparisons of unnamed sources, all in the graph of pools."""
    for comparison in found:
        iri = iris.gathering_iri(comparison.kind, comparison.rule, comparison.sources)
        described = _described(comparison)
        yield from describe(iri, Classes.SourceComparison, described, iris.POOLS_GRAPH)


def _described(found: SourceComparison) -> Iterator[tuple[str, Term | None]]:
    yield Properties.comparisonKind, Literal(found.kind)
    yield Properties.comparisonRule, Literal(found.rule)
    yield Properties.reason, Literal(found.reason)
    yield Properties.ruleVersion, Literal(found.version)
    yield Properties.verdict, text_or_none(found.verdict.value if found.verdict else None)
    yield Properties.sourcesLabel, text_or_none(found.label)
    yield Properties.leastPeople, integer(found.least)
    yield Properties.mostPeople, integer_or_none(found.most)
    for source in found.sources:
        yield Properties.comparesSource, Iri(source)
    for report in found.reports:
        yield Properties.comparesReport, Iri(report)
    for claim in found.claims:
        yield Properties.comparesClaim, Iri(claim)
    for group in found.make_up:
        yield Properties.makeUp, Literal(group)
    for words in found.stated:
        yield Properties.statedReason, Literal(words)
