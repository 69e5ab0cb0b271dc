"""Which word of one name answers to which word of the other, and how they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from graph_build.identity.words import sound

MOST_EDITS: Final = 2  # more letters wrong in one word is another word
_LONG: Final = 7  # letters of a word in which "al" may be an article; "Alan", "Elton" have fewer
_SHORT: Final = 4  # a word of fewer letters may sound like another by chance


@dataclass(frozen=True, order=True, slots=True)
class Pair:
    """Two words that answer to each other; `kind` says how, `edits` how many letters differ."""

    cost: float
    kind: str
    edits: int
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words paired, the places of the pairs, and the words of each side that are left."""

    pairs: tuple[Pair, ...]
    places: tuple[tuple[int, int], ...]
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def edits(self) -> int:
        """How many letters differ in all."""
        return sum(pair.edits for pair in self.pairs)

    def of_kind(self, *kinds: str) -> tuple[Pair, ...]:
        """The pairs that answer to each other in one of these ways."""
        return tuple(pair for pair in self.pairs if pair.kind in kinds)


class WordPairs:
    """Knows how two words of names can answer to each other."""

    def __init__(
        self, spellings: Mapping[str, frozenset[str]], nicknames: Mapping[str, frozenset[str]]
    ) -> None:
        self._spellings = spellings
        self._nicknames = nicknames

    def align(self, one: Sequence[str], other: Sequence[str]) -> Alignment:
        """The pairs of words, the surest first; each word is used once."""
        found = []
        for i, word in enumerate(one):
            for j, second in enumerate(other):
                pair = self.pair(word, second)
                if pair is not None:
                    found.append((pair.cost, -len(word), abs(i - j), i, j, pair))
        taken_one: set[int] = set()
        taken_other: set[int] = set()
        chosen = []
        for *_, i, j, pair in sorted(found):
            if i not in taken_one and j not in taken_other:
                taken_one.add(i)
                taken_other.add(j)
                chosen.append(((i, j), pair))
        chosen.sort(key=lambda item: item[0])
        return Alignment(
            tuple(pair for _, pair in chosen),
            tuple(place for place, _ in chosen),
            tuple(w for i, w in enumerate(one) if i not in taken_one),
            tuple(w for j, w in enumerate(other) if j not in taken_other),
        )

    def pair(self, one: str, other: str) -> Pair | None:
        """How two words answer to each other; None where they do not."""
        if one == other:
            return Pair(0, "equal", 0, one, other)
        if len(one) == 1 or len(other) == 1:
            return Pair(0.8, "initial", 0, one, other) if one[0] == other[0] else None
        return self._variant(one, other) or _with_letters_wrong(one, other)

    def _variant(self, one: str, other: str) -> Pair | None:
        """Two words that are one name by its spelling or its short form."""
        if self._spellings.get(one, _NONE) & self._spellings.get(other, _NONE):
            return Pair(0.2, "spelling", 0, one, other)
        if min(len(one), len(other)) >= _SHORT and sound(one) == sound(other):
            return Pair(0.3, "spelling", 0, one, other)
        if _without_article(one) == other or _without_article(other) == one:
            return Pair(0.3, "spelling", 0, one, other)
        if other in self._nicknames.get(one, _NONE) or one in self._nicknames.get(other, _NONE):
            return Pair(0.7, "nickname", 0, one, other)
        return None


def _without_article(word: str) -> str:
    """A word that begins with an Arabic article, without it: "alsudani" is "sudani"."""
    return word[2:] if len(word) >= _LONG and word.startswith(("al", "el")) else ""


def _with_letters_wrong(one: str, other: str) -> Pair | None:
    """Two words of which at most half of the letters of the shorter one are others."""
    edits = distance(one, other)
    if edits > MOST_EDITS or min(len(one), len(other)) < 2 * edits:
        return None
    return Pair(edits, "letters", edits, one, other)


_NONE: Final[frozenset[str]] = frozenset()


@lru_cache(maxsize=65536)
def distance(one: str, other: str) -> int:
    """Letters put in, left out, changed, or changed for their neighbour; 3 stands for more."""
    return OSA.distance(one, other, score_cutoff=MOST_EDITS)


def counted(edits: int) -> str:
    """How many letters differ, in words."""
    return "1 letter differs" if edits == 1 else f"{edits} letters differ"
