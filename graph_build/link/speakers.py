"""Who the sources of attributions are, resolved within one report.

Walks the attributions in text order and remembers who has spoken: pronouns, "the official", "these
sources" and "the news agency" point back to them. Does not compare reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph_build.link.media import MediumReader
from graph_build.link.names import curated, links_within, name_words
from graph_build.link.roles import PEOPLE, holder_of_role
from graph_build.link.unnamed import best_description, is_bare, unnamed_source
from graph_build.model.annotation import Annotations, SourceDescription
from graph_build.model.attribution import Attribution
from graph_build.model.entity import Entity, EntityLink, Party, UnnamedSource
from graph_build.model.statement import Chain, Hop, HopKind
from graph_build.model.text import ReadingText, Span
from ontology.lexicon import Lexicon
from ontology.world import World, fold_label

_SINGULAR = {"he", "she", "him", "her"}
_PLURAL = {"they", "them"}
_POINTING = {"the", "this", "that", "these", "those", "such", "same"}
_SOURCE = "source"
_REACH = 1200
_LONGEST_ROLE = 5


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who has spoken, where, and through which media."""

    party: Party
    at: int
    media: tuple[Hop, ...]


@dataclass
class SpeakerResolver:
    """Resolves the sources of one report; made anew for each report."""

    annotations: Annotations
    links: Sequence[EntityLink]
    reading: ReadingText
    world: World
    lexicon: Lexicon
    spoken: list[Spoken] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._media = MediumReader(self.links, self.reading, self.lexicon)
        self._role_nouns = frozenset(n.lemma for n in self.lexicon.source_nouns) | {
            t.form.lower().split()[-1] for t in self.lexicon.titles
        }
        self._pool = self._find_pool()

    def chains(self) -> tuple[Chain, ...]:
        """One chain for each attribution, in the order of the annotations."""
        return tuple(self._chain(a) for a in self.annotations.attributions)

    def _find_pool(self) -> UnnamedSource | None:
        """The one description of the report that lists who the sources are, part by part."""
        listed = [d for d in self.annotations.source_descriptions if d.parts]
        if not listed:
            return None
        fullest = max(listed, key=lambda d: (len(d.parts), -d.span.start))
        return unnamed_source(fullest, self.links, self.reading)

    def _chain(self, attribution: Attribution) -> Chain:
        if not attribution.source:
            return Chain()
        speaker, channel = self._speaker(attribution)
        media = self._media_hops(attribution, channel, speaker)
        hop = Hop(HopKind.SPEAKER, speaker, attribution.source)
        basis = self._basis(attribution, speaker)
        self.spoken.append(Spoken(speaker, attribution.start, media))
        return Chain(media, hop, basis)

    def _speaker(self, attribution: Attribution) -> tuple[Party, tuple[Span, ...]]:
        """The speaker, and the part of the source that names a medium it spoke through."""
        spans = attribution.source
        surface = " ".join(self.reading.surface(s) for s in spans)
        pronoun = self._pronoun(surface, spans[0].start)
        if pronoun is not None:
            return pronoun, ()
        description = best_description(self.annotations.source_descriptions, spans)
        person = self._named_person(spans, surface)
        if person is not None:
            return self._with_role(person, surface), ()
        if description is not None and self._is_unnamed(description, surface):
            channel = tuple(
                link.mention.span
                for link in links_within(self.links, spans)
                if _is_medium(link.entity)
            ) or self._media.noun_spans(spans)
            return self._unnamed(description, surface, spans[0].start), channel
        medium = self._media.medium_of(spans, surface)
        if medium is not None:
            return medium, ()
        return self._by_role(surface, spans[0]) or self._body(spans, surface), ()

    def _by_role(self, surface: str, span: Span) -> Party | None:
        """Whom "the minister" means: the person who bears the role; "some" are unnamed people."""
        quantifier = next((q for q in self.lexicon.quantifiers if q.form == surface.lower()), None)
        if quantifier is not None:
            label = f"{surface.lower()} (unnamed)"
            return UnnamedSource(label, span, (span,), quantifier.minimum, quantifier.maximum)
        last = surface.lower().split()[-1] if surface else ""
        if last not in self._role_nouns or len(surface.split()) > _LONGEST_ROLE:
            return None
        return holder_of_role(surface, span.start, self.links, self.reading)

    def _is_unnamed(self, description: SourceDescription, surface: str) -> bool:
        """Whether the source is people without a name, and not a report or body that they made."""
        return description.head.noun in surface.lower() or bool(description.parts)

    def _pronoun(self, surface: str, at: int) -> Party | None:
        word = surface.lower()
        if word in _SINGULAR:
            people = [s.party for s in self._recent(at) if _is_single(s.party)]
            if people:
                return people[0]
            return self._last_person_named(at)
        if word in _PLURAL:
            groups = (s.party for s in self._recent(at) if not _is_single(s.party))
            pool = self._pool if self._pool and self._pool.anchor.end <= at else None
            return next((party for party in groups if not _is_medium(party)), pool)
        return None

    def _last_person_named(self, at: int) -> Entity | None:
        for link in reversed(self.links):
            distance = at - link.mention.span.end
            if 0 <= distance < _REACH and link.entity.kind in PEOPLE:
                return link.entity
        return None

    def _recent(self, at: int) -> list[Spoken]:
        """Those who spoke before, the last one first, not too far back."""
        return [s for s in reversed(self.spoken) if at - s.at < _REACH]

    def _named_person(self, spans: Sequence[Span], surface: str) -> Entity | None:
        inside = (link.entity for link in links_within(self.links, spans))
        person = next((entity for entity in inside if entity.kind in PEOPLE), None)
        return person or self._by_part_of_name(surface)

    def _by_part_of_name(self, surface: str) -> Entity | None:
        """The one person named in the report whose name holds these words ("Lind")."""
        words = set(name_words(surface)) if any(c.isupper() for c in surface) else set()
        known = (link for link in self.links if link.entity.kind in PEOPLE)
        holders = {k.entity for k in known if words and words < set(name_words(k.mention.surface))}
        return holders.pop() if len(holders) == 1 else None

    def _with_role(self, person: Entity, surface: str) -> Entity:
        """The person with the words for the role that this source gives, if it gives any."""
        if person.is_curated or person.role or "," not in surface:
            return person
        name, _, role = surface.partition(",")
        return replace(person, role=role.strip(" ,")) if person.name in name and role else person

    def _unnamed(self, description: SourceDescription, surface: str, at: int) -> Party:
        head = description.head
        words = surface.lower().split()
        points_back = bool(words) and (
            words[0] in _POINTING or (len(words) > 2 and words[1] == "of" and words[2] in _POINTING)
        )
        if points_back:
            before = self._pointed_at(head.noun, plural=head.maximum != 1, at=at)
            if before is not None:
                return before if words[0] in _POINTING else _some_of(before, description, words)
        bare = is_bare(description) and head.noun == _SOURCE and head.maximum != 1
        if bare and self._pool is not None:
            return self._pool
        return unnamed_source(description, self.links, self.reading)

    def _pointed_at(self, noun: str, *, plural: bool, at: int) -> UnnamedSource | None:
        if (
            plural
            and self._pool is not None
            and not any(
                isinstance(s.party, UnnamedSource) and not _is_single(s.party) for s in self.spoken
            )
        ):
            return self._pool
        for spoken in self._recent(at):
            party = spoken.party
            if isinstance(party, UnnamedSource) and _is_single(party) != plural:
                return party
        return None

    def _body(self, spans: Sequence[Span], surface: str) -> Entity:
        """A body, a government or a people: by its whole name, its government, or as worded."""
        whole = self.world.find(surface)
        if whole:
            return self._government_for(curated(whole[0]))
        inside = links_within(self.links, spans)
        if len(inside) == 1 and _is_whole(inside[0], surface):
            return self._government_for(inside[0].entity)
        return Entity(name=_without_article(surface), kind="Agent", anchor=spans[0])

    def _government_for(self, entity: Entity) -> Entity:
        """The government where a country or a capital speaks; else the entity itself."""
        if entity.iri is None:
            return entity
        government = self.world.government_of(entity.iri)
        if government is None and entity.iri in self.world.metonyms:
            government = self.world.entities[self.world.metonyms[entity.iri]]
        return curated(government) if government is not None else entity

    def _media_hops(
        self, attribution: Attribution, channel: tuple[Span, ...], speaker: Party
    ) -> tuple[Hop, ...]:
        hops: dict[Entity, Hop] = {}
        for span in (*attribution.channel, *channel):
            medium = self._media.medium_of((span,), self.reading.surface(span))
            if medium is not None and medium != speaker:
                hops.setdefault(medium, Hop(HopKind.MEDIUM, medium, (span,)))
        if hops or _is_medium(speaker):
            return tuple(hops.values())
        return self._inherited_media(speaker, attribution.start)

    def _inherited_media(self, speaker: Party, at: int) -> tuple[Hop, ...]:
        """The media of the last time that the same party spoke, or that unnamed sources did."""
        for spoken in self._recent(at):
            same = spoken.party == speaker
            pooled = _is_source_noun(spoken.party) and _is_source_noun(speaker)
            if spoken.media and (same or pooled):
                why = (
                    "the same source spoke through it before"
                    if same
                    else ("unnamed sources spoke through it just before")
                )
                return tuple(replace(h, inherited=True, reason=why) for h in spoken.media)
        return ()

    def _basis(self, attribution: Attribution, speaker: Party) -> tuple[Hop, ...]:
        if attribution.basis:
            description = best_description(self.annotations.source_descriptions, attribution.basis)
            if description is not None:
                surface = self.reading.surface(attribution.basis[0])
                listed = self._pool if is_bare(description) and _is_medium(speaker) else None
                party = listed or self._unnamed(description, surface, attribution.start)
                return (Hop(HopKind.BASIS, party, attribution.basis),)
        if _is_medium(speaker) and self._pool is not None:
            why = "the report lists elsewhere whom the medium spoke to"
            return (
                Hop(HopKind.BASIS, self._pool, self._pool.wordings, inherited=True, reason=why),
            )
        return ()


def _is_medium(party: Party) -> bool:
    return isinstance(party, Entity) and party.kind in {"NewsAgency", "NewsOrganization"}


def _is_single(party: Party) -> bool:
    if isinstance(party, UnnamedSource):
        return party.maximum == 1
    return party.kind in PEOPLE


def _is_source_noun(party: Party) -> bool:
    return isinstance(party, UnnamedSource) and "source" in party.label.lower()


def _is_whole(link: EntityLink, surface: str) -> bool:
    """Whether the mention is the source but for an article and closing words of place."""
    return fold_label(surface).startswith(fold_label(link.mention.surface))


def _without_article(surface: str) -> str:
    first, _, rest = surface.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else surface


def _some_of(
    pool: UnnamedSource, description: SourceDescription, words: Sequence[str]
) -> UnnamedSource:
    """A part of a pool ("several of these sources"): its own node, told apart from the whole."""
    return UnnamedSource(
        label=f"{words[0]} of the {pool.label}",
        anchor=description.span,
        wordings=(description.span,),
        minimum=description.head.minimum,
        maximum=description.head.maximum,
        affiliation=pool.affiliation,
    )
