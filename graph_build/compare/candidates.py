"""Finds what shares rare keys, without comparing all with all.

Instead of MinHash: an inverted index over hashed shingles, held as two sorted arrays. It is exact,
needs no library beside numpy, and its work grows with the shingles and not with the pairs.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
FEW: Final = 24  # a key of more owners links each to the first and to the next, not all to all


def key_of(words: Sequence[str]) -> int:
    """A number for some words in their order, the same in every process.

    >>> key_of(("a", "b")) == key_of(("b", "a"))
    False
    """
    text = "\x1f".join(words).encode()
    return (zlib.crc32(text) << 32) | zlib.adler32(text)


def shingles(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """All stretches of that many words."""
    return (tuple(words[start : start + size]) for start in range(len(words) - size + 1))


@dataclass
class Index:
    """Keys and who has them; `pairs` gives who shares at least so many."""

    _keys: list[int] = field(default_factory=list)
    _owners: list[int] = field(default_factory=list)

    def add(self, owner: int, keys: Iterable[int]) -> None:
        """Notes that the owner, a small number, has these keys."""
        for key in set(keys):
            self._keys.append(key)
            self._owners.append(owner)

    def pairs(self, fewest: int = 1) -> list[tuple[int, int]]:
        """The pairs of owners that share keys, the smaller number first, sorted."""
        linked = np.concatenate([*self._links(), np.empty((0, 2), dtype=np.int64)])
        if not len(linked):
            return []
        width = int(linked.max()) + 1
        codes, counts = np.unique(linked[:, 0] * width + linked[:, 1], return_counts=True)
        return [divmod(int(code), width) for code in codes[counts >= fewest]]

    def _links(self) -> Iterator[NDArray[np.int64]]:
        """Two columns of owners, the smaller first: those that stand at one key."""
        if not self._keys:
            return
        keys = np.array(self._keys, dtype=np.uint64)
        owners = np.array(self._owners, dtype=np.int64)
        order = np.lexsort((owners, keys))
        keys, owners = keys[order], owners[order]
        starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
        sizes = np.diff(np.append(starts, len(keys)))
        first, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
        place = np.arange(len(keys)) - first
        for step in range(1, min(FEW, int(sizes.max()))):
            ahead = np.flatnonzero((place >= step) & ((size <= FEW) | (step == 1)))
            yield np.stack((owners[ahead - step], owners[ahead]), axis=1)
        many = np.flatnonzero((size > FEW) & (place > 1))
        yield np.stack((owners[first[many]], owners[many]), axis=1)


def pairs_between(one: Sequence[T], other: Sequence[T]) -> Iterator[tuple[T, T]]:
    """All pairs of two groups; of large groups each member with the first of the other group."""
    if len(one) * len(other) <= FEW * FEW:
        yield from ((a, b) for a in one for b in other)
        return
    yield from ((one[0], b) for b in other)
    yield from ((a, other[0]) for a in one[1:])


def pairs_within(group: Sequence[T]) -> Iterator[tuple[T, T]]:
    """All pairs of a group; in a large group each with the first and the next."""
    if len(group) <= FEW:
        yield from ((a, b) for index, a in enumerate(group) for b in group[index + 1 :])
        return
    yield from pairwise(group)
    yield from ((group[0], b) for b in group[2:])
