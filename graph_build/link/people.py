"""The persons whom the words of a source name: in full, by a part of the name, by their role."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph_build.link.names import links_within, name_words
from graph_build.link.roles import holder_of_role
from graph_build.link.wording import Phrase
from graph_build.model.entity import PEOPLE, Entity, EntityLink
from graph_build.model.text import ReadingText, Span
from ontology.lexicon import Lexicon

_REACH: Final = 1200
_OF_ANOTHER: Final = frozenset({"for", "to", "of", "from", "by", "with", "near", "at"})


@dataclass(frozen=True)
class People:
    """Answers for one report which person some words name."""

    links: Sequence[EntityLink]
    reading: ReadingText
    lexicon: Lexicon

    def named(self, spans: Sequence[Span], surface: str) -> Entity | None:
        """The person whom the source names, not one whose aide or lawyer it is."""
        inside = [k for k in links_within(self.links, spans) if k.entity.kind in PEOPLE]
        first = next(iter(inside), None)
        if first is not None:
            return self._with_role(first.entity, surface) if self._is_head(first, surface) else None
        found = self.by_part_of_name(surface)
        return self._with_role(found, surface) if found is not None else None

    def by_part_of_name(self, surface: str) -> Entity | None:
        """The one person named in the report whose name holds these words ("Lind")."""
        words = set(name_words(surface)) if any(c.isupper() for c in surface) else set()
        known = (link for link in self.links if link.entity.kind in PEOPLE)
        holders = {k.entity for k in known if words and words <= set(name_words(k.mention.surface))}
        return holders.pop() if len(holders) == 1 else None

    def last_named(self, at: int) -> Entity | None:
        """The person named last before a place, not too far back."""
        for link in reversed(self.links):
            distance = at - link.mention.span.end
            if 0 <= distance < _REACH and link.entity.kind in PEOPLE:
                return link.entity
        return None

    def by_role(self, phrase: Phrase, at: int) -> Entity | None:
        """Whom "the minister" means: the person named with this role nearest before."""
        if phrase.noun not in self.lexicon.role_nouns or phrase.is_plural:
            return None
        return holder_of_role(" ".join(phrase.nominal), at, self.links, self.reading)

    def _is_head(self, link: EntityLink, surface: str) -> bool:
        """Whether the name is what the phrase is about: not so in "a lawyer for Anna Lind"."""
        before, _, after = surface.partition(link.mention.surface)
        if after[:2] in {"'s", "’s"} and after[2:].strip(" ,."):
            return False
        words = before.lower().split()
        last = max((n for n, w in enumerate(words) if w in _OF_ANOTHER), default=None)
        if last is None or before.rstrip().endswith(","):
            return True
        between = words[last + 1 :]
        return bool(between) and between[-1] not in self.lexicon.role_nouns

    def _with_role(self, person: Entity, surface: str) -> Entity:
        """The person with the words for the role that this source gives, if it gives any."""
        if person.is_curated or person.role or "," not in surface:
            return person
        name, _, role = surface.partition(",")
        return replace(person, role=role.strip(" ,")) if person.name in name and role else person
