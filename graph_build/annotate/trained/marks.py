"""Quotation marks as hard evidence: contents that nearly begin or end at a mark do so exactly."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from graph_build.annotate.trained.encoding import Encoding, QuoteState
from graph_build.annotate.trained.spans import FoundSpan
from graph_build.annotate.trained.tags import PieceSpan

_MOSTLY = 0.6
_SHORT = 3


def quotations(encoding: Encoding) -> list[PieceSpan]:
    """The double-quoted stretches in pieces, marks included; an unclosed one ends with its line."""
    return list(_quotations(encoding))


def _quotations(encoding: Encoding) -> Iterator[PieceSpan]:
    states, lines = encoding.features[:, 0], encoding.lines
    marks = np.flatnonzero(states == QuoteState.MARK).tolist()
    at = 0
    while at < len(marks):
        start = marks[at]
        at += 1
        if start + 1 < len(states) and states[start + 1] == QuoteState.UNCLOSED:
            yield start, int(np.searchsorted(lines, lines[start], side="right"))
        elif at < len(marks) and lines[marks[at]] == lines[start]:
            yield start, marks[at] + 1
            at += 1


def snap(contents: Sequence[FoundSpan], marks: Sequence[PieceSpan]) -> list[FoundSpan]:
    """The contents, each border that cuts through a quotation moved to the quotation's border.

    A content that holds most of a quotation gets all of it; quotations of very few words, which
    are seldom speech, move nothing. Contents that come to touch the same quotation stay apart.
    """
    out: list[FoundSpan] = []
    free_from = 0
    openers, closers = {a for a, _ in marks}, {b - 1 for _, b in marks}
    ends = [b for _, b in marks]
    for i, found in enumerate(contents):
        limit = contents[i + 1].span[0] if i + 1 < len(contents) else 1 << 60
        start, end = found.span
        for at in range(bisect_right(ends, start), len(marks)):
            if marks[at][0] >= end:
                break
            start, end = _snapped((start, end), marks[at])
        start, end = max(start, free_from), max(min(end, limit), found.span[1])
        start, end = _without_strays((start, end), closers, openers)
        if start < end:
            out.append(replace(found, span=(start, end)))
            free_from = end
    return out


def _without_strays(span: PieceSpan, closers: set[int], openers: set[int]) -> PieceSpan:
    """Without the closing mark of what is before and the opening mark of what comes after."""
    start, end = span
    return start + (start in closers), end - (end - 1 in openers)


def _snapped(span: PieceSpan, quotation: PieceSpan) -> PieceSpan:
    start, end = span
    first, after = quotation
    shared = min(end, after) - max(start, first)
    if shared <= 0 or after - first - 2 <= _SHORT or shared < _MOSTLY * (after - first):
        return span
    return min(start, first), max(end, after)
