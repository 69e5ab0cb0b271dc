"""Scope that is carried over: a source that plainly goes on into a sentence without one.

Two rules, both marked on the hop and both meaning "uncertain":
`goes-on`    a sentence worded as plan or expectation continues the source of the sentence before
             it in its paragraph, or else the medium told from at most two sentences before;
`expected`   an expectation that nobody is named for ("are expected to") rests on the medium whose
             report was last told from, at most three sentences back in the same section.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph_build.model.annotation import Annotations, Sentence
from graph_build.model.entity import MEDIA
from graph_build.model.statement import Chain, Hop, HopKind
from graph_build.model.text import ReadingText, ZoneKind

_PLANNING = {"will", "would", "shall", "if", "could", "may", "might"}
_REACH = 3
_NEAR = 2


@dataclass(frozen=True)
class ScopeCarrier:
    """Answers for one report which hops a sentence without a source takes over."""

    annotations: Annotations
    chains: Sequence[Chain]
    reading: ReadingText

    def hops_for(self, sentence: Sentence) -> tuple[Hop, ...]:
        """The inherited hops of a sentence in the report's own voice, or none."""
        if sentence.kind is not ZoneKind.BODY:
            return ()
        body = [s for s in self.annotations.sentences if s.kind is ZoneKind.BODY]
        at = body.index(sentence)
        return self._goes_on(sentence, body, at) or self._expected(sentence, body, at)

    def _goes_on(self, sentence: Sentence, body: Sequence[Sentence], at: int) -> tuple[Hop, ...]:
        words = {w.strip(",.;").lower() for w in self.reading.surface(sentence.span).split()}
        if at == 0 or not words & _PLANNING:
            return ()
        for back in range(1, min(_NEAR, at) + 1):
            before = body[at - back]
            chain = self._last_chain(before) if before.section == sentence.section else None
            if chain is None:
                continue
            if before.paragraph == sentence.paragraph and back == 1:
                return _inherit(chain.hops(), "goes on from the sentence before")
            told = _from_medium(chain)
            return _inherit(told, f"goes on from what a medium told {back} sentence(s) before")
        return ()

    def _expected(self, sentence: Sentence, body: Sequence[Sentence], at: int) -> tuple[Hop, ...]:
        if not any(
            sentence.span.contains(h.span) and h.certainty == "probable"
            for h in self.annotations.hedges
        ):
            return ()
        for back in range(1, min(_REACH, at) + 1):
            before = body[at - back]
            if before.section != sentence.section:
                return ()
            chain = self._last_chain(before)
            told = _from_medium(chain) if chain else ()
            if told:
                return _inherit(
                    told,
                    f"expected by nobody named; a medium was told from {back} sentence(s) before",
                )
        return ()

    def _last_chain(self, sentence: Sentence) -> Chain | None:
        """The chain of the last attribution of a sentence that has a speaker."""
        found = None
        for attribution, chain in zip(self.annotations.attributions, self.chains, strict=True):
            if chain.speaker is not None and any(
                sentence.span.overlaps(span) for span in attribution.source
            ):
                found = chain
        return found


def _from_medium(chain: Chain) -> tuple[Hop, ...]:
    """The medium of a chain and what it rests on, as far as a medium stands in it."""
    if chain.media:
        return chain.media
    speaker = chain.speaker
    party = speaker.party if speaker else None
    is_medium = getattr(party, "kind", "") in MEDIA
    if speaker is None or not is_medium:
        return ()
    return (replace(speaker, kind=HopKind.MEDIUM), *chain.basis)


def _inherit(hops: Sequence[Hop], reason: str) -> tuple[Hop, ...]:
    return tuple(replace(hop, inherited=True, reason=reason) for hop in hops)
