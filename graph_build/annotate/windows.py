"""Costly patterns tried only near the words that they need."""

import re
from collections.abc import Iterable, Iterator

Window = tuple[int, int]


def around(text: str, places: Iterable[Window], *, before: int, behind: int) -> list[Window]:
    """The surroundings of places in text order, cut at blanks and joined where they touch."""
    windows: list[Window] = []
    for start, end in places:
        low, high = _widened(text, start, end, before, behind)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(high, windows[-1][1]))
        else:
            windows.append((low, high))
    return windows


def matches(
    pattern: re.Pattern[str], text: str, windows: Iterable[Window] | None
) -> Iterator[re.Match[str]]:
    """The matches of a pattern in some windows of a text."""
    for start, end in windows or ():
        yield from pattern.finditer(text, start, end)


def _widened(text: str, start: int, end: int, before: int, behind: int) -> Window:
    """Some words more on both sides; no word is halved, unless it is longer than any word is."""
    low = max(0, start - before)
    low = text.find(" ", low, start) + 1 or start if low else 0
    high = text.find(" ", end + behind, end + 2 * behind + before)
    return low, min(len(text), end + 2 * behind + before) if high < 0 else high
