"""What a reasoner is given: all that has meaning, nothing that it would misread."""

import pytest
from rdflib import Graph

from ontology.axioms import reasoner_input
from ontology.errors import UnreasonableGraphError
from ontology.load import load_ontology
from ontology.terms import CODES

PREFIXES = """
@prefix onr: <https://w3id.org/onrecord/ontology#> .
@prefix ex: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load_ontology()


def given(ontology: Graph, data: str):
    return reasoner_input(ontology + Graph().parse(data=PREFIXES + data))


def about(given_input, name: str) -> set[str]:
    lines = given_input.ntriples.decode().splitlines()
    return {line for line in lines if line.startswith(f"<https://example.org/{name}>")}


def test_facts_of_the_ontology_are_kept_and_their_things_named(ontology):
    lines = about(given(ontology, "ex:a onr:hop 1 ."), "a")
    assert {line.split()[1].partition("#")[2] for line in lines} == {"hop>", "type>"}


def test_annotations_are_dropped_without_a_word(ontology):
    result = given(ontology, 'ex:a skos:prefLabel "A"@en ; onr:demonym "An"@en .')
    assert (about(result, "a"), result.left_out) == (set(), ())


def test_what_other_vocabularies_say_is_left_out_and_named(ontology):
    result = given(ontology, "ex:a ex:likes ex:b ; a ex:Cat .")
    assert result.left_out == ("https://example.org/Cat", "https://example.org/likes")


def test_imports_are_left_out_and_named(ontology):
    result = given(ontology, "ex:o owl:imports ex:other .")
    assert result.left_out == ("http://www.w3.org/2002/07/owl#imports",)


def test_a_property_is_no_individual(ontology):
    lines = given(ontology, "").ntriples.decode().splitlines()
    individuals = {line.split()[0] for line in lines if line.endswith("#NamedIndividual> .")}
    assert individuals == {f"<{member}>" for member in CODES}


def test_the_same_graph_gives_the_same_lines_in_order(ontology):
    lines = given(ontology, "ex:b onr:hop 1 . ex:a onr:hop 2 .").ntriples.decode().splitlines()
    data = [line for line in lines if "example.org" in line]
    assert data == sorted(data)
    assert len(data) == 4


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("ex:a onr:hopp 1 .", "property not declared"),
        ("ex:a a onr:Klaim .", "class not declared"),
        ("ex:a onr:relays 1 .", "needs a thing, not a literal"),
        ("ex:a onr:hop ex:b .", "needs a literal"),
        ('ex:a onr:hop "one"^^xsd:integer .', "ill-formed literal"),
        ('ex:a onr:publishedOn "2024-09-08"^^xsd:date .', "datatype that the reasoner cannot read"),
    ],
)
def test_a_fault_in_our_own_terms_is_an_error(ontology, data, fault):
    with pytest.raises(UnreasonableGraphError, match=fault) as caught:
        given(ontology, data)
    assert len(caught.value.faults) == 1


def test_all_faults_are_told_at_once(ontology):
    with pytest.raises(UnreasonableGraphError) as caught:
        given(ontology, "ex:a onr:hopp 1 ; onr:hoppp 2 .")
    assert len(caught.value.faults) == 2
