"""What follows from judgements taken together: which things count as one, and where they clash.

What a person decided comes first. What names suggest is added from the surest on, and never joins
things that somebody holds to be different.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph_build.errors import ConflictingJudgementsError
from graph_build.model.identity import (
    DIFFERENT,
    PERSON_METHOD,
    SAME,
    UNSURE,
    Identities,
    Judgement,
    KnownThing,
    SameThings,
)


class Groups:
    """Things joined into groups, and pairs that must never be in one."""

    def __init__(self, vetoes: Iterable[Judgement]) -> None:
        self._members: dict[str, set[str]] = {}
        self._apart: dict[str, dict[str, Judgement]] = defaultdict(dict)
        for veto in vetoes:
            self._apart[veto.first][veto.second] = veto
            self._apart[veto.second][veto.first] = veto

    def of(self, thing: str) -> set[str]:
        """The group of a thing, itself included."""
        return self._members.get(thing, {thing})

    def veto(self, one: str, other: str) -> Judgement | None:
        """The decision that keeps the groups of two things apart, the first in order."""
        first, second = sorted((self.of(one), self.of(other)), key=len)
        found = [
            self._apart[m][v]
            for m in first & self._apart.keys()
            for v in self._apart[m]
            if v in second
        ]
        return min(found, default=None)

    def join(self, one: str, other: str) -> None:
        """Makes one group of the groups of two things."""
        small, large = sorted((self.of(one), self.of(other)), key=len)
        if small is not large:
            large.update(small)
            self._members.update(dict.fromkeys(large if len(large) == 2 else small, large))
            self._members.setdefault(one, large)
            self._members.setdefault(other, large)

    def all(self) -> list[set[str]]:
        """The groups of two or more, each once."""
        return list({id(group): group for group in self._members.values()}.values())


def settle(
    judgements: Iterable[Judgement],
    hypotheses: Iterable[Judgement],
    things: Mapping[str, KnownThing],
) -> Identities:
    """What follows from decisions and hypotheses for the things that the graph holds.

    Raises:
        ConflictingJudgementsError: the decisions alone contradict each other.
    """
    decided = sorted(judgements)
    groups = group_decided(decided)
    edges = [one for one in decided if one.verdict == SAME]
    decided_pairs = {one.pair for one in decided}
    open_ones = []
    for one in sorted(hypotheses, key=lambda h: (-h.score, h)):
        if one.pair in decided_pairs:
            continue
        if one.verdict == SAME and (veto := groups.veto(*one.pair)) is None:
            groups.join(*one.pair)
            edges.append(one)
        elif one.verdict == SAME:
            open_ones.append(_held_back(one, veto))
        else:
            open_ones.append(one)
    unsure = [one for one in open_ones if _stays_open(one, groups)]
    kept = [one for one in edges if one.method != PERSON_METHOD]
    classes = [found for group in groups.all() if (found := _class(group, edges, things))]
    return Identities(tuple(sorted(classes)), tuple(sorted(kept + unsure)))


def group_decided(judgements: Sequence[Judgement]) -> Groups:
    """The groups that people's decisions make. Raises ConflictingJudgementsError."""
    same = [one for one in judgements if one.verdict == SAME]
    groups = Groups(one for one in judgements if one.verdict == DIFFERENT)
    for one in same:
        veto = groups.veto(*one.pair)
        if veto is not None:
            raise ConflictingJudgementsError(_conflict(veto, same))
        groups.join(*one.pair)
    return groups


def _held_back(one: Judgement, veto: Judgement | None) -> Judgement:
    assert veto is not None
    reason = f"{one.reason}; held apart, since {_told(veto, 'different from')}"
    return replace(one, verdict=UNSURE, reason=reason)


def _stays_open(one: Judgement, groups: Groups) -> bool:
    """Whether nothing has decided what a hypothesis leaves open."""
    if one.second in groups.of(one.first):
        return False
    return "held apart, since" in one.reason or groups.veto(*one.pair) is None


def _class(
    group: set[str], edges: Sequence[Judgement], things: Mapping[str, KnownThing]
) -> SameThings | None:
    held = sorted((things[iri] for iri in group if iri in things), key=_standing)
    if len(held) < 2:
        return None
    first = held[0].iri
    paths = _paths(first, [edge for edge in edges if edge.first in group])
    others = sorted((thing.iri, _reason(paths[thing.iri])) for thing in held[1:])
    return SameThings(first, tuple(others))


def _standing(thing: KnownThing) -> tuple[bool, int, str]:
    return not thing.is_curated, -thing.mentions, thing.iri


def _reason(path: Sequence[Judgement]) -> str:
    told = [
        f"{'judged' if one.method == PERSON_METHOD else 'taken to be'} the same: {one.reason}"
        for one in path
    ]
    return "; ".join(dict.fromkeys(told))


def _paths(start: str, edges: Sequence[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """The shortest chain of judgements from one thing to each that it is joined with."""
    beside: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for edge in sorted(edges):
        beside[edge.first].append((edge.second, edge))
        beside[edge.second].append((edge.first, edge))
    found: dict[str, tuple[Judgement, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        for following, edge in beside[at]:
            if following not in found:
                found[following] = (*found[at], edge)
                waiting.append(following)
    return found


def _conflict(veto: Judgement, same: Sequence[Judgement]) -> str:
    chain = _paths(veto.first, same).get(veto.second, ())
    links = "; ".join(_told(one, "the same as") for one in chain)
    return (
        f"the judgements contradict each other: {_told(veto, 'different from')}; but {links}. "
        "Take one back: onrecord judge forget A B"
    )


def _told(one: Judgement, verb: str) -> str:
    return f"<{one.first}> is judged {verb} <{one.second}> ({one.reason})"
