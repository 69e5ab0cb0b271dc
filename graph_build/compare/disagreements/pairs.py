"""Two topics that may answer one question, with the gates that keep hard verdicts rare.

A statement of fact and a wish, a plan under a condition, or a mere possibility only differ. Where
one speaker tells both what was proposed and that it was refused there is nothing to compare.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from graph_build.compare.disagreements.language import FactLanguage
from graph_build.compare.disagreements.relations import Relation, Scopes, scopes_of
from graph_build.compare.disagreements.roots import Independence, Voice, independence
from graph_build.compare.disagreements.topics import Topic
from graph_build.model.comparison import Verdict
from graph_build.model.stated_fact import Surroundings
from ontology.predicates import Attribute

ASSERTED: Final = frozenset({"asserting", "confirming", "denying", "agreeing", "accusing"})
FORWARD: Final = frozenset({"predicting", "promising", "warning", "believing"})
MEASURES: Final = frozenset({"day", "week", "month", "year", "hour", "seat", "vote", "kilometre"})
FEWEST_SHARED: Final = 4  # parties and places that two reports of one story have in common
WISHED: Final = frozenset({"proposing", "demanding", "refusing", "asking", "threatening"})


class Grade(IntEnum):
    """How much two facts commit their sources: what a verdict may rest on at most."""

    LOOSE = 0  # a wish, a condition or a possibility on one side: they only differ
    SOFT = 1  # expectations, or something that was guessed in reading
    HARD = 2  # both told as certain


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule makes of two facts."""

    verdict: Verdict
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two topics with how their parts and their roots stand to each other."""

    one: Topic
    other: Topic
    attribute: Attribute
    other_attribute: Attribute
    scopes: Scopes
    independence: Independence
    why: str
    grade: Grade
    known: Surroundings

    @property
    def is_same(self) -> bool:
        """Whether both state the same attribute."""
        return self.attribute.iri == self.other_attribute.iri

    @property
    def is_contrary(self) -> bool:
        """Whether the attributes exclude each other ("left", "remained")."""
        one, other = self.attribute, self.other_attribute
        return other.iri in one.contrary or one.iri in other.contrary

    @property
    def is_one_subject(self) -> bool:
        """Whether the subjects are one: the things themselves, or the same of theirs by name."""
        one, other = self.one, self.other
        if not one.is_named or not other.is_named:
            return False
        if not one.who or not other.who:
            return True
        return (one.whole and other.whole) or set(one.heads) == set(other.heads)

    @property
    def is_one_story(self) -> bool:
        """Whether a good part of the parties and places is named by both reports."""
        one, other = self.one.story, self.other.story
        shared = len(one & other)
        return shared >= FEWEST_SHARED and 10 * shared >= 3 * min(len(one), len(other))

    @property
    def swapped(self) -> "Pair":
        """The same pair seen from the other side."""
        turned = {Relation.WITHIN: Relation.AROUND, Relation.AROUND: Relation.WITHIN}
        scopes = self.scopes
        return Pair(
            self.other,
            self.one,
            self.other_attribute,
            self.attribute,
            Scopes(
                scopes.who,
                scopes.what,
                scopes.agent,
                turned.get(scopes.where, scopes.where),
                scopes.extent,
            ),
            self.independence,
            self.why,
            self.grade,
            self.known,
        )

    def settled(self, *, hard: bool) -> Verdict:
        """The verdict on values that exclude each other, by whose they are."""
        if self.grade is Grade.LOOSE:
            return Verdict.DIFFERS
        voices = {self.one.root.voice, self.other.root.voice}
        is_one_text = self.one.report == self.other.report
        if is_one_text and Voice.OWN in voices:
            return Verdict.APPARENT
        if self.independence is Independence.ONE:
            return Verdict.APPARENT if is_one_text else Verdict.RENDERED_DIFFERENTLY
        if voices == {Voice.OWN}:
            return Verdict.CONTRADICTS if hard and self.grade is Grade.HARD else Verdict.APPARENT
        if self.independence is Independence.UNKNOWN and Voice.MEDIUM in voices:
            return Verdict.RENDERED_DIFFERENTLY
        return Verdict.BETWEEN_ROOTS


def make_pair(one: Topic, other: Topic, language: FactLanguage, known: Surroundings) -> Pair | None:
    """The pair, None where the two cannot answer one question."""
    first, second = (language.attribute(t.fact.attribute) for t in (one, other))
    if first is None or second is None:
        return None
    scopes = scopes_of(one, other, known)
    what = Relation.UNKNOWN if first.compared_by_wording else scopes.what
    if Relation.OTHER in (scopes.who, what, scopes.agent):
        return None
    apart, why = independence(one.root, other.root)
    if apart is Independence.ONE and _tells_of_a_wish(one, other):
        return None
    grade = _grade(one, other)
    return Pair(one, other, first, second, scopes, apart, why, grade, known)


def _tells_of_a_wish(one: Topic, other: Topic) -> bool:
    acts = {one.fact.act, other.fact.act}
    return bool(acts & WISHED) and one.report == other.report


def _grade(one: Topic, other: Topic) -> Grade:
    if bool(one.fact.condition) != bool(other.fact.condition):
        return Grade.LOOSE
    sides = [_side(t) for t in (one, other)]
    return min(sides)


def _side(topic: Topic) -> Grade:
    fact = topic.fact
    if fact.act not in ASSERTED | FORWARD or fact.certainty in {"possible", "underspecified"}:
        return Grade.LOOSE
    if fact.polarity == "underspecified":
        return Grade.LOOSE
    is_sure = fact.certainty == "certain" and fact.act in ASSERTED and not fact.condition
    is_dated = fact.time is None or fact.time.resolution in {"given", "resolved"}
    return Grade.HARD if is_sure and is_dated and not topic.carried else Grade.SOFT


def value_of(topic: Topic) -> str:
    """The answer that a fact gives, in words: its number or date, and on what it depends."""
    fact = topic.fact
    shown = date_of(topic) or fact.value or fact.wording("object") or fact.label
    return _marked(shown, topic)


def number_of(topic: Topic) -> str:
    """The number that a fact gives, in words, with a unit of measure."""
    shown, quantity = topic.fact.value.partition("; ")[0], topic.fact.quantity
    unit = quantity.unit if quantity is not None else ""
    if unit in MEASURES:
        shown = f"{shown} {unit}{'' if shown == '1' else 's'}"
    elif unit.isupper() or unit == "percent":
        shown = f"{shown} {unit}"
    return _marked(shown, topic)


def date_of(topic: Topic) -> str:
    """The date that a fact gives, in words; "" where it gives a number too, or no date."""
    time = topic.fact.time
    if time is None or not time.edtf:
        return ""
    return time.edtf if time.relation == "at" else f"{time.relation} {time.edtf}"


def _marked(shown: str, topic: Topic) -> str:
    if topic.fact.polarity == "negative":
        shown = f"not so: {shown}"
    return f"{shown} (on a condition)" if topic.fact.condition else shown


def teller(topic: Topic) -> str:
    """Whose words they are, for a sentence."""
    return topic.root.label or topic.fact.telling.file_name


def place_names(topic: Topic, names: Mapping[str, str]) -> str:
    """The places of a topic by name."""
    return ", ".join(sorted(names.get(p, p.rpartition("/")[2]) for p in topic.where))


def told(pair: Pair) -> str:
    """Both answers, each with whose it is."""
    return ", ".join(f"{value_of(t)} ({teller(t)})" for t in (pair.one, pair.other))
