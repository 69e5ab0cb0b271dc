"""Who the sources of attributions are, resolved within one report.

Walks the attributions in text order and remembers who has spoken: pronouns, "the official", "these
sources" and "the news agency" point back to them. Does not compare reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from graph_build.link.bodies import Bodies
from graph_build.link.chains import ChainMaker
from graph_build.link.media import MediumReader
from graph_build.link.memory import Memory, Spoken, is_single
from graph_build.link.names import links_within
from graph_build.link.people import People
from graph_build.link.reasons import with_reasons
from graph_build.link.unnamed import UnnamedReader, best_description, is_bare
from graph_build.link.wording import POINTING, Phrase
from graph_build.model.annotation import Annotations, SourceDescription
from graph_build.model.attribution import Attribution
from graph_build.model.entity import MEDIA, Entity, EntityLink, Party, UnnamedSource
from graph_build.model.statement import Chain, Hop, HopKind
from graph_build.model.text import ReadingText, Span
from ontology.lexicon import Lexicon
from ontology.world import World

_SINGULAR: Final = {"he", "she", "him", "her"}
_PLURAL: Final = {"they", "them"}
_FIRST: Final = {"i", "we", "us", "me"}
_NEUTER: Final = {"it"}
_RELATIVE: Final = {"who", "which", "that", "whom", "whose"}
_SOURCE: Final = "source"
_JOINED: Final = 3


@dataclass
class SpeakerResolver:
    """Resolves the sources of one report; made anew for each report."""

    annotations: Annotations
    links: Sequence[EntityLink]
    reading: ReadingText
    world: World
    lexicon: Lexicon
    memory: Memory = field(default_factory=Memory)

    def __post_init__(self) -> None:
        self._media = MediumReader(self.links, self.reading, self.lexicon)
        self._people = People(self.links, self.reading, self.lexicon)
        self._bodies = Bodies(self.world, self.links, self._people, self.memory)
        self._unnamed = UnnamedReader(self.annotations, self.links, self.reading, self.lexicon)
        self._chains = ChainMaker(self._media, self._unnamed, self.reading, self.memory)

    def chains(self) -> tuple[Chain, ...]:
        """One chain for each attribution, in the order of the annotations."""
        found = tuple(self._chain(a) for a in self.annotations.attributions)
        return with_reasons(found, self.annotations, self.reading, self.lexicon)

    @cached_property
    def _pool(self) -> UnnamedSource | None:
        return self._unnamed.pool

    def _chain(self, attribution: Attribution) -> Chain:
        if not attribution.source:
            return Chain()
        surface = " ".join(self.reading.surface(s) for s in attribution.source)
        phrase = Phrase(surface)
        found = self._speaker(attribution, phrase)
        if found is None:
            return Chain()
        speaker, channel = found
        media = self._chains.media(attribution, channel, speaker)
        hop = Hop(HopKind.SPEAKER, speaker, attribution.source)
        basis = self._chains.basis(attribution, speaker)
        for rested in basis:  # "citing two officials": they are whom "the officials" means next
            if attribution.basis:
                words = Phrase(self.reading.surface(attribution.basis[0]))
                self.memory.add(Spoken(rested.party or speaker, attribution.start, words))
        self.memory.add(Spoken(speaker, attribution.start, phrase, media, basis))
        return Chain(media, hop, basis)

    def _speaker(
        self, attribution: Attribution, phrase: Phrase
    ) -> tuple[Party, tuple[Span, ...]] | None:
        """The speaker, and the part of the source that names a medium it spoke through.

        None for a "we" that stands for nobody told of: the report speaks itself.
        """
        spans, surface = attribution.source, phrase.surface
        if len(phrase.core) == 1 and phrase.first in _FIRST:
            outer = self._outer_speaker(attribution)
            return (outer, ()) if outer is not None else None
        plain = self._pronoun(phrase, spans[0]) or self._bodies.together(spans, surface)
        plain = plain or self._people.named(spans, surface)
        if plain is not None:
            return plain, ()
        description = best_description(self.annotations.source_descriptions, spans)
        if description is not None and _describes_people(description, surface):
            channel = tuple(
                k.mention.span for k in links_within(self.links, spans) if k.entity.kind in MEDIA
            ) or self._media.noun_spans(spans)
            return self._of_description(description, phrase, spans[0]), channel
        return self._other(spans, phrase), ()

    def _other(self, spans: tuple[Span, ...], phrase: Phrase) -> Party:
        """A medium, a body, somebody pointed back to, people without a name, or just the words."""
        surface, at = phrase.surface, spans[0].start
        found = (
            self._bodies.pair(phrase, spans[0])
            or self._bodies.named(spans, surface)
            or self._media.medium_of(spans, surface)
            or (None if phrase.is_partitive else self._pointed_at(phrase, at))
            or self._unnamed.by_words(phrase, spans[0])
        )
        return found or self._as_worded(spans, phrase)

    def _as_worded(self, spans: tuple[Span, ...], phrase: Phrase) -> Entity:
        words = phrase.surface.strip(" ,").split()
        if len(words) > 1 and words[0].lower() in {"the", "a", "an"}:
            words = words[1:]
        return Entity(name=" ".join(words) or phrase.surface, kind="Agent", anchor=spans[0])

    def _pronoun(self, phrase: Phrase, span: Span) -> Party | None:
        word, at = phrase.first, span.start
        if word in _SINGULAR | _PLURAL and phrase.bracketed:
            named = self._people.by_part_of_name(phrase.bracketed)
            if named is not None:
                return named
        if len(phrase.core) != 1:
            return None
        if word in _SINGULAR:
            return self.memory.last_single(at) or self._people.last_named(at)
        if word in _PLURAL:
            pool = self._pool if self._pool and self._pool.anchor.end <= at else None
            return self.memory.last_several(at) or pool
        if word in _NEUTER:
            return self.memory.last_body(at)
        return self._antecedent(span) if word in _RELATIVE else None

    def _antecedent(self, pronoun: Span) -> Party | None:
        """Whom "who" means: the source or the name that ends directly before it."""
        for attribution in self.annotations.attributions:
            for span in attribution.source:
                if 0 <= pronoun.start - span.end < _JOINED and span != pronoun:
                    found = self._speaker(attribution, Phrase(self.reading.surface(span)))
                    return found[0] if found is not None else None
        before = [k for k in self.links if 0 <= pronoun.start - k.mention.span.end < _JOINED]
        return self._bodies.speaking(before[-1].entity) if before else None

    def _outer_speaker(self, attribution: Attribution) -> Party | None:
        """Who says the words in which "I" or "we" stands, where another attribution tells."""
        inner = attribution.source[0]
        for other in self.annotations.attributions:
            if other is attribution or not other.source:
                continue
            words = self.reading.surface(other.source[0]).lower()
            if any(s.contains(inner) for s in other.content) and words not in _FIRST:
                phrase = Phrase(" ".join(self.reading.surface(s) for s in other.source))
                found = self._speaker(other, phrase)
                return found[0] if found is not None else None
        return None

    def _of_description(self, description: SourceDescription, phrase: Phrase, span: Span) -> Party:
        """Unnamed people: those pointed back to, the pool of the report, or new ones."""
        at = span.start
        if phrase.points_back:
            before = self._pointed_at(phrase, at)
            if before is not None:
                if phrase.is_partitive and isinstance(before, UnnamedSource):
                    return self._unnamed.some_of(before, description, phrase)
                return before
        bare = is_bare(description) and description.head.noun == _SOURCE
        if bare and description.head.maximum != 1 and self._pool is not None:
            return self._pool
        return self._unnamed.of(description)

    def _pointed_at(self, phrase: Phrase, at: int) -> Party | None:
        """Whom "these sources", "the official", "the minister" or "the company" means.

        Of all that fit, whoever was named or spoke last.
        """
        if not phrase.points_back:
            return None
        if phrase.is_plural and self._pool is not None and self._means_pool(phrase):
            return self._pool
        unnamed = self.memory.unnamed(phrase, at)
        same = self.memory.same_noun(phrase, at)
        latest = max((s for s in (unnamed, same) if s is not None), key=_place, default=None)
        bearer = self._people.by_role(phrase, at)
        if bearer is not None and (latest is None or self._is_later(bearer, latest, at)):
            return bearer
        if latest is not None:
            return latest.party
        return self._mentioned_body(phrase, at)

    def _is_later(self, person: Entity, spoken: Spoken, at: int) -> bool:
        if is_single(spoken.party) and isinstance(spoken.party, Entity):
            return False
        named = [k.mention.span.end for k in self.links if k.entity == person]
        return max((end for end in named if end <= at), default=-1) > spoken.at

    def _means_pool(self, phrase: Phrase) -> bool:
        """Whether nobody but the listed sources can be meant."""
        spoke = (s.party for s in self.memory.spoken)
        others = any(
            isinstance(p, UnnamedSource) and not is_single(p) and p != self._pool for p in spoke
        )
        return self._unnamed.is_word_for_pool(phrase.noun) and (
            phrase.noun == _SOURCE or not others
        )

    def _mentioned_body(self, phrase: Phrase, at: int) -> Entity | None:
        """The body named before whose name ends in the same noun ("the ministry")."""
        if phrase.is_plural or phrase.first not in POINTING:
            return None
        for link in reversed(self.links):
            words = link.entity.name.lower().split() + link.mention.surface.lower().split()
            is_body = link.entity.iri is None or link.entity.kind == "GovernmentBody"
            if link.mention.span.end <= at and is_body and phrase.noun in words:
                return link.entity
        return None


def _place(spoken: Spoken) -> int:
    return spoken.at


def _describes_people(description: SourceDescription, surface: str) -> bool:
    """Whether the source is people without a name, and not a report or body that they made."""
    return description.head.noun in surface.lower() or bool(description.parts)
