"""How the parts of two topics stand to each other: who, of what, where, how much of it."""

from dataclasses import dataclass
from enum import StrEnum

from graph_build.compare.disagreements.topics import Topic
from graph_build.model.stated_fact import Surroundings


class Relation(StrEnum):
    """How one part stands to the other."""

    EQUAL = "equal"
    OVERLAP = "overlap"
    WITHIN = "within"
    AROUND = "around"
    OTHER = "other"
    UNKNOWN = "unknown"
    ABSENT = "absent"


ALIKE = frozenset({Relation.EQUAL, Relation.OVERLAP})
NESTED = frozenset({Relation.WITHIN, Relation.AROUND})


@dataclass(frozen=True, slots=True)
class Scopes:
    """How all parts of two topics stand to each other."""

    who: Relation
    what: Relation
    agent: Relation
    where: Relation
    extent: Relation


def scopes_of(one: Topic, other: Topic, known: Surroundings) -> Scopes:
    """The relations of two topics, seen from the first."""
    return Scopes(
        who=_parties(one.who, other.who, one.heads, other.heads, known),
        what=_parties(one.what, other.what, one.what_heads, other.what_heads, known),
        agent=_parties(one.agents, other.agents, one.agent_heads, other.agent_heads, known),
        where=_places(one.where, other.where, known),
        extent=_extents(one.extent, other.extent),
    )


def _parties(
    one: frozenset[str],
    other: frozenset[str],
    words: tuple[str, ...],
    other_words: tuple[str, ...],
    known: Surroundings,
) -> Relation:
    if one and other:
        if one == other:
            return Relation.EQUAL
        return Relation.OVERLAP if one & other or _akin(one, other, known) else Relation.OTHER
    if not one and not other:
        return _wordings(words, other_words)
    return Relation.UNKNOWN


def _akin(one: frozenset[str], other: frozenset[str], known: Surroundings) -> bool:
    """Whether one is part, member or leader of the other."""
    return any(
        b in known.part_of.get(a, frozenset()) or a in known.part_of.get(b, frozenset())
        for a in one
        for b in other
    )


def _wordings(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    if not one and not other:
        return Relation.ABSENT
    if not one or not other:
        return Relation.UNKNOWN
    if set(one) == set(other):
        return Relation.EQUAL
    if one[-1] == other[-1]:
        is_fuller = set(one) < set(other) or set(other) < set(one)
        return Relation.OVERLAP if is_fuller else Relation.UNKNOWN
    return Relation.OTHER


def _places(one: frozenset[str], other: frozenset[str], known: Surroundings) -> Relation:
    if not one and not other:
        return Relation.ABSENT
    if not one or not other:
        return Relation.UNKNOWN
    if one == other:
        return Relation.EQUAL
    if all(any(b == a or b in known.within.get(a, frozenset()) for b in other) for a in one):
        return Relation.WITHIN
    if all(any(a == b or a in known.within.get(b, frozenset()) for a in one) for b in other):
        return Relation.AROUND
    return Relation.OVERLAP if one & other else Relation.OTHER


def _extents(one: str | None, other: str | None) -> Relation:
    if one is None and other is None:
        return Relation.ABSENT
    if one is None or other is None:
        return Relation.UNKNOWN
    return Relation.EQUAL if one == other else Relation.OTHER
