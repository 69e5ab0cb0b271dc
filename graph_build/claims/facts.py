"""Predications to facts: which statement each belongs to, on which words, how sure, and when.

A predication inside the content of an attribution is a fact of the innermost such content; one in
the report's own voice a fact of that stretch; one in the words around a statement (who speaks,
when, why unnamed) is read off its frame, and is the report's own. None is dropped while the
report makes any statement at all.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from graph_build.claims.anchored_times import AnchoredTimes
from graph_build.claims.factuality import bearing_of
from graph_build.model.annotation import Annotations
from graph_build.model.attribution import Attribution
from graph_build.model.fact import Fact, LinkedArgument
from graph_build.model.factuality import Modality, joined, weakest
from graph_build.model.predication import Predication
from graph_build.model.span_index import SpanIndex
from graph_build.model.text import Span, covered, merge_spans
from graph_build.model.values import QuantityPhrase, TimePhrase
from ontology.lexicon import Cue
from ontology.predicates import Attribute

_WORD: Final = re.compile(r"\w")
_EDGE: Final = ' \t\r\n,;:–—-"“”‘[]'


@dataclass(frozen=True, order=True, slots=True)
class Home:
    """Where a predication belongs: the attribution or own stretch of this number."""

    is_own: bool
    number: int
    is_frame: bool


@dataclass
class FactReader:
    """Gives the facts of each statement of one report; made anew for each report.

    `own` are the stretches in the report's own voice, `cues` the cue of each attribution.
    """

    text: str
    annotations: Annotations
    arguments: Sequence[tuple[LinkedArgument, ...]]
    own: Sequence[Span]
    cues: Sequence[Cue | None]
    attributes: Mapping[str, Attribute]

    def of_attribution(self, number: int, *, is_frame: bool = False) -> tuple[Fact, ...]:
        """The facts of the content of an attribution, or those of the words around it."""
        return self._facts.get(Home(False, number, is_frame), ())

    def of_own(self, number: int, *, is_frame: bool = False) -> tuple[Fact, ...]:
        """The facts of a stretch in the report's own voice, or those of the words around it."""
        return self._facts.get(Home(True, number, is_frame), ())

    @cached_property
    def _facts(self) -> dict[Home, tuple[Fact, ...]]:
        found: dict[Home, list[Fact]] = {}
        for number, predication in enumerate(self.annotations.predications):
            home = self._home(predication.trigger)
            if home is None:
                continue
            arguments = self.arguments[number] if number < len(self.arguments) else ()
            found.setdefault(home, []).extend(self._read(predication, arguments, home))
        return {
            home: tuple(sorted(facts, key=lambda f: (f.evidence, f.trigger or f.evidence[0])))
            for home, facts in found.items()
        }

    # where it belongs

    def _home(self, trigger: Span) -> Home | None:
        attributions = self.annotations.attributions
        inside = [(covered(attributions[n].content), n) for n in self._contents.containing(trigger)]
        if inside:
            return Home(False, min(inside)[1], is_frame=False)
        own = self._own.containing(trigger)
        if own:
            return Home(True, own[0], is_frame=False)
        framed = self._frames.overlapping(trigger)
        return Home(False, min(framed), is_frame=True) if framed else self._nearest(trigger)

    @cached_property
    def _contents(self) -> SpanIndex[int]:
        found = enumerate(self.annotations.attributions)
        return SpanIndex((span, n) for n, a in found for span in a.content)

    @cached_property
    def _frames(self) -> SpanIndex[int]:
        found = enumerate(self.annotations.attributions)
        return SpanIndex((span, n) for n, a in found for span in _frame(a))

    @cached_property
    def _own(self) -> SpanIndex[int]:
        return SpanIndex((span, n) for n, span in enumerate(self.own))

    def _nearest(self, trigger: Span) -> Home | None:
        """The statement that stands nearest in the same sentence, else the next, else the last."""
        if not self._statements:
            return None
        for sentence in self._sentences.containing(trigger):
            here = self._places.overlapping(sentence)
            if here:
                return min(here, key=lambda place: _distance(place[0], trigger))[1]
        at = bisect_left(self._statements, trigger.end, key=lambda place: place[0].start)
        return self._statements[min(at, len(self._statements) - 1)][1]

    @cached_property
    def _statements(self) -> list[tuple[Span, Home]]:
        """Every piece of a statement or its frame in text order, with where a frame fact goes."""
        found = [
            (span, Home(False, n, is_frame=True))
            for n, a in enumerate(self.annotations.attributions)
            for span in (*a.content, *_frame(a))
        ]
        found += [(span, Home(True, n, is_frame=True)) for n, span in enumerate(self.own)]
        return sorted(found)

    @cached_property
    def _places(self) -> SpanIndex[tuple[Span, Home]]:
        return SpanIndex((place[0], place) for place in self._statements)

    @cached_property
    def _sentences(self) -> SpanIndex[Span]:
        return SpanIndex((s.span, s.span) for s in self.annotations.sentences)

    # what it says

    def _read(
        self, predication: Predication, arguments: tuple[LinkedArgument, ...], home: Home
    ) -> Iterator[Fact]:
        attribute = self.attributes.get(predication.attribute or "")
        modality = self._attitude(predication.trigger, home)
        for time in predication.times or (None,):
            spans = _extent(predication, time)
            evidence = self._evidence(spans, predication.trigger, home)
            dated = self._anchored.resolved(time, predication) if time is not None else None
            yield Fact(
                lemma=predication.lemma,
                evidence=evidence,
                attribute=predication.attribute,
                attribute_label=attribute.label if attribute else predication.lemma,
                arguments=arguments,
                time=dated,
                quantity=_quantity(predication),
                certainty=modality.certainty,
                polarity=modality.polarity,
                act=modality.act,
                hedges=modality.hedges,
                condition=modality.condition,
                method=predication.method,
                trigger=predication.trigger,
            )

    @cached_property
    def _anchored(self) -> AnchoredTimes:
        return AnchoredTimes(self.text, self.annotations, self.attributes)

    def _evidence(self, spans: Sequence[Span], trigger: Span, home: Home) -> tuple[Span, ...]:
        """The words that state it, cut to those of their statement, or to those around them."""
        if home.is_own:
            words: tuple[Span, ...] = (self.own[home.number],)
        else:
            words = merge_spans(self.annotations.attributions[home.number].content)
        cut = _without if home.is_frame else _within
        pieces = (piece for span in spans for piece in cut(span, words))
        kept = tuple(t for p in pieces if (t := _trimmed(self.text, p)) is not None)
        return kept or (trigger,)

    def _attitude(self, trigger: Span, home: Home) -> Modality:
        """What the clause does to the fact, seen from the words of its statement, and the cue."""
        modality = self._modality(trigger) or Modality(trigger)
        if home.is_frame:
            return modality
        if home.is_own:
            return modality.within((self.own[home.number],))
        attribution = self.annotations.attributions[home.number]
        inner = modality.within(attribution.content, hearsay=False)
        outer = bearing_of(self.cues[home.number], attribution.cue, self.annotations)
        return replace(
            inner,
            certainty=weakest((inner.certainty, outer.certainty)),
            polarity=joined(inner.polarity, outer.polarity),
        )

    def _modality(self, trigger: Span) -> Modality | None:
        found = self._modalities.overlapping(trigger)
        return next((m for m in found if m.trigger == trigger), next(iter(found), None))

    @cached_property
    def _modalities(self) -> SpanIndex[Modality]:
        return SpanIndex((m.trigger, m) for m in self.annotations.modalities)


