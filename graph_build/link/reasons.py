"""Why sources are not named, where the words for it stand apart from their description.

The reason may stand in a later mention ("The people, who asked not to be named because ...") or in
the sentence after ("All spoke on condition of anonymity").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_build.link.wording import Phrase
from graph_build.model.annotation import Annotations
from graph_build.model.entity import UnnamedSource
from graph_build.model.statement import Chain, Hop
from graph_build.model.text import ReadingText, Span
from ontology.lexicon import Lexicon

_OF_THEM: Final = frozenset({"all", "they", "both", "none", "neither", "each", "he", "she"})
_ENDS: Final = frozenset(',;"”.')


@dataclass(frozen=True)
class _Finder:
    """Finds the words that say why somebody is not named."""

    annotations: Annotations
    reading: ReadingText
    triggers: Sequence[str]

    def reason(self, source: UnnamedSource, mentions: Sequence[Span]) -> Span | None:
        """The first reason told with a mention of the source, or in the sentence after one."""
        for mention in sorted({source.anchor, *mentions}):
            for stretch in self._told_with(source, mention):
                found = self._in(stretch)
                if found is not None:
                    return found
        return None

    def _told_with(self, source: UnnamedSource, mention: Span) -> Iterator[Span]:
        yield mention
        sentences = self.annotations.sentences
        at = next((n for n, s in enumerate(sentences) if s.span.contains(mention)), None)
        if at is None or at + 1 == len(sentences):
            return
        following = sentences[at + 1]
        first = Phrase(" ".join(self.reading.surface(following.span).split()[:2]))
        same = first.first in _OF_THEM or (first.points_back and first.noun in source.label)
        if same and following.paragraph == sentences[at].paragraph:
            yield following.span

    def _in(self, stretch: Span) -> Span | None:
        start, end = self.reading.from_raw(stretch.start), self.reading.from_raw(stretch.end)
        words = self.reading.content[start:end].lower()
        found = [(at, -len(t)) for t in self.triggers if (at := words.find(t)) >= 0]
        if not found:
            return None
        first, length = min(found)
        last = first - length
        while last < len(words) and words[last] not in _ENDS:
            last += 1
        return self.reading.to_raw(start + first, start + last)


def with_reasons(
    chains: Sequence[Chain], annotations: Annotations, reading: ReadingText, lexicon: Lexicon
) -> tuple[Chain, ...]:
    """The chains, with unnamed sources given the reason that the report tells elsewhere."""
    finder = _Finder(annotations, reading, lexicon.anonymity_triggers)
    mentions: dict[UnnamedSource, list[Span]] = {}
    for chain in chains:
        for hop in chain.hops():
            if isinstance(hop.party, UnnamedSource) and hop.party.reason is None:
                mentions.setdefault(hop.party, []).extend(hop.evidence)
    told = {s: replace(s, reason=finder.reason(s, spans)) for s, spans in mentions.items()}
    return tuple(_given(chain, told) for chain in chains)


def _given(chain: Chain, told: Mapping[UnnamedSource, UnnamedSource]) -> Chain:
    def given(hop: Hop) -> Hop:
        known = isinstance(hop.party, UnnamedSource) and hop.party in told
        return replace(hop, party=told[hop.party]) if known else hop  # type: ignore[index]

    speaker = given(chain.speaker) if chain.speaker else None
    return Chain(
        tuple(given(h) for h in chain.media), speaker, tuple(given(h) for h in chain.basis)
    )
