"""The hygiene queries find nothing in the ontology, and find what is planted."""

import re
from pathlib import Path

import pytest
from rdflib import Graph, Namespace

from ontology import load, terms

QC = Path(load.__file__).parent / "qc"
QUERIES = sorted(path.stem for path in QC.glob("*.rq"))
HEADER = re.compile(r"# Title: .+\n# Constraint: .+[.]\n# Severity: (error|warning)\n\n")

PREFIXES = """
@prefix onr: <https://w3id.org/onrecord/ontology#> .
@prefix ex: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
PLANTED = {
    "circular-definition": 'onr:Base skos:definition "A facility that is a base."@en .',
    "class-example": "onr:Depot a owl:Class .",
    "datatype": "onr:openedOn a owl:DatatypeProperty ; rdfs:range xsd:date .",
    "definition-form": 'onr:Base skos:definition "a place of arms"@en .',
    "forbidden-name": "onr:name a owl:DatatypeProperty .",
    "genus": 'onr:Depot a owl:Class ; rdfs:subClassOf onr:Base ; skos:definition "A store."@en .',
    "great-kinds-apart": "onr:Depot a owl:Class .",
    "header": "",
    "is-defined-by": "onr:Depot a owl:Class .",
    "label-case": 'onr:Depot a owl:Class ; rdfs:label "a depot"@en .',
    "member-code": "onr:Certainty owl:equivalentClass [ owl:oneOf ( onr:Sure ) ] .",
    "members-differ": "onr:Certainty owl:equivalentClass [ owl:oneOf ( onr:Sure ) ] .",
    "name-case": "onr:depot a owl:Class .",
    "no-cycle": "onr:Place rdfs:subClassOf onr:Base .",
    "no-imports": "<https://w3id.org/onrecord/ontology> owl:imports ex:other .",
    "no-inverse": "onr:relayedBy owl:inverseOf onr:relays .",
    "one-definition": 'onr:Base skos:definition "A second definition."@en .',
    "one-domain": "onr:hop rdfs:domain onr:Report .",
    "one-kind": "onr:Base a owl:ObjectProperty .",
    "one-label": 'onr:Base rdfs:label "Military Base"@en .',
    "shared-label": 'onr:Base rdfs:label "Facility"@en .',
    "simple-property": "onr:locatedIn a owl:FunctionalProperty .",
    "stray-space": 'onr:Base skos:scopeNote "two  spaces"@en .',
    "undeclared-outside-term": "onr:Base rdfs:subClassOf ex:Fort .",
    "undeclared-term": "onr:Base rdfs:subClassOf onr:Fort .",
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load.load_ontology()


def rows(query: str, graph: Graph) -> list[tuple[str, ...]]:
    found = graph.query((QC / f"{query}.rq").read_text(encoding="utf-8"))
    return [tuple(str(cell) for cell in row) for row in found]


@pytest.mark.parametrize("query", QUERIES)
def test_a_hygiene_query_finds_nothing_in_the_ontology_and_its_alignments(query, ontology):
    assert rows(query, ontology + load.load_alignments()) == []


@pytest.mark.parametrize("query", QUERIES)
def test_a_hygiene_query_finds_what_is_planted(query, ontology):
    # The header is planted against by taking away all of it.
    sound = Graph() if query == "header" else ontology
    assert rows(query, sound + Graph().parse(data=PREFIXES + PLANTED[query])) != []


@pytest.mark.parametrize("query", QUERIES)
def test_a_hygiene_query_says_its_title_constraint_and_severity(query):
    assert HEADER.match((QC / f"{query}.rq").read_text(encoding="utf-8"))


@pytest.mark.parametrize("query", ["undeclared-outside-term", "undeclared-term"])
def test_the_ontology_alone_declares_all_that_it_uses(query, ontology):
    assert rows(query, ontology) == []


def test_the_header_of_the_ontology_names_its_prefix_and_namespace(ontology):
    vann = Namespace("http://purl.org/vocab/vann/")
    prefixes = [str(value) for value in ontology.objects(None, vann.preferredNamespacePrefix)]
    namespaces = [str(value) for value in ontology.objects(None, vann.preferredNamespaceUri)]
    assert (prefixes, namespaces) == (["onr"], [terms.ONR])
