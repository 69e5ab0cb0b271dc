"""The arguments of predications to the things that they name, within one report.

By name where a name is the head of the phrase; by what stands around it ("US troops"); by what it
points back to ("they", "the country", "the rest"). What none of these finds keeps its words alone:
nothing is invented.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from graph_build.link.names import curated
from graph_build.link.readings import Context, PhraseReader, Reading, pointing
from graph_build.link.referents import (
    FIRST,
    NEUTER,
    PERSONAL,
    POSSESSIVE,
    PRONOUNS,
    RELATIVE,
    Discourse,
    Referent,
    is_plural_noun,
    singular,
)
from graph_build.model.annotation import Annotations, MentionKind
from graph_build.model.entity import Entity, EntityLink, Party, UnnamedSource
from graph_build.model.fact import LinkedArgument
from graph_build.model.predication import Argument, Predication, Slot
from graph_build.model.span_index import SpanIndex
from graph_build.model.statement import Chain
from graph_build.model.text import ReadingText, Span, covered
from graph_build.model.values import QuantityPhrase
from ontology.predicates import Attribute
from ontology.world import World

_ACTING: Final = frozenset({Slot.SUBJECT, Slot.AGENT})
_READ_FIRST: Final = (Slot.AGENT, Slot.SUBJECT, Slot.OBJECT)
_ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any"})
_NEAR: Final = 4
_NEAR_SOURCE: Final = 8
_LONGEST_LABEL: Final = 120
_PLACE_HEADS: Final = frozenset(
    {"province", "governorate", "region", "area", "city", "town", "airbase", "base", "district"}
)
_TOKEN: Final = re.compile(r"[^\s,;()\[\]]+")
_HANGING: Final = frozenset(
    {"of", "in", "from", "with", "at", "for", "on", "to", "by", "who", "which", "that", "like"}
)
_PARTICIPLES: Final = ("ed", "ing")
_LINKING: Final = re.compile(r"\s*(?:of|from)\s+(?:the\s+)?")


@dataclass
class ArgumentLinker:
    """Links the arguments of one report; made anew for each report."""

    annotations: Annotations
    links: Sequence[EntityLink]
    chains: Sequence[Chain]
    text: str
    reading: ReadingText
    world: World
    attributes: Mapping[str, Attribute] = field(default_factory=dict)

    def arguments(self) -> tuple[tuple[LinkedArgument, ...], ...]:
        """Those of each predication, in the order of the annotations."""
        predications = self.annotations.predications
        order = sorted(range(len(predications)), key=lambda n: predications[n].trigger)
        found = {n: self._of_predication(predications[n]) for n in order}
        return tuple(found[n] for n in range(len(predications)))

    @cached_property
    def _discourse(self) -> Discourse:
        """What names name; a name within another ("US" in "US troops") is spoken of as well."""
        named = (k for k in self.links if k.mention.kind is not MentionKind.DEMONYM)
        return Discourse(
            [Referent(k.mention.span, k.entity.name, (k.entity,), is_plural=False) for k in named]
        )

    @cached_property
    def _phrases(self) -> PhraseReader:
        return PhraseReader(self.links, self.reading, self.world, self._discourse)

    def _of_predication(self, predication: Predication) -> tuple[LinkedArgument, ...]:
        linked: dict[Slot, LinkedArgument] = {}
        owner: Referent | None = None
        attribute = self.attributes.get(predication.attribute or "")
        acts = attribute is not None and attribute.capital_acts
        for argument in sorted(predication.arguments, key=lambda a: (_order(a.slot), a.span)):
            acting = [t for slot in _ACTING if slot in linked for t in linked[slot].things]
            barred = () if argument.slot in _ACTING else acting
            found = self._read(argument, Context(tuple(barred), owner))
            if argument.slot is Slot.AGENT or (argument.slot is Slot.SUBJECT and acts):
                found = self._as_party(found)
            linked.setdefault(argument.slot, self._linked(argument, found))
            is_acting = argument.slot is Slot.AGENT or (
                argument.slot is Slot.SUBJECT and Slot.AGENT not in linked
            )
            referent = self._remember(argument, found, is_acting=is_acting)
            if owner is None and argument.slot in _ACTING and referent.things:
                owner = referent
        return tuple(linked[slot] for slot in dict.fromkeys(a.slot for a in predication.arguments))

    def _linked(self, argument: Argument, found: Reading) -> LinkedArgument:
        words = self.reading.surface(argument.span)
        return LinkedArgument(
            slot=argument.slot,
            words=words,
            label=found.label or words,
            things=found.things,
            is_whole=found.is_whole,
            method=found.method,
            reason=found.reason,
        )

    def _remember(self, argument: Argument, found: Reading, *, is_acting: bool) -> Referent:
        head = self.reading.surface(argument.head)
        is_name = found.method == "name" and len(found.things) == 1
        several = len(found.things) > 1 or bool(argument.members)
        several = several or (is_plural_noun(head) and not is_name)
        referent = Referent(
            span=argument.span,
            label=found.label,
            things=found.things,
            is_plural=several,
            is_acting=is_acting,
            noun=singular(head),
            is_whole=found.is_whole,
            is_object=argument.slot is Slot.OBJECT,
        )
        self._discourse.add(referent)
        return referent

    def _as_party(self, found: Reading) -> Reading:
        """Governments in place of the capitals that stand for them where they act."""
        things = tuple(self._government(t) for t in found.things)
        if things == found.things:
            return found
        label = "; ".join(t.name for t in things if isinstance(t, Entity))
        return Reading(
            label, things, found.is_whole, "metonym", "a capital that acts is its government"
        )

    def _government(self, thing: Party) -> Party:
        if not isinstance(thing, Entity) or thing.kind != "Settlement" or thing.iri is None:
            return thing
        meant = self.world.metonyms.get(thing.iri)
        return curated(self.world.entities[meant]) if meant is not None else thing

    def _read(self, argument: Argument, context: Context) -> Reading:
        head = self.reading.surface(argument.head).lower()
        if head in PRONOUNS:
            return self._pronoun(argument, head)
        if head == "this" and argument.slot is Slot.OBJECT and argument.span == argument.head:
            return self._this(argument)
        unnamed = self._unnamed(argument)
        if unnamed is not None:
            return unnamed
        if len(argument.members) > 1:
            return self._list(argument, context)
        return self._phrases.read(argument, context)

    def _unnamed(self, argument: Argument) -> Reading | None:
        """The unnamed people of a chain whose description the phrase is."""
        for source in self._sources.overlapping(argument.head):
            if abs(source.anchor.start - argument.span.start) <= _NEAR_SOURCE:
                reason = "the words that describe these sources"
                return Reading(source.label, (source,), True, "source", reason)
        return None

    @cached_property
    def _sources(self) -> SpanIndex[UnnamedSource]:
        hops = (hop for chain in self.chains for hop in chain.hops())
        found = (hop.party for hop in hops if isinstance(hop.party, UnnamedSource))
        return SpanIndex((source.anchor, source) for source in dict.fromkeys(found))

    def _list(self, argument: Argument, context: Context) -> Reading:
        parts = [self._member(argument.slot, span, context) for span in argument.members]
        things = tuple(dict.fromkeys(t for part in parts for t in part.things))
        label = "; ".join(dict.fromkeys(part.label for part in parts))
        whole = all(part.is_whole for part in parts)
        reason = " ".join(dict.fromkeys(part.reason for part in parts if part.reason))
        return Reading(label, things, whole, "list" if things else "", reason)

    def _member(self, slot: Slot, span: Span, context: Context) -> Reading:
        """One member of a list, with its number: nowhere else is there a place for that."""
        head = self._head_of(span)
        counts = (q for q in self._quantities.inside(span) if q.span.end <= head.start)
        count = next(counts, None)
        found = self._phrases.read(Argument(slot, span, head, quantity=count), context)
        if count is None or found.is_whole or count.minimum is None:
            return found
        exact = count.minimum == count.maximum and not count.approximate
        number = count.minimum if exact else self.reading.surface(count.span)
        return replace(found, label=f"{number} {found.label}")

    @cached_property
    def _quantities(self) -> SpanIndex[QuantityPhrase]:
        return SpanIndex((q.span, q) for q in self.annotations.quantities)

    def _head_of(self, span: Span) -> Span:
        """A guess at the head of a phrase: its last word before what is hung on to it."""
        kept, end = 0, span.start
        for match in _TOKEN.finditer(self.text, span.start, span.end):
            if kept and match[0].lower() in _HANGING:
                break
            if not kept or not match[0].lower().endswith(_PARTICIPLES):
                kept, end = match.start() + 1, match.end()
        return Span(max(kept - 1, span.start), max(end, span.start + 1))

    def _pronoun(self, argument: Argument, head: str) -> Reading:
        bracketed = self._phrases.inside(argument.span)
        if bracketed:
            link = bracketed[0]
            return Reading(link.entity.name, (link.entity,), True, "name beside", link.reason)
        words = self.reading.surface(argument.span)
        if head in FIRST:
            speaker = self._speaker_of(argument.span)
            if speaker is None:
                return Reading(words)
            name = speaker.name if isinstance(speaker, Entity) else speaker.label
            return Reading(name, (speaker,), True, "speaker", "who speaks of himself or herself")
        at = argument.span.start
        if head in NEUTER and argument.slot not in _ACTING:
            return Reading(words)
        if head in RELATIVE:
            before = self._discourse.before(at)
            referent = next((r for r in before if at - r.span.end <= _NEAR), None)
        elif head in POSSESSIVE and head not in PERSONAL:
            referent = self._discourse.of_possessive(head, at)
        else:
            referent = self._discourse.of_pronoun(head, at)
        return pointing(referent, head, words) if referent is not None else Reading(words)

    def _this(self, argument: Argument) -> Reading:
        words = self.reading.surface(argument.span)
        referent = self._discourse.of_this(argument.span.start)
        sentences = self._sentences.containing(argument.span)
        if referent is None or not any(s.contains(referent.span) for s in sentences):
            return Reading(words)
        reason = f"“{words}” points back to “{referent.label}”"
        return Reading(referent.label, referent.things, referent.is_whole, "points back", reason)

    @cached_property
    def _sentences(self) -> SpanIndex[Span]:
        return SpanIndex((s.span, s.span) for s in self.annotations.sentences)

    def _speaker_of(self, span: Span) -> Party | None:
        """The speaker of the narrowest content around the words."""
        attributions = self.annotations.attributions
        around = [(covered(attributions[n].content), n) for n in self._contents.containing(span)]
        if not around or len(self.chains) != len(attributions):
            return None
        speaker = self.chains[min(around)[1]].speaker
        return speaker.party if speaker is not None else None

    @cached_property
    def _contents(self) -> SpanIndex[int]:
        attributions = enumerate(self.annotations.attributions)
        return SpanIndex((span, n) for n, a in attributions for span in a.content)


def _order(slot: Slot) -> int:
    """Who acts is read first: "its" in the other arguments may point to it."""
    return _READ_FIRST.index(slot) if slot in _READ_FIRST else 3
