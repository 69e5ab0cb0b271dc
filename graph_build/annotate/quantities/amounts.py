"""Amounts in a text: numbers, ranges, vague sizes and shares, not yet of what."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Final

from graph_build.annotate.numerals import DIGITS, IN_WORDS, NUMBER_WORDS, number_of
from graph_build.annotate.quantities.words import CURRENCIES, MORE_SIZES, SHARES
from graph_build.annotate.windows import Window, around, matches
from ontology.lexicon import Lexicon

_SIGN: Final = "|".join(re.escape(s) for s in sorted(CURRENCIES, key=len, reverse=True))
_LONG: Final = r"[\s-]*(?:hundred|thousand|million|billion|trillion|dozen)\b"
_NUMBER: Final = re.compile(
    rf"(?<![\w@#&.,:/])(?:(?P<sign>(?-i:{_SIGN}))\s?(?P<money>{DIGITS}(?:{_LONG}|\s?(?:[bmt]n|m|k|b)\b)?)"
    rf"|(?P<plain>{DIGITS}(?:{_LONG}|\s?[bmt]n\b)?(?:-[a-z]*)?"
    rf"|\b{IN_WORDS}))",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+|[0-9]+")
_TAIL: Final = re.compile(r"-[a-z]*$", re.IGNORECASE)
_MAGNITUDE: Final = re.compile(
    r"(?:hundred|thousand|million|billion|trillion|dozen|[bmt]n|[mkb])$", re.IGNORECASE
)
_AND_HALF: Final = re.compile(r"[\s-]and[\s-]a[\s-]half\b", re.IGNORECASE)
_HALF: Final = Decimal("0.5")
_LONGEST: Final = 60
_DASH: Final = re.compile(r"\s?[-–—]\s?")
_TO: Final = re.compile(r"\s+(?:to|or)\s+", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_SHARE: Final = re.compile(
    r"\b(?:(?P<most>half|a\s+quarter|three[\s-]quarters|a\s+third)\s+of\s+an?"
    rf"\s+(?P<great>million|billion|trillion|thousand)\b|(?P<top>an?|one|two|three|four|five|seven|nine)[\s-](?P<bottom>{'|'.join(SHARES)})"
    r"(?=\s+of\b|\s+the\b)|(?P<half>half)(?=\s+(?:of|the|its|their|his|her|our|all)\b)"
    rf"|(?P<of>{IN_WORDS}|\d{{1,3}})\s+(?:in|out\s+of(?:\s+every)?|of(?:\s+every)?)"
    rf"\s+(?P<all>{IN_WORDS}|\d{{1,3}})(?!\s*(?:[%,\d]|years?|months?|weeks?|days?|hours?)))",
    re.IGNORECASE,
)
# Words of the lexicon that say that there are some, or are numerals, which are read by themselves.
_NO_SIZES: Final = frozenset(
    "a an another some other certain most many various few both".split()  # noqa: SIM905
) | {"a single", "a second", "a third", "a number of", "a group of"}
_DIGITS_OF_SHARE: Final = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a paragraph, [start, end), with what it comes to, both bounds included."""

    start: int
    end: int
    minimum: Decimal | None
    maximum: Decimal | None
    approximate: bool = False
    currency: str | None = None
    is_share: bool = False
    is_vague: bool = False
    is_scored: bool = False  # "3-1", "5-4": two numbers that make no range

    @property
    def is_one(self) -> bool:
        """Whether it is the plain number one."""
        return self.minimum == self.maximum == 1 and not self.is_vague


@dataclass(frozen=True)
class Amounts:
    """Finds amounts with the vague sizes of one lexicon."""

    lexicon: Lexicon

    @cached_property
    def _sizes(self) -> dict[str, tuple[int | None, int | None, bool, bool]]:
        """Each vague size without its "of": bounds, approximate, and whether "of" must follow."""
        found: dict[str, tuple[int | None, int | None, bool, bool]] = {}
        for q in sorted(self.lexicon.quantifiers, key=lambda q: q.form.endswith(" of")):
            bare = q.form.removesuffix(" of")
            numeral = number_of(q.form) is not None and not q.approximate
            if q.form not in _NO_SIZES and not numeral and bare not in found:
                found[bare] = (q.minimum, q.maximum, q.approximate, bare != q.form)
        return found

    @cached_property
    def _vague(self) -> re.Pattern[str]:
        forms = "|".join(re.escape(f) for f in sorted(self._sizes, key=len, reverse=True))
        more = "|".join(MORE_SIZES)
        pattern = rf"\b(?P<form>{forms})\b(?:\s+(?P<more>{more})\b)?(?P<of>\s+of\b)?"
        return re.compile(pattern, re.IGNORECASE)

    @cached_property
    def _triggers(self) -> frozenset[str]:
        """The words that an amount in words must begin with."""
        first = (form.split()[0] for form in (*self._sizes, "half", "a", "an", "one"))
        return frozenset({*first, *NUMBER_WORDS})

    def _windows(self, text: str) -> list[Window]:
        places = (
            match.span()
            for match in _WORD.finditer(text)
            if match[0][0].isdigit() or match[0].lower() in self._triggers
        )
        return around(text, places, before=6, behind=40)

    def in_text(self, text: str) -> list[Amount]:
        """The amounts of a text in order, ranges joined; they do not overlap."""
        near = self._windows(text)
        vague = _apart([*_shares(text, near), *self._vague_ones(text, near)])
        numbers = [a for a in _numbers(text, near) if not _hits(a, vague)]
        return sorted((*_joined(text, numbers), *vague), key=lambda a: a.start)

    def _vague_ones(self, text: str, near: list[Window]) -> Iterator[Amount]:
        for match in matches(self._vague, text, near):
            low, high, approximate, needs_of = self._sizes[match["form"].lower()]
            if match["more"]:
                times = MORE_SIZES[match["more"].lower()]
                low, high = (low or 1) * times, high * times if high else 10 * times - 1
            elif needs_of and not match["of"]:
                continue
            end = match.end("more") if match["more"] else match.end("form")
            yield Amount(
                match.start(), end, _decimal(low), _decimal(high), approximate, is_vague=True
            )


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _apart(amounts: list[Amount]) -> list[Amount]:
    """The amounts in order, of two that overlap the one that starts first."""
    kept: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: (a.start, -a.end)):
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


