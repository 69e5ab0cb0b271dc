"""Times counted from something else the report dates: "another year after the first phase".

A length that points back is added to the date that stands before it in its sentence, or, where
its words name a phase, to the one date that the report gives for facts of that kind (the earliest
where they say "first"). A date of the sentence before is a guess and is marked as one. Where the
report dates no such thing the time stays open.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from graph_build.model.annotation import Annotations
from graph_build.model.edtf import doubted
from graph_build.model.predication import Predication
from graph_build.model.span_index import SpanIndex
from graph_build.model.text import Span
from graph_build.model.values import Resolution, TimePhrase, TimeRelation
from ontology.predicates import Attribute

_BACK: Final = re.compile(
    r"\b(another|later|afterwards?|thereafter|further|additional|(one|a) more)\b", re.IGNORECASE
)
_FIRST: Final = re.compile(r"\b(first|initial|earlier|earliest)\b", re.IGNORECASE)
_PHASE: Final = re.compile(r"\b(phase|stage|step|round|wave|part)\b", re.IGNORECASE)
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LENGTH: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_DATED: Final = frozenset(
    {TimeRelation.AT, TimeRelation.BY, TimeRelation.BEFORE, TimeRelation.UNTIL}
)


def shifted(edtf: str, length: str) -> str | None:
    """The date so much later, as exact as both are; None where that cannot be said.

    >>> shifted("2025-09", "P1Y"), shifted("2025-09", "P6M"), shifted("2011", "P3Y")
    ('2026-09', '2026-03', '2014')
    >>> shifted("2011", "P6M") is None
    True
    """
    date, span = _DATE.fullmatch(edtf), _LENGTH.fullmatch(length)
    if date is None or span is None:
        return None
    year, month, day = (int(g) if g else None for g in date.groups())
    years, months, weeks, days = (int(g) if g else 0 for g in span.groups())
    if year is None or weeks or days or not (years or months) or (months and month is None):
        return None
    total = (year + years) * 12 + (month or 1) - 1 + months
    year, later = divmod(total, 12)
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{later + 1:02}"
    return f"{year:04}-{later + 1:02}-{min(day, calendar.monthrange(year, later + 1)[1]):02}"


@dataclass
class AnchoredTimes:
    """Dates the lengths of one report that are counted from other things it dates."""

    text: str
    annotations: Annotations
    attributes: Mapping[str, Attribute]

    def resolved(self, time: TimePhrase, predication: Predication) -> TimePhrase:
        """The time with a date, where the report gives one to count from; else as it is."""
        if time.edtf is not None or time.length is None or not self._points_back(time):
            return time
        anchor = self._in_sentence(time) or self._of_phase(time, predication)
        if anchor is not None:
            return self._counted(time, anchor, time.length, Resolution.RESOLVED)
        anchor = self._in_sentence_before(time)
        if anchor is not None:
            return self._counted(time, anchor, time.length, Resolution.UNCERTAIN)
        return time

    def _points_back(self, time: TimePhrase) -> bool:
        words = time.whole.cut(self.text)
        return bool(_BACK.search(words) or _PHASE.search(self._anchor_words(time)))

    def _anchor_words(self, time: TimePhrase) -> str:
        if time.anchor_span is not None:
            return time.anchor_span.cut(self.text)
        return time.anchor or ""

    def _counted(
        self, time: TimePhrase, anchor: TimePhrase, length: str, resolution: Resolution
    ) -> TimePhrase:
        date = shifted((anchor.edtf or "").removesuffix("?"), length)
        if date is None:
            return time
        if (anchor.edtf or "").endswith("?"):
            resolution = Resolution.UNCERTAIN
        relation = {TimeRelation.FOR: TimeRelation.UNTIL, TimeRelation.AFTER: TimeRelation.AT}
        words = " ".join(anchor.whole.cut(self.text).split())
        return replace(
            time,
            edtf=doubted(date) if resolution is Resolution.UNCERTAIN else date,
            relation=relation.get(time.relation, time.relation),
            resolution=resolution,
            anchor=f"{time.anchor}: {words}" if time.anchor else words,
            anchor_span=anchor.span,
        )

    @cached_property
    def _dated(self) -> list[TimePhrase]:
        """The times of the text with a whole date, if a doubted one, in text order."""
        return sorted(t for t in self.annotations.times if is_whole_date(t, even_doubted=True))

    def _sentence_of(self, span: Span) -> int | None:
        return next(iter(self._sentences.containing(span)), None)

    @cached_property
    def _sentences(self) -> SpanIndex[int]:
        return SpanIndex((s.span, n) for n, s in enumerate(self.annotations.sentences))

    def _in_sentence(self, time: TimePhrase) -> TimePhrase | None:
        at = self._sentence_of(time.span)
        if at is None:
            return None
        sentence = self.annotations.sentences[at].span
        before = (t for t in self._dated if t.span.end <= time.span.start)
        return max((t for t in before if sentence.contains(t.span)), default=None)

    def _in_sentence_before(self, time: TimePhrase) -> TimePhrase | None:
        at = self._sentence_of(time.span)
        if not at or _PHASE.search(self._anchor_words(time)):
            return None
        here, before = self.annotations.sentences[at], self.annotations.sentences[at - 1]
        if before.paragraph != here.paragraph:
            return None
        return max((t for t in self._dated if before.span.contains(t.span)), default=None)

    def _of_phase(self, time: TimePhrase, predication: Predication) -> TimePhrase | None:
        words = self._anchor_words(time)
        if not _PHASE.search(words) and not _FIRST.search(words):
            return None
        family = self._family(predication, time.anchor_span)
        dated = [
            t
            for p in self.annotations.predications
            if p.attribute in family
            for t in p.times
            if is_whole_date(t) and t.relation in _DATED
        ]
        dates = sorted({t.edtf for t in dated if t.edtf is not None})
        if not dates or (len(dates) > 1 and not _FIRST.search(words)):
            return None
        return min(t for t in dated if t.edtf == dates[0])

    def _family(self, predication: Predication, anchor: Span | None) -> set[str]:
        """The kinds of fact that the phase may be one of: these, and their contraries."""
        named = {predication.attribute} | {
            p.attribute
            for p in self.annotations.predications
            if anchor is not None and anchor.contains(p.trigger)
        }
        known = {iri for iri in named if iri is not None}
        for iri in tuple(known):
            attribute = self.attributes.get(iri)
            if attribute is not None:
                known |= attribute.contrary
                known |= {attribute.broader} if attribute.broader is not None else set()
        return known


def is_whole_date(time: TimePhrase, *, even_doubted: bool = False) -> bool:
    """Whether the time is one date, all of it known and none of it doubted."""
    date = time.edtf or ""
    return _DATE.fullmatch(date.removesuffix("?") if even_doubted else date) is not None
