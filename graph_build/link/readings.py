"""One phrase to the things that it names: by name, by what stands around it, by pointing back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from graph_build.link.names import curated
from graph_build.link.referents import (
    POSSESSIVE,
    REMAINING,
    RESTS,
    RULING,
    Discourse,
    Referent,
    fits,
    singular,
)
from graph_build.model.annotation import MentionKind
from graph_build.model.entity import Entity, EntityLink, Party
from graph_build.model.predication import Argument
from graph_build.model.span_index import SpanIndex
from graph_build.model.text import ReadingText, Span
from ontology.world import World
from ontology.world_model import PLACE_KINDS

_ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any"})
_NEAR: Final = 4
_LONGEST_LABEL: Final = 120
_PLACE_HEADS: Final = frozenset(
    {"province", "governorate", "region", "area", "city", "town", "airbase", "base", "district"}
)
_OWNING: Final = frozenset({"'s", "’s"})
_HUNG: Final = re.compile(r"\b(?:of|to|for|in|from|with|and)\b")
_LINKING: Final = re.compile(r"\s*(?:of|from)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one phrase was found to name."""

    label: str
    things: tuple[Party, ...] = ()
    is_whole: bool = False
    method: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands beside an argument.

    The things that act are barred from being "the country"; "its troops" are those of the owner.
    """

    barred: tuple[Party, ...] = ()
    owner: Referent | None = None


@dataclass
class PhraseReader:
    """Reads phrases of one report; what they point back to is in the discourse."""

    links: Sequence[EntityLink]
    reading: ReadingText
    world: World
    discourse: Discourse

    def read(self, argument: Argument, context: Context) -> Reading:
        """What the phrase names; its words alone where nothing known."""
        head = self.reading.surface(argument.head).lower()
        words = self._words(argument)
        for read in (self._named, self._governments, self._around):
            found = read(argument, words)
            if found is not None:
                return found
        lowered = [w.lower() for w in self.reading.surface(argument.span).split()]
        at = argument.span.start
        referent = self.discourse.of_noun(lowered, head, at, context.barred)
        if referent is not None:
            found = pointing(referent, " ".join(lowered), words)
            return self._ruling(found) if singular(head) in RULING else found
        possessor = self._possessor(argument, lowered, context.owner)
        if possessor is not None:
            return possessor
        return self._modified(argument, head, words) or Reading(words)

    def _words(self, argument: Argument) -> str:
        """The words to show: without article and number, and not too long."""
        start, span = argument.span.start, argument.span
        quantity = argument.quantity
        if quantity is not None and quantity.span.start < argument.head.start:
            start = min(quantity.span.end, argument.head.start)
        words = self.reading.surface(Span(start, span.end)).split()
        if len(" ".join(words)) > _LONGEST_LABEL:
            words = self._shortened(start, argument, words)
        while len(words) > 1 and words[0].lower() in _ARTICLES | {"of"}:
            words = words[1:]
        return " ".join(words).strip(" ,;")

    def _shortened(self, start: int, argument: Argument, words: list[str]) -> list[str]:
        """The words up to the head, where that says enough; else as many as may be shown."""
        if start < argument.head.end:
            short = self.reading.surface(Span(start, argument.head.end)).split()
            if len(short) > 1:
                return short
        kept = list(words)
        while len(" ".join(kept)) > _LONGEST_LABEL:
            kept = kept[:-1]
        return kept

    def inside(self, span: Span) -> list[EntityLink]:
        """The names that stand in the span, in text order."""
        return self._index.inside(span)

    @cached_property
    def _index(self) -> SpanIndex[EntityLink]:
        return SpanIndex((k.mention.span, k) for k in self.links)

    def _named(self, argument: Argument, words: str) -> Reading | None:
        """The thing whose name is the head of the phrase, or all of it."""
        at_head = [
            k
            for k in self._index.overlapping(argument.head)
            if k.mention.kind is not MentionKind.DEMONYM and not self._owns(k, argument)
        ]
        inside = [k for k in at_head if argument.span.contains(k.mention.span)]
        known = () if inside else self.world.find(words)
        if known:
            thing = curated(known[0])
            reason = f"“{words}” is a name of {thing.name}"
            return Reading(thing.name, (thing,), True, "name", reason)
        found = inside or [k for k in at_head if not _HUNG.search(self._outside(k, argument))]
        if not found:
            return None
        link = max(found, key=lambda k: len(k.mention.span))
        return Reading(link.entity.name, (link.entity,), True, "name", link.reason)

    def _governments(self, argument: Argument, words: str) -> Reading | None:
        """Those of each country that stands before "governments"."""
        if self.reading.surface(argument.head).lower() != "governments":
            return None
        things = (
            [
                curated(government)
                for k in self.inside(Span(argument.span.start, argument.head.start))
                if k.entity.iri is not None
                and (government := self.world.government_of(k.entity.iri)) is not None
            ]
            if argument.span.start < argument.head.start
            else []
        )
        if len(things) < 2:
            return None
        label = "; ".join(thing.name for thing in things)
        return Reading(label, tuple(things), True, "list", f"“{words}” names the countries")

    def _owns(self, link: EntityLink, argument: Argument) -> bool:
        """Whether the name only says whose the thing is ("the premier's adviser")."""
        at = self.reading.from_raw(link.mention.span.end)
        follows = self.reading.content[at : at + 2]
        return follows in _OWNING and link.mention.span.end + 2 < argument.span.end

    def _outside(self, link: EntityLink, argument: Argument) -> str:
        """The words of a name that stand before the phrase."""
        start, end = link.mention.span.start, argument.span.start
        return self.reading.surface(Span(start, end)) if start < end else ""

    def _around(self, argument: Argument, words: str) -> Reading | None:
        """A name set beside the head: "the capital, Erbil"; "the Anbar province"."""
        text = self.reading
        for link in self.inside(argument.span):
            span = link.mention.span
            if argument.head.end <= span.start <= argument.head.end + _NEAR:
                between = text.surface(Span(argument.head.end, span.start))
                if between.strip() == ",":
                    return Reading(link.entity.name, (link.entity,), True, "name beside", words)
        before = self._last_before(argument)
        noun = singular(text.surface(argument.head))
        if before is not None and noun in _PLACE_HEADS and before.entity.kind in PLACE_KINDS:
            near = argument.head.start - before.mention.span.end <= _NEAR
            named = before.mention.kind is not MentionKind.DEMONYM
            if near and named and before.entity.kind != "Country":
                return Reading(before.entity.name, (before.entity,), True, "name beside", words)
        return None

    def _last_before(self, argument: Argument) -> EntityLink | None:
        """The last name before the head of a phrase, none that is part of a compound."""
        content = self.reading.content
        found = [
            k
            for k in self.inside(argument.span)
            if k.mention.span.end <= argument.head.start
            and content[self.reading.from_raw(k.mention.span.end) :][:1] not in {"-", "–"}
        ]
        return max(found, key=lambda k: (k.mention.span.end, len(k.mention.span)), default=None)

    def _modified(self, argument: Argument, head: str, words: str) -> Reading | None:
        """Whose the thing is: "US troops", "members of the coalition"."""
        link = self._last_before(argument) or self._after_of(argument, head)
        if link is None:
            return None
        reason = f"“{words}” says whose it is by naming {link.entity.name}"
        return Reading(words, (link.entity,), False, "part of the words", reason)

    def _after_of(self, argument: Argument, head: str) -> EntityLink | None:
        gap_from = argument.head.end
        for link in self.inside(argument.span):
            at = link.mention.span.start
            if at > gap_from and _LINKING.fullmatch(
                self.reading.content[self.reading.from_raw(gap_from) : self.reading.from_raw(at)]
            ):
                return link
        return None

    def _possessor(
        self, argument: Argument, words: Sequence[str], owner: Referent | None
    ) -> Reading | None:
        """What "its troops" are: those of who acts here, else of the last that "its" fits."""
        if not words or words[0] not in POSSESSIVE:
            return None
        fitting = owner if owner is not None and fits(words[0], owner) else None
        referent = fitting or self.discourse.of_possessive(words[0], argument.span.start)
        if referent is None:
            return None
        rest = self._words(argument).split(None, 1)
        owned = rest[1] if len(rest) > 1 and rest[0].lower() == words[0] else " ".join(rest)
        label = f"{owned} of {referent.label}"
        reason = f"“{words[0]}” points back to “{referent.label}”"
        return Reading(label, referent.things, False, "possessive", reason)

    def _ruling(self, found: Reading) -> Reading:
        """The governments of the countries that "both governments" or "both capitals" point to."""
        things: list[Party] = []
        for thing in found.things:
            iri = thing.iri if isinstance(thing, Entity) else None
            government = self.world.government_of(iri) if iri is not None else None
            things.append(curated(government) if government is not None else thing)
        label = "; ".join(t.name for t in things if isinstance(t, Entity))
        return replace(found, things=tuple(things), label=label)


def pointing(referent: Referent, pointer: str, words: str) -> Reading:
    """The reading of words that point back to something, which may be known or not."""
    if not referent.things:
        return Reading(words)
    partial = RESTS.intersection(pointer.split()) or REMAINING.intersection(pointer.split())
    whole = referent.is_whole and not partial
    label = f"{words} of {referent.label}" if RESTS & set(pointer.split()) else words
    reason = f"“{pointer}” points back to “{referent.label}”"
    shown = label if partial else referent.label
    return Reading(shown, referent.things, whole, "points back", reason)
