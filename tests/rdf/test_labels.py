import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_build.model.text import Span
from graph_build.rdf.labels import (
    NamelessPartyError,
    about_label,
    chain_label,
    clean_name,
    offsets_label,
)

names = st.text("ab >|\n\t›", max_size=8).filter(str.strip)


@given(st.lists(names, min_size=1, max_size=4))
def test_a_chain_label_falls_apart_into_the_names_it_was_made_of(chain):
    assert chain_label(chain).split(" > ") == [clean_name(name) for name in chain]


@given(st.lists(names, min_size=1, max_size=4))
def test_an_about_label_falls_apart_into_sorted_names(things):
    assert about_label(things).split(" | ") == sorted({clean_name(name) for name in things})


def test_a_name_keeps_marks_that_part_nothing():
    assert clean_name("a>b <i>c</i> |d") == "a>b <i>c</i> |d"


def test_a_name_of_blanks_is_refused():
    with pytest.raises(NamelessPartyError):
        clean_name(" \n")


def test_offsets_stand_in_text_order():
    assert offsets_label([Span(700, 710), Span(290, 648)]) == "290-648 700-710"
