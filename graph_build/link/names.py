"""Mentions to entities: the gazetteer first, then people known from this report alone."""

from collections.abc import Iterable, Mapping, Sequence

from graph_build.model.annotation import Mention, MentionKind
from graph_build.model.entity import Entity, EntityLink
from graph_build.model.text import Span
from ontology.world import World, WorldEntity, fold_label

# A name that several curated things share is read as the first of these kinds: a report that means
# the province rather than its town says "province".
_PREFERENCE = (
    "Country", "Settlement", "Person", "NewsAgency", "NewsOrganization", "AutonomousRegion",
    "Coalition", "Base", "Government", "GovernmentBody", "ArmedForce", "ArmedGroup",
)  # fmt: skip
_PARTICLES = {"al", "el", "bin", "ibn", "abu", "de", "van", "von", "the"}


def curated(entity: WorldEntity) -> Entity:
    """The entity that stands for a thing of the gazetteer."""
    return Entity(name=entity.name, kind=entity.kind, iri=entity.iri)


def link_mentions(mentions: Sequence[Mention], world: World) -> tuple[EntityLink, ...]:
    """A link for each mention that can be tied to something, in text order.

    Names of people that the gazetteer does not know become local entities, one for each full name;
    a surname alone joins the one full name of the report that it can belong to, else stands for
    itself. Organisations that only the tagger sees are left unlinked.
    """
    links = [_to_curated(m, world) for m in mentions if m.candidates]
    people = [m for m in mentions if m.kind is MentionKind.PERSON and not m.candidates]
    links += _link_people(people, links)
    return tuple(sorted(links, key=lambda link: link.mention))


def _to_curated(mention: Mention, world: World) -> EntityLink:
    entities = [world.entities[iri] for iri in mention.candidates]
    chosen = min(entities, key=lambda e: (_rank(e), e.iri))
    if mention.kind is MentionKind.DEMONYM:
        reason = f"“{mention.surface}” is the word for what belongs to {chosen.name}"
        return EntityLink(mention, curated(chosen), "gazetteer-demonym", 0.9, reason)
    if len(entities) > 1:
        others = ", ".join(sorted(e.name + f" ({e.kind})" for e in entities if e is not chosen))
        reason = f"“{mention.surface}” read as the {chosen.kind}; it may also name {others}"
        return EntityLink(mention, curated(chosen), "gazetteer-label-ambiguous", 0.6, reason)
    reason = f"“{mention.surface}” is a name of {chosen.name} in the gazetteer"
    return EntityLink(mention, curated(chosen), "gazetteer-label", 1.0, reason)


def _rank(entity: WorldEntity) -> int:
    return _PREFERENCE.index(entity.kind) if entity.kind in _PREFERENCE else len(_PREFERENCE)


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a personal name without particles.

    >>> name_words("Sabit al-Abassi")
    ('sabit', 'abassi')
    """
    return tuple(w for w in fold_label(name).removesuffix("'s").split() if w not in _PARTICLES)


def _link_people(mentions: Sequence[Mention], known: Iterable[EntityLink]) -> list[EntityLink]:
    full: dict[tuple[str, ...], Entity] = {}
    for link in known:
        if link.entity.kind in {"Person", "Official"}:
            full.setdefault(name_words(link.mention.surface), link.entity)
    for mention in mentions:
        words = name_words(mention.surface)
        if len(words) > 1 and words not in full and not _is_part(words, full):
            full[words] = _local_person(mention)
    links = []
    for mention in mentions:
        entity, reason = _person_of(mention, full)
        links.append(EntityLink(mention, entity, "report-name", 0.8, reason))
    return links


def _local_person(mention: Mention) -> Entity:
    return Entity(name=mention.surface, kind="Person", anchor=mention.span)


def _is_part(words: tuple[str, ...], full: Mapping[tuple[str, ...], Entity]) -> bool:
    return any(set(words) < set(other) for other in full)


def _person_of(mention: Mention, full: dict[tuple[str, ...], Entity]) -> tuple[Entity, str]:
    words = name_words(mention.surface)
    if words in full:
        return full[words], f"“{mention.surface}” is named in full in this report"
    holders = {e for other, e in full.items() if words and set(words) < set(other)}
    if len(holders) == 1:
        entity = holders.pop()
        return entity, f"“{mention.surface}” is part of the one name “{entity.name}” of this report"
    entity = _local_person(mention)
    full[words] = entity
    return entity, f"“{mention.surface}” is known from this report alone"


def links_within(links: Iterable[EntityLink], spans: Iterable[Span]) -> tuple[EntityLink, ...]:
    """The links whose mention lies in one of the spans."""
    wanted = tuple(spans)
    return tuple(k for k in links if any(s.contains(k.mention.span) for s in wanted))