def _hits(amount: Amount, others: list[Amount]) -> bool:
    """Whether the amount overlaps one of others, which are in order and apart."""
    at = bisect_left(others, amount.end, key=lambda a: a.start)
    return at > 0 and others[at - 1].end > amount.start


def _shares(text: str, near: list[Window]) -> Iterator[Amount]:
    for match in matches(_SHARE, text, near):
        if match["great"]:
            yield _of_great(match)
            continue
        if match["half"]:
            top, bottom = Decimal(1), Decimal(2)
        elif match["top"]:
            top = number_of(match["top"]) or Decimal(1)
            bottom = Decimal(SHARES[match["bottom"].lower()])
        else:
            top, bottom = (
                number_of(match["of"]) or Decimal(0),
                number_of(match["all"]) or Decimal(0),
            )
        if 0 < top < bottom:
            share = (top / bottom).quantize(_DIGITS_OF_SHARE)
            uneven = share * bottom != top
            yield Amount(match.start(), match.end(), share, share, uneven, is_share=True)


def _of_great(match: re.Match[str]) -> Amount:
    """The number that "a quarter of a million" is."""
    share = {"half": "0.5", "a quarter": "0.25", "a third": "0.3333"}
    part = Decimal(share.get(" ".join(match["most"].lower().split()), "0.75"))
    value = part * (number_of(f"one {match['great']}") or 1)
    return Amount(match.start(), match.end(), value, value, match["most"].lower().endswith("third"))


def _numbers(text: str, near: list[Window]) -> Iterator[Amount]:
    for match in matches(_NUMBER, text, near):
        words = match["money"] or match["plain"]
        start, end = match.span("money" if match["money"] else "plain")
        tail = _TAIL.search(words)
        in_digits = match["plain"] is not None and words[0].isdigit()
        if tail is not None and in_digits and not _MAGNITUDE.search(words):
            end -= len(tail[0])
            words = words[: tail.start()]
        half = _AND_HALF.match(text, end)
        end = half.end() if half else end
        value = number_of(words.replace("b", "bn") if words.endswith("b") else words)
        if value is not None and end - start <= _LONGEST:
            value += _HALF if half else 0
            sign = match["sign"]
            currency = CURRENCIES[sign] if sign else None
            yield Amount(match.start(), end, value, value, currency=currency)


def _joined(text: str, numbers: list[Amount]) -> Iterator[Amount]:
    """The numbers with every two that make one range made into one."""
    at = 0
    while at < len(numbers):
        pair = _range(text, numbers[at], numbers[at + 1]) if at + 1 < len(numbers) else None
        yield pair or numbers[at]
        at += 2 if pair else 1


def _range(text: str, one: Amount, two: Amount) -> Amount | None:
    between = text[one.end : two.start]
    before = text[max(0, one.start - 12) : one.start]
    dashed = _DASH.fullmatch(between) is not None
    lead = _BETWEEN.search(before)
    joined = (_TO.fullmatch(between) and not _FROM.search(before)) or (
        lead and _AND.fullmatch(between)
    )
    if not dashed and not joined:
        return None
    low, high = _with_magnitude(text, one, two), two.minimum
    assert low is not None
    assert high is not None
    start = one.start - len(lead[0]) if lead and not dashed else one.start
    currency = one.currency or two.currency
    if low >= high or (one.currency and two.currency and one.currency != two.currency):
        odds = dashed or _TO.fullmatch(between) is not None  # "3-1", "a margin of 2 to 1"
        return replace(one, end=two.end, is_scored=True) if odds else None
    return Amount(start, two.end, low, high, currency=currency)


def _with_magnitude(text: str, one: Amount, two: Amount) -> Decimal | None:
    """The first number in the magnitude of the second: "between 5 and 10 million"."""
    first, second = text[one.start : one.end], text[two.start : two.end]
    magnitude = _MAGNITUDE.search(second)
    if magnitude is None or _MAGNITUDE.search(first) or one.minimum is None or one.minimum >= 1000:
        return one.minimum
    word = magnitude[0].lower()
    factor = number_of(f"1 {'bn' if word == 'b' else word}")
    return one.minimum * factor if factor else one.minimum
