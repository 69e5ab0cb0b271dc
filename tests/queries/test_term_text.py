import pytest
from harbour_graph import HarbourGraph, PlainTerm
from hypothesis import given
from hypothesis import strategies as st

from queries.errors import BadValueError
from queries.term_text import iri_text, literal_text, term_text
from queries.turtle import write_turtle

TEXTS = st.text(alphabet=st.characters(exclude_categories=("Cs",)))


def back(graph, text):
    return graph.select(f"SELECT ?x WHERE {{ VALUES ?x {{ {text} }} }}").rows[0][0]


@given(value=TEXTS)
def test_any_text_comes_back_out_of_a_query(graph, value):
    assert back(graph, literal_text(value)).value == value


@given(value=TEXTS)
def test_language_and_datatype_come_back(graph, value):
    found = back(graph, literal_text(value, language="ar-IQ"))
    typed = back(graph, literal_text(value, datatype="urn:x:type"))

    assert (found.value, found.language) == (value, "ar-iq")
    assert (typed.value, typed.datatype) == (value, "urn:x:type")


@given(iri=TEXTS)
def test_an_iri_is_refused_or_comes_back(graph, iri):
    try:
        text = iri_text(f"urn:x:{iri}")
    except BadValueError:
        return

    assert text == f"<urn:x:{iri}>"
    assert not set(' \t\r\n"{}|^`\\') & set(text)
    assert ">" not in text[1:-1]


@pytest.mark.parametrize(
    "iri", ["", "erbil", "http://x y", "http://x>", 'http://"', "a:b\\u003E", "a:{", "a:\n", "a:`"]
)
def test_what_is_no_iri_is_refused(iri):
    with pytest.raises(BadValueError, match="no absolute IRI"):
        iri_text(iri)


def test_half_a_character_is_refused():
    with pytest.raises(BadValueError, match="broken character"):
        literal_text("a\ud800")


@pytest.mark.parametrize("language", ["e n", 'en"', "en .", "1"])
def test_what_is_no_language_is_refused(language):
    with pytest.raises(BadValueError, match="no language tag"):
        literal_text("a", language=language)


def test_turtle_is_sorted_each_triple_once_and_read_back():
    import pyoxigraph as ox

    subject, kind = PlainTerm("iri", "urn:b"), PlainTerm("iri", "urn:Kind")
    rdf_type = PlainTerm("iri", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    label = PlainTerm("iri", "urn:a:label")
    name = PlainTerm("literal", 'a "name"\n', None, "en")
    blank = PlainTerm("blank", "b0")
    triples = [
        (subject, label, name),
        (subject, rdf_type, kind),
        (subject, label, name),
        (blank, label, subject),
    ]

    text = write_turtle(triples)

    assert text == (
        '<urn:b> a <urn:Kind> ;\n    <urn:a:label> "a \\"name\\"\\n"@en .\n'
        "_:b0 <urn:a:label> <urn:b> .\n"
    )
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    assert HarbourGraph(store).select("SELECT * { ?s ?p ?o }").rows
    assert len(store) == 3


def test_terms_are_written_by_their_kind():
    assert term_text(PlainTerm("iri", "urn:a")) == "<urn:a>"
    assert term_text(PlainTerm("literal", "a")) == '"a"'
    assert term_text(PlainTerm("blank", "a")) == "_:a"
