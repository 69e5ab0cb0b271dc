"""Times and quantities as a text words them: spans with what they come to, not yet of what."""

from dataclasses import dataclass
from enum import StrEnum

from graph_build.model.text import Span


class TimeRelation(StrEnum):
    """How a time stands to what happens: at it, at the latest by it, from it on, and so on."""

    AT = "at"  # on, in, at, during
    BY = "by"  # a deadline: not later than
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    WITHIN = "within"  # some time in a stretch that starts at the telling
    FOR = "for"  # lasting so long


class Resolution(StrEnum):
    """Where the date of a time comes from.

    GIVEN the words themselves give it whole; RESOLVED it follows from an anchor that the text
    gives; UNCERTAIN it follows if a guess about the anchor holds; OPEN the text leaves (part of) it
    open, and so do we.
    """

    GIVEN = "given"
    RESOLVED = "resolved"
    UNCERTAIN = "uncertain"
    OPEN = "open"


@dataclass(frozen=True, order=True, slots=True)
class TimePhrase:
    """A time in the text: `span` the time itself ("September 2025"), `whole` with its preposition.

    `edtf` is EDTF level 1 (unknown digits X, `?` where uncertain), None where no date at all
    follows. `length` is a duration in ISO 8601 ("P1Y" for "another year"), None for points in time.
    `anchor` says in words what a relative time was counted from, `anchor_span` where that stands.
    """

    span: Span
    whole: Span
    relation: TimeRelation
    edtf: str | None = None
    length: str | None = None
    resolution: Resolution = Resolution.GIVEN
    approximate: bool = False
    anchor: str | None = None
    anchor_span: Span | None = None


@dataclass(frozen=True, order=True, slots=True)
class QuantityPhrase:
    """A number of something: "more than 170 attacks" is 170 up, 170 excluded, unit "attack".

    `span` holds number and bound ("more than 170"), `whole` the phrase with what is counted. The
    bounds are decimal numbers as text of digits; None where there is none. `unit` is the lemma of
    the head noun counted or measured ("attack", "year", "percent", "USD"), None where the text
    leaves it out ("900 in the south"); `head` is the span of that noun.
    """

    span: Span
    whole: Span
    minimum: str | None = None
    maximum: str | None = None
    minimum_included: bool = True
    maximum_included: bool = True
    approximate: bool = False
    unit: str | None = None
    head: Span | None = None
