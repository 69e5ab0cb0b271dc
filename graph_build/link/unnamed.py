"""Unnamed people as sources: from the description in the text to one node of this report."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from graph_build.link.memory import Memory
from graph_build.link.wording import Phrase
from graph_build.model.annotation import Annotations, SourceDescription, SourceGroup
from graph_build.model.entity import Entity, EntityLink, SourceGroupSize, UnnamedSource
from graph_build.model.text import ReadingText, Span
from ontology.lexicon import Lexicon

_DETERMINERS: Final = {"a", "an", "the", "one", "these", "those", "such"}
_ONE_OF: Final = "one"
_SEVERAL: Final = 2


@dataclass(frozen=True)
class UnnamedReader:
    """Makes the nodes of unnamed people of one report."""

    annotations: Annotations
    links: Sequence[EntityLink]
    reading: ReadingText
    lexicon: Lexicon
    parts: set[UnnamedSource] = field(default_factory=set)

    @cached_property
    def pool(self) -> UnnamedSource | None:
        """The one description of the report that lists who the sources are, part by part."""
        found = self._pool_description
        return self.of(found) if found is not None else None

    @cached_property
    def _pool_description(self) -> SourceDescription | None:
        listed = [d for d in self.annotations.source_descriptions if d.parts]
        return max(listed, key=lambda d: (len(d.parts), -d.span.start), default=None)

    def is_word_for_pool(self, noun: str) -> bool:
        """Whether the pool is called so, as a whole or in its parts."""
        found = self._pool_description
        parts = (found.head, *found.parts) if found is not None else ()
        return noun == "source" or any(part.noun == noun for part in parts)

    def description_in(self, spans: Sequence[Span]) -> SourceDescription | None:
        """The description that the spans hold."""
        return best_description(self.annotations.source_descriptions, spans)

    def pointed_at(self, spans: Sequence[Span], at: int, memory: Memory) -> UnnamedSource | None:
        """Whom "these officials" means among those who spoke before, else None."""
        phrase = Phrase(self.reading.surface(spans[0]))
        if not phrase.points_back:
            return None
        if phrase.is_plural and self.pool is not None and self.is_word_for_pool(phrase.noun):
            return self.pool
        found = memory.unnamed(phrase, at)
        party = found.party if found is not None else None
        return party if isinstance(party, UnnamedSource) else None

    def of(self, description: SourceDescription) -> UnnamedSource:
        """The node for a description; its parts become groups, and their least numbers add up."""
        groups = tuple(_group(part, self.links) for part in description.parts)
        head = description.head
        minimum, maximum = head.minimum, head.maximum
        if groups:
            minimum = sum(g.minimum or 1 for g in groups)
            maximum = None if description.open_ended else _total(groups)
        return UnnamedSource(
            label=_pool_label(groups) if groups else _label(description, self.reading),
            anchor=description.span,
            wordings=(description.span,),
            minimum=minimum,
            maximum=maximum,
            groups=groups or _mixed(head, self.links),
            affiliation=None if groups else _affiliation(head, self.links),
            rank=self._rank(head.qualifier),
            reason=description.reason,
        )

    def some_of(
        self, whole: UnnamedSource, description: SourceDescription, phrase: Phrase
    ) -> UnnamedSource:
        """A part of others ("several of these sources"): its own node, told apart from them."""
        head = description.head
        minimum, maximum = self._size(phrase) or (head.minimum, head.maximum)
        part = UnnamedSource(
            label=f"{phrase.first} of the {whole.label}",
            anchor=description.span,
            wordings=(description.span,),
            minimum=minimum,
            maximum=maximum,
            affiliation=whole.affiliation,
        )
        if whole == self.pool:
            self.parts.add(part)
        return part

    def by_words(self, phrase: Phrase, span: Span) -> UnnamedSource | None:
        """People by a number or an article alone: "some", "many fans", "a senior banker"."""
        size = self._size(phrase)
        if size is None or phrase.noun in self._bodies:
            return None
        words = phrase.lower[1:] if phrase.first in {"a", "an"} else phrase.lower
        group = SourceGroup(span, size[0], size[1], " ".join(phrase.nominal[:-1]), phrase.noun)
        return UnnamedSource(
            label=f"{' '.join(words)} (unnamed)",
            anchor=span,
            wordings=(span,),
            minimum=size[0],
            maximum=size[1],
            affiliation=_affiliation(group, self.links),
            rank=self._rank(group.qualifier),
        )

    @cached_property
    def _bodies(self) -> frozenset[str]:
        media = (noun.lemma.split()[-1] for noun in self.lexicon.medium_nouns)
        return frozenset({*self.lexicon.body_nouns, *media})

    @cached_property
    def _sizes(self) -> dict[str, tuple[int | None, int | None]]:
        return {q.form: (q.minimum, q.maximum) for q in self.lexicon.quantifiers}

    def _size(self, phrase: Phrase) -> tuple[int | None, int | None] | None:
        """The number that the phrase begins with, in the longest wording the lexicon has."""
        if phrase.first == _ONE_OF:
            return 1, 1
        for length in range(min(3, len(phrase.lower)), 0, -1):
            found = self._sizes.get(" ".join(phrase.lower[:length]))
            if found is not None:
                return found
        return (int(phrase.first), int(phrase.first)) if phrase.first.isdecimal() else None

    def _rank(self, qualifier: str) -> str | None:
        ranks = [w for w in qualifier.lower().split() if w in self.lexicon.rank_words]
        return " ".join(ranks) or None


def _total(groups: Sequence[SourceGroupSize]) -> int | None:
    sizes = [g.maximum for g in groups]
    return None if None in sizes else sum(s for s in sizes if s is not None)


def _group(part: SourceGroup, links: Sequence[EntityLink]) -> SourceGroupSize:
    affiliation = _affiliation(part, links)
    label = part.qualifier
    if _is_coalition(affiliation) or "coalition" in label.lower():
        label = "coalition"
    elif len(label.split()) > 3 and affiliation is not None:
        label = affiliation.name
    return SourceGroupSize(label or part.noun, part.minimum, part.maximum, affiliation)


def _is_coalition(entity: Entity | None) -> bool:
    return entity is not None and entity.kind == "Coalition"


def _mixed(head: SourceGroup, links: Sequence[EntityLink]) -> tuple[SourceGroupSize, ...]:
    """The parts of a group that is of several nations: "Iraqi and US officials"."""
    inside = [k for k in links if head.span.contains(k.mention.span)]
    nations = {k.entity: k.mention.surface for k in inside if k.entity.kind == "Country"}
    if len(nations) < _SEVERAL or " and " not in f" {head.qualifier} ":
        return ()
    return tuple(SourceGroupSize(word, 1, None, nation) for nation, word in nations.items())


def _affiliation(group: SourceGroup, links: Sequence[EntityLink]) -> Entity | None:
    """What the words of the group name, coalitions first ("of nations in the US-led coalition")."""
    inside = [link.entity for link in links if group.span.contains(link.mention.span)]
    inside = [e for e in inside if e.kind not in {"Person", "Official"}]
    coalitions = [e for e in inside if e.kind == "Coalition"]
    distinct = list(dict.fromkeys(coalitions or inside))
    return distinct[0] if len(distinct) == 1 else None


def _pool_label(groups: Sequence[SourceGroupSize]) -> str:
    parts = ", ".join(f"{_size(g)} {g.label}".strip() for g in groups)
    return f"unnamed officials ({parts})"


def _size(group: SourceGroupSize) -> str:
    if group.minimum == group.maximum and group.minimum is not None:
        return str(group.minimum)
    return "several" if group.minimum is None else f"at least {group.minimum}"


def _label(description: SourceDescription, reading: ReadingText) -> str:
    words = reading.surface(description.head.span).split()
    while words and words[0].lower() in _DETERMINERS:
        words = words[1:]
    text = " ".join(words) or description.head.noun
    if text.split()[0].istitle() and not description.head.qualifier.startswith(text.split()[0]):
        text = text[0].lower() + text[1:]
    return f"{text} (unnamed)"


def is_bare(description: SourceDescription) -> bool:
    """Whether the words say nothing of who the sources are: "sources", "multiple sources"."""
    return not description.head.qualifier and not description.parts


def best_description(
    descriptions: Sequence[SourceDescription], spans: Sequence[Span]
) -> SourceDescription | None:
    """The description that shares most characters with the spans, if any does."""
    best, most = None, 0
    for description in descriptions:
        shared = sum(
            min(s.end, description.span.end) - max(s.start, description.span.start)
            for s in spans
            if s.overlaps(description.span)
        )
        if shared > most:
            best, most = description, shared
    return best
