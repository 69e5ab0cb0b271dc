"""Comparisons as nodes of the derived graph, so that each reads the same from both sides."""

from collections.abc import Iterator

from graph_build.model.comparison import Comparison, Comparisons, Mutation
from graph_build.model.quad import Iri, Literal, Quad, Term, integer
from graph_build.rdf import iris
from graph_build.rdf.labels import offsets_label
from graph_build.rdf.scope import describe
from ontology.terms import Classes, Properties

Pairs = Iterator[tuple[str, Term | None]]


def comparison_quads(found: Comparisons) -> Iterator[Quad]:
    """The quads of all that comparing found, each once, all in the derived graph."""
    for comparison in found.comparisons:
        iri = iris.comparison_iri(
            comparison.first, comparison.second, comparison.kind, comparison.rule
        )
        yield from describe(iri, Classes.Comparison, _of_pair(comparison), iris.DERIVED_GRAPH)
    for mutation in found.mutations:
        offsets = offsets_label([mutation.span])
        values = (mutation.kind, mutation.rule, mutation.here or "", *mutation.there)
        iri = iris.mutation_iri(mutation.report, offsets, values)
        yield from describe(
            iri, Classes.Mutation, _of_mutation(mutation, offsets), iris.DERIVED_GRAPH
        )


def _of_pair(comparison: Comparison) -> Pairs:
    compares = Properties.comparesReport if comparison.of_reports else Properties.comparesClaim
    yield compares, Iri(comparison.first)
    yield compares, Iri(comparison.second)
    yield from _judgement(comparison)
    for difference in comparison.differences:
        yield Properties.difference, Literal(difference)


def _of_mutation(mutation: Mutation, offsets: str) -> Pairs:
    yield Properties.mutatedIn, Iri(mutation.report)
    for claim in sorted({*mutation.claims, *mutation.siblings}):
        yield Properties.comparesClaim, Iri(claim)
    yield from _judgement(mutation)
    yield Properties.valueHere, None if mutation.here is None else Literal(mutation.here)
    for value in mutation.there:
        yield Properties.valueThere, Literal(value)
    yield Properties.valueOffsets, Literal(offsets)
    yield Properties.retellingsCompared, integer(mutation.compared)
    yield Properties.retellingsAgainst, integer(mutation.against)


def _judgement(judged: Comparison | Mutation) -> Pairs:
    yield Properties.comparisonKind, Literal(judged.kind)
    yield Properties.comparisonRule, Literal(judged.rule)
    yield Properties.reason, Literal(judged.reason)
    yield Properties.ruleVersion, Literal(judged.version)
    yield Properties.verdict, None if judged.verdict is None else Literal(judged.verdict.value)
