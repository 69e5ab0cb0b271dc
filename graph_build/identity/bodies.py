"""How near two names of bodies are: firms, parties, ministries, groups, ships."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from graph_build.identity.alignment import MOST_EDITS, WordPairs, counted, distance
from graph_build.identity.parts import BodyName, NameParser
from graph_build.identity.words import consonants, sound
from graph_build.model.identity import NameMatch

FORM: Final = 0.03  # another legal form, or none
SPELLING: Final = 0.05
ACRONYM: Final = 0.15
LETTER: Final = 0.13
APART: Final = 0.6
_SHORTEST: Final = 5  # letters of a name in which letters may be wrong
_OR: Final = re.compile(r"/| a\.?k\.?a\.? | aka ", re.IGNORECASE)


class BodyRules:
    """Compares names of bodies."""

    def __init__(self, parser: NameParser) -> None:
        self.words = WordPairs({}, {})
        self.parts = lru_cache(maxsize=65536)(parser.body)

    def match(self, one: str, other: str) -> NameMatch:
        """How likely two names are names of one body, and why; "A/B" is A or B."""
        found = self._match(one, other)
        if found.score < APART or not (_OR.search(one) or _OR.search(other)):
            pieces = [(a, b) for a in _alternatives(one) for b in _alternatives(other)]
            found = max((self._match(a, b) for a, b in pieces), key=lambda m: m.score)
        return found

    def _match(self, one: str, other: str) -> NameMatch:
        a, b = self.parts(one), self.parts(other)
        if not a.words or not b.words:
            return NameMatch(0.0, "one of them is no name")
        found = self._compared(a, b)
        if a.forms == b.forms or found.score <= APART:
            return found
        score = round(found.score - FORM, 2)
        return NameMatch(score, f"{found.reason}; another legal form", found.edits)

    def _compared(self, a: BodyName, b: BodyName) -> NameMatch:
        """How near the names are, whatever their legal forms."""
        if a.whole == b.whole or a.letters == b.letters:
            return NameMatch(1.0, "the same words")
        if a.numbers != b.numbers:
            return NameMatch(APART, f"numbers differ: {_listed(a)} and {_listed(b)}")
        if _is_acronym(a, b) or _is_acronym(b, a):
            return NameMatch(1 - ACRONYM, "one is made of the first letters of the other")
        if a.script != b.script:
            return _by_consonants(a, b)
        return self._spelt(a, b)

    def _spelt(self, a: BodyName, b: BodyName) -> NameMatch:
        shortest = min(len(a.whole), len(b.whole))
        if shortest >= _SHORTEST and sound(a.whole) == sound(b.whole):
            return NameMatch(1 - SPELLING, "spelt otherwise")
        if a.script == "signs":
            likeness = OSA.normalized_similarity(a.raw, b.raw)
            return NameMatch(round(APART * likeness, 2), "signs differ")
        edits = distance(a.whole, b.whole)
        if edits <= MOST_EDITS and shortest >= _SHORTEST:
            return NameMatch(round(1 - LETTER * edits, 2), counted(edits), edits)
        aligned = self.words.align(a.words, b.words)
        wrong = aligned.edits if shortest >= _SHORTEST else aligned.edits * _SHORTEST
        if not (aligned.left or aligned.right) and wrong <= MOST_EDITS:
            return NameMatch(
                round(0.9 - LETTER * aligned.edits, 2),
                "the same words in another order",
                aligned.edits,
            )
        reason = f"only in one: {', '.join(aligned.left + aligned.right)}"
        return NameMatch(round(APART * OSA.normalized_similarity(a.whole, b.whole), 2), reason)


def _alternatives(name: str) -> list[str]:
    return [piece.strip() for piece in _OR.split(name) if piece.strip()] or [name]


def _is_acronym(short: BodyName, long: BodyName) -> bool:
    """Whether one name is written in capitals that begin the words of the other."""
    if len(short.words) != 1 or len(long.words) < 2 or not short.raw.replace(".", "").isupper():
        return False
    return short.whole == "".join(word[0] for word in long.words)


def _by_consonants(a: BodyName, b: BodyName) -> NameMatch:
    one, other = consonants(a.whole), consonants(b.whole)
    likeness = OSA.normalized_similarity(one, other)
    enough = min(len(one), len(other)) >= 4 and likeness >= 0.8
    score = 0.6 + 0.3 * likeness if enough else APART * likeness
    return NameMatch(round(score, 2), f"written in two scripts; consonants {likeness:.0%} alike")


def _listed(name: BodyName) -> str:
    return " ".join(name.numbers) or "none"
