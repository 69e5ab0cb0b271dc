from hypothesis import given
from hypothesis import strategies as st

from graph_build.annotate.quotations import find_quotations


def stretches(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


def test_straight_curly_and_doubled_marks_are_quotations():
    assert ['"a b"'] == stretches('He said "a b" today.')
    assert ["“a b”"] == stretches("He said “a b” today.")
    assert ["''a b''"] == stretches("He said ''a b'' today.")
    assert ["``a b''"] == stretches("He said ``a b'' today.")


def test_an_apostrophe_opens_nothing():
    assert [] == stretches("The minister's aide and the aides' car can't wait.")


def test_inches_open_nothing():
    assert [] == stretches('A 24" pipe was laid.')


def test_an_inner_quotation_is_part_of_the_outer_one():
    assert ["“He said ‘no’ twice.”"] == stretches("“He said ‘no’ twice.”")


def test_an_open_quotation_runs_to_the_end_of_the_paragraph_and_is_not_closed():
    (found,) = find_quotations("She said: “We will go on.")
    assert not found.closed
    assert len("She said: “We will go on.") == found.end


def test_a_closing_mark_with_none_open_is_no_quotation():
    assert [] == stretches("and so it ended.” Then they left.")


@given(st.text(alphabet="ab “”\"'‘’`«».\n", max_size=60))
def test_quotations_are_sorted_disjoint_and_inside_any_text(text):
    found = find_quotations(text)
    ends = [0, *(q.end for q in found)]
    assert all(q.start >= end for q, end in zip(found, ends, strict=False))
    assert all(q.start < q.end <= len(text) for q in found)
