"""Which claims have one origin, and how many origins there are at least and at most."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from graph_build.compare.disagreements.roots import Independence, Root, Voice, independence
from graph_build.model.support import Ties

FEW: Final = 60  # different roots that are set side by side pair by pair; further ones by key alone
_DATED: Final = frozenset({Voice.MEDIUM, Voice.SPEAKER})
_FIRM: Final = (Voice.SPEAKER, Voice.MEDIUM, Voice.OWN, Voice.UNNAMED)

Judged = tuple[Independence, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """One place where something is stated: the claim, its fact if any, and its root.

    `media` are the outlets through which the words came, `sourced` says that the report names a
    source for something, so that its own words may rest on that source;
    `place` names the places to which it is limited, `lent` says that the day of the root is not
    the report's own.
    """

    claim: str
    fact: str
    report: str
    file_name: str
    start: int
    root: Root
    media: tuple[str, ...] = ()
    sourced: bool = False
    words: str = ""
    place: str = ""
    lent: bool = False

    @property
    def order(self) -> tuple[str, str, int, str, str]:
        """Sorts pieces in reading order."""
        return self.file_name, self.report, self.start, self.claim, self.fact


def judged(one: Piece, other: Piece, ties: Ties) -> Judged:
    """Whether two pieces have one origin, with the ground."""
    tie = _tied(one, other, ties)
    if tie:
        return Independence.ONE, tie
    for here, there in ((one, other), (other, one)):
        if here.root.voice is Voice.OWN and here.sourced and here.report != there.report:
            why = f"{here.file_name} names no source for it, but does for other things"
            return Independence.UNKNOWN, why
        is_through = there.root.voice is Voice.MEDIUM and there.root.key in here.media
        if is_through and here.root.voice is Voice.SPEAKER:
            why = f"what {there.root.label} tells may rest on {here.root.label}, whom it quotes"
            return Independence.UNKNOWN, why
    return independence(one.root, other.root)


def _tied(one: Piece, other: Piece, ties: Ties) -> str:
    if one.claim == other.claim:
        return f"one claim of {one.file_name}"
    if _pair(one.claim, other.claim) in ties.same_words:
        return "the same quotation"
    if _pair(one.report, other.report) in ties.copies and one.root.voice is other.root.voice:
        return "nearly the same text"
    pool = ties.pools.get(one.claim, "")
    if pool and pool == ties.pools.get(other.claim, ""):
        return f"the same unnamed sources ({pool})"
    return ""


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Counted:
    """Pieces parted into origins, with the bounds on their number and why they are those."""

    origins: tuple[tuple[Piece, ...], ...]
    least: int
    most: int | None
    apart: str
    unsure: str


def count_origins(pieces: Sequence[Piece], ties: Ties) -> Counted:
    """The origins of some pieces: united by what shows one origin, counted by what shows two."""
    ordered = sorted(pieces, key=lambda piece: piece.order)
    nodes = _nodes(ordered)
    answers = {pair: judged(nodes[pair[0]][0], nodes[pair[1]][0], ties) for pair in _pairs(nodes)}
    groups = _united(len(nodes), answers)
    apart, unsure = _between(groups, answers)
    firm = _told_apart(groups, nodes, set(apart))
    origins = tuple(
        tuple(sorted((p for node in group for p in nodes[node]), key=lambda p: p.order))
        for group in groups
    )
    return Counted(
        origins=tuple(sorted(origins, key=lambda origin: (-len(origin), origin[0].order))),
        least=len(firm),
        most=_most(groups, nodes, ties),
        apart=next((apart[p] for p in combinations(firm, 2) if p in apart), ""),
        unsure=next((unsure[p] for p in sorted(unsure)), ""),
    )


def _nodes(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of one report with one root are one from the start."""
    found: dict[tuple[object, ...], list[Piece]] = defaultdict(list)
    for piece in pieces:
        root = piece.root
        found[piece.report, root.voice, root.key, root.said, piece.claim].append(piece)
    return list(found.values())


