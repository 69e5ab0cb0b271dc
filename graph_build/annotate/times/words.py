"""The words of times: tables, and the fragments of which the forms are made."""

import re
from typing import Final

from graph_build.annotate.numerals import NUMERAL
from graph_build.annotate.times.meaning import Part, Unit

_MONTH_NAMES: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS: Final = (
    {name: at for at, name in enumerate(_MONTH_NAMES, start=1)}
    | {name[:3]: at for at, name in enumerate(_MONTH_NAMES, start=1)}
    | {"sept": 9}
)
WEEKDAYS: Final = {
    name: at
    for at, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
    )
}
UNITS: Final = {unit.value: unit for unit in Unit} | {
    "fall": Unit.AUTUMN,
    "fortnight": Unit.FORTNIGHT,
    "yr": Unit.YEAR,
    "yrs": Unit.YEAR,
}
_ORDINALS: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}
_ORDINALS_4: Final = _ORDINALS | {"fourth": 4, "4th": 4, "final": 4, "last": 4}
_HALVES: Final = (Part.HALF_1, Part.HALF_2)
_QUARTERS: Final = (Part.QUARTER_1, Part.QUARTER_2, Part.QUARTER_3, Part.QUARTER_4)

_FULL: Final = "|".join(name.capitalize() for name in _MONTH_NAMES)
_SHORT: Final = "Sept|" + "|".join(n[:3].capitalize() for n in _MONTH_NAMES if n != "may")
# A month by its name; a short form with its point, or right beside a number.
MONTH: Final = (
    rf"(?-i:(?P<month>(?:{_FULL}|{_FULL.upper()})\b"
    rf"|(?:{_SHORT})(?:\.|\b(?=\s\d))|(?<=\d\s)(?:{_SHORT})\b))"
)
YEAR: Final = r"(?P<year>(?:1\d|20)\d\d)(?![\d%]|[,.:]\d|-?(?:year|strong|member)\b)"
DAY: Final = (
    r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w%]|[.:,]\d|\s*(?:a\.?m\b|p\.?m\b|percent|%))"
)
_WEEKDAY_NAMES: Final = "|".join(name.capitalize() for name in WEEKDAYS)
WEEKDAY: Final = rf"(?-i:(?P<weekday>{_WEEKDAY_NAMES}|{_WEEKDAY_NAMES.upper()}))\b"
WEEKDAY_BEFORE: Final = rf"(?:(?-i:{_WEEKDAY_NAMES}),?\s+)?"

# The part of a period: "early", "mid-", "the end of", "the third quarter of".
_ORDINAL: Final = "first|1st|second|2nd|third|3rd|fourth|4th|final|last"
PART: Final = (
    r"(?P<part>(?:very\s+)?(?:early|mid|late)(?:\s*-\s*|\s+(?:in\s+|of\s+)?)(?:the\s+)?"
    r"|(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close)\s+of\s+(?:the\s+)?"
    rf"|(?:the\s+)?(?:{_ORDINAL})[\s-](?:half|quarter|months?)\s+(?:of\s+)?(?:the\s+)?"
    r"|Q[1-4](?:\s+of)?\s+|H[12](?:\s+of)?\s+)"
)
SAME_YEAR: Final = (
    r"(?:\s+(?:of\s+)?(?P<rel>last|this|next|(?:the\s+)?(?:following|previous|same)|that)\s+year\b)"
)
DAYS: Final = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "overnight": 0,
}
_TODAY: Final = r"this\s+(?:morning|afternoon|evening)"
NEAR_DAY: Final = (
    rf"(?P<near>(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)|today|tonight|yesterday"
    rf"|tomorrow|last\s+night|{_TODAY})\b"
)
UNIT_NAMES: Final = (
    r"(?P<unit>minute|hour|day|weekend|week|fortnight|month|quarter|spring|summer|autumn|fall|winter"
    r"|year|decade|century|centurie)"
)
PICKS: Final = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "upcoming": 1,
    "following": 1,
    "subsequent": 1,
    "same": 0,
    "that": 0,
}
VAGUE: Final = (
    r"several|many|some|(?:a|the)\s+few|few|a\s+couple(?:\s+of)?|a\s+number\s+of|dozens\s+of"
    r"|hundreds\s+of|thousands\s+of|recent|multiple|the"
)
COUNT: Final = rf"(?P<count>(?:{NUMERAL})(?:\s+and\s+a\s+half)?|half\s+an?|another|an?|one|{VAGUE})"
_PARTS_BY_WORD: Final = {
    "early": Part.EARLY,
    "mid": Part.MID,
    "late": Part.LATE,
    "beginning": Part.START,
    "start": Part.START,
    "middle": Part.MID,
    "end": Part.END,
    "close": Part.END,
}


def part_of(words: str | None) -> Part | None:
    """The part that the words before a period name.

    >>> part_of("the third quarter of "), part_of("mid-"), part_of("Q2 "), part_of(None)
    (<Part.QUARTER_3: 'third quarter'>, <Part.MID: 'mid'>, <Part.QUARTER_2: 'second quarter'>, None)
    """
    if words is None:
        return None
    found = re.findall(r"[qh]\d|[a-z]+|\d(?:st|nd|rd|th)", words.lower())
    plain = next((_PARTS_BY_WORD[w] for w in found if w in _PARTS_BY_WORD), None)
    if plain is not None:
        return plain
    code = next((w for w in found if re.fullmatch(r"[qh]\d", w)), None)
    if code is not None:
        return (_QUARTERS if code[0] == "q" else _HALVES)[int(code[1]) - 1]
    number = next((_ORDINALS_4[w] for w in found if w in _ORDINALS_4), 1)
    return _numbered_part(found, number)


def _numbered_part(words: list[str], number: int) -> Part | None:
    if "half" in words:
        return _HALVES[1 if number in {2, 4} else 0] if number != 3 else None
    if "quarter" in words:
        return _QUARTERS[number - 1]
    return {1: Part.EARLY, 4: Part.LATE}.get(number)  # "the first months of"


def month_number(word: str) -> int:
    """The number of a month by its name or short form."""
    return MONTHS[word.rstrip(".").lower()]
