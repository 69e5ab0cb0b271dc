"""Marks the words of a sentence that are dates, numbers, names, hedges, negations, conditions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from graph_build.compare.function_words import (
    AMOUNTS,
    BOUNDS,
    CONDITIONS,
    DAYS,
    MONTHS,
    NEGATIONS,
    PERIODS,
    RELATIVE,
)
from graph_build.compare.tokens import Token, plain_word, written
from ontology.lexicon import load_lexicon

_PARTICLES: Final = frozenset(
    ["al", "el", "bin", "ibn", "abu", "de", "du", "da", "van", "von", "der", "den"]
)
_PARTING: Final = frozenset(",;:()[]—–")
_YEARS: Final = range(1900, 2101)
_LAST_DAY: Final = 31


class Sort(StrEnum):
    """What sort of value a word is part of."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    HEDGE = "hedge"
    NEGATION = "negation"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a sentence with what sort of value each is part of, None for other words."""

    tokens: Sequence[Token]
    sorts: tuple[Sort | None, ...]

    def run_at(self, index: int) -> tuple[int, int]:
        """The half-open stretch of neighbours of one sort that holds this word."""
        start = end = index
        while start > 0 and self._is_one(start - 1, start):
            start -= 1
        while end + 1 < len(self.sorts) and self._is_one(end, end + 1):
            end += 1
        return start, end + 1

    def _is_one(self, index: int, following: int) -> bool:
        """Whether two neighbours are of one sort; a comma parts two names."""
        same = self.sorts[index] is self.sorts[following]
        parted = self.sorts[index] is Sort.NAME and set(self.tokens[index].after) & _PARTING
        return same and not parted

    def runs(self, sort: Sort) -> list[tuple[int, int]]:
        """All stretches of that sort, in order."""
        starts = (i for i, s in enumerate(self.sorts) if s is sort)
        return list(dict.fromkeys(self.run_at(index) for index in starts))

    def text(self, start: int, end: int) -> str:
        """Some of the words as they stand in the text."""
        return written(self.tokens[start:end])


def mark(tokens: Sequence[Token]) -> Marked:
    """Every word with its sort. A word has one sort; dates go before numbers, and so on."""
    sorts: list[Sort | None] = [None] * len(tokens)
    for index, token in enumerate(tokens):
        sorts[index] = _sort_of(tokens, index, token)
    _mark_hedges(tokens, sorts)
    for index in reversed(range(len(tokens) - 1)):
        if tokens[index].plain in BOUNDS and sorts[index + 1] is Sort.NUMBER:
            sorts[index] = Sort.NUMBER
    for index in range(1, len(tokens) - 1):
        between = sorts[index - 1] is Sort.NAME is sorts[index + 1]
        if sorts[index] is None and tokens[index].plain in _PARTICLES and between:
            sorts[index] = Sort.NAME
    return Marked(tokens, tuple(sorts))


def _sort_of(tokens: Sequence[Token], index: int, token: Token) -> Sort | None:
    if is_date(tokens, index):
        return Sort.DATE
    if token.plain[0].isdigit() or token.plain == "%" or token.plain in AMOUNTS:
        return Sort.NUMBER
    if token.plain in CONDITIONS:
        return Sort.CONDITION
    if token.plain in NEGATIONS:
        return Sort.NEGATION
    return Sort.NAME if is_name(tokens, index) else None


def is_date(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is part of a date: a month, a day, a year, "next month", "end of 2026"."""
    token = tokens[index]
    plain, after = token.plain, _plain(tokens, index + 1)
    if plain in MONTHS:
        return token.raw[0].isupper()
    if plain in DAYS:
        return True
    if plain.isdigit():
        number = int(plain)
        beside = (_is_month(tokens, index - 1), _is_month(tokens, index + 1))
        return (number in _YEARS and len(plain) == len(token.raw)) or (
            number <= _LAST_DAY and any(beside)
        )
    if plain in RELATIVE:
        following = _plain(tokens, index + 2) if after == "of" else after
        return following in PERIODS or following in MONTHS or _is_year(following)
    return plain in PERIODS and _plain(tokens, index - 1) in RELATIVE


def is_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is written as a name; the first of a sentence only beside another."""
    token = tokens[index]
    if not token.raw[0].isupper() or not token.is_content:
        return False
    if index > 0 or token.raw.isupper():
        return True
    following = tokens[index + 1] if len(tokens) > 1 else token
    return following.raw[0].isupper() and following.is_content


def _mark_hedges(tokens: Sequence[Token], sorts: list[Sort | None]) -> None:
    plain = [token.plain for token in tokens]
    for start, word in enumerate(plain):
        for form in _hedges().get(word, ()):
            if tuple(plain[start : start + len(form)]) == form:
                for index in range(start, start + len(form)):
                    sorts[index] = sorts[index] or Sort.HEDGE


@cache
def _hedges() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The hedges as plain words, by the first of them."""
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for hedge in load_lexicon().hedges:
        form = tuple(map(plain_word, hedge.form.split()))
        by_first[form[0]].append(form)
    return {word: tuple(sorted(forms)) for word, forms in sorted(by_first.items())}


def numbers_with_units(marked: Marked) -> list[tuple[str, frozenset[str], tuple[int, int]]]:
    """Each number with the stems of what is counted, and where it stands."""
    found = []
    for start, end in marked.runs(Sort.NUMBER):
        value = " ".join(token.plain for token in marked.tokens[start:end])
        after = [t for t in marked.tokens[end : end + 3] if t.is_content]
        found.append((value, frozenset(t.stem for t in after), (start, end)))
    return found


def _plain(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].plain if 0 <= index < len(tokens) else ""


def _is_month(tokens: Sequence[Token], index: int) -> bool:
    return _plain(tokens, index) in MONTHS and tokens[index].raw[0].isupper()


def _is_year(plain: str) -> bool:
    return plain.isdigit() and int(plain) in _YEARS
