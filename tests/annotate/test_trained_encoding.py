"""What training and extractor see of a line: pieces, quotation states, case, place."""

import itertools
import re
from dataclasses import dataclass

import pytest

from graph_build.annotate.trained.encoder import plan_windows
from graph_build.annotate.trained.encoding import (
    Case,
    Line,
    Place,
    QuoteState,
    canonical,
    encode,
    lines_of,
)
from graph_build.annotate.trained.marks import quotations, snap
from graph_build.annotate.trained.spans import FoundSpan


@dataclass
class _Pieces:
    ids: list
    offsets: list
    word_ids: list


class WordTokenizer:
    """Words and marks as pieces; words of more than six letters in two."""

    def encode_batch(self, input, *, add_special_tokens):  # noqa: A002
        assert not add_special_tokens
        return [self._encode(text) for text in input]

    def _encode(self, text):
        offsets, words = [], []
        for number, match in enumerate(re.finditer(r"\w+|[^\w\s]", text)):
            start, end = match.span()
            cuts = [start, start + 6, end] if end - start > 6 else [start, end]
            for a, b in itertools.pairwise(cuts):
                offsets.append((a, b))
                words.append(number)
        return _Pieces([1] * len(offsets), offsets, words)


def _encode(*texts):
    lines, at = [], 0
    for i, text in enumerate(texts):
        lines.append(Line(at, text, is_headline=i == 0 and len(texts) > 1))
        at += len(text) + 1
    return encode(WordTokenizer(), lines)


def _states(text):
    return [QuoteState(s).name[0] for s in _encode(text).features[:, 0]]


@pytest.mark.parametrize("marks", [("“", "”"), ('"', '"'), ("''", "''"), ("``", "''")])
def test_all_double_marks_read_alike(marks):
    opening, closing = marks
    assert _states(f"He said {opening}we go{closing} now") == list("OOMDDMO")


def test_a_quotation_open_at_the_end_of_the_line_is_unclosed():
    assert _states("“We go") == list("MUU")


def test_single_marks_are_told_from_double_ones():
    assert _states("He said ‘we go’ now") == list("OOSSSSO")


def test_an_apostrophe_opens_nothing():
    assert _states("It’s theirs") == list("OOOO")


def test_canonical_text_keeps_its_length():
    text = "“A” ''b'' ``c'' ‘d’ «e»"
    assert len(canonical(text)) == len(text)


def test_case_is_that_of_the_whole_word():
    cases = _encode("Parliamentary aides in NATO met I").features[:, 1]
    assert [Case(c) for c in cases] == [
        Case.CAPITAL,
        Case.CAPITAL,
        Case.SMALL,
        Case.SMALL,
        Case.ALL_CAPITALS,
        Case.SMALL,
        Case.ONE_LETTER,
    ]


def test_the_headline_and_first_pieces_of_lines_are_marked():
    places = _encode("Rain falls", "It rained", "All day").features[:, 2].tolist()
    first, inner, headline = Place.FIRST, Place.INNER, Place.HEADLINE
    assert places == [headline, headline, first, inner, first, inner]


def test_offsets_are_those_of_the_whole_text():
    encoding = _encode("Rain falls", "It rained")
    text = "Rain falls\nIt rained"
    found = [text[a:b] for a, b in zip(encoding.starts, encoding.ends, strict=True)]
    assert found == ["Rain", "falls", "It", "rained"]
    assert encoding.words.tolist() == [0, 1, 2, 3]
    assert encoding.lines.tolist() == [0, 0, 1, 1]


def test_no_line_gives_no_piece():
    assert len(encode(WordTokenizer(), [])) == 0
    assert len(encode(WordTokenizer(), [Line(0, "")])) == 0


def test_lines_of_a_text_keep_their_offsets():
    text = "\n  Head \r\n\nBody one.\n\tBody two."
    assert [text[x.start : x.start + len(x.text)] for x in lines_of(text)] == [
        "Head",
        "Body one.",
        "Body two.",
    ]


def _found(start, end):
    return FoundSpan((start, end), -1.0, 0.9)


def test_quotations_are_found_in_pieces_marks_included():
    assert quotations(_encode("He “may go” and “is in")) == [(1, 5), (6, 9)]


def test_a_content_that_stops_short_of_the_closing_mark_is_grown_to_it():
    encoding = _encode("“We will go home soon again,” he said")
    snapped = snap([_found(1, 7)], quotations(encoding))
    assert [f.span for f in snapped] == [(0, 9)]


def test_a_content_that_only_begins_in_a_quotation_stays():
    encoding = _encode("“We will go home soon again,” he said it was")
    snapped = snap([_found(7, 13)], quotations(encoding))
    assert [f.span for f in snapped] == [(7, 13)]


def test_a_scare_quotation_moves_nothing():
    encoding = _encode("that a “big win” is near")
    assert [f.span for f in snap([_found(0, 4)], quotations(encoding))] == [(0, 4)]


def test_snapped_contents_do_not_overlap():
    encoding = _encode("“We will go home soon and rest a bit”")
    snapped = snap([_found(1, 8), _found(8, 9)], quotations(encoding))
    assert all(a.span[1] <= b.span[0] for a, b in itertools.pairwise(snapped))


@pytest.mark.parametrize("length", [1, 10, 11, 25, 100, 1003])
def test_windows_cover_everything_and_overlap_enough(length):
    windows = plan_windows(length, 10, 7)
    assert windows[0][0] == 0
    assert windows[-1][1] == length
    assert all(b - a <= 10 for a, b in windows)
    assert all(a[1] - b[0] >= 2 for a, b in itertools.pairwise(windows))
