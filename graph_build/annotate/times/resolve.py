"""From what a time means to a date, counted only from what the text itself gives.

RESOLVED is what follows surely from the day of publication ("last year"); where the tense of the
verb, a weekday or the flow of the telling had to be read, the date is UNCERTAIN and carries `?`.
Without an anchor a time keeps what its words give ("September next year" is XXXX-09) and is OPEN.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from graph_build.annotate.times.anchor import (
    Anchor,
    day_of,
    in_month,
    in_year,
    unit_around,
)
from graph_build.annotate.times.lengths import iso_length
from graph_build.annotate.times.meaning import (
    SEASONS,
    DateOf,
    Direction,
    Length,
    Meaning,
    Origin,
    Part,
    Stretch,
    Tense,
    Unit,
    Weekday,
)
from graph_build.model.edtf import doubted, is_edtf
from graph_build.model.values import Resolution

_THIRD_PARTS = {Part.START, Part.EARLY, Part.MID, Part.LATE}
_FINE = {Unit.DAY, Unit.WEEKEND, Unit.WEEK}


@dataclass(frozen=True, slots=True)
class Told:
    """A date that stands before a time in the text, with its words."""

    anchor: Anchor
    words: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a time may be counted from: the publication, a date told before; and the tense."""

    published: Anchor | None = None
    told: Told | None = None
    tense: Tense = Tense.UNKNOWN
    doubtful: bool = False  # under a stamp that the text argues with
    is_name: bool = False  # part of the name of an event ("the Sept. 11 attacks")
    quoted: bool = False  # in somebody's words, which may be of another day


@dataclass(frozen=True, slots=True)
class Resolved:
    """The date of a time, where it comes from, and what it was counted from."""

    edtf: str | None
    resolution: Resolution
    approximate: bool = False
    anchor: str | None = None
    length: str | None = None


_OPEN = Resolved(None, Resolution.OPEN)


def resolve(meaning: Meaning, around: Circumstances) -> Resolved:
    """The date of a time in its circumstances; open where they do not suffice."""
    if isinstance(meaning, DateOf):
        found = _date(meaning, around)
    elif isinstance(meaning, Weekday):
        found = _weekday(meaning, around)
    elif isinstance(meaning, Stretch):
        found = _stretch(meaning, around)
    else:
        found = _length(meaning, around)
    if found.edtf is not None and not is_edtf(found.edtf):
        return Resolved(None, Resolution.OPEN, found.approximate, None, found.length)
    return found


def _counted(
    edtf: str | None, anchor: Anchor, *, sure: bool, approximate: bool = False
) -> Resolved:
    """A date that was counted from the publication."""
    if edtf is None:
        return _OPEN
    said = f"published {anchor.edtf()}"
    if sure:
        return Resolved(edtf, Resolution.RESOLVED, approximate, said)
    return Resolved(doubted(edtf), Resolution.UNCERTAIN, approximate, said)


def _date(meaning: DateOf, around: Circumstances) -> Resolved:
    approximate = meaning.part in _THIRD_PARTS
    if meaning.year is not None:
        edtf = _written(meaning.year, meaning)
        whole = "XX" not in meaning.year or len(meaning.year) == 4
        given = Resolution.GIVEN if whole else Resolution.OPEN
        return Resolved(edtf, given, approximate)
    if meaning.origin is Origin.TOLD:
        return _told_year(meaning, around.told)
    anchor = around.published
    if anchor is None or around.is_name:
        return Resolved(_without_year(meaning), Resolution.OPEN, approximate)
    if meaning.shift is not None:
        year = f"{anchor.year + meaning.shift:04}"
        sure = not around.doubtful
        return _counted(_written(year, meaning), anchor, sure=sure, approximate=approximate)
    nearest = _nearest_year(meaning, anchor, around.tense)
    return _counted(
        _written(f"{nearest:04}", meaning) if nearest else None,
        anchor,
        sure=False,
        approximate=approximate,
    )


def _told_year(meaning: DateOf, told: Told | None) -> Resolved:
    if told is None:
        return Resolved(_without_year(meaning), Resolution.OPEN)
    edtf = _written(f"{told.anchor.year + (meaning.shift or 0):04}", meaning)
    return Resolved(edtf and doubted(edtf), Resolution.UNCERTAIN, anchor=told.words)


def _written(year: str, meaning: DateOf) -> str | None:
    """The date in a known year (or decade), None where the calendar has no such day."""
    if meaning.season is not None:
        return f"{year}-{meaning.season}"
    if meaning.month is None:
        return in_year(year, meaning.part)
    if meaning.day is None:
        return in_month(int(year), meaning.month, meaning.part)
    if day_of(int(year), meaning.month, meaning.day) is None:
        return None
    first = f"{year}-{meaning.month:02}-{meaning.day:02}"
    if meaning.last_day is None:
        return first
    return f"{first}/{year}-{meaning.month:02}-{meaning.last_day:02}"


def _without_year(meaning: DateOf) -> str | None:
    if meaning.month is None:
        return None
    if meaning.day is None or meaning.last_day is not None:
        return f"XXXX-{meaning.month:02}"
    return f"XXXX-{meaning.month:02}-{meaning.day:02}"


