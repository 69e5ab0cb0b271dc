"""The forms of durations, alone ("three years") and counted from somewhere ("two weeks ago")."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from graph_build.annotate.numerals import NUMERAL, decimal_text, number_of
from graph_build.annotate.times.meaning import Core, Direction, Length, Unit
from graph_build.annotate.times.triggers import Family
from graph_build.annotate.times.words import COUNT, UNIT_NAMES, UNITS, VAGUE
from graph_build.annotate.windows import Window, matches

_ABOUT: Final = re.compile(
    r"\b(?:about|around|approximately|roughly|some|nearly|almost|over|under|more\s+than|less\s+than"
    r"|at\s+least|at\s+most|up\s+to|as\s+(?:many|much|long)\s+as|no\s+more\s+than|no\s+less\s+than"
    r"|fewer\s+than|just\s+(?:over|under))\s+$",
    re.IGNORECASE,
)
_DIRECTIONS: Final = {
    "ago": Direction.AGO,
    "earlier": Direction.EARLIER,
    "before": Direction.EARLIER,
    "prior": Direction.EARLIER,
    "beforehand": Direction.EARLIER,
    "later": Direction.LATER,
    "after": Direction.LATER,
    "afterward": Direction.LATER,
    "afterwards": Direction.LATER,
    "on": Direction.LATER,
    "from now": Direction.AHEAD,
    "from today": Direction.AHEAD,
    "hence": Direction.AHEAD,
}
_BEHIND: Final = (
    r"(?P<dir>ago|earlier|before|prior|beforehand|later|afterwards?|after|from\s+now|from\s+today"
    r"|hence|on(?=[,.;]))"
)
_COUNTED: Final = re.compile(
    rf"\b{COUNT}[\s-]+(?:(?:full|whole|long|more|straight|consecutive|additional|further)\s+)?"
    rf"{UNIT_NAMES}s?\b(?![-\s]+olds?\b)(?:\s+{_BEHIND}\b)?",
    re.IGNORECASE,
)
_AROUND: Final = re.compile(
    r"\b(?:(?:the|these)\s+(?P<told>following|previous|preceding)|(?:(?:the|these)\s+)?"
    r"(?P<side>past|last|next|coming|recent))\s+"
    rf"(?:(?P<count>{NUMERAL}|{VAGUE})\s+)?{UNIT_NAMES}s\b",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(
    r"\b(?:for|after|following|in|over|within|during|through|takes?|taken|took|taking|lasts?|lasted"
    r"|lasting|spent|spend)\s+(?P<core>(?P<unit>hour|day|week|month|year|decade|centurie)s)\b"
    rf"(?:\s+{_BEHIND}\b)?"
    r"|\b(?P<core2>(?P<unit2>day|week|month|year|decade|centurie)s)\s+"
    rf"{_BEHIND.replace('dir', 'dir2')}\b",
    re.IGNORECASE,
)
_HALF: Final = Decimal("0.5")
_CODES: Final = {
    Unit.YEAR: ("Y", 1),
    Unit.DECADE: ("Y", 10),
    Unit.CENTURY: ("Y", 100),
    Unit.MONTH: ("M", 1),
    Unit.QUARTER: ("M", 3),
    Unit.WEEK: ("W", 1),
    Unit.FORTNIGHT: ("W", 2),
    Unit.DAY: ("D", 1),
    Unit.HOUR: ("H", 1),
    Unit.MINUTE: ("M", 1),
}
_ASKS_LENGTH: Final = re.compile(
    r"\b(?:for|after|within|in|over|under|than|about|nearly|almost|least|lasts?|lasted|takes?|took"
    r"|half|spent|around|during|roughly)\s+$",
    re.IGNORECASE,
)
_RATES: Final = frozenset({"a", "an", "some", "many", "the few"})
_SINGLE: Final = frozenset({"a", "an", "one", "another"})


def length_cores(text: str, windows: Mapping[Family, list[Window]]) -> Iterator[Core]:
    """The durations of a text; those with a direction reach over it ("two weeks ago")."""
    near = windows.get(Family.UNIT)
    for match in matches(_COUNTED, text, near):
        unit, count = UNITS.get(match["unit"].lower(), Unit.CENTURY), _count(match["count"])
        direction = _DIRECTIONS.get(" ".join((match["dir"] or "").lower().split()), Direction.BARE)
        if _is_length(match, unit, direction) and not _is_rate(text, match, direction):
            about = _ABOUT.search(text, max(0, match.start() - 16), match.start()) is not None
            end = match.end()
            if direction is Direction.LATER and match["dir"].lower() in {"after", "on"}:
                end = match.start("dir") + len(match["dir"])
            yield Core(match.start(), end, Length(unit, count, direction), about or count is None)
    for match in matches(_AROUND, text, near):
        unit = UNITS.get(match["unit"].lower(), Unit.CENTURY)
        ahead = (match["side"] or match["told"]).lower() in {"next", "coming", "following"}
        direction = Direction.COMING if ahead else Direction.PAST
        count = _count(match["count"]) if match["count"] else None
        if unit in _CODES:
            yield Core(match.start(), match.end(), Length(unit, count, direction), True)
    yield from _plural_cores(text, near)


def _plural_cores(text: str, near: list[Window] | None) -> Iterator[Core]:
    """Vague lengths: "for months", "years ago"."""
    for match in matches(_PLURAL, text, near):
        unit = UNITS.get((match["unit"] or match["unit2"]).lower(), Unit.CENTURY)
        word = " ".join((match["dir"] or match["dir2"] or "").lower().split())
        direction = _DIRECTIONS.get(word, Direction.BARE)
        start = match.start("core" if match["core"] else "core2")
        yield Core(start, match.end(), Length(unit, None, direction), True)


def iso_length(length: Length) -> str | None:
    """The duration in ISO 8601; None for a vague one.

    >>> iso_length(Length(Unit.YEAR, Decimal(2))), iso_length(Length(Unit.HOUR, Decimal("1.5")))
    ('P2Y', 'PT1.5H')
    """
    if length.count is None or length.unit not in _CODES:
        return None
    code, factor = _CODES[length.unit]
    clock = "T" if length.unit in {Unit.HOUR, Unit.MINUTE} else ""
    return f"P{clock}{decimal_text(length.count * factor)}{code}"


def _is_length(match: re.Match[str], unit: Unit, direction: Direction) -> bool:
    """Not the bare "a day" (a rate), "the year", "the second", nor a season that is counted."""
    if unit not in _CODES:
        return False
    word = " ".join(match["count"].lower().split())
    return word not in {"the", "recent"}


def _is_rate(text: str, match: re.Match[str], direction: Direction) -> bool:
    """Whether "a year" says how often, not how long; "one day" says when, vaguely."""
    rates = _RATES | {"one"} if match["unit"].lower() == "day" else _RATES
    if direction is not Direction.BARE or match["count"].lower() not in rates:
        return False
    return _ASKS_LENGTH.search(text, max(0, match.start() - 16), match.start()) is None


def _count(words: str) -> Decimal | None:
    text = " ".join(words.lower().split())
    if text in _SINGLE:
        return Decimal(1)
    if text in {"half a", "half an"}:
        return _HALF
    whole, half, _ = text.partition(" and a half")
    number = number_of(whole)
    if number is None or number > 10_000:
        return None
    return number + _HALF if half else number
