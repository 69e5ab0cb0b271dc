"""What must go with what: the difference between the store as it is and as it shall be."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from graph_build.model.quad import RDF_TYPE
from ontology.terms import Classes, Properties

Subject = ox.NamedNode | ox.BlankNode | ox.Triple

SHARED_BY: Final = (Properties.statesProposition, Properties.hasText)
COMPARED: Final = {
    Classes.Claim: (Properties.comparesClaim,),
    Classes.Report: (Properties.comparesReport, Properties.mutatedIn),
}


class NoReportError(ValueError):
    """Quads to be put as a report tell of none, or of several."""


def report_graph_of(quads: Iterable[ox.Quad]) -> ox.NamedNode:
    """The graph of the one report that the quads tell of."""
    graphs = {q.graph_name for q in quads if q.predicate.value == Properties.reportId}
    if len(graphs) != 1:
        raise NoReportError(f"expected the quads of one report, got those of {len(graphs)}")
    graph = graphs.pop()
    assert isinstance(graph, ox.NamedNode)
    return graph


def orphans(store: ox.Store, dropped: Collection[ox.Quad]) -> set[ox.Quad]:
    """The quads elsewhere that lose their last reason when these quads go.

    Propositions that no other claim states, texts that no other report has, comparisons of a
    claim or a report that vanishes.
    """
    found: set[ox.Quad] = set()
    for predicate in map(ox.NamedNode, SHARED_BY):
        for node in {q.object for q in dropped if q.predicate == predicate}:
            users = store.quads_for_pattern(None, predicate, node)
            if all(user in dropped for user in users):
                found.update(_described(store, node))
    for subject, predicate in _compared(dropped):
        for user in store.quads_for_pattern(None, predicate, subject):
            found.update(_described(store, user.subject))
    return found


def _compared(dropped: Iterable[ox.Quad]) -> Iterator[tuple[Subject, ox.NamedNode]]:
    """The claims and reports among the quads, with the properties by which they are compared."""
    for quad in dropped:
        if quad.predicate.value == RDF_TYPE and isinstance(quad.object, ox.NamedNode):
            for predicate in COMPARED.get(quad.object.value, ()):
                yield quad.subject, ox.NamedNode(predicate)


def update_text(
    *,
    drop: ox.NamedNode | None = None,
    delete: Iterable[ox.Quad] = (),
    insert: Iterable[ox.Quad] = (),
) -> str:
    """One SPARQL update, which the store runs as one transaction; terms are written by the store.

    Args:
        drop: a graph that goes whole.
        delete: quads that go.
        insert: quads that come.
    """
    parts = [f"DROP SILENT GRAPH {drop}"] if drop is not None else []
    for verb, quads in (("DELETE DATA", delete), ("INSERT DATA", insert)):
        graphs = "\n".join(_graph_blocks(quads))
        if graphs:
            parts.append(f"{verb} {{\n{graphs}\n}}")
    return " ;\n".join(parts)


def _graph_blocks(quads: Iterable[ox.Quad]) -> Iterator[str]:
    ordered = sorted(quads, key=_graph_of)
    for graph, group in groupby(ordered, key=_graph_of):
        triples = "\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in group)
        yield f"GRAPH {graph} {{\n{triples}\n}}"


def _graph_of(quad: ox.Quad) -> str:
    return str(quad.graph_name)


def _described(
    store: ox.Store, node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
) -> Iterator[ox.Quad]:
    if isinstance(node, ox.NamedNode):
        yield from store.quads_for_pattern(node, None, None)