def _frame(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue, *attribution.channel, *attribution.basis)


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)


def _extent(predication: Predication, time: TimePhrase | None) -> tuple[Span, ...]:
    """The stretches that state it: of several times only this one counts, wherever it stands."""
    spans = [predication.span]
    if len(predication.times) > 1:
        own = [predication.trigger, *(a.span for a in predication.arguments)]
        own += [predication.value.span] if predication.value is not None else []
        near = [time.whole] if time is not None and predication.span.contains(time.whole) else []
        spans = [Span(min(s.start for s in (*own, *near)), max(s.end for s in (*own, *near)))]
    return merge_spans([*spans, time.whole] if time is not None else spans)


def _quantity(predication: Predication) -> QuantityPhrase | None:
    """The number that it is about, else the one that counts an argument, the subject first."""
    if predication.value is not None:
        return predication.value
    return next((a.quantity for a in predication.arguments if a.quantity is not None), None)


def _within(span: Span, words: Iterable[Span]) -> Iterator[Span]:
    for piece in words:
        if piece.overlaps(span):
            yield Span(max(piece.start, span.start), min(piece.end, span.end))


def _without(span: Span, words: Iterable[Span]) -> Iterator[Span]:
    at = span.start
    for piece in sorted(words):
        if not piece.overlaps(span):
            continue
        if piece.start > at:
            yield Span(at, piece.start)
        at = max(at, piece.end)
    if at < span.end:
        yield Span(at, span.end)


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    if start >= end or not _WORD.search(text, start, end):
        return None
    return Span(start, end)
