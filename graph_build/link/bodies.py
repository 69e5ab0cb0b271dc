"""Bodies, governments and those who speak together, as one party each.

A country or a capital that speaks is its government. Two that speak in one breath ("Baghdad and
Washington agreed") are a party of its own with both as its members, since a hop has one party.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.link.memory import Memory
from graph_build.link.names import curated, links_within
from graph_build.link.people import People
from graph_build.link.referents import KINDS, singular
from graph_build.link.wording import Phrase
from graph_build.model.entity import PEOPLE, Entity, EntityLink
from graph_build.model.text import Span
from ontology.world import World, fold_label
from ontology.world_model import BODY_KINDS, PERSON_KINDS

_AND: Final = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_LEADING: Final = re.compile(r"^(?:both\s+)?(?:the\s+)?", re.IGNORECASE)
_PLURAL_OF: Final = re.compile(r"^(?:the\s+)?(\w+s)\s+of\s+(?:both\s+)?(.+)$", re.IGNORECASE)
_SPEAKING: Final = PERSON_KINDS | BODY_KINDS | {"Country", "AutonomousRegion"}
_PAIRED: Final = frozenset({"two", "both"})
_RULED: Final = frozenset({"Country", "Government"})
_PLACE_WORDS: Final = frozenset({"in", "of", "the"})


@dataclass(frozen=True)
class Bodies:
    """Answers for one report which body or bodies some words name."""

    world: World
    links: Sequence[EntityLink]
    people: People
    memory: Memory

    def named(self, spans: Sequence[Span], surface: str) -> Entity | None:
        """The body that the words name as a whole; the government for a country or capital."""
        found = self._by_name(surface)
        if found is not None:
            return found
        inside = links_within(self.links, spans)
        outer = [k for k in inside if not any(_is_within(k, other) for other in inside)]
        return next((self.speaking(k.entity) for k in outer if _is_whole(k, surface)), None)

    def together(self, spans: Sequence[Span], surface: str) -> Entity | None:
        """Several parties that speak as one, if each of them is known."""
        core = " ".join(surface.strip(" ,").split())
        if " and " not in core:
            return None
        members = [self._member(part) for part in _parts(core)]
        known = {m for m in members if m is not None}
        if len(members) < len(_PAIRED) or None in members or len(known) < len(_PAIRED):
            return None
        return self._joint(known, spans[0])

    def pair(self, phrase: Phrase, at: Span) -> Entity | None:
        """Whom "the two governments" or "both sides" means: those named together before."""
        paired = _PAIRED.intersection(phrase.lower[:2]) and phrase.is_plural
        kinds = KINDS.get(phrase.noun, frozenset())
        if not (paired and kinds & _RULED):
            return None
        before = self.memory.last_together()
        if before is not None:
            return before
        named = [
            self.speaking(k.entity)
            for k in self.links
            if k.mention.span.end <= at.start and k.entity.kind == "Country"
        ]
        last = list(dict.fromkeys(reversed(named)))[: len(_PAIRED)]
        return self._joint(set(last), at) if len(last) == len(_PAIRED) else None

    def speaking(self, entity: Entity) -> Entity:
        """The government where a country or a capital speaks; else the entity itself."""
        if entity.iri is None:
            return entity
        government = self.world.government_of(entity.iri)
        if government is None and entity.iri in self.world.metonyms:
            government = self.world.entities[self.world.metonyms[entity.iri]]
        return curated(government) if government is not None else entity

    def _joint(self, members: set[Entity], anchor: Span) -> Entity:
        ordered = tuple(sorted(members, key=lambda m: (m.name, m.iri or "")))
        before = self.memory.together(ordered)
        name = " and ".join(m.name for m in ordered)
        return before or Entity(name, "Agent", anchor=anchor, members=ordered)

    def _by_name(self, surface: str) -> Entity | None:
        bare = surface.strip(" ,.'\"“”")
        for text in (bare, bare.removesuffix("'s").removesuffix("’s")):
            found = self.world.find(text)
            if found:
                return self.speaking(curated(found[0]))
        return None

    def _member(self, part: str) -> Entity | None:
        named = self._by_name(_LEADING.sub("", part)) or self.people.by_part_of_name(part)
        named = named or self._linked(part)
        return named if named is not None and named.kind in _SPEAKING else None

    def _linked(self, part: str) -> Entity | None:
        """A person of the report named by these words, with or without a title."""
        folded = fold_label(_LEADING.sub("", part))
        known = (k for k in self.links if k.entity.kind in PEOPLE)
        return next(
            (k.entity for k in known if folded.endswith(fold_label(k.mention.surface))), None
        )


def _parts(core: str) -> list[str]:
    """The names joined in a phrase: "the Iraqi and US governments" are two governments.

    >>> _parts("the Iraqi and US governments"), _parts("the governments of Iran and Iraq")
    (['Iraqi government', 'US government'], ['Iran', 'Iraq'])
    """
    listed = _PLURAL_OF.match(core)
    if listed is not None and KINDS.get(singular(listed[1]), frozenset()) & _RULED:
        return _AND.split(listed[2])
    parts = [p for p in _AND.split(_LEADING.sub("", core)) if p]
    last = parts[-1].split() if parts else []
    noun = last[-1] if last else ""
    if len(last) > 1 and noun == noun.lower() and singular(noun) != noun:
        one = singular(noun)
        return [f"{p} {one}" for p in (*parts[:-1], " ".join(last[:-1]))]
    return parts


def _is_within(link: EntityLink, other: EntityLink) -> bool:
    return (
        link is not other
        and other.mention.span.contains(link.mention.span)
        and (link.mention.span != other.mention.span)
    )


def _is_whole(link: EntityLink, surface: str) -> bool:
    """Whether the mention is the source but for an article, a title "government" and a place.

    "the government in Oslo" is Oslo's; "Norway's fisheries board" is no name of Norway.
    """
    name = fold_label(link.mention.surface).removesuffix("'s")
    whole = fold_label(surface.split(",", maxsplit=1)[0]).removesuffix("'s")
    if not whole or name not in whole:
        return False
    before, _, after = whole.partition(name)
    rest = {*before.split(), *after.removeprefix("'s").split()}
    if after.startswith((" in ", " at ", " on ")) and not before.replace("the", "").strip():
        return True
    ruling = {n for n, kinds in KINDS.items() if "Government" in kinds} | _PLACE_WORDS
    return rest <= ruling
