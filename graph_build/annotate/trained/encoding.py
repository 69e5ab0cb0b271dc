"""Paragraphs -> word pieces with what the uncased encoder cannot see: case, marks, line breaks.

Used by training and by the extractor alike, so that both see the very same numbers.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.quotations import find_quotations

Ints = NDArray[np.int64]
FEATURE_SIZES = (5, 4, 3)

_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’", "'"))
_TWO_MARKS = re.compile(r"''|``")


class Pieces(Protocol):
    """A line in word pieces, as a tokenizers.Encoding has them."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    word_ids: list[int]


class Tokenizer(Protocol):
    """What is used of a tokenizers.Tokenizer; it must neither pad nor truncate."""

    def encode_batch(self, input: list[str], *, add_special_tokens: bool) -> list[Pieces]:  # noqa: A002
        """The pieces of some lines."""
        ...


class QuoteState(IntEnum):
    """Where a word piece stands with regard to quotation marks."""

    OUTSIDE = 0
    MARK = 1
    DOUBLE = 2
    SINGLE = 3
    UNCLOSED = 4


class Case(IntEnum):
    """How the word that a piece belongs to is written."""

    SMALL = 0
    CAPITAL = 1
    ALL_CAPITALS = 2
    ONE_LETTER = 3


class Place(IntEnum):
    """Where in the layout a piece stands."""

    INNER = 0
    FIRST = 1
    HEADLINE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to encode: its offset, its text, and whether it is the headline."""

    start: int
    text: str
    is_headline: bool = False


@dataclass(frozen=True)
class Encoding:
    """The word pieces of a report. All arrays have one entry a piece; offsets are of its text.

    `lines` numbers the line that a piece stands in, of those in `texts`.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    words: Ints
    lines: Ints
    features: Ints
    texts: tuple[Line, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)


def canonical(text: str) -> str:
    """The text with all quotation marks in one form; no character moves.

    >>> canonical("“Yes,” he said. ''No.''")
    '"Yes," he said. " No." '
    """
    return _TWO_MARKS.sub('" ', text.translate(_MARKS))


def encode(tokenizer: Tokenizer, lines: Sequence[Line]) -> Encoding:
    """The pieces of all lines, in order."""
    rows: list[Ints] = []
    words_before = 0
    encoded = tokenizer.encode_batch([canonical(x.text) for x in lines], add_special_tokens=False)
    for number, (line, pieces) in enumerate(zip(lines, encoded, strict=True)):
        if not pieces.ids:
            continue
        row = _encode_line(line, pieces, number)
        row[:, 3] += words_before
        words_before = int(row[-1, 3]) + 1
        rows.append(row)
    table = np.concatenate(rows) if rows else np.zeros((0, 8), dtype=np.int64)
    ids, starts, ends, words, numbers = table.T[:5]
    return Encoding(ids, starts, ends, words, numbers, table[:, 5:], tuple(lines))


def _encode_line(line: Line, pieces: Pieces, number: int) -> Ints:
    """One row a piece: id, start, end, word, line, quotation state, case, place."""
    count = len(pieces.ids)
    row = np.zeros((count, 8), dtype=np.int64)
    offsets = np.asarray(pieces.offsets, dtype=np.int64)
    firsts = offsets[:, 0].tolist()
    for match in _TWO_MARKS.finditer(line.text):
        at = match.start()
        offsets[bisect_left(firsts, at) : bisect_left(firsts, at + 1), 1] = match.end()
    row[:, 0] = pieces.ids
    row[:, 1:3] = offsets + line.start
    row[:, 3] = pieces.word_ids
    row[:, 4] = number
    row[:, 5] = _quote_states(line.text, offsets)
    row[:, 6] = list(_cases(line.text, offsets, row[:, 3]))
    row[:, 7] = Place.HEADLINE if line.is_headline else Place.INNER
    if not line.is_headline:
        row[0, 7] = Place.FIRST
    return row


def _quote_states(text: str, offsets: Ints) -> Ints:
    states = np.zeros(len(offsets), dtype=np.int64)
    starts, ends = offsets[:, 0].tolist(), offsets[:, 1].tolist()
    for quotation in find_quotations(text):
        first, after = bisect_left(starts, quotation.start), bisect_right(ends, quotation.end)
        if not quotation.double:
            states[first:after] = QuoteState.SINGLE
            continue
        states[first:after] = QuoteState.DOUBLE if quotation.closed else QuoteState.UNCLOSED
        width = 2 if text[quotation.start] in "'`" else 1
        opened = bisect_left(starts, quotation.start + width)
        states[first : min(opened, after)] = QuoteState.MARK
        if quotation.closed:
            width = 2 if text[quotation.end - 1] in "'`" else 1
            closing = bisect_right(ends, quotation.end - width)
            states[max(closing, first) : after] = QuoteState.MARK
    return states


def _cases(text: str, offsets: Ints, words: Ints) -> Iterator[int]:
    bounds: dict[int, list[int]] = {}
    for (start, end), word in zip(offsets.tolist(), words.tolist(), strict=True):
        bounds.setdefault(word, [start, end])[1] = end
    by_word = {word: _case_of(text[start:end]) for word, (start, end) in bounds.items()}
    return (by_word[word] for word in words.tolist())


def _case_of(word: str) -> Case:
    if not word[:1].isupper():
        return Case.SMALL
    if len(word) == 1:
        return Case.ONE_LETTER
    return Case.ALL_CAPITALS if word.isupper() else Case.CAPITAL


def lines_of(text: str) -> Iterator[Line]:
    r"""The non-blank lines of a plain text, trimmed, the first taken for the headline.

    >>> [(x.start, x.text, x.is_headline) for x in lines_of("Rain\n\n It rained.\n")]
    [(0, 'Rain', True), (7, 'It rained.', False)]
    """
    at, is_first = 0, True
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            yield Line(at + len(line) - len(line.lstrip()), body, is_first)
            is_first = False
        at += len(line)
