"""The forms of dates, days and stretches of the calendar: patterns, and what each one means."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from graph_build.annotate.times.meaning import (
    SEASONS,
    Core,
    DateOf,
    Direction,
    Length,
    Meaning,
    Origin,
    Part,
    Stretch,
    Unit,
    Weekday,
)
from graph_build.annotate.times.triggers import Family
from graph_build.annotate.times.words import (
    DAY,
    MONTH,
    NEAR_DAY,
    PART,
    PICKS,
    SAME_YEAR,
    UNIT_NAMES,
    UNITS,
    WEEKDAY,
    WEEKDAY_BEFORE,
    WEEKDAYS,
    YEAR,
    month_number,
    part_of,
)
from graph_build.annotate.windows import Window, matches

Reader = Callable[[re.Match[str]], Meaning | None]
_PICK: Final = (
    r"(?P<pick>this\s+past|this\s+coming|last|past|previous|preceding|prior|this|current|next|coming"
    r"|upcoming|following|subsequent|same|that)"
)
_SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)"
_OF_TOLD: Final = frozenset({"previous", "preceding", "prior", "following", "subsequent", "same"})
_SMALL_PARTS: Final = {"early": Part.EARLY, "mid": Part.MID, "late": Part.LATE}


def _got(match: re.Match[str], name: str) -> str | None:
    value = match.groupdict().get(name)
    return " ".join(value.lower().split()) if value else None


def _year_shift(match: re.Match[str]) -> tuple[int | None, Origin]:
    """How "last year" and its kin behind a month move the year, and from where."""
    word = _got(match, "rel")
    if word is None:
        return None, Origin.TELLING
    word = word.removeprefix("the ")
    return PICKS[word], Origin.TOLD if word in _OF_TOLD or word == "that" else Origin.TELLING


def _day_of_month(match: re.Match[str]) -> Meaning | None:
    shift, origin = _year_shift(match)
    day, last = int(match["day"]), _got(match, "last")
    if not 1 <= day <= 31 or (last is not None and not day < int(last) <= 31):
        return None
    return DateOf(
        year=match["year"],
        month=month_number(match["month"]),
        day=day,
        last_day=int(last) if last else None,
        shift=shift,
        origin=origin,
    )


def _month(match: re.Match[str]) -> Meaning:
    shift, origin = _year_shift(match)
    pick = PICKS.get(_got(match, "pick") or "", 0)
    if _got(match, "pick") == "this":
        shift = 0
    return DateOf(
        year=match["year"],
        month=month_number(match["month"]),
        part=part_of(_got(match, "part")),
        shift=shift,
        origin=origin,
        pick=pick,
    )


def _year(match: re.Match[str]) -> Meaning:
    return DateOf(year=match["year"], part=part_of(_got(match, "part")))


def _decade(match: re.Match[str]) -> Meaning:
    century = match["decade"][:3] if match["decade"] else f"19{match['short'][0]}"
    return DateOf(year=f"{century}X", part=_SMALL_PARTS.get(_got(match, "small") or ""))


def _century(match: re.Match[str]) -> Meaning | None:
    number = int(match["century"])
    return DateOf(year=f"{number - 1:02}XX") if 11 <= number <= 21 else None


def _season(match: re.Match[str]) -> Meaning:
    shift, origin = _year_shift(match)
    season = SEASONS[UNITS[match["season"].lower()]]
    year = match.groupdict().get("year")
    return DateOf(year=year, season=season, shift=shift, origin=origin)


def _iso(match: re.Match[str]) -> Meaning:
    return DateOf(year=match["year"], month=int(match["m"]), day=int(match["d"]))


def _numbers(match: re.Match[str]) -> Meaning | None:
    """Day and month in figures; where both orders are possible only the year is known."""
    first, second = int(match["a"]), int(match["b"])
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    if first > 12 or first == second:
        first, second = second, first
    elif second <= 12:
        return DateOf(year=f"{year}-XX-XX")
    if not (1 <= first <= 12 and 1 <= second <= 31):
        return None
    return DateOf(year=year, month=first, day=second)


def _near_day(match: re.Match[str]) -> Meaning:
    words = _got(match, "near") or ""
    if "before" in words or "after" in words:
        return Stretch(Unit.DAY, -2 if "before" in words else 2)
    shift = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(words, 0)
    return Stretch(Unit.DAY, shift)


def _weekday(match: re.Match[str]) -> Meaning:
    pick = _got(match, "pick") or _got(match, "week")
    return Weekday(WEEKDAYS[match["weekday"].lower()], PICKS.get(pick or "", 0))


def _stretch(match: re.Match[str]) -> Meaning | None:
    word, unit = _got(match, "pick") or "", UNITS[match["unit"].lower()]
    part = part_of(_got(match, "part"))
    if unit in {Unit.HOUR, Unit.MINUTE} or (part and unit in {Unit.DAY, Unit.WEEKEND}):
        return None
    shift = PICKS.get(word, 0)
    with_article = match.group(0).lower().startswith("the ") and part is None
    if word in {"past", "coming", "upcoming"} or (with_article and word == "last"):
        return Length(unit, Decimal(1), Direction.PAST if shift < 0 else Direction.COMING)
    told = word in _OF_TOLD or word == "that" or (with_article and word == "next")
    origin = Origin.TOLD if told else Origin.TELLING
    named = bool(word) and not (with_article and word == "next")
    return Stretch(unit, shift, part, origin, named=named)


def _part_of_unit(match: re.Match[str]) -> Meaning | None:
    if UNITS[match["unit"].lower()] not in {Unit.YEAR, Unit.MONTH, Unit.DECADE, Unit.WEEK}:
        return None
    return _stretch(match)


def _end_of_year(match: re.Match[str]) -> Meaning:
    return Stretch(Unit.YEAR, PICKS.get(_got(match, "pick") or "", 0), Part.END, named=False)


def _beside_told(match: re.Match[str]) -> Meaning:
    shift = -1 if match["side"].lower() in {"before", "earlier"} else 1
    return Stretch(UNITS[match["unit"].lower()], shift, origin=Origin.TOLD)


_YEAR_BEHIND: Final = rf"(?:,?\s+(?:of\s+)?{YEAR}|{SAME_YEAR})?"
_SPAN_OF_DAYS: Final = r"(?:\s*[-–]\s*(?P<last>[0-3]?[0-9])(?![\w%]|[.:,]\d))?"
_PATTERNS: Final[tuple[tuple[str, Reader, Family], ...]] = (
    (
        rf"{WEEKDAY_BEFORE}{MONTH}\s+(?:the\s+)?{DAY}{_SPAN_OF_DAYS}{_YEAR_BEHIND}",
        _day_of_month,
        Family.MONTH,
    ),
    (
        rf"{WEEKDAY_BEFORE}(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}{_YEAR_BEHIND}",
        _day_of_month,
        Family.MONTH,
    ),
    (rf"(?:{PART}|(?:the\s+)?{_PICK}\s+)?{MONTH}{_YEAR_BEHIND}", _month, Family.MONTH),
    (rf"{PART}?(?:(?:the\s+)?(?:fiscal\s+(?:year\s+)?|year\s+))?{YEAR}", _year, Family.YEAR),
    (
        r"(?:the\s+)?(?:(?P<small>early|mid|late)[\s-]+)?(?:the\s+)?"
        r"(?:(?P<decade>(?:1\d|20)\d0)|(?<=the\s)['’]?(?P<short>[2-9]0))s\b",
        _decade,
        Family.DECADE,
    ),
    (r"(?:the\s+)?(?P<century>[12]\d)(?:st|th)[\s-]century\b", _century, Family.UNIT),
    (
        rf"{PART}?(?:the\s+)?{_SEASON}(?:,?\s+(?:of\s+)?{YEAR}|{SAME_YEAR})",
        _season,
        Family.SEASON,
    ),
    (
        rf"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bduring\s))"
        rf"the\s+{_SEASON}\b(?!\s+of\b)",
        _season,
        Family.SEASON,
    ),
    (
        r"(?P<year>(?:1\d|20)\d\d)-(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)(?:T[\d:.]+)?(?!\d)",
        _iso,
        Family.YEAR,
    ),
    (
        r"(?P<a>\d\d?)(?P<s>[/.])(?P<b>\d\d?)(?P=s)(?P<year>20\d\d|\d\d)(?!\w|[./]\w)",
        _numbers,
        Family.YEAR,
    ),
    (NEAR_DAY, _near_day, Family.DAY),
    (
        rf"(?:(?:early|late)\s+)?(?:(?:the\s+)?{_PICK}\s+)?{WEEKDAY}"
        r"(?:\s+(?:morning|afternoon|evening|night)\b)?(?:\s+(?P<week>last|this|next)\s+week\b)?",
        _weekday,
        Family.WEEKDAY,
    ),
    (
        rf"(?:(?:earlier|later|sometime|some\s+time)\s+)?(?:the\s+)?{_PICK}\s+(?:calendar\s+)?"
        rf"{UNIT_NAMES}\b(?![-\s]old)",
        _stretch,
        Family.UNIT,
    ),
    (rf"{PART}(?:{_PICK}\s+)?{UNIT_NAMES}\b(?!-)", _part_of_unit, Family.UNIT),
    (
        rf"(?:the\s+|{_PICK}\s+)?(?:calendar\s+)?year(?:['’]s[\s-]|-|\s)end\b",
        _end_of_year,
        Family.UNIT,
    ),
    (
        r"the\s+(?P<unit>day|week|month|year)\s+(?P<side>before|after|earlier|later)\b",
        _beside_told,
        Family.UNIT,
    ),
)
_FORMS: Final = tuple(
    (re.compile(rf"\b(?:{pattern})", re.IGNORECASE), reader, family)
    for pattern, reader, family in _PATTERNS
)


def date_cores(text: str, windows: Mapping[Family, list[Window]]) -> Iterator[Core]:
    """The dates, days and stretches of a text, by every form that fits; they may overlap."""
    for pattern, reader, family in _FORMS:
        for match in matches(pattern, text, windows.get(family)):
            meaning = reader(match)
            if meaning is not None:
                yield Core(match.start(), match.end(), meaning)
