"""Our quads to those of pyoxigraph and back. Total both ways for every term that we write."""

from typing import Final

import pyoxigraph as ox

from graph_build.model.quad import XSD, AnswerTerm, Blank, Iri, Literal, Quad, Term

OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_STRING: Final = XSD + "string"


class UnnamedNodeError(ValueError):
    """A quad in the store holds a blank node or a quoted triple, which we never write."""


def to_ox_term(term: Term) -> ox.NamedNode | ox.Literal:
    """The term as the store knows it. Raises ValueError for an ill-formed IRI or language tag."""
    if isinstance(term, Iri):
        return ox.NamedNode(term.value)
    if term.language:
        return ox.Literal(term.value, language=term.language)
    if term.datatype is None:
        return ox.Literal(term.value)
    return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype))


def from_ox_term(term: OxTerm) -> AnswerTerm:
    """The term as we know it; a quoted triple, which only a query can make, as its N-Triples."""
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.BlankNode):
        return Blank(term.value)
    if isinstance(term, ox.Triple):
        return Literal(str(term))
    if term.language:
        return Literal(term.value, language=term.language)
    datatype = term.datatype.value
    return Literal(term.value, None if datatype == _STRING else datatype)


def to_ox_quad(quad: Quad) -> ox.Quad:
    """The quad as the store knows it."""
    return ox.Quad(
        ox.NamedNode(quad.subject),
        ox.NamedNode(quad.predicate),
        to_ox_term(quad.object),
        ox.NamedNode(quad.graph),
    )


def from_ox_quad(quad: ox.Quad) -> Quad:
    """The quad as we know it; the default graph, which we never write, has the name ""."""
    graph, term = quad.graph_name, from_ox_term(quad.object)
    if isinstance(term, Blank):
        raise UnnamedNodeError(f"a blank node in {quad}")
    return Quad(
        _name(quad.subject),
        quad.predicate.value,
        term,
        "" if isinstance(graph, ox.DefaultGraph) else _name(graph),
    )


def _name(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    if not isinstance(node, ox.NamedNode):
        raise UnnamedNodeError(f"{node} where an IRI is expected")
    return node.value
