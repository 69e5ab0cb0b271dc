"""A linked report to statements: attributed ones and those in the report's own voice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph_build.claims.facts import FactReader
from graph_build.claims.factuality import Stand, stands_of
from graph_build.claims.own_voice import own_voice_spans
from graph_build.claims.scope import ScopeCarrier
from graph_build.model.annotation import Annotations, Sentence
from graph_build.model.attribution import Attribution, SpeechMode
from graph_build.model.entity import MEDIA, Entity, UnnamedSource
from graph_build.model.statement import (
    Chain,
    Hop,
    HopKind,
    LinkedReport,
    ReportGraph,
    Statement,
)
from graph_build.model.text import ReadingText, Report, Span, ZoneKind
from graph_build.model.values import TimePhrase, TimeRelation
from ontology.lexicon import Cue, Lexicon
from ontology.predicates import Attribute

_REPORT_HOP = Hop(HopKind.REPORT, None)


@dataclass(frozen=True)
class ClaimBuilder:
    """Builds the statements of one report from what the stages before have found."""

    report: Report
    reading: ReadingText
    annotations: Annotations
    linked: LinkedReport
    lexicon: Lexicon
    attributes: Mapping[str, Attribute] = field(default_factory=dict)

    def build(self, method: str) -> ReportGraph:
        """Everything that the report gives to the graph. Raises BadSpanError, never guesses."""
        statements = tuple(
            sorted(
                (*self._attributed(), *self._own_voice()),
                key=lambda s: (s.content, s.source, s.cue),
            )
        )
        return ReportGraph(
            report=self.report,
            publisher=self.linked.publisher,
            statements=statements,
            links=self.linked.links,
            entities=_entities(statements, self.linked),
            unnamed=_unnamed(statements),
            issues=(*self.report.issues, *self.annotations.issues),
            method=method,
        )

    def _attributed(self) -> Iterator[Statement]:
        pairs = zip(self.annotations.attributions, self.linked.chains, strict=True)
        own = [span for _, span in self._own_spans]
        facts = self._facts
        said_before: dict[object, str] = {}
        for number, (attribution, chain) in enumerate(pairs):
            said = self._said(attribution, own)
            if chain.speaker is not None:
                key = (chain.speaker.party, tuple(h.party for h in chain.media))
                said = said or (said_before.get(key) if _carries_media(chain) else None)
                if said is not None:
                    said_before[key] = said
            for which, stand in enumerate(self._stands(attribution, chain)):
                yield replace(
                    self._statement_of(attribution, chain, said, stand),
                    facts=() if which else facts.of_attribution(number),
                    frame_facts=() if which else facts.of_attribution(number, is_frame=True),
                )

    def _stands(self, attribution: Attribution, chain: Chain) -> tuple[Stand, ...]:
        """Where the speaker stands; a report or a medium may itself have it from hearsay."""
        speaker = chain.speaker.party if chain.speaker else None
        return stands_of(
            attribution.content,
            self.annotations,
            self._cue(attribution),
            cue_spans=attribution.cue,
            own_hearsay=speaker is None or getattr(speaker, "kind", "") in MEDIA,
        )

    def _statement_of(
        self, attribution: Attribution, chain: Chain, said: str | None, stand: Stand
    ) -> Statement:
        return Statement(
            content=attribution.content,
            words=self._words(attribution.content),
            mode=attribution.mode if chain.speaker else _without_speaker(attribution.mode),
            act=stand.act,
            certainty=stand.certainty,
            polarity=stand.polarity,
            hops=(_REPORT_HOP, *(chain.hops() if chain.speaker else self._carried(attribution))),
            head=1 + len(chain.media) if chain.speaker else 0,
            source=attribution.source,
            cue=attribution.cue,
            hedges=stand.hedges,
            condition=stand.condition,
            hearsay=stand.hearsay,
            about=self._about(attribution.content),
            said=said,
            method=attribution.method,
            confidence=attribution.confidence,
        )

    def _carried(self, attribution: Attribution) -> tuple[Hop, ...]:
        """What an attribution to nobody ("are expected to stay") takes over, like its sentence."""
        for sentence in self.annotations.sentences:
            if sentence.span.contains(attribution.content[0]):
                return self._carrier.hops_for(sentence)
        return ()

    @cached_property
    def _carrier(self) -> ScopeCarrier:
        return ScopeCarrier(self.annotations, self.linked.chains, self.reading)

    @cached_property
    def _own_spans(self) -> tuple[tuple[Sentence, Span], ...]:
        return tuple(own_voice_spans(self.report.text.content, self.annotations))

    def _own_voice(self) -> Iterator[Statement]:
        for number, (sentence, span) in enumerate(self._own_spans):
            stand = stands_of((span,), self.annotations, None)[0]
            yield Statement(
                content=(span,),
                words=self._words((span,)),
                mode=_own_mode(sentence),
                act=stand.act,
                certainty=stand.certainty,
                polarity=stand.polarity,
                hops=(_REPORT_HOP, *self._carrier.hops_for(sentence)),
                head=0,
                hedges=stand.hedges,
                condition=stand.condition,
                about=self._about((span,)),
                method="own-voice",
                facts=self._facts.of_own(number),
                frame_facts=self._facts.of_own(number, is_frame=True),
            )

    @cached_property
    def _facts(self) -> FactReader:
        return FactReader(
            text=self.report.text.content,
            annotations=self.annotations,
            arguments=self.linked.arguments,
            own=[span for _, span in self._own_spans],
            cues=[self._cue(a) for a in self.annotations.attributions],
            attributes=self.attributes,
        )

    def _cue(self, attribution: Attribution) -> Cue | None:
        lemma = attribution.cue_lemma
        if lemma is None:
            return None
        return next(
            (c for pos in ("verb", "noun", "preposition") if (c := self.lexicon.cue(lemma, pos))),
            None,
        )

    def _words(self, content: Sequence[Span]) -> str:
        return " ... ".join(span.cut(self.report.text.content) for span in content)

    def _about(self, content: Sequence[Span]) -> tuple[Entity, ...]:
        inside = (
            link.entity
            for link in self.linked.links
            if any(span.contains(link.mention.span) for span in content)
        )
        return tuple(dict.fromkeys(inside))

    def _said(self, attribution: Attribution, own: Sequence[Span]) -> str | None:
        """A date of the attributing clause: in its sentence, outside contents and own voice.

        At least a month, told as the point at which somebody spoke; what is open in it stays open.
        """
        for sentence in self.annotations.sentences:
            if not any(sentence.span.overlaps(s) for s in (*attribution.cue, *attribution.source)):
                continue
            for time in self.annotations.times:
                inside = any(s.overlaps(time.span) for s in (*attribution.content, *own))
                if sentence.span.contains(time.span) and not inside and _is_point(time):
                    return time.edtf
        return None


def _is_point(time: TimePhrase) -> bool:
    """Whether the time is a day or month at which something happened, whatever its year."""
    if time.edtf is None or time.relation is not TimeRelation.AT or time.length is not None:
        return False
    return "-" in time.edtf and "/" not in time.edtf


def _carries_media(chain: Chain) -> bool:
    return any(hop.inherited for hop in chain.media)


def _without_speaker(mode: SpeechMode) -> SpeechMode:
    return mode if mode is SpeechMode.HEADLINE else SpeechMode.NARRATOR


def _own_mode(sentence: Sentence) -> SpeechMode:
    return SpeechMode.HEADLINE if sentence.kind is ZoneKind.HEADLINE else SpeechMode.NARRATOR


def _parties(statements: Sequence[Statement]) -> Iterator[Entity | UnnamedSource]:
    for statement in statements:
        for hop in statement.hops:
            if hop.party is not None:
                yield hop.party


def _entities(statements: Sequence[Statement], linked: LinkedReport) -> tuple[Entity, ...]:
    """The entities that only this report knows, one for each anchor, with a role if told."""
    local: dict[Span, Entity] = {}
    speaking = (p for p in _parties(statements) if isinstance(p, Entity))
    for entity in (*(link.entity for link in linked.links), *speaking):
        if entity.anchor is not None and (entity.anchor not in local or entity.role):
            local[entity.anchor] = entity
    return tuple(local[anchor] for anchor in sorted(local))


def _unnamed(statements: Sequence[Statement]) -> tuple[UnnamedSource, ...]:
    found = {p for p in _parties(statements) if isinstance(p, UnnamedSource)}
    return tuple(sorted(found, key=lambda u: (u.anchor, u.label)))
