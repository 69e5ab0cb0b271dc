from hypothesis import given
from hypothesis import strategies as st

from graph_build.model.text import Span
from graph_build.rdf import iris

spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=3,
).map(tuple)
keys = st.tuples(
    st.text("0123456789abcdef-\x1f\x1d:", max_size=6),
    st.tuples(spans, spans, spans),
    st.integers(0, 3),
    st.integers(0, 3),
)


@given(keys, keys)
def test_two_claims_share_an_iri_only_if_their_keys_are_equal(one, other):
    minted = [iris.claim_iri(r, s, hop=h, ordinal=o) for r, s, h, o in (one, other)]
    assert (minted[0] == minted[1]) == (one == other)


@given(st.lists(st.text(max_size=4), max_size=4), st.lists(st.text(max_size=4), max_size=4))
def test_two_propositions_share_an_iri_only_if_their_slots_are_equal(one, other):
    assert (iris.proposition_iri(one) == iris.proposition_iri(other)) == (one == other)


def test_a_claim_iri_stays_what_it_was_in_earlier_versions():
    spans = ((Span(3, 9), Span(12, 20)), (Span(0, 2),), ())
    assert iris.claim_iri("0123456789abcdef0123", spans, hop=1, ordinal=0) == (
        "https://w3id.org/onrecord/id/claim/e9830b5e066afd05a699"
    )


def test_a_comparison_reads_the_same_from_both_sides():
    assert iris.comparison_iri("a", "b", "k", "r") == iris.comparison_iri("b", "a", "k", "r")


def test_parts_of_a_report_carry_their_offsets_in_their_iri():
    assert iris.span_iri("ab", Span(3, 9)) == "https://w3id.org/onrecord/id/report/ab/span/3-9"
