"""A fact as a topic: who, of what, where, how much of it, by its own words alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graph_build.compare.disagreements.language import FactLanguage, lowered
from graph_build.compare.disagreements.roots import Root, root_of
from graph_build.model.stated_fact import StatedFact, Surroundings
from ontology.terms import BASE

NONE: Final = frozenset[str]()
LOCAL: Final = f"{BASE}id/report/"
LONGEST_NAME: Final = 5  # words of a place name are fewer
PART, END, LATER = "part", "end", "later"
_EXTENT: Final = {
    "part": PART, "first": PART, "rest": END, "whole": END, "final": END, "later": LATER,
}  # fmt: skip
_LENGTHS: Final = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "decade",
        "phase",
        "stage",
        "step",
        "round",
        "time",
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """What a fact is about, in a form in which facts can be set side by side.

    `who` are the actors of the subject, `agents` those who bring it about, `what` the things of the
    object that are no places, `where` the smallest places; `heads`, `agent_heads` and `what_heads`
    are the words of those that name something. `extent` is part, end or later, None where the words
    leave it open. `whole` says that the subject is the things themselves, `carried` that who or
    where was taken from a fact before (more than what a pronoun stands for). `process` is the
    attribute of what begins or ends, `story` all parties and places that the report names.
    """

    number: int
    fact: StatedFact
    root: Root
    who: frozenset[str] = NONE
    heads: tuple[str, ...] = ()
    what: frozenset[str] = NONE
    what_heads: tuple[str, ...] = ()
    agents: frozenset[str] = NONE
    agent_heads: tuple[str, ...] = ()
    where: frozenset[str] = NONE
    extent: str | None = None
    whole: bool = False
    carried: bool = False
    process: str | None = None
    story: frozenset[str] = NONE

    @property
    def report(self) -> str:
        """The IRI of the report that tells it."""
        return self.fact.telling.report

    @property
    def is_named(self) -> bool:
        """Whether the subject is a thing, or more than one bare noun."""
        return bool(self.who) or len(set(self.heads)) > 1

    @property
    def is_spelled_out(self) -> bool:
        """Whether the words themselves name the subject, and no pronoun stands for it."""
        said = set(lowered(self.fact.words))
        return bool(said & set(lowered(self.fact.wording("subject"))))

    @property
    def parties(self) -> frozenset[str]:
        """Everyone who has a part in it."""
        return self.who | self.agents


@dataclass
class FactReader:
    """Reads single facts as topics."""

    language: FactLanguage
    known: Surroundings

    def topic(self, fact: StatedFact) -> Topic:
        """What the fact is about, by its own words alone."""
        who, from_subject = self._actors(fact, "subject")
        agents, _ = self._actors(fact, "agent")
        objects = frozenset(fact.things("object"))
        places = {t for t in objects if t in self.known.places}
        places |= {t for t in fact.things("place") if t in self.known.places} | from_subject
        argument = fact.arguments.get("subject")
        whole = argument is not None and argument.is_whole and bool(who)
        heads = self.language.head_phrase(fact.wording("subject"))
        names_place = any(t in self.known.places for t in objects)
        what_heads = () if names_place else self.language.content(fact.wording("object"))
        return Topic(
            number=0,
            fact=fact,
            root=root_of(fact.telling, self.known.names),
            who=who,
            heads=heads,
            what=frozenset(a for t in objects - places if (a := self._actor(t)) is not None),
            what_heads=what_heads,
            agents=agents,
            agent_heads=self._cause(fact),
            where=self.smallest(places or self._places_in(fact)),
            extent=self._extent(fact, whole=whole),
            whole=whole,
            process=self._process(fact, heads),
        )

    def _places_in(self, fact: StatedFact) -> set[str]:
        """The places that the words of a count name, where no argument does ("troops in X")."""
        attribute = self.language.attribute(fact.attribute)
        if attribute is None or not attribute.grows_with_scope or fact.quantity is None:
            return set()
        said = lowered(fact.words)
        runs = (tuple(said[i : i + n]) for i in range(len(said)) for n in range(1, LONGEST_NAME))
        return {self._place_names[run] for run in runs if run in self._place_names}

    @cached_property
    def _place_names(self) -> dict[tuple[str, ...], str]:
        named = ((tuple(lowered(self.known.name(p))), p) for p in sorted(self.known.places))
        return {words: place for words, place in named if words}

    def _actors(self, fact: StatedFact, slot: str) -> tuple[frozenset[str], set[str]]:
        """Who stands in a slot; a place that is no seat of a government is where it happens."""
        actors, places = set(), set()
        for thing in fact.things(slot):
            seat = self.known.capitals.get(thing)
            if seat is not None:
                actors.add(seat)
            elif thing in self.known.places and thing not in self.known.countries:
                places.add(thing)
            elif (actor := self._actor(thing)) is not None:
                actors.add(actor)
        return frozenset(actors), places

    def _actor(self, thing: str) -> str | None:
        """Who acts where the thing acts; None for what only one report knows, by no full name.

        People whom two reports leave unnamed are compared by the words for them, not as things.
        """
        actor = self.known.actor(thing)
        if not actor.startswith(LOCAL):
            return actor
        name = " ".join(self.known.name(actor).casefold().split())
        return f"name:{name}" if "/source/" not in actor and " " in name else None

    def _cause(self, fact: StatedFact) -> tuple[str, ...]:
        """The words for who or what brings it about; an event may stand where the place does."""
        for slot in ("agent", "place"):
            argument = fact.arguments.get(slot)
            is_place = argument is not None and set(argument.things) & self.known.places
            if argument is not None and not is_place:
                return self.language.head_phrase(argument.words)
        return ()

    def smallest(self, places: Iterable[str]) -> frozenset[str]:
        """The places in which none of the others lies."""
        held = set(places)
        wide = {w for place in held for w in self.known.within.get(place, NONE)}
        return frozenset(held - wide)

    def _extent(self, fact: StatedFact, *, whole: bool) -> str | None:
        subject = fact.wording("subject")
        found = self.language.extents_in(subject)
        if not found:
            others = set(fact.wording("object").split()) | set(fact.wording("place").split())
            words = [w for w in fact.words.split() if w not in others]
            found = self.language.extents_in(" ".join(words))
        kinds = {_EXTENT[extent] for extent in found}
        if PART in kinds or self._counts_subject(fact):
            return PART
        if kinds:
            return END if END in kinds else LATER
        return END if whole else None

    def _counts_subject(self, fact: StatedFact) -> bool:
        """Whether a number says how many of them it is ("hundreds leave")."""
        attribute = self.language.attribute(fact.attribute)
        if fact.quantity is None or attribute is None or attribute.value != "time":
            return False
        return fact.quantity.unit not in _LENGTHS

    def _process(self, fact: StatedFact, heads: Sequence[str]) -> str | None:
        """The kind of event that begins or ends, by the noun for it; else the event's own."""
        for noun in reversed(heads):
            if noun in self.language.nouns:
                return self.language.nouns[noun]
        return fact.attribute if fact.attribute in set(self.language.nouns.values()) else None