def _nearest_year(meaning: DateOf, anchor: Anchor, tense: Tense) -> int | None:
    """The year in which the date lies nearest, before or after the publication as the verb says."""
    month = meaning.month or 3 * ((meaning.season or 21) - 20)
    here = (anchor.month or 1, anchor.day or 1)
    there = (month, meaning.day or here[1])
    if anchor.month is None:
        return None
    if meaning.pick < 0 or (meaning.pick == 0 and tense is Tense.PAST):
        later = there > here or (meaning.pick < 0 and meaning.day is None and month == here[0])
        return anchor.year - 1 if later else anchor.year
    if meaning.pick > 0 or tense is Tense.FUTURE:
        earlier = there < here or (meaning.pick > 0 and meaning.day is None and month == here[0])
        return anchor.year + 1 if earlier else anchor.year
    distances = {y: abs((y - anchor.year) * 12 + month - here[0]) for y in _near(anchor.year)}
    return min(sorted(distances), key=lambda y: distances[y])


def _near(year: int) -> Iterator[int]:
    yield from (y for y in (year - 1, year, year + 1) if 1 <= y <= 9999)


def _weekday(meaning: Weekday, around: Circumstances) -> Resolved:
    anchor = around.published
    day = anchor.date if anchor else None
    if anchor is None or day is None:
        return _OPEN
    back = (day.weekday() - meaning.day) % 7
    near = around.tense is Tense.NEAREST and back > 3
    ahead = meaning.pick > 0 or (meaning.pick == 0 and (near or around.tense is Tense.FUTURE))
    if ahead:
        steps = (7 - back) % 7
        steps = 7 if steps == 0 and meaning.pick > 0 else steps
    else:
        steps = -7 if back == 0 and meaning.pick < 0 else -back
    return _counted(_moved(day, steps), anchor, sure=False)


def _moved(day: date, steps: int) -> str | None:
    try:
        return (day + timedelta(days=steps)).isoformat()
    except OverflowError:
        return None


def _stretch(meaning: Stretch, around: Circumstances) -> Resolved:
    approximate = meaning.part in _THIRD_PARTS or meaning.unit in {Unit.WEEK, Unit.WEEKEND}
    if meaning.origin is Origin.TOLD and not meaning.named and around.tense is Tense.FUTURE:
        return _length(Length(meaning.unit, Decimal(1), Direction.COMING), around)
    if meaning.origin is Origin.TOLD:
        told = around.told
        if told is None:
            return _OPEN
        edtf = unit_around(told.anchor, meaning.unit, meaning.shift, meaning.part)
        if edtf is None:
            return _OPEN
        return Resolved(doubted(edtf), Resolution.UNCERTAIN, approximate, told.words)
    if around.published is None:
        ends = meaning.unit is Unit.YEAR and meaning.part is Part.END
        return Resolved("XXXX-12" if ends else None, Resolution.OPEN, approximate)
    shift = _last_of_kind(meaning, around.published, around.tense)
    edtf = unit_around(around.published, meaning.unit, shift, meaning.part)
    guessed = meaning.unit is Unit.WEEKEND or (meaning.unit in SEASONS and meaning.shift != 0)
    sure = not guessed and (meaning.named or meaning.unit is Unit.DAY) and not around.doubtful
    sure = sure and not (around.quoted and meaning.unit in _FINE)
    return _counted(edtf, around.published, sure=sure, approximate=approximate)


def _last_of_kind(meaning: Stretch, anchor: Anchor, tense: Tense) -> int:
    """The shift as people mean it: "this weekend" as past on a Monday, "last spring" in autumn."""
    day, shift = anchor.date, meaning.shift
    if meaning.unit is Unit.WEEKEND and shift == 0 and tense is Tense.PAST and day is not None:
        return 0 if day.weekday() >= 5 else -1
    if meaning.unit in SEASONS and shift == -1 and anchor.month is not None:
        ended = 3 * (SEASONS[meaning.unit] - 20) + 2  # its last month; winter ends after the year
        return 0 if anchor.month - ended >= 3 else -1
    return shift


def _length(meaning: Length, around: Circumstances) -> Resolved:
    length = iso_length(meaning)
    count = meaning.count
    whole = int(count) if count is not None and count == int(count) else None
    if whole is None or meaning.direction is Direction.BARE:
        return Resolved(None, Resolution.OPEN, length=length)
    backward = meaning.direction in {Direction.AGO, Direction.EARLIER, Direction.PAST}
    steps = -whole if backward else whole
    if meaning.direction is Direction.LATER:  # the claims stage dates it, which knows more
        told = None if around.told is None else around.told.words
        return Resolved(None, Resolution.OPEN, anchor=told, length=length)
    if meaning.direction is Direction.EARLIER:
        return _from_told(meaning, around.told, steps, length)
    anchor = around.published
    there = anchor.step(meaning.unit, steps) if anchor else None
    if anchor is None or there is None:
        return Resolved(None, Resolution.OPEN, length=length)
    edtf = there.edtf()
    if meaning.direction in {Direction.PAST, Direction.COMING}:
        here = _as_fine(anchor, there)
        edtf = f"{edtf}/{here}" if backward else f"{here}/{edtf}"
    elif meaning.unit is not Unit.DAY:
        edtf = f"{edtf}~"
    found = _counted(
        edtf, anchor, sure=not around.doubtful, approximate=meaning.unit is not Unit.DAY
    )
    return Resolved(found.edtf, found.resolution, found.approximate, found.anchor, length)


def _as_fine(anchor: Anchor, there: Anchor) -> str:
    """The anchor, no finer than the date that was counted from it."""
    month = anchor.month if there.month is not None else None
    return Anchor(anchor.year, month, anchor.day if there.day is not None else None).edtf()


def _from_told(meaning: Length, told: Told | None, steps: int, length: str | None) -> Resolved:
    there = told.anchor.step(meaning.unit, steps) if told else None
    if told is None or there is None:
        return Resolved(None, Resolution.OPEN, length=length)
    edtf = doubted(there.edtf())
    return Resolved(edtf, Resolution.UNCERTAIN, True, told.words, length)
