"""Texts, reports and places in them. Offsets are Unicode code points of the text as held."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class BadSpanError(ValueError):
    """A span that is empty, reversed, negative or outside its text."""


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open piece [start, end) of a text, in Unicode code points.

    >>> Span(3, 8).cut("In Erbil, they met")
    'Erbil'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise BadSpanError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")

    def cut(self, text: str) -> str:
        """The characters of the span. Raises BadSpanError where the text is too short."""
        if self.end > len(text):
            raise BadSpanError(f"span ends at {self.end}, text has {len(text)} characters")
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every character of the other lies in this one."""
        return self.start <= other.start and other.end <= self.end


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as sorted, disjoint, non-touching spans.

    >>> merge_spans([Span(4, 6), Span(0, 2), Span(2, 3)])
    (Span(start=0, end=3), Span(start=4, end=6))
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def covered(spans: Iterable[Span]) -> int:
    """The number of characters that the spans cover together."""
    return sum(len(span) for span in merge_spans(spans))


def dice(one: Iterable[Span], other: Iterable[Span]) -> float:
    """The overlap 2|A∩B| / (|A|+|B|) in characters; two empty roles are alike.

    >>> dice((Span(0, 4),), (Span(2, 6),))
    0.5
    """
    mine, theirs = tuple(one), tuple(other)
    both = covered(mine) + covered(theirs)
    if both == 0:
        return 1.0
    return 2 * (both - covered((*mine, *theirs))) / both


class ZoneKind(StrEnum):
    """What a stretch of a report is for."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    SUBHEADING = "subheading"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, order=True, slots=True)
class Zone:
    """A stretch of a report with its kind, and the reason why it was taken for that."""

    span: Span
    kind: ZoneKind
    reason: str


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be understood or had to be repaired; never an exception."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What is held: decoded and otherwise unchanged, newlines and marks of order included."""

    content: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Publication:
    """Who published a report and when, as far as the text or the user says; None where neither.

    The spans are those of the text's own words for the two, None where the user gives them.
    """

    publisher_name: str | None = None
    published: str | None = None
    basis: str | None = None
    url: str | None = None
    publisher_span: Span | None = field(default=None, compare=False)
    published_span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """One publication of a text: the id follows from text, source name and publisher alone."""

    id: str
    text: Text
    file_name: str
    title: str | None
    zones: tuple[Zone, ...]
    publication: Publication = field(default_factory=Publication)
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingText:
    """The text that the language tools see, with the way back to the text as held.

    `raw_of[i]` is the offset in the text as held of character i of `content`; one more entry
    stands for the end. Inserted characters map to the offset of the character after them.
    """

    content: str
    raw_of: tuple[int, ...]

    def to_raw(self, start: int, end: int) -> Span:
        """The span of the text as held for the half-open piece [start, end) of the reading text."""
        if not 0 <= start < end <= len(self.content):
            raise BadSpanError(f"no piece [{start}, {end}) in a text of {len(self.content)}")
        first, last = self.raw_of[start], self.raw_of[end - 1] + 1
        if end < len(self.content):
            last = min(last, self.raw_of[end])
        return Span(first, max(last, first + 1))

    def from_raw(self, offset: int) -> int:
        """The offset in the reading text of the first character at or after a raw offset."""
        return min(bisect_left(self.raw_of, offset), len(self.content))

    def surface(self, span: Span) -> str:
        """The repaired wording of a span of the text as held, blanks collapsed."""
        return " ".join(self.content[self.from_raw(span.start) : self.from_raw(span.end)].split())
