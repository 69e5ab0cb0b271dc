"""The word tokens in which attributions are compared.

A token is a maximal run of letters and digits, apostrophes inside a word kept; blanks, punctuation
and quotation marks are never counted, so that it does not matter whether a span holds its quotation
marks. The definition is that of the PolNeAR scorer, so that numbers can be set beside its.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from graph_build.model.text import Span

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_MARK = re.compile("“|”|„|\"|''|``")

Tokens = frozenset[int]


class TokenView:
    """The tokens of one text, and which of them a span covers."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]
        self.quoted = self.cover(_quoted_stretches(text))
        body = text.lstrip()
        self._headline_end = len(text) - len(body) + len(body.split("\n", 1)[0])

    def is_headline(self, span: Span) -> bool:
        """Whether the span begins in the first line that is not blank."""
        return span.start < self._headline_end

    def cover(self, spans: Iterable[Span]) -> Tokens:
        """The numbers of the tokens that share a character with one of the spans."""
        covered: set[int] = set()
        for span in spans:
            first = bisect_right(self._ends, span.start)
            covered.update(range(first, bisect_left(self._starts, span.end)))
        return frozenset(covered)


def _quoted_stretches(text: str) -> list[Span]:
    """What stands between double quotation marks, line by line; an open one runs to the end."""
    found: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        opened: int | None = None
        for match in _MARK.finditer(line):
            if opened is None:
                opened = match.end() if match.group() != "”" else None
            elif match.group() not in {"“", "„", "``"}:
                found += _span(at + opened, at + match.start())
                opened = None
        if opened is not None:
            found += _span(at + opened, at + len(line))
        at += len(line)
    return found


def _span(start: int, end: int) -> list[Span]:
    return [Span(start, end)] if end > start else []


def dice(one: Tokens, other: Tokens) -> float:
    """2|A∩B| / (|A|+|B|); two empty sets are alike, an empty and a filled one are not.

    >>> dice(frozenset({1, 2, 3}), frozenset({2, 3, 4, 5, 6}))
    0.5
    """
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))
