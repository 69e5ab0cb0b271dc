"""Comparisons as nodes of the derived graph, so that each reads the same from both sides."""

from collections.abc import Iterable, Iterator

from graph_build.model.comparison import Comparison
from graph_build.model.quad import Iri, Literal, Quad
from graph_build.rdf import iris
from graph_build.rdf.scope import describe
from ontology.terms import Classes, Properties


def comparison_quads(comparisons: Iterable[Comparison]) -> Iterator[Quad]:
    """The quads of the comparisons, all in the derived graph."""
    for comparison in comparisons:
        first, second = sorted((comparison.first, comparison.second))
        iri = iris.comparison_iri(first, second, comparison.kind, comparison.rule)
        pairs = (
            (Properties.comparesClaim, Iri(first)),
            (Properties.comparesClaim, Iri(second)),
            (Properties.comparisonKind, Literal(comparison.kind)),
            (Properties.comparisonRule, Literal(comparison.rule)),
            (Properties.reason, Literal(comparison.reason)),
            (Properties.ruleVersion, Literal(comparison.version)),
        )
        yield from describe(iri, Classes.Comparison, pairs, iris.DERIVED_GRAPH)