def _pairs(nodes: Sequence[object]) -> Iterator[tuple[int, int]]:
    """All pairs of the first `FEW`, each later one with the one before and the first."""
    yield from combinations(range(min(len(nodes), FEW)), 2)
    for later in range(FEW, len(nodes)):
        yield 0, later
        if later > 1:
            yield later - 1, later


def _united(size: int, answers: Mapping[tuple[int, int], Judged]) -> list[list[int]]:
    """Groups of nodes with one origin; never such as some dates or voices keep apart."""
    member = {node: {node} for node in range(size)}
    for (one, other), (answer, _) in sorted(answers.items()):
        here, there = member[one], member[other]
        if answer is not Independence.ONE or here is there:
            continue
        if any(_are_apart(a, b, answers) for a in here for b in there):
            continue
        here |= there
        for node in there:
            member[node] = here
    return sorted({min(group): sorted(group) for group in member.values()}.values())


def _are_apart(one: int, other: int, answers: Mapping[tuple[int, int], Judged]) -> bool:
    answer = answers.get((min(one, other), max(one, other)))
    return answer is not None and answer[0] is Independence.APART


Reasons = dict[tuple[int, int], str]


def _between(
    groups: Sequence[Sequence[int]], answers: Mapping[tuple[int, int], Judged]
) -> tuple[Reasons, Reasons]:
    """For pairs of groups why they are two origins, or why that cannot be told."""
    place = {node: number for number, group in enumerate(groups) for node in group}
    apart: Reasons = {}
    unsure: Reasons = {}
    for (one, other), (answer, why) in sorted(answers.items()):
        pair = place[one], place[other]
        if pair[0] == pair[1]:
            continue
        pair = min(pair), max(pair)
        (apart if answer is Independence.APART else unsure).setdefault(pair, why)
    return {pair: why for pair, why in apart.items() if pair not in unsure}, unsure


def _told_apart(
    groups: Sequence[Sequence[int]],
    nodes: Sequence[Sequence[Piece]],
    apart: Collection[tuple[int, int]],
) -> list[int]:
    """Groups each told apart from each other, the firmest voices first: a lower bound."""
    ranked = sorted(
        range(len(groups)),
        key=lambda number: (_FIRM.index(nodes[groups[number][0]][0].root.voice), number),
    )
    chosen: list[int] = []
    for number in ranked:
        if all((min(number, other), max(number, other)) in apart for other in chosen):
            chosen.append(number)
    return sorted(chosen)


def _most(
    groups: Sequence[Sequence[int]], nodes: Sequence[Sequence[Piece]], ties: Ties
) -> int | None:
    """How many origins there may be; None where people without a name may be any number."""
    total = 0
    for group in groups:
        voices = {nodes[node][0].root.voice for node in group}
        if voices != {Voice.UNNAMED}:
            total += 1
            continue
        sizes = [ties.most.get(nodes[node][0].root.key) for node in group]
        known = [size for size in sizes if size is not None]
        if not known:
            return None
        total += min(known)
    return total


def with_days(pieces: Sequence[Piece], ties: Ties) -> list[Piece]:
    """The pieces with the day on which one place has something said, lent to those beside it.

    Reports that tell one story and credit one medium cite one report of it, so that what is known
    of its date in one of them holds in all. Within one report the same holds for a speaker whose
    words it dates but once.
    """
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for piece in pieces:
        if piece.root.voice in _DATED and piece.root.said:
            said[piece.report, piece.root.key].add(piece.root.said)
    siblings: dict[str, set[str]] = defaultdict(set)
    for one, other in sorted(ties.retold | ties.copies):
        siblings[one].add(other)
        siblings[other].add(one)

    def dated(piece: Piece) -> Piece:
        if piece.root.voice not in _DATED or piece.root.said:
            return piece
        is_medium = piece.root.voice is Voice.MEDIUM
        near = [piece.report, *(sorted(siblings[piece.report]) if is_medium else ())]
        days = {day for report in near for day in said.get((report, piece.root.key), ())}
        day = days.pop() if len(days) == 1 else ""
        return replace(piece, root=replace(piece.root, said=day), lent=True)

    return [dated(piece) for piece in pieces]
