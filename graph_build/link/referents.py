"""Words that point back, and what they may point to: the things a report has spoken of so far."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.model.entity import PEOPLE, Entity, Party, UnnamedSource
from graph_build.model.text import Span
from ontology.world_model import PLACE_KINDS

PERSONAL: Final = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
PLURAL: Final = frozenset({"they", "them", "their", "theirs", "these", "those", "themselves"})
NEUTER: Final = frozenset({"it", "its", "itself"})
RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
FIRST: Final = frozenset({"i", "me", "my", "mine"})
PRONOUNS: Final = PERSONAL | PLURAL | NEUTER | RELATIVE | FIRST
POSSESSIVE: Final = frozenset({"his", "her", "their", "its", "my"})
POINTING: Final = frozenset({"the", "this", "that", "these", "those", "both", "such", "all"})
_PAIRS: Final = frozenset({"both", "two"})
RESTS: Final = frozenset({"rest", "remainder", "others"})
REMAINING: Final = frozenset({"remaining", "other"})
_REACH: Final = 1500
_SHORT: Final = 2
_CLAUSE: Final = 60

# What a noun with "the" may stand for: classes of things. A report that has just spoken of Iraq
# means it by "the country".
KINDS: Final[dict[str, frozenset[str]]] = {
    "country": frozenset({"Country"}),
    "nation": frozenset({"Country"}),
    "state": frozenset({"Country"}),
    "government": frozenset({"Government", "Country"}),
    "side": frozenset({"Country", "Government"}),
    "coalition": frozenset({"Coalition"}),
    "alliance": frozenset({"Coalition"}),
    "group": frozenset({"ArmedGroup"}),
    "militia": frozenset({"ArmedGroup"}),
    "organization": frozenset({"ArmedGroup", "Organization"}),
    "organisation": frozenset({"ArmedGroup", "Organization"}),
    "ministry": frozenset({"GovernmentBody"}),
    "army": frozenset({"ArmedForce"}),
    "city": frozenset({"Settlement"}),
    "town": frozenset({"Settlement"}),
    "capital": frozenset({"Country"}),
    "province": frozenset({"AdministrativeArea"}),
    "governorate": frozenset({"AdministrativeArea"}),
    "base": frozenset({"Base"}),
    "airbase": frozenset({"Base"}),
    "agency": frozenset({"NewsAgency"}),
}
_PARTIES: Final = frozenset({"side", "capital"})
RULING: Final = frozenset({"government", "capital"})
_OF_MANY: Final = frozenset({"Coalition", "ArmedGroup", "ArmedForce", "Government"})
_INERT: Final = PLACE_KINDS - {"Country", "AutonomousRegion"} | {"Event", "Agreement", "Post"}
FORCES: Final = frozenset(
    {"troop", "force", "soldier", "unit", "personnel", "military", "coalition", "contingent"}
)


@dataclass(frozen=True, slots=True)
class Referent:
    """A thing spoken of: where, what its words were, and whether these are of several."""

    span: Span
    label: str
    things: tuple[Party, ...]
    is_plural: bool
    is_acting: bool = False
    noun: str = ""
    is_whole: bool = True
    is_object: bool = False


def _end(referent: Referent) -> int:
    return referent.span.end


def _place(referent: Referent) -> tuple[int, ...]:
    """Where it ends; of several there, the longest counts as spoken of last."""
    return referent.span.end, len(referent.span), referent.is_acting


def singular(noun: str) -> str:
    """A plain guess at the singular of an English noun, good enough to look it up.

    >>> singular("countries"), singular("forces"), singular("coalition")
    ('country', 'force', 'coalition')
    """
    word = noun.lower()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_plural_noun(noun: str) -> bool:
    """Whether the noun looks like one of several; abbreviations ("the US") do not."""
    word = noun.lower()
    if noun.isupper():
        return False
    return word in {"troops", "personnel", "people", "police"} or (
        word.endswith("s") and not word.endswith("ss")
    )


class Discourse:
    """The things that a report has spoken of, in text order, and those it points back to."""

    def __init__(self, referents: Iterable[Referent] = ()) -> None:
        self._referents = sorted(referents, key=_place)

    def add(self, referent: Referent) -> None:
        """Notes that something was spoken of."""
        insort(self._referents, referent, key=_place)

    def before(self, at: int) -> list[Referent]:
        """What was spoken of before this offset and not too far back, the last first."""
        first = bisect_left(self._referents, at - _REACH + 1, key=_end)
        last = bisect_left(self._referents, at + 1, key=_end)
        return self._referents[first:last][::-1]

    def of_pronoun(self, word: str, at: int) -> Referent | None:
        """What a pronoun stands for; None where what was spoken of last is no known thing.

        "He" is the last person; "they" the last that acts and fits in number; "those" the last
        forces; "it" what was spoken of last, if that acts.
        """
        found = self.before(at)
        if word in PERSONAL:
            return next((r for r in found if _is_person(r)), None)
        if word in POINTING:
            return _known(next((r for r in found if _is_force(r, FORCES)), None))
        if word == "it":
            last = next((r for r in found if r.noun and _is_one(r)), None)
            return _known(last) if last is not None and last.is_acting else None
        return _known(next((r for r in found if r.is_acting and fits(word, r)), None))

    def of_possessive(self, word: str, at: int) -> Referent | None:
        """Whose "its" and "their" say: of the last known thing that fits, or nobody's.

        Nobody's where something unknown that fits has acted since.
        """
        for referent in self.before(at):
            if referent.noun and fits(word, referent) and (referent.things or referent.is_acting):
                return _known(referent)
        return None

    def of_this(self, at: int) -> Referent | None:
        """What "this" alone stands for in a sentence: what something was last done to."""
        near = (r for r in self.before(at) if at - r.span.end < _CLAUSE)
        return next((r for r in near if r.is_object), None)

    def of_noun(
        self, words: Sequence[str], head: str, at: int, barred: Iterable[Party] = ()
    ) -> Referent | None:
        """What a noun with "the", "this" or "both" stands for, by its kind; None where nothing."""
        noun = singular(head)
        if noun in FORCES and "coalition" in words[:-1]:
            return self._of_coalition(words, at)
        kinds = KINDS.get(noun)
        if kinds is None or not words or words[0] not in POINTING:
            return self.of_rest(words, head, at)
        paired = bool(_PAIRS.intersection(words))
        if (noun in _PARTIES or is_plural_noun(head)) and not paired:
            return None
        kinds = kinds if paired else kinds - {"Country"} or kinds
        out = frozenset(barred)
        named = [
            (r, t)
            for r in self.before(at)
            for t in r.things
            if isinstance(t, Entity) and t.kind in kinds and t not in out
        ]
        return _pair(named) if paired else _single(named)

    def _of_coalition(self, words: Sequence[str], at: int) -> Referent | None:
        """Whose "coalition forces" are: the coalition named last."""
        named = (
            (r, t)
            for r in self.before(at)
            for t in r.things
            if isinstance(t, Entity) and t.kind == "Coalition"
        )
        referent, thing = next(named, (None, None))
        if referent is None or thing is None:
            return None
        part = bool(REMAINING.intersection(words))
        return Referent(referent.span, thing.name, (thing,), True, is_whole=not part)

    def of_rest(self, words: Sequence[str], head: str, at: int) -> Referent | None:
        """Of what "the rest", "the remaining forces" or "these troops" are a part or the whole."""
        noun = singular(head)
        forces = noun in FORCES
        rest = head in RESTS and len(words) <= _SHORT
        remaining = forces and bool(REMAINING.intersection(words[:_SHORT]))
        pointing = forces and len(words) == _SHORT and words[0] in {"these", "those", "such"}
        if not (rest or remaining or pointing):
            return None
        wanted = frozenset({noun}) if pointing else FORCES
        return _known(next((r for r in self.before(at) if _is_force(r, wanted)), None))


def _known(referent: Referent | None) -> Referent | None:
    return referent if referent is not None and referent.things else None


def _single(named: Sequence[tuple[Referent, Entity]]) -> Referent | None:
    if not named:
        return None
    referent, thing = named[0]
    return Referent(referent.span, thing.name, (thing,), is_plural=False)


def _pair(named: Sequence[tuple[Referent, Entity]]) -> Referent | None:
    """The last two that were named together, else the last two; None where only one was."""
    together = [
        (r, [t for other, t in named if other is r]) for r in dict.fromkeys(r for r, _ in named)
    ]
    two = next(((r, things) for r, things in together if len(things) == _SHORT), None)
    distinct = two[1] if two else list(dict.fromkeys(thing for _, thing in named))[:_SHORT]
    if len(distinct) < _SHORT:
        return None
    pair = tuple(sorted(distinct, key=lambda thing: thing.name))
    span = two[0].span if two else named[0][0].span
    return Referent(span, _names(pair), pair, is_plural=True)


def _names(things: Iterable[Entity]) -> str:
    return "; ".join(thing.name for thing in things)


def _is_force(referent: Referent, nouns: frozenset[str]) -> bool:
    kinds = _kinds(referent)
    return referent.noun in nouns or bool(kinds & {"Coalition", "ArmedForce"})


def fits(word: str, referent: Referent) -> bool:
    """Whether the pronoun fits in number and kind."""
    if word in PERSONAL:
        return _is_person(referent)
    return _is_several(referent) if word in PLURAL else _is_one(referent)


def _is_person(referent: Referent) -> bool:
    return any(isinstance(t, Entity) and t.kind in PEOPLE for t in referent.things)


def _is_several(referent: Referent) -> bool:
    """Whether "they" fits it: several things, or a body of many people."""
    if any(isinstance(t, UnnamedSource) and t.maximum != 1 for t in referent.things):
        return True
    return referent.is_plural or bool(_kinds(referent) & _OF_MANY)


def _is_one(referent: Referent) -> bool:
    """Whether "it" fits it: one thing that can act or own, or one that is not known."""
    if referent.is_plural or _is_person(referent) or (referent.things and not referent.is_whole):
        return False
    kinds = _kinds(referent)
    return not kinds or bool(kinds - _INERT)


def _kinds(referent: Referent) -> set[str]:
    return {t.kind for t in referent.things if isinstance(t, Entity)}
