"""The day from which relative times are counted, as far as it is known, and the steps from it."""

import calendar
import datetime as dt
from dataclasses import dataclass

from graph_build.annotate.times.meaning import SEASONS, Part, Unit
from graph_build.model.edtf import undoubted

_PARTS = {
    Part.START: (1, 1),
    Part.EARLY: (1, 4),
    Part.MID: (5, 8),
    Part.LATE: (9, 12),
    Part.END: (12, 12),
    Part.HALF_1: (1, 6),
    Part.HALF_2: (7, 12),
    Part.QUARTER_1: (1, 3),
    Part.QUARTER_2: (4, 6),
    Part.QUARTER_3: (7, 9),
    Part.QUARTER_4: (10, 12),
}
_THIRDS = {Part.START: 0, Part.EARLY: 0, Part.MID: 1, Part.LATE: 2}
_MONTHS_IN = {Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200, Unit.MONTH: 1, Unit.QUARTER: 3}
_DAYS_IN = {Unit.WEEK: 7, Unit.FORTNIGHT: 14, Unit.DAY: 1}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A year, month or day; month and day are None where they are not known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, edtf: str | None) -> "Anchor | None":
        """The anchor that a plain date gives; None for intervals, unknown digits and no date."""
        parts = undoubted(edtf or "").partition("T")[0].split("-")
        if not 1 <= len(parts) <= 3 or not all(p.isdecimal() and p.isascii() for p in parts):
            return None
        numbers = [int(p) for p in parts]
        if len(numbers) > 1 and numbers[1] > 12:
            return None
        return cls(*numbers) if 1 <= numbers[0] <= 9999 else None

    @property
    def date(self) -> dt.date | None:
        """The day, where it is known."""
        if self.month is None or self.day is None:
            return None
        return day_of(self.year, self.month, self.day)

    def edtf(self) -> str:
        """The anchor written as a date."""
        parts = [f"{self.year:04}", *(f"{p:02}" for p in (self.month, self.day) if p is not None)]
        return "-".join(parts)

    def step(self, unit: Unit, count: int) -> "Anchor | None":
        """The anchor so many units on, no finer than they are; None where it is too coarse."""
        if unit in _DAYS_IN:
            moved = self._days_on(count * _DAYS_IN[unit])
            return None if moved is None else Anchor(moved.year, moved.month, moved.day)
        if unit not in _MONTHS_IN:
            return None
        months = _MONTHS_IN[unit] * count
        if unit not in {Unit.MONTH, Unit.QUARTER}:
            return Anchor.checked(self.year + months // 12)
        if self.month is None:
            return None
        return Anchor.checked(*_month_on(self.year, self.month, months))

    def _days_on(self, count: int) -> dt.date | None:
        try:
            return self.date and self.date + dt.timedelta(days=count)
        except OverflowError:
            return None

    @classmethod
    def checked(cls, year: int, month: int | None = None) -> "Anchor | None":
        """An anchor in the years that can be written, else None."""
        return cls(year, month) if 1 <= year <= 9999 else None


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day of the calendar, None where it has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def in_year(year: str, part: Part | None) -> str:
    """A year or the part of it: months, December for its end; a third of a decade by years.

    >>> in_year("2026", Part.END), in_year("2026", Part.QUARTER_3), in_year("199X", Part.EARLY)
    ('2026-12', '2026-07/2026-09', '1990/1993')
    """
    if part is None:
        return year
    if "X" in year:
        return _in_decade(year, part)
    first, last = _PARTS[part]
    if first == last:
        return f"{year}-{first:02}"
    return f"{year}-{first:02}/{year}-{last:02}"


def _in_decade(year: str, part: Part) -> str:
    spans = {Part.EARLY: (0, 3), Part.MID: (4, 6), Part.LATE: (7, 9)}
    spans |= {Part.START: spans[Part.EARLY], Part.END: spans[Part.LATE]}
    if part not in spans or not year[:3].isdecimal():
        return year
    return f"{year[:3]}{spans[part][0]}/{year[:3]}{spans[part][1]}"


def in_month(year: int, month: int, part: Part | None) -> str:
    """A month or a third of it; its end is the month itself, as a deadline."""
    if part not in _THIRDS:
        return f"{year:04}-{month:02}"
    first = 10 * _THIRDS[part] + 1
    last = first + 9 if first < 21 else calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{last:02}"


def unit_around(anchor: Anchor, unit: Unit, shift: int, part: Part | None) -> str | None:
    """The unit of the calendar that the anchor lies in, or one so many before or after it."""
    if unit in {Unit.WEEK, Unit.WEEKEND}:
        return _week(anchor, unit, shift)
    if unit is Unit.QUARTER:
        return _quarter(anchor, shift)
    if unit in {Unit.DECADE, Unit.CENTURY} or unit in SEASONS:
        return _by_year_alone(anchor, unit, shift, part)
    there = anchor.step(unit, shift)
    if there is None:
        return None
    if unit is Unit.YEAR:
        return in_year(f"{there.year:04}", part)
    in_parts = part is not None and there.month is not None and unit is Unit.MONTH
    return in_month(there.year, there.month or 1, part) if in_parts else there.edtf()


def _by_year_alone(anchor: Anchor, unit: Unit, shift: int, part: Part | None) -> str:
    """A decade, century or season, for which the year of the anchor is enough."""
    if unit is Unit.DECADE:
        return in_year(f"{anchor.year // 10 + shift:03}X", part)
    if unit is Unit.CENTURY:
        return f"{anchor.year // 100 + shift:02}XX"
    return f"{anchor.year + shift:04}-{SEASONS[unit]}"


def _week(anchor: Anchor, unit: Unit, shift: int) -> str | None:
    """The week from Monday to Sunday, or its last two days."""
    day = anchor.date
    if day is None:
        return None
    try:
        monday = day + dt.timedelta(days=7 * shift - day.weekday())
        first = monday + dt.timedelta(days=5 if unit is Unit.WEEKEND else 0)
        return f"{first.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
    except OverflowError:
        return None


def _quarter(anchor: Anchor, shift: int) -> str | None:
    if anchor.month is None:
        return None
    year, month = _month_on(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 3 * shift)
    return f"{year:04}-{month:02}/{year:04}-{month + 2:02}"


def _month_on(year: int, month: int, count: int) -> tuple[int, int]:
    index = 12 * year + month - 1 + count
    return index // 12, index % 12 + 1
