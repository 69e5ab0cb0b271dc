"""The parties around a speaker: the media the words came through, and those it rests on."""

from dataclasses import dataclass, replace

from graph_build.link.media import MediumReader
from graph_build.link.memory import Memory, is_medium
from graph_build.link.unnamed import UnnamedReader, is_bare
from graph_build.model.attribution import Attribution
from graph_build.model.entity import Entity, Party, UnnamedSource
from graph_build.model.statement import Hop, HopKind
from graph_build.model.text import ReadingText, Span


@dataclass(frozen=True)
class ChainMaker:
    """Makes the hops around the speaker of each attribution of one report."""

    media_reader: MediumReader
    unnamed: UnnamedReader
    reading: ReadingText
    memory: Memory

    def media(
        self, attribution: Attribution, channel: tuple[Span, ...], speaker: Party
    ) -> tuple[Hop, ...]:
        """The media that the sentence names, else those of the last time the party spoke."""
        hops: dict[Entity, Hop] = {}
        for span in (*attribution.channel, *channel):
            medium = self.media_reader.medium_of((span,), self.reading.surface(span))
            medium = medium or self.media_reader.behind((span,))
            if medium is not None and medium != speaker:
                hops.setdefault(medium, Hop(HopKind.MEDIUM, medium, (span,)))
        if hops or is_medium(speaker):
            return tuple(hops.values())
        return self._inherited_media(speaker, attribution.start) or self._of_pool(speaker)

    def _of_pool(self, speaker: Party) -> tuple[Hop, ...]:
        """The medium that rests on the listed sources, where they or some of them speak."""
        pool = self.unnamed.pool
        if pool is None or speaker not in {pool, *self.unnamed.parts}:
            return ()
        medium = self.memory.medium_resting_on(pool)
        if medium is None:
            return ()
        why = "the medium told before of what these sources said"
        return (Hop(HopKind.MEDIUM, medium, inherited=True, reason=why),)

    def _inherited_media(self, speaker: Party, at: int) -> tuple[Hop, ...]:
        """The media of the last time that the same party spoke, or that unnamed sources did."""
        for spoken in self.memory.recent(at):
            same = spoken.party == speaker
            pooled = _is_source_noun(spoken.party) and _is_source_noun(speaker)
            if spoken.media and (same or pooled):
                why = (
                    "the same source spoke through it before"
                    if same
                    else "unnamed sources spoke through it just before"
                )
                return tuple(replace(h, inherited=True, reason=why) for h in spoken.media)
        return ()

    def basis(self, attribution: Attribution, speaker: Party) -> tuple[Hop, ...]:
        """Those whom the speaker rests on: told in the sentence, or listed by the report."""
        pool = self.unnamed.pool
        if attribution.basis:
            description = self.unnamed.description_in(attribution.basis)
            if description is not None:
                listed = pool if is_bare(description) and is_medium(speaker) else None
                party = listed or self._told_before(attribution) or self.unnamed.of(description)
                return (Hop(HopKind.BASIS, party, attribution.basis),)
        if is_medium(speaker) and pool is not None:
            why = "the report lists elsewhere whom the medium spoke to"
            return (Hop(HopKind.BASIS, pool, pool.wordings, inherited=True, reason=why),)
        return ()

    def _told_before(self, attribution: Attribution) -> UnnamedSource | None:
        """Whom "citing these sources" means."""
        return self.unnamed.pointed_at(attribution.basis, attribution.start, self.memory)


def _is_source_noun(party: Party) -> bool:
    return isinstance(party, UnnamedSource) and "source" in party.label.lower()
