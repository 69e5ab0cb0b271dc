"""The reading text differs by spaces only, and every place in it leads back to the text held."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_build.model.text import Span, Text
from graph_build.read import make_reading_text, report_from_text

CLEAN = "The port is closed, the union said on Friday.\r\n\r\nIt opens in May.\n"
WORDS = ["the", "of", "inMay", "weeksof", "agency,citing", "ended.The", "McDonald", "é", "𝔸"]
PIECES = st.sampled_from([*WORDS, "”", "12", "\ufeff", " ", " ", "\n"])
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def test_words_that_run_together_are_parted():
    reading = make_reading_text("After weeksof talks,citing inMay theUN")
    assert reading.content == "After weeks of talks, citing in May the UN"


def test_clean_text_is_itself():
    reading = make_reading_text(CLEAN)
    assert reading.content == CLEAN
    assert reading.raw_of == tuple(range(len(CLEAN) + 1))


def test_a_text_a_report_and_a_string_give_the_same():
    report = report_from_text("After weeksof talks", file_name="a.txt")
    assert make_reading_text(report) == make_reading_text(report.text)
    assert make_reading_text(report) == make_reading_text("After weeksof talks")
    assert make_reading_text(Text("", "")).raw_of == (0,)


def test_a_piece_over_a_break_leads_back_to_the_joined_word():
    reading = make_reading_text("After weeksof talks")
    start = reading.content.index("weeks of")
    assert reading.to_raw(start, start + 8) == Span(6, 13)
    assert reading.to_raw(start, start + 5) == Span(6, 11)
    assert reading.to_raw(start + 6, start + 8) == Span(11, 13)
    assert reading.to_raw(start, start + 6) == Span(6, 11)


@given(TEXTS)
@settings(deadline=None)
def test_every_character_is_that_of_the_text_held_or_a_space_put_in(text):
    reading = make_reading_text(text)
    assert len(reading.raw_of) == len(reading.content) + 1
    assert reading.raw_of[-1] == len(text)
    kept = []
    for i, character in enumerate(reading.content):
        put_in = reading.raw_of[i] == reading.raw_of[i + 1]
        assert character == (" " if put_in else text[reading.raw_of[i]])
        if not put_in:
            kept.append(reading.raw_of[i])
    assert kept == list(range(len(text)))


@given(TEXTS.filter(bool), st.data())
@settings(deadline=None)
def test_every_piece_leads_back_to_a_piece_of_the_text_held(text, data):
    reading = make_reading_text(text)
    start = data.draw(st.integers(0, len(reading.content) - 1))
    end = data.draw(st.integers(start + 1, len(reading.content)))
    span = reading.to_raw(start, end)
    raw = span.cut(text)
    words = reading.content[start:end].replace(" ", "")
    if words:
        assert raw.replace(" ", "") == words


@given(TEXTS)
@settings(deadline=None)
def test_the_way_back_never_runs_backwards(text):
    raw_of = make_reading_text(text).raw_of
    assert list(raw_of) == sorted(raw_of)


@pytest.mark.parametrize("text", [CLEAN, CLEAN * 3, "", " ", "One word."])
def test_reading_a_clean_text_again_changes_nothing(text):
    once = make_reading_text(text)
    assert make_reading_text(once.content).content == once.content == text
