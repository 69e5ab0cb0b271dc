"""Dates that stand in the head of a report, and their EDTF form. Does not read dates in prose."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\.?"
_CLOCK = r"\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?"
DATE = re.compile(
    rf"""(?<!\d)(?:
        (?P<y>\d{{4}})[-/.](?P<m>\d{{2}})[-/.](?P<d>\d{{2}})(?:[T ](?P<clock>{_CLOCK}))?
      | {_MONTH.format("m2")}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})
      | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH.format("m3")},?[\s-]+(?P<y3>\d{{4}})
      | (?P<d4>\d{{1,2}})[/.](?P<m4>\d{{1,2}})[/.](?P<y4>\d{{4}})
    )(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_FILLER = re.compile(
    r"""\b(?:first|last|originally|published|posted|updated|modified|created|issued|date|time
      |(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|at|on|am|pm|a\.m|p\.m
      |gmt|utc|[ecmp][sd]?t|bst|cest|cet|ast|msk|hrs?|local|ago|\d{1,2}\s(?:hours?|minutes?|days?))\b
      |\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]m\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_LATER = re.compile(r"updated|modified", re.IGNORECASE)
_EDTF = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d{2}:\d{2})?)?)?)?"
)
_WHOLE_CLOCK = re.compile(r"(\d{2}:\d{2}:\d{2})(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?")
_MAX_STAMP = 120


def is_edtf(value: str) -> bool:
    """Whether this is a year, month, day or second that exists, as EDTF level 0 writes it.

    >>> is_edtf("2024-09-06"), is_edtf("2024-13"), is_edtf("6 September 2024")
    (True, False, False)
    """
    match = _EDTF.fullmatch(value)
    return match is not None and _exists(match[1], match[2] or "1", match[3] or "1")


def is_stamp(line: str) -> bool:
    """Whether a line holds a date or a time and nothing but what goes with one.

    >>> is_stamp("Published: Friday, 6 September 2024 - 10:15 GMT"), is_stamp("In May 2024")
    (True, False)
    """
    if len(line) > _MAX_STAMP:
        return False
    rest, dates = DATE.subn(" ", line)
    rest, fillers = _FILLER.subn(" ", rest)
    if not dates and "/" in line:
        return False  # the clock of a player, "0:00 / 2:31"
    has_time = dates or re.search(r"\d{1,2}[:.]\d{2}|\bago\b", line)
    return bool(has_time) and not re.search(r"\w", rest) and (dates + fillers > 0)


def date_of(line: str) -> str | None:
    """The EDTF form of the first date of a line, None where there is none or two readings.

    The time of day is kept where it is given to the second.

    >>> date_of("Posted Sept. 6, 2024"), date_of("06/09/2024"), date_of("26/09/2024")
    ('2024-09-06', None, '2024-09-26')
    """
    match = DATE.search(line)
    return _edtf_of(match) if match else None


def is_of_update(line: str) -> bool:
    """Whether the first date of the line says when the report was changed, not published."""
    match = DATE.search(line)
    return match is not None and _LATER.search(line, 0, match.start()) is not None


def _edtf_of(match: re.Match[str]) -> str | None:
    got = match.groupdict()
    if got["y"]:
        day = _joined(got["y"], got["m"], got["d"])
        return day and _with_clock(day, got["clock"] or "")
    if got["y4"]:
        return _numbers_only(got["y4"], int(got["d4"]), int(got["m4"]))
    year, month, number = (got["y2"], got["m2"], got["d2"])
    if year is None:
        year, month, number = (got["y3"], got["m3"], got["d3"])
    return _joined(year, str(_MONTHS.index(month[:3].lower()) + 1), number)


def _numbers_only(year: str, first: int, second: int) -> str | None:
    """Day and month are told apart only where one of them is over twelve, or both are the same."""
    if first > 12 or first == second:
        return _joined(year, str(second), str(first))
    return _joined(year, str(first), str(second)) if second > 12 else None


def _with_clock(day: str, clock: str) -> str:
    match = _WHOLE_CLOCK.fullmatch(clock)
    if match is None:
        return day
    zone = match[2] or ""
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    value = f"{day}T{match[1]}{zone}"
    return value if is_edtf(value) else day


def _joined(year: str, month: str, day: str) -> str | None:
    if not _exists(year, month, day):
        return None
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
