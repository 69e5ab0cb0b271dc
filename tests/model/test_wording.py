import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_build.model.wording import plain_wording


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("That the “ferry’s”\r\n gone.", "the ferrys gone"),
        ("the ferry's gone", "the ferrys gone"),
        ("over 2,500 at 1.5%", "over 2500 at 1.5%"),
        ("1.5", "1.5"),
        ("15", "15"),
        ("re-open—soon", "re open soon"),
        ("\u202eRTL\u202c الميناء", "rtl الميناء"),
        ("!?", "!?"),
    ],
)
def test_a_wording_keeps_words_and_numbers_only(words, plain):
    assert plain_wording(words) == plain


@given(st.text())
def test_a_wording_is_one_line_without_a_blank_too_many(words):
    assert plain_wording(words) == " ".join(plain_wording(words).split())
