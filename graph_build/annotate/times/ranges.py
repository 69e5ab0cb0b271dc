"""Two dates that bound one stretch: "between 2014 and 2017", "from May to June 2024"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_build.annotate.times.meaning import Core, DateOf, Stretch

_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_TO: Final = re.compile(r"\s*(?:[-–—]|\b(?:to|through|until|till)\b)\s*", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+", re.IGNORECASE)
_LEAD: Final = 16


@dataclass(frozen=True, slots=True)
class Range:
    """Two cores that bound a stretch, and where "from" or "between" starts."""

    start: int
    first: Core
    second: Core


def pair_up(text: str, cores: Sequence[Core]) -> list[Core | Range]:
    """The cores with every two that bound one stretch made into one, in text order."""
    found: list[Core | Range] = []
    at = 0
    while at < len(cores):
        pair = _range(text, cores[at], cores[at + 1]) if at + 1 < len(cores) else None
        found.append(pair or cores[at])
        at += 2 if pair else 1
    return found


def _range(text: str, first: Core, second: Core) -> Range | None:
    kinds = DateOf | Stretch
    if not isinstance(first.meaning, kinds) or not isinstance(second.meaning, kinds):
        return None
    if second.start - first.end > _LEAD:
        return None
    low = max(0, first.start - _LEAD)
    before, between = text[low : first.start], text[first.end : second.start]
    lead = _BETWEEN.search(before) if _AND.fullmatch(between) else _FROM.search(before)
    joined = lead is not None and (_AND.fullmatch(between) or _TO.fullmatch(between))
    if not joined and not (_TO.fullmatch(between) and _alike(first, second)):
        return None
    one, two = _share_year(first, second)
    if not _may_bound(one, two):
        return None
    return Range(low + lead.start() if lead else first.start, one, two)


def _alike(first: Core, second: Core) -> bool:
    """Two dates of one kind: years, months, or days of months."""
    one, two = first.meaning, second.meaning
    if not isinstance(one, DateOf) or not isinstance(two, DateOf):
        return False
    return (one.month is None, one.day is None) == (two.month is None, two.day is None)


def _share_year(first: Core, second: Core) -> tuple[Core, Core]:
    """A year that only one of the two names holds for both."""
    one, two = first.meaning, second.meaning
    if not isinstance(one, DateOf) or not isinstance(two, DateOf):
        return first, second
    if one.year is None and one.shift is None:
        one = replace(one, year=two.year, shift=two.shift, origin=two.origin)
    elif two.year is None and two.shift is None and (two.month or 0) >= (one.month or 0):
        two = replace(two, year=one.year, shift=one.shift, origin=one.origin)
    return replace(first, meaning=one), replace(second, meaning=two)


def _may_bound(first: Core, second: Core) -> bool:
    """Whether both are plain periods, neither a part nor a stretch of days."""
    for core in (first, second):
        meaning = core.meaning
        if isinstance(meaning, DateOf) and meaning.part is None and meaning.last_day is None:
            continue
        if not isinstance(meaning, Stretch) or meaning.part is not None:
            return False
    return True
