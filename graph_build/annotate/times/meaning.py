"""What the words of a time mean before they are tied to a day: absolute, relative or a length."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Part(StrEnum):
    """A part of a year or month: early, mid and late are its thirds, the end of a year December."""

    START = "start"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"
    HALF_1 = "first half"
    HALF_2 = "second half"
    QUARTER_1 = "first quarter"
    QUARTER_2 = "second quarter"
    QUARTER_3 = "third quarter"
    QUARTER_4 = "fourth quarter"


class Tense(StrEnum):
    """Where the governing verb puts a time, seen from the telling."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"
    NEAREST = "of a noun"  # "Monday's debate": of the past or the future, whatever the verb


class Unit(StrEnum):
    """A stretch of the calendar."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


SEASONS = {Unit.SPRING: 21, Unit.SUMMER: 22, Unit.AUTUMN: 23, Unit.WINTER: 24}


class Origin(StrEnum):
    """What a relative time is counted from."""

    TELLING = "the telling"  # the day on which the report was published
    TOLD = "the time told of"  # the date that stands before it in the text


@dataclass(frozen=True, slots=True)
class DateOf:
    """A date of the calendar; `year` has four places, X for unknown ones.

    `shift` counts years from the telling ("last year" is -1), `pick` chooses the nearest of its
    kind before (-1) or after (1) the telling ("last September"), 0 leaves it to the tense.
    """

    year: str | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: Part | None = None
    shift: int | None = None
    origin: Origin = Origin.TELLING
    pick: int = 0
    last_day: int | None = None  # "September 3-5"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 0; `pick` as in DateOf."""

    day: int
    pick: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A unit of the calendar so many of its kind away: "last week", "today", "the next year".

    `named` is False for "the year", which may be this one or the one told of, and for "the next
    year", which may start at either.
    """

    unit: Unit
    shift: int
    part: Part | None = None
    origin: Origin = Origin.TELLING
    named: bool = True


class Direction(StrEnum):
    """How a length lies to its origin."""

    AGO = "ago"  # that long before the telling
    AHEAD = "ahead"  # that long after the telling
    EARLIER = "earlier"  # that long before what was told
    LATER = "later"  # that long after what was told
    PAST = "past"  # the stretch of that length up to the telling
    COMING = "coming"  # the stretch of that length from the telling on
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; `count` is None where it is vague ("months of talks")."""

    unit: Unit
    count: Decimal | None
    direction: Direction = Direction.BARE


Meaning = DateOf | Weekday | Stretch | Length


@dataclass(frozen=True, slots=True)
class Core:
    """The words of a time in a paragraph, [start, end), with what they mean."""

    start: int
    end: int
    meaning: Meaning
    approximate: bool = False
