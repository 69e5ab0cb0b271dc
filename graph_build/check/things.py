"""Quads gathered by the thing that they describe, and as an rdflib graph."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph_build.model.quad import Iri, Quad

if TYPE_CHECKING:
    from rdflib import Graph

Things = dict[str, dict[str, list[str]]]


def things_of(quads: Iterable[Quad]) -> Things:
    """The values of each property of each thing, sorted."""
    things: Things = {}
    for quad in quads:
        values = things.setdefault(quad.subject, {}).setdefault(quad.predicate, [])
        values.append(quad.object.value)
    for thing in things.values():
        for values in thing.values():
            values.sort()
    return things


def as_graph(quads: Iterable[Quad]) -> "Graph":
    """The triples without the graphs that they live in."""
    from rdflib import Graph, Literal, URIRef

    graph = Graph()
    for quad in quads:
        term = quad.object
        value = (
            URIRef(term.value)
            if isinstance(term, Iri)
            else Literal(
                term.value,
                datatype=URIRef(term.datatype) if term.datatype else None,
                lang=term.language,
            )
        )
        graph.add((URIRef(quad.subject), URIRef(quad.predicate), value))
    return graph
