import pytest

from graph_build.model.quad import Iri, Literal
from graph_build.rdf import gazetteer_quads, iris
from graph_build.rdf.gazetteer import BadTripleError, ntriples_to_quads


def test_the_curated_world_becomes_one_graph():
    quads = list(gazetteer_quads())
    assert {q.graph for q in quads} == {iris.GAZETTEER_GRAPH}
    assert any(q.predicate.endswith("#locatedIn") for q in quads)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("<urn:x>", Iri("urn:x")),
        (r'"a\"\\\n\u00e9\U0001f6a2"', Literal('a"\\\né\U0001f6a2')),
        ('"a"@en-GB', Literal("a", language="en-gb")),
        ('"a"^^<http://www.w3.org/2001/XMLSchema#string>', Literal("a")),
        ('"1"^^<urn:d>', Literal("1", "urn:d")),
    ],
)
def test_a_triple_is_read_whatever_its_object(term, expected):
    (quad,) = ntriples_to_quads(f"<urn:a> <urn:b> {term} .\n\n", "urn:g")
    assert quad.object == expected


@pytest.mark.parametrize("line", ["_:a <urn:b> <urn:c> .", "<urn:a> <urn:b> _:c .", "x"])
def test_anything_but_iris_and_literals_is_refused(line):
    with pytest.raises(BadTripleError):
        list(ntriples_to_quads(line, "urn:g"))
