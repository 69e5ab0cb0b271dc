"""Turns a graph into the N-Triples that a reasoner for OWL 2 DL reads in full.

A reasoner passes over what it does not know and says nothing. So this module sorts the triples
first: annotations go (they have no meaning in OWL 2 DL), what other vocabularies say and the
ontology does not declare goes and is named, and a fault in our own terms or a literal that
cannot be read is an error. Does not check the OWL 2 DL profile; `qc/*.rq` do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology import terms
from ontology.errors import UnreasonableGraphError

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

    Triple = tuple[Node, Node, Node]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF_TYPE = _RDF + "type"

_BUILT_IN_ANNOTATIONS = frozenset(
    {_RDFS + name for name in ("label", "comment", "seeAlso", "isDefinedBy")}
    | {
        _OWL + name
        for name in (
            "versionInfo", "versionIRI", "deprecated", "priorVersion",
            "backwardCompatibleWith", "incompatibleWith",
        )
    }
)  # fmt: skip
_LANGUAGE = (_RDF, _RDFS, _OWL, _XSD)
_READABLE_DATATYPES = frozenset(
    {_XSD + name for name in (
        "string", "integer", "nonNegativeInteger", "positiveInteger", "decimal", "boolean",
        "dateTime",
    )}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReasonerInput:
    """What a reasoner is given, and what stays behind."""

    ntriples: bytes
    """Lines in sorted order, UTF-8."""
    left_out: tuple[str, ...]
    """Predicates, and classes of other vocabularies, that the ontology does not declare."""


@dataclass(frozen=True, slots=True)
class _Declared:
    annotations: frozenset[str]
    objects: frozenset[str]
    data: frozenset[str]
    classes: frozenset[str]


def reasoner_input(graph: Graph) -> ReasonerInput:
    """The triples of `graph` (ontology and data together) that carry meaning in OWL 2 DL.

    Raises:
        UnreasonableGraphError: a term of our namespace is not declared, a property is used with
            the wrong kind of value, or a literal is ill-formed or of a datatype outside OWL 2.
    """
    declared = _declared_in(graph)
    faults: set[str] = set()
    left_out: set[str] = set()
    lines: set[str] = set()
    for triple in graph:
        verdict = _judge(triple, declared)
        if verdict is None:
            lines.add(_line(triple))
            lines.update(_named_individuals(triple, declared))
        elif verdict.startswith("!"):
            faults.add(f"{verdict[1:]}: {_line(triple)}")
        elif verdict:
            left_out.add(verdict)
    if faults:
        raise UnreasonableGraphError(tuple(sorted(faults)))
    return ReasonerInput("\n".join([*sorted(lines), ""]).encode(), tuple(sorted(left_out)))


def _declared_in(graph: Graph) -> _Declared:
    from rdflib import OWL, RDF

    def of_kind(*kinds: Node) -> frozenset[str]:
        return frozenset(str(term) for kind in kinds for term in graph.subjects(RDF.type, kind))

    return _Declared(
        annotations=of_kind(OWL.AnnotationProperty) | _BUILT_IN_ANNOTATIONS,
        objects=of_kind(OWL.ObjectProperty),
        data=of_kind(OWL.DatatypeProperty),
        classes=of_kind(OWL.Class),
    )


def _judge(triple: Triple, declared: _Declared) -> str | None:
    """None to keep; "" to drop; an IRI to drop and name; a sentence after "!" for a fault."""
    predicate = str(triple[1])
    if predicate in declared.annotations:
        return ""
    if predicate == _RDF_TYPE:
        return _judge_type(str(triple[2]), declared)
    if predicate == _OWL + "imports":
        return predicate
    if predicate.startswith(_LANGUAGE):
        return None
    return _judge_value(triple, declared)


def _judge_type(kind: str, declared: _Declared) -> str | None:
    # A class expression (a blank node) has no IRI; OWL's own kinds need no declaration.
    if kind in declared.classes or kind.startswith(_LANGUAGE) or ":" not in kind:
        return None
    return "!class not declared" if kind.startswith(terms.ONR) else kind


def _judge_value(triple: Triple, declared: _Declared) -> str | None:
    from rdflib import Literal

    predicate, value = str(triple[1]), triple[2]
    is_literal = isinstance(value, Literal)
    if predicate in declared.data:
        return _judge_literal(value) if isinstance(value, Literal) else "!needs a literal"
    if predicate in declared.objects:
        return "!needs a thing, not a literal" if is_literal else None
    return "!property not declared" if predicate.startswith(terms.ONR) else predicate


def _judge_literal(value: Node) -> str | None:
    from rdflib import Literal

    assert isinstance(value, Literal)
    if value.ill_typed:
        return "!ill-formed literal"
    if value.datatype is not None and str(value.datatype) not in _READABLE_DATATYPES:
        return "!datatype that the reasoner cannot read"
    return None


def _named_individuals(triple: Triple, declared: _Declared) -> Iterator[str]:
    """Declarations of the things a triple of data speaks of; HermiT tells types of these only."""
    from rdflib import URIRef

    subject, predicate, value = triple
    things: Iterable[Node] = ()
    if str(predicate) in declared.objects:
        things = (subject, value)
    elif str(predicate) in declared.data or (
        str(predicate) == _RDF_TYPE and str(value) in declared.classes
    ):
        things = (subject,)
    for thing in things:
        if isinstance(thing, URIRef) and str(thing) not in declared.classes:
            yield f"{thing.n3()} <{_RDF_TYPE}> <{_OWL}NamedIndividual> ."


def _line(triple: Triple) -> str:
    from rdflib.plugins.serializers.nt import _nt_row

    return _nt_row(triple).rstrip("\n")
