"""How near two names of people are."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from graph_build.identity.alignment import MOST_EDITS, Alignment, WordPairs, counted, distance
from graph_build.identity.parts import NameParser, PersonName
from graph_build.identity.words import consonants, plain, sound
from graph_build.model.identity import NameMatch
from ontology.names import NameKnowledge

SPELLING: Final = 0.03  # another way to write the same sounds
ORDER: Final = 0.04  # surname first
SHUFFLED: Final = 0.08  # the first name stays, others change places
NICKNAME: Final = 0.1
INITIAL: Final = 0.1
MARKED: Final = 0.88  # the most where one alone is "III", which reports leave out
MORE_WORDS: Final = 0.15  # one name has words that the other has not
LETTER: Final = 0.13  # each letter that differs
APART: Final = 0.6  # the most that two names get which hold words against each other
ALONE: Final = 0.5  # one word of a name in common, and nothing against it
_SHORTEST: Final = 6  # letters of a whole name in which letters may be wrong


class PeopleRules:
    """Compares names of people."""

    def __init__(self, parser: NameParser, knowledge: NameKnowledge) -> None:
        families = [
            frozenset(map(plain, (given.label, *given.spellings)))
            for given in knowledge.given_names
        ]
        spellings: dict[str, frozenset[str]] = {}
        for family in families:
            for word in family:
                spellings[word] = spellings.get(word, frozenset()) | {min(family)}
        nicknames: dict[str, set[str]] = {}
        for given in knowledge.given_names:
            for word in map(plain, (given.label, *given.spellings)):
                nicknames.setdefault(word, set()).update(map(plain, given.nicknames))
        self.words = WordPairs(spellings, {w: frozenset(n) for w, n in nicknames.items()})
        self._roots: dict[str, set[str]] = {}
        for word, short_forms in nicknames.items():
            for form in {word, *short_forms}:
                self._roots.setdefault(form, set()).update(spellings.get(word, {word}))
        self.parts = lru_cache(maxsize=65536)(parser.person)

    def match(self, one: str, other: str) -> NameMatch:
        """How likely two names are names of one person, and why."""
        a, b = self.parts(one), self.parts(other)
        if not a.words or not b.words:
            return NameMatch(0.0, "one of them is no name")
        if a.script != b.script:
            return _by_consonants(a, b)
        if a.script == "signs":
            return _by_sign(a, b)
        against = _family_marks(a, b)
        found = self._match_words(a, b)
        if against and found.score > APART:
            return NameMatch(APART, against)
        if a.generation != b.generation and found.score > MARKED:
            mark = a.generation or b.generation
            return NameMatch(MARKED, f"{found.reason}; one is marked “{mark}”", found.edits)
        return found

    def roots(self, word: str) -> frozenset[str]:
        """The given names that a word may be a spelling or a short form of; else itself."""
        return frozenset(self._roots.get(word, {word}))

    def _match_words(self, a: PersonName, b: PersonName) -> NameMatch:
        if a.words == b.words:
            return NameMatch(1.0, "the same words")
        if a.whole == b.whole or a.letters == b.letters:
            return NameMatch(0.97, "the same letters, parted otherwise")
        found = self.words.align(a.words, b.words)
        if found.left and found.right:
            initials = all(len(word) == 1 for word in (*found.left, *found.right))
            return (None if initials else _whole(a, b)) or _apart(a, b, found)
        return _scored(a, b, found)


def _scored(a: PersonName, b: PersonName, found: Alignment) -> NameMatch:
    """The score of names of which one holds all words of the other."""
    full = len(found.pairs) - len(found.of_kind("initial"))
    more = found.left or found.right
    if not full or (more and (full < 2 or len(more) > 2 * full)):
        return NameMatch(ALONE, f"only {_quoted(p.one for p in found.pairs)} in common")
    if _other_initials(a, b, more):
        return NameMatch(APART, f"other initials: {_quoted(a.words)} and {_quoted(b.words)}")
    if found.edits > MOST_EDITS or (found.edits and len(a.whole) < _SHORTEST):
        return NameMatch(APART, _letters(found))
    turned, order = _order(a, b, found)
    if turned >= 1:
        return NameMatch(APART, order)
    costs = [
        (SPELLING * min(len(found.of_kind("spelling")), 2), _kind(found, "spelling")),
        (NICKNAME * len(found.of_kind("nickname")), _kind(found, "nickname")),
        (INITIAL * min(len(found.of_kind("initial")), 1), _kind(found, "initial")),
        (LETTER * found.edits, _letters(found)),
        (MORE_WORDS if more else 0, f"{_quoted(more)} in one only"),
        (turned, order),
    ]
    score = 1 - sum(cost for cost, _ in costs)
    reasons = [reason for cost, reason in costs if cost]
    return NameMatch(round(score, 2), "; ".join(reasons) or "the same words", found.edits)


def _other_initials(a: PersonName, b: PersonName, more: tuple[str, ...]) -> bool:
    """Whether both have initials, and one has an initial more: "George W." and "George H. W."."""
    both = all(any(len(word) == 1 for word in name.words) for name in (a, b))
    return both and any(len(word) == 1 for word in more)


def _order(a: PersonName, b: PersonName, found: Alignment) -> tuple[float, str]:
    """What another order of the words costs; 1 where it makes another person."""
    places = [j for _, j in found.places]
    if places == sorted(places) or a.surname_first or b.surname_first:
        return 0, ""
    if a.child_of or b.child_of:
        return 1, "the order of father and child differs"
    turn = places.index(min(places))
    if places[turn:] + places[:turn] == sorted(places):
        return ORDER, "another order of the words"
    if not turn:
        return SHUFFLED, "another order of the words"
    return 1, "the words in quite another order"


def _family_marks(a: PersonName, b: PersonName) -> str:
    """What parts two people of one name: father and son, a man and a woman."""
    if {a.gender, b.gender} == {"male", "female"}:
        return "one is a man, the other a woman"
    marks = {a.generation, b.generation}
    if len(marks) > 1 and marks & {"junior", "senior"}:
        return f"one is marked {_quoted(sorted(marks - {''}))}"
    if len(marks - {""}) > 1:
        return f"one is marked {_quoted(sorted(marks))}"
    return ""


def _whole(a: PersonName, b: PersonName) -> NameMatch | None:
    """Names whose letters differ little when taken as one word, however they are parted."""
    shortest = min(len(a.whole), len(b.whole))
    if shortest < _SHORTEST:
        return None
    if sound(a.whole) == sound(b.whole):
        return NameMatch(0.94, "the same sounds, parted otherwise")
    edits = distance(a.whole, b.whole)
    if edits <= MOST_EDITS:
        return NameMatch(round(1 - LETTER * edits, 2), counted(edits), edits)
    return None


def _apart(a: PersonName, b: PersonName, found: Alignment) -> NameMatch:
    likeness = OSA.normalized_similarity(a.whole, b.whole)
    reason = f"{_quoted(found.left)} against {_quoted(found.right)}"
    return NameMatch(round(APART * likeness, 2), reason)


def _by_sign(a: PersonName, b: PersonName) -> NameMatch:
    """Chinese and Korean names: each sign is a syllable, and another sign another name."""
    one, other = ("".join(n.raw.split()) for n in (a, b))
    if one == other:
        return NameMatch(1.0, "the same signs")
    return NameMatch(round(APART * OSA.normalized_similarity(one, other), 2), "signs differ")


def _by_consonants(a: PersonName, b: PersonName) -> NameMatch:
    """Names in two scripts of which one writes no vowels, or other ones."""
    one, other = consonants(a.whole), consonants(b.whole)
    likeness = OSA.normalized_similarity(one, other)
    enough = min(len(one), len(other)) >= 3 and likeness >= 0.8
    score = 0.6 + 0.3 * likeness if enough else APART * likeness
    return NameMatch(round(score, 2), f"written in two scripts; consonants {likeness:.0%} alike")


def _kind(found: Alignment, kind: str) -> str:
    pairs = ", ".join(f"{p.one}/{p.other}" for p in found.of_kind(kind))
    return {"spelling": "spelt otherwise: ", "nickname": "short form: ", "initial": "initial: "}[
        kind
    ] + pairs


def _letters(found: Alignment) -> str:
    pairs = ", ".join(f"{p.one}/{p.other}" for p in found.of_kind("letters"))
    return f"{counted(found.edits)}: {pairs}"


def _quoted(words: Iterable[str]) -> str:
    return " ".join(f"“{word}”" for word in words)
