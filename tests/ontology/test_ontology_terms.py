"""terms.py and onrecord.ttl name the same things, and every thing is labelled and exemplified."""

import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SKOS, Graph, URIRef

from ontology import terms
from ontology.load import load_ontology

EXAMPLES = Path(terms.__file__).parent / "examples" / "valid"
KINDS = {
    terms.Classes: (OWL.Class,),
    terms.Properties: (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty),
    terms.Individuals: (OWL.NamedIndividual,),
}
# Filled by a reasoner, or held by the ontology itself; data never states them.
ONLY_INFERRED = {"restsOnClaim", "restsOnReport", "scope", "code"}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load_ontology()


@pytest.fixture(scope="module")
def example_terms() -> set[str]:
    examples = Graph()
    for path in EXAMPLES.glob("*.ttl"):
        examples.parse(path)
    return {str(term) for triple in examples for term in triple}


def constants(group: type) -> dict[str, str]:
    return {name: value for name, value in vars(group).items() if not name.startswith("_")}


def declared(ontology: Graph, group: type) -> set[str]:
    found = {str(term) for kind in KINDS[group] for term in ontology.subjects(RDF.type, kind)}
    return {iri for iri in found if iri.startswith(terms.ONR)}


@pytest.mark.parametrize("group", KINDS, ids=lambda group: group.__name__)
def test_the_constants_are_the_declared_terms(ontology, group):
    assert declared(ontology, group) == set(constants(group).values())


@pytest.mark.parametrize("group", KINDS, ids=lambda group: group.__name__)
def test_a_constant_has_the_name_of_its_term(group):
    assert {name: terms.ONR + name for name in constants(group)} == constants(group)


def test_the_first_class_kinds_are_classes(ontology):
    first_class = {"Coalition", "Base", "Country", "Official", "Report"}
    assert {terms.ONR + name for name in first_class} <= declared(ontology, terms.Classes)


def test_the_codes_are_those_of_the_closed_lists(ontology):
    stated = {
        str(member): str(code)
        for member, code in ontology.subject_objects(URIRef(terms.Properties.code))
    }
    assert stated == terms.CODES


def test_every_kind_of_thing_that_has_no_narrower_kind_is_in_an_example(ontology, example_terms):
    from rdflib import RDFS

    broader = {str(above) for above in ontology.objects(None, RDFS.subClassOf)}
    lists = {
        str(kind)
        for kind in ontology.subjects(OWL.equivalentClass)
        if _is_closed_list(ontology, kind)
    }
    narrowest = declared(ontology, terms.Classes) - broader - lists
    assert narrowest - example_terms == set()


def test_every_property_that_data_states_is_in_an_example(example_terms):
    stated = {iri for name, iri in constants(terms.Properties).items() if name not in ONLY_INFERRED}
    assert stated - example_terms == set()


def test_every_class_has_an_example_in_words(ontology):
    without = {
        iri
        for iri in declared(ontology, terms.Classes)
        if ontology.value(URIRef(iri), SKOS.example) is None
    }
    assert without == set()


def test_importing_the_terms_loads_no_library():
    program = "import sys, ontology.terms; print('rdflib' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def _is_closed_list(ontology: Graph, kind) -> bool:
    return any(
        (definition, OWL.oneOf, None) in ontology
        for definition in ontology.objects(kind, OWL.equivalentClass)
    )
