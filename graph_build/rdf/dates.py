"""The bounds of a date in EDTF, as xsd:dateTime in UTC; nothing where the date has none."""

import calendar
import re
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")

Bounds = tuple[str | None, str | None]


def edtf_bounds(edtf: str) -> Bounds:
    """The first and last second of an EDTF date or interval; None for an open or unknown end.

    Does not guess: a date with unknown digits (XXXX-09-08) has no bounds.

    >>> edtf_bounds("2024-02")
    ('2024-02-01T00:00:00Z', '2024-02-29T23:59:59Z')
    >>> edtf_bounds("XXXX-09-08")
    (None, None)
    """
    start, slash, end = edtf.partition("/")
    if slash:
        return _date_bounds(start)[0], _date_bounds(end)[1]
    return _date_bounds(edtf)


def _date_bounds(date: str) -> Bounds:
    if _MOMENT.fullmatch(date):
        return date, date
    match = _DATE.fullmatch(date)
    if match is None:
        return None, None
    year, month, day = (int(group) if group else None for group in match.groups())
    assert year is not None
    return _calendar_bounds(year, month, day)


def _calendar_bounds(year: int, month: int | None, day: int | None) -> Bounds:
    first_month, last_month = month or 1, month or 12
    if year == 0 or not 1 <= last_month <= 12:
        return None, None
    last_day = day or calendar.monthrange(year, last_month)[1]
    if not 1 <= last_day <= calendar.monthrange(year, last_month)[1]:
        return None, None
    return (
        f"{year:04}-{first_month:02}-{day or 1:02}T00:00:00Z",
        f"{year:04}-{last_month:02}-{last_day:02}T23:59:59Z",
    )
