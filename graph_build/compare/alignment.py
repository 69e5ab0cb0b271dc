"""Lays two lists of words side by side: which stand in both in one order, which do not."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from graph_build.compare.tokens import Token


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words of the one where the other has others, or none; offsets into the two lists."""

    one: tuple[int, int]
    other: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Blocks of equal words as (place in one, place in other, length), in order."""

    blocks: tuple[tuple[int, int, int], ...]
    sizes: tuple[int, int]

    @property
    def matched(self) -> int:
        """The number of words that stand in both."""
        return sum(length for _, _, length in self.blocks)

    @property
    def longest(self) -> int:
        """The length of the longest stretch of equal words."""
        return max((length for _, _, length in self.blocks), default=0)

    @property
    def likeness(self) -> float:
        """The share of all words that stand in both."""
        return 2 * self.matched / (sum(self.sizes) or 1)

    def turned(self) -> "Alignment":
        """The same, seen from the other list."""
        blocks = tuple((other, one, length) for one, other, length in self.blocks)
        return Alignment(blocks, (self.sizes[1], self.sizes[0]))

    def hunks(self) -> list[Hunk]:
        """What stands between the blocks, before the first and after the last."""
        found, one, other = [], 0, 0
        for start, other_start, length in (*self.blocks, (*self.sizes, 0)):
            if start > one or other_start > other:
                found.append(Hunk((one, start), (other, other_start)))
            one, other = start + length, other_start + length
        return found


def align(one: Sequence[str], other: Sequence[str]) -> Alignment:
    """The alignment with the most equal words.

    >>> align("a b c d".split(), "a x c d".split()).blocks
    ((0, 0, 1), (2, 2, 2))
    """
    blocks = tuple(
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in LCSseq.opcodes(one, other)
        if op.tag == "equal"
    )
    return Alignment(blocks, (len(one), len(other)))


def plain_words(tokens: Sequence[Token]) -> list[str]:
    """The words of some tokens as they are compared."""
    return [token.plain for token in tokens]


def find_within(short: Sequence[str], long: Sequence[str]) -> tuple[int, int]:
    """The half-open window of the longer list in which the shorter one is to be looked for.

    It lies round the longest stretch that both share.
    """
    start, other_start, _ = _longest_block(short, long)
    slack = max(2, len(short) // 4)
    first = max(0, other_start - start - slack)
    return first, min(len(long), other_start + len(short) - start + slack)


def _longest_block(one: Sequence[str], other: Sequence[str]) -> tuple[int, int, int]:
    places: dict[str, list[int]] = {}
    for index, word in enumerate(other):
        places.setdefault(word, []).append(index)
    best = (0, 0, 0)
    lengths: dict[int, int] = {}
    for index, word in enumerate(one):
        fresh = {}
        for place in places.get(word, ()):
            fresh[place] = lengths.get(place - 1, 0) + 1
            if fresh[place] > best[2]:
                best = (index - fresh[place] + 1, place - fresh[place] + 1, fresh[place])
        lengths = fresh
    return best
