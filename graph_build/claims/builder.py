"""A linked report to statements: attributed ones and those in the report's own voice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph_build.claims.factuality import certainty_of, polarity_of
from graph_build.claims.own_voice import own_voice_spans
from graph_build.claims.scope import ScopeCarrier
from graph_build.model.annotation import Annotations, Sentence
from graph_build.model.attribution import Attribution, SpeechMode
from graph_build.model.entity import Entity, UnnamedSource
from graph_build.model.statement import (
    Chain,
    Hop,
    HopKind,
    LinkedReport,
    ReportGraph,
    Statement,
)
from graph_build.model.text import ReadingText, Report, Span, ZoneKind
from ontology.lexicon import Cue, Lexicon

_REPORT_HOP = Hop(HopKind.REPORT, None)


@dataclass(frozen=True)
class ClaimBuilder:
    """Builds the statements of one report from what the stages before have found."""

    report: Report
    reading: ReadingText
    annotations: Annotations
    linked: LinkedReport
    lexicon: Lexicon

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
        said_before: dict[object, str] = {}
        for attribution, chain in pairs:
            said = self._said(attribution, own)
            if chain.speaker is not None:
                key = (chain.speaker.party, tuple(h.party for h in chain.media))
                said = said or (said_before.get(key) if _carries_media(chain) else None)
                if said is not None:
                    said_before[key] = said
            yield self._statement_of(attribution, chain, said)

    def _statement_of(self, attribution: Attribution, chain: Chain, said: str | None) -> Statement:
        cue = self._cue(attribution)
        certainty, hedges = certainty_of(attribution.content, self.annotations, cue)
        return Statement(
            content=attribution.content,
            words=self._words(attribution.content),
            mode=attribution.mode if chain.speaker else _without_speaker(attribution.mode),
            act=cue.act if cue is not None else "Asserting",
            certainty=certainty,
            polarity=polarity_of(attribution.content, self.annotations, cue),
            hops=(_REPORT_HOP, *chain.hops()),
            head=1 + len(chain.media) if chain.speaker else 0,
            source=attribution.source,
            cue=attribution.cue,
            hedges=hedges,
            about=self._about(attribution.content),
            said=said,
            method=attribution.method,
            confidence=attribution.confidence,
        )

    @cached_property
    def _own_spans(self) -> tuple[tuple[Sentence, Span], ...]:
        return tuple(own_voice_spans(self.report.text.content, self.annotations))

    def _own_voice(self) -> Iterator[Statement]:
        carrier = ScopeCarrier(self.annotations, self.linked.chains, self.reading)
        for sentence, span in self._own_spans:
            certainty, hedges = certainty_of((span,), self.annotations, None)
            yield Statement(
                content=(span,),
                words=self._words((span,)),
                mode=_own_mode(sentence),
                act="Asserting",
                certainty=certainty,
                polarity=polarity_of((span,), self.annotations, None),
                hops=(_REPORT_HOP, *carrier.hops_for(sentence)),
                head=0,
                hedges=hedges,
                about=self._about((span,)),
                method="own-voice",
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
        """A date of the attributing clause: in its sentence, outside contents and own voice."""
        for sentence in self.annotations.sentences:
            if not any(sentence.span.overlaps(s) for s in (*attribution.cue, *attribution.source)):
                continue
            for date in self.annotations.dates:
                inside = any(s.overlaps(date.span) for s in (*attribution.content, *own))
                if sentence.span.contains(date.span) and not inside:
                    return date.edtf
        return None


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
