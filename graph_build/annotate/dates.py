"""Explicit dates in the text as EDTF level 1. What the text leaves open stays open (XXXX)."""

import re
from collections.abc import Iterator

from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.model.annotation import DatePhrase

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBER = {month.lower(): at for at, month in enumerate(_MONTHS, start=1)}
_NUMBER |= {month[:3].lower(): at for at, month in enumerate(_MONTHS, start=1)}
_NUMBER["sept"] = 9
_MONTH = "|".join(sorted({*_MONTHS, *(m[:3] + r"\." for m in _MONTHS), r"Sept\."}, key=len)[::-1])
_FORMS = (
    re.compile(
        rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    ),
    re.compile(rf"\b(?P<month>{_MONTH}),?\s+(?P<year>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b"),
)


def find_dates(parsed: ParsedReport) -> tuple[DatePhrase, ...]:
    """The dates that name at least a month and a day or year, in text order."""
    return tuple(sorted(d for p in parsed.paragraphs for d in _dates(p)))


def _dates(paragraph: Paragraph) -> Iterator[DatePhrase]:
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(paragraph.text):
            edtf = _edtf(match.groupdict())
            if edtf is not None and not any(a <= match.start() < b for a, b in taken):
                taken.append(match.span())
                yield DatePhrase(paragraph.raw_chars(*match.span()), edtf)


def _edtf(parts: dict[str, str | None]) -> str | None:
    """EDTF of a matched date, or None where the numbers are no date.

    >>> _edtf({"month": "September", "day": "8", "year": None})
    'XXXX-09-08'
    """
    word = parts.get("month")
    month = _NUMBER[word.rstrip(".").lower()] if word else int(parts.get("m") or 0)
    year, day = parts.get("year") or "XXXX", parts.get("day")
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}-{month:02d}"
    return f"{year}-{month:02d}-{int(day):02d}" if 1 <= int(day) <= 31 else None
