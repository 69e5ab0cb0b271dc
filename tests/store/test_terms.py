import pyoxigraph as ox
from hypothesis import example, given
from hypothesis import strategies as st

from graph_build.model import quad as q
from graph_build.store.changes import update_text
from graph_build.store.terms import from_ox_quad, to_ox_quad

words = st.text(st.characters(exclude_categories=["Cs"]))
moments = st.datetimes().map(
    lambda d: q.Literal(f"{d:%Y-%m-%dT%H:%M:%S}Z".zfill(20), q.XSD_DATE_TIME)
)
terms = st.one_of(
    words.map(q.Literal),
    st.sampled_from(["https://x.org/a", "https://x.org/é#ü", "urn:x:1"]).map(q.Iri),
    st.booleans().map(q.boolean),
    st.integers(-(10**18), 10**18).map(q.integer),
    st.floats(-1000, 1000).map(q.decimal),
    moments,
    st.tuples(words, st.sampled_from(["en", "en-GB", "ar"])).map(lambda p: q.in_language(*p)),
)


def quad(term):
    return q.Quad("https://x.org/s", "https://x.org/p", term, "https://x.org/g")


@given(terms)
@example(q.Literal("\\u0041 } \x00 \" ' \r\n <!-- \U0001f6a2 \u202e \ufffe"))
def test_a_term_that_goes_into_a_store_comes_out_the_same(term):
    store = ox.Store()
    store.add(to_ox_quad(quad(term)))
    assert [from_ox_quad(found) for found in store] == [quad(term)]


@given(terms)
@example(q.Literal("\\u0041 \\U0001F6A2 } \x00 \" ' \r\n # -- \\"))
@example(q.Literal('" } } ; DROP ALL ; INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> "'))
def test_a_term_that_goes_through_an_update_comes_out_the_same(term):
    store = ox.Store()
    store.update(update_text(insert=[to_ox_quad(quad(term))]))
    assert [from_ox_quad(found) for found in store] == [quad(term)]
    store.update(update_text(delete=[to_ox_quad(quad(term))]))
    assert len(store) == 0
