"""Dates in EDTF level 1: whether they are well formed, and the seconds that they lie between.

Read are seconds, days, months, seasons, years, unknown digits (`199X`, `2024-XX`, `XXXX-09-08`),
the marks `?` `~` `%`, and intervals with open (`..`) or unknown (empty) ends. Years run from 0001
to 9999: news needs no others. Seasons are those of the north, three whole months each; "winter
2026" may be the one that 2026 begins or ends with, so that its bounds hold both.
"""

import calendar
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

Bounds = tuple[str | None, str | None]
Moments = tuple[datetime | None, datetime | None]

OPEN_END: Final = ".."
_MARKS: Final = "?~%"
_DATE: Final = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[?~%])?"
)
_MOMENT: Final = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})T(?P<clock>(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)"
    r"(?P<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
)
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_WINTER: Final = 24
_LAST_CLOCK: Final = timedelta(hours=23, minutes=59, seconds=59)
# A clock without zone: the farthest that a place on earth is ahead of or behind UTC.
_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=12)


def is_edtf(value: str) -> bool:
    """Whether this is a date or interval in EDTF level 1 that the calendar has.

    >>> is_edtf("2024-09?"), is_edtf("XXXX-09-08"), is_edtf("2023-10/.."), is_edtf("2026-23")
    (True, True, True, True)
    >>> is_edtf("2024-13"), is_edtf("2025/2024"), is_edtf("../.."), is_edtf("September")
    (False, False, False, False)
    """
    start, slash, end = value.partition("/")
    if not slash:
        return _is_date(value)
    ends = [part for part in (start, end) if part not in {OPEN_END, ""}]
    if not ends or any(not _is_date(part) or "X" in part for part in ends):
        return False
    first, last = _moments(start)[0], _moments(end)[1]
    return first is None or last is None or first <= last


def edtf_bounds(edtf: str) -> Bounds:
    """The first and last second of an EDTF date or interval; None for an open or unknown end.

    Does not guess: a date of an unknown year (XXXX-09-08) has no bounds, nor has what is no EDTF.

    >>> edtf_bounds("2024-02~")
    ('2024-02-01T00:00:00Z', '2024-02-29T23:59:59Z')
    >>> edtf_bounds("2023-10-07/.."), edtf_bounds("XXXX-09-08")
    (('2023-10-07T00:00:00Z', None), (None, None))
    """
    first, last = moments(edtf)
    return (
        None if first is None else _written(first),
        None if last is None else _written(last),
    )


def moments(edtf: str) -> Moments:
    """The bounds of an EDTF date or interval as moments in UTC, for comparing and counting."""
    if not is_edtf(edtf):
        return None, None
    start, slash, end = edtf.partition("/")
    return (_moments(start)[0], _moments(end)[1]) if slash else _moments(edtf)


def doubted(edtf: str) -> str:
    """The same date marked as uncertain, each end of an interval by itself.

    >>> doubted("2024-09"), doubted("2024-09~"), doubted("2023/..")
    ('2024-09?', '2024-09%', '2023?/..')
    """
    return "/".join(_doubted(part) for part in edtf.split("/"))


def undoubted(edtf: str) -> str:
    """The same date without its marks of doubt and approximation."""
    return edtf.translate({ord(mark): None for mark in _MARKS})


def _doubted(date: str) -> str:
    if date in {OPEN_END, ""} or date[-1] in "?%" or "X" in date:
        return date  # level 1 has no mark on a date with unknown digits
    return f"{date[:-1]}%" if date[-1] == "~" else f"{date}?"


def _is_date(date: str) -> bool:
    if _MOMENT.fullmatch(date):
        return _moments(date)[0] is not None
    match = _DATE.fullmatch(date)
    if match is None or not date.isascii() or (match["mark"] and "X" in date):
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        return _fits_some_year(year, month, day)
    return _moments(date)[0] is not None


def _fits_some_year(year: str, month: str | None, day: str | None) -> bool:
    """Whether a year with unknown digits may have such a month and day (29 February may be)."""
    if year != "XXXX":
        return month is None
    return _calendar(2024, month, day)[0] is not None and not (month == "XX" and day != "XX")


def _moments(date: str) -> Moments:
    moment = _MOMENT.fullmatch(date)
    if moment is not None:
        return _clock(moment["day"], moment["clock"], moment["zone"])
    match = _DATE.fullmatch(date)
    if match is None or match["year"] == "XXXX" or not date.isascii():
        return None, None
    year, month, day = match["year"], match["month"], match["day"]
    if "X" not in year:
        return _calendar(int(year), month, day)
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is not None or low < 1:
        return None, None
    return datetime(low, 1, 1, tzinfo=UTC), _last_second(high, 12, 31)


def _clock(day: str, clock: str, zone: str | None) -> Moments:
    try:
        at = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC)
        if zone is None:
            return at - _AHEAD, at + _BEHIND
        return (_shifted(at, zone),) * 2
    except (ValueError, OverflowError):
        return None, None


def _shifted(at: datetime, zone: str) -> datetime:
    if zone == "Z":
        return at
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
    return at.replace(tzinfo=timezone(offset)).astimezone(UTC)


def _calendar(year: int, month: str | None, day: str | None) -> Moments:
    if year == 0 or (month == "XX" and day not in {None, "XX"}):
        return None, None
    if month in {None, "XX"}:
        return datetime(year, 1, 1, tzinfo=UTC), _last_second(year, 12, 31)
    number = int(month or 0)
    if number > 12:
        return _season(year, number) if day is None else (None, None)
    if number == 0:
        return None, None
    length = calendar.monthrange(year, number)[1]
    first, last = (1, length) if day in {None, "XX"} else (int(day or 0),) * 2
    if not 1 <= first <= last <= length:
        return None, None
    return datetime(year, number, first, tzinfo=UTC), _last_second(year, number, last)


def _season(year: int, season: int) -> Moments:
    if season == _WINTER and 1 < year < 9999:
        end = calendar.monthrange(year + 1, 2)[1]
        return datetime(year - 1, 12, 1, tzinfo=UTC), _last_second(year + 1, 2, end)
    if season not in _SEASONS:
        return None, None
    first, last = _SEASONS[season]
    length = calendar.monthrange(year, last)[1]
    return datetime(year, first, 1, tzinfo=UTC), _last_second(year, last, length)


def _last_second(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=UTC) + _LAST_CLOCK


def _written(moment: datetime) -> str:
    return f"{moment.year:04}-{moment:%m-%dT%H:%M:%S}Z"
