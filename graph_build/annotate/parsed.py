"""A report as the language tools see it: paragraphs, tokens and units, with the way back."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph_build.annotate.language import Doc, parse
from graph_build.annotate.quotations import Quotation, find_quotations
from graph_build.model.annotation import Sentence
from graph_build.model.text import ReadingText, Report, Span, ZoneKind, merge_spans

_READABLE = {ZoneKind.HEADLINE, ZoneKind.SUBHEADING, ZoneKind.BODY}
Range = tuple[int, int]

# Characters parsed in one go. Real paragraphs stay far below; spaCy refuses texts over a million.
_LONGEST = 20_000

# Characters that are read in one stretch. Reports of usual length are one stretch.
_PART = 60_000


@dataclass(frozen=True)
class Unit:
    """A sentence, or several that one quotation holds together: tokens [start, end) of a doc."""

    start: int
    end: int
    quotations: tuple[Range, ...]

    def is_quoted(self, index: int) -> bool:
        """Whether the token at this index stands inside a quotation."""
        return any(a <= index < b for a, b in self.quotations)

    @property
    def is_all_quoted(self) -> bool:
        """Whether nothing but quotations stands in the unit."""
        return all(self.is_quoted(i) for i in range(self.start, self.end))


@dataclass(frozen=True)
class Paragraph:
    """One line of a zone that is read; `start` is its offset in the reading text."""

    index: int
    section: int
    kind: ZoneKind
    start: int
    text: str
    reading: ReadingText

    @cached_property
    def doc(self) -> Doc:
        """The parse of the paragraph."""
        return parse(self.text)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of the paragraph, as character offsets in it."""
        return find_quotations(self.text)

    def raw(self, first: int, after: int) -> Span:
        """The span of the text as held for the tokens [first, after)."""
        last = self.doc[after - 1]
        return self.raw_chars(self.doc[first].idx, last.idx + len(last.text))

    def raw_chars(self, start: int, end: int) -> Span:
        """The span of the text as held for the characters [start, end) of the paragraph."""
        return self.reading.to_raw(self.start + start, self.start + end)

    def raw_ranges(self, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
        """The spans of the text as held for several token ranges, sorted and disjoint."""
        return merge_spans(self.raw(a, b) for a, b in ranges if a < b)

    @cached_property
    def quoted_ranges(self) -> tuple[Range, ...]:
        """The double-quoted stretches as token ranges, marks included."""
        if not self.quotations:
            return ()
        starts = [t.idx for t in self.doc]
        ranges = [
            (bisect_left(starts, q.start), bisect_left(starts, q.end))
            for q in self.quotations
            if q.double
        ]
        return tuple((a, b) for a, b in ranges if a < b)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The sentences, joined where one quotation runs over several."""
        bounds: list[list[int]] = []
        for start, end in _sentence_bounds(self.doc):
            if bounds and any(a < start < b for a, b in self.quoted_ranges):
                bounds[-1][1] = end
            else:
                bounds.append([start, end])
        return tuple(
            Unit(a, b, tuple((x, y) for x, y in self.quoted_ranges if x < b and a < y))
            for a, b in bounds
        )

    def sentences(self) -> Iterator[Sentence]:
        """The units as spans of the text as held."""
        for unit in self.units:
            yield Sentence(self.raw(unit.start, unit.end), self.section, self.index, self.kind)


def _sentence_bounds(doc: Doc) -> Iterator[Range]:
    """Sentences of the parse; one that starts in lower case or with a bare mark is joined on."""
    pending: list[int] | None = None
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if not words:
            continue
        begins_anew = words[0].text[0].isupper() or words[0].text[0].isdigit()
        begins_anew = begins_anew or (words[0].is_quote and len(words) > 1)
        begins_anew = begins_anew or _ends_a_sentence(doc, words[0].i)
        if pending is not None and not begins_anew:
            pending[1] = words[-1].i + 1
            continue
        if pending is not None:
            yield (pending[0], pending[1])
        pending = [words[0].i, words[-1].i + 1]
    if pending is not None:
        yield (pending[0], pending[1])


def _ends_a_sentence(doc: Doc, index: int) -> bool:
    """Whether a final mark stands somewhere directly before this token."""
    return index > 0 and any(t.text in {".", "?", "!"} for t in doc[max(0, index - 2) : index])


@dataclass(frozen=True)
class ParsedReport:
    """A report with its reading text; paragraphs are parsed when first asked for.

    `within` are the paragraphs that count, where it is a part of a report.
    """

    report: Report
    reading: ReadingText
    within: tuple[Paragraph, ...] | None = None

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines of headline, subheadings and body, without furniture and dateline."""
        return tuple(self._lines()) if self.within is None else self.within

    def _lines(self) -> Iterator[Paragraph]:
        number = section = 0
        for zone in self.report.zones:
            section += zone.kind is ZoneKind.SUBHEADING
            if zone.kind not in _READABLE:
                continue
            first = self.reading.from_raw(zone.span.start)
            after = self.reading.from_raw(zone.span.end)
            for start, end in _lines(self.reading.content, first, after):
                text = self.reading.content[start:end]
                yield Paragraph(number, section, zone.kind, start, text, self.reading)
                number += 1

    def paragraphs_of(self, *kinds: ZoneKind) -> tuple[Paragraph, ...]:
        """The paragraphs of some kinds of zone."""
        return tuple(p for p in self.paragraphs if p.kind in kinds)

    def parts(self) -> Iterator["ParsedReport"]:
        """Headline and body in stretches of bounded length, one after another.

        Each has paragraphs of its own, so that the parses of one are gone when it is.
        """
        wanted = (p for p in self._lines() if p.kind in {ZoneKind.HEADLINE, ZoneKind.BODY})
        for paragraphs in in_parts(wanted):
            yield ParsedReport(self.report, self.reading, paragraphs)


def in_parts(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs in stretches of bounded length, so that memory stays bounded with it."""
    part: list[Paragraph] = []
    size = 0
    for paragraph in paragraphs:
        if part and size + len(paragraph.text) > _PART:
            yield tuple(part)
            part, size = [], 0
        part.append(paragraph)
        size += len(paragraph.text)
    if part:
        yield tuple(part)


def _lines(content: str, first: int, after: int) -> Iterator[Range]:
    """The non-blank lines of a stretch, trimmed."""
    at = first
    for line in content[first:after].splitlines(keepends=True):
        lead = len(line) - len(line.lstrip())
        body = line.strip()
        for start, end in _pieces(body):
            yield (at + lead + start, at + lead + end)
        at += len(line)


def _pieces(line: str) -> Iterator[Range]:
    """The line whole, or cut after sentences where it is too long to be parsed in one go."""
    start = 0
    while len(line) - start > _LONGEST:
        window = line[start : start + _LONGEST]
        cut = max(window.rfind(mark) + 1 for mark in (". ", "? ", "! ", ".” ", '." '))
        if cut < _LONGEST // 2:
            cut = window.rfind(" ") + 1
        if cut <= 0:
            cut = _LONGEST
        yield start, start + cut
        start += cut
    if start < len(line):
        yield start, len(line)
