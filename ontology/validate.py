"""Checks a data graph against the SHACL shapes, through pySHACL.

The only module that knows pySHACL. Gives every violation as a value; does not stop at the first
and does not judge whether the graph as a whole may be used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology import terms
from ontology.load import load_ontology, load_shapes

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_SHACL = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One node that breaks one shape."""

    focus: str
    """IRI of the node."""
    path: str | None
    """IRI of the property at fault; None where the shape is about the node as a whole."""
    message: str
    shape: str
    """IRI of the shape, in `shapes.ttl`."""
    severity: str
    """`Violation`, `Warning` or `Info`."""


def validate(data: Graph, shapes: Graph | None = None) -> list[Violation]:
    """The violations of the shapes in `data`, sorted, each once; empty when it conforms.

    Does not change `data`. The sub-classes and codes that the shapes rely on come from the
    ontology and need not be in it.

    Args:
        data: all named graphs flattened into one; shapes look across reports and gazetteer.
        shapes: in place of `shapes.ttl`.
    """
    import pyshacl
    from rdflib import Graph

    rules = load_shapes() if shapes is None else shapes
    _, results, _ = pyshacl.validate(
        _with_background(data),
        shacl_graph=rules,
        advanced=True,  # SPARQL targets
        inference="none",
        inplace=True,  # the graph is a copy of ours already
        meta_shacl=False,
    )
    if not isinstance(results, Graph):
        raise results
    return sorted(set(_violations(results)), key=_sort_key)


def _with_background(data: Graph) -> Graph:
    """A copy of `data` with the class tree and the codes of the closed lists."""
    from rdflib import RDFS, Graph, URIRef

    ontology = load_ontology()
    whole = Graph()
    for triple in data:
        whole.add(triple)
    for predicate in (RDFS.subClassOf, URIRef(terms.Properties.code)):
        for subject, value in ontology.subject_objects(predicate):
            whole.add((subject, predicate, value))
    return whole


def _violations(results: Graph) -> list[Violation]:
    from rdflib import RDF, Namespace

    shacl = Namespace(_SHACL)
    # A result within the detail of another repeats it for the nested shape.
    found = set(results.objects(None, shacl.result))
    return [
        Violation(
            focus=str(results.value(result, shacl.focusNode)),
            path=_path(results.value(result, shacl.resultPath)),
            message=_message(results, result),
            shape=str(results.value(result, shacl.sourceShape)),
            severity=str(results.value(result, shacl.resultSeverity)).removeprefix(_SHACL),
        )
        for result in results.subjects(RDF.type, shacl.ValidationResult)
        if result in found
    ]


def _path(node: Node | None) -> str | None:
    from rdflib import URIRef

    return str(node) if isinstance(node, URIRef) else None


def _message(results: Graph, result: Node) -> str:
    from rdflib import Namespace

    messages = results.objects(result, Namespace(_SHACL).resultMessage)
    return " ".join(sorted(str(message) for message in messages))


def _sort_key(violation: Violation) -> tuple[str, str, str]:
    return violation.shape, violation.focus, violation.path or ""
