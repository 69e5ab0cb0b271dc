"""Facts in their report: who and where the words before and beside supply, and who told it.

Words that point back ("the rest", "those", "their") take who and where from the fact before that
they can rest on, in the same report. What was taken over is marked, since it is a guess, and never
leads to a hard verdict.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from graph_build.compare.disagreements.language import FactLanguage
from graph_build.compare.disagreements.roots import Root, Voice
from graph_build.compare.disagreements.topics import END, NONE, FactReader, Topic
from graph_build.model.stated_fact import StatedFact, Surroundings

BACK: Final = 1200  # characters: how far back the rest of something may look for the whole
NEAR: Final = 250  # characters: how far back a pronoun may
BESIDE: Final = 80  # characters: how far on the words stand that say which forces are meant
AROUND: Final = 5  # facts before and after in which those words are looked for


def read_topics(
    facts: Iterable[StatedFact], language: FactLanguage, known: Surroundings
) -> list[Topic]:
    """The topics of facts, numbered by report and place in the text."""
    ordered = sorted(facts, key=lambda f: (f.telling.report, f.start, f.fact))
    context = _Context(language, known, FactReader(language, known))
    topics: list[Topic] = []
    for _, group in groupby(ordered, key=lambda f: f.telling.report):
        topics.extend(context.of_report(list(group)))
    return [replace(topic, number=number) for number, topic in enumerate(topics)]


@dataclass(frozen=True, slots=True)
class _Context:
    language: FactLanguage
    known: Surroundings
    reader: FactReader

    def of_report(self, facts: Sequence[StatedFact]) -> Iterator[Topic]:
        """The topics of one report, in text order."""
        before: list[Topic] = []
        for position, fact in enumerate(facts):
            beside = facts[max(0, position - AROUND) : position + AROUND + 1]
            before.append(self._completed(self._lent(self.reader.topic(fact), beside), before))
        story = frozenset(thing for t in before for thing in t.parties | t.where | t.what)
        told = _told_elsewhere(before)
        yield from (replace(_with_root(topic, told), story=story) for topic in before)

    def _lent(self, topic: Topic, beside: Sequence[StatedFact]) -> Topic:
        """With the place that the words beside or within give ("forces stationed in X").

        Lent by a state of the same subject that follows, and by an event that the words of a count
        hold ("killed in floods in X").
        """
        if topic.where or (topic.fact.time is None and topic.fact.quantity is None):
            return topic
        for fact in beside:
            if fact.telling.claim != topic.fact.telling.claim:
                continue
            slot = self._lends(fact, topic)
            places = {t for t in fact.things(slot) if t in self.known.places} if slot else set()
            if places:
                return replace(topic, where=self.reader.smallest(places))
        return topic

    def _lends(self, fact: StatedFact, topic: Topic) -> str:
        """The slot in which a fact beside holds the place of this one; "" where it holds none."""
        attribute = self.language.attribute(fact.attribute)
        is_state = attribute is not None and attribute.value == "none"
        follows = 0 <= fact.start - topic.fact.start <= BESIDE
        heads = self.language.head_phrase(fact.wording("subject"))
        if is_state and follows and topic.heads and heads == topic.heads:
            return "object"
        is_within = fact.fact != topic.fact.fact and fact.words in topic.fact.words
        return "place" if is_within and topic.fact.quantity is not None else ""

    def _completed(self, topic: Topic, before: Sequence[Topic]) -> Topic:
        """With who and where taken from the facts before, where its words point back to them."""
        if topic.fact.time is None and topic.fact.quantity is None:
            return topic
        points_back = _points_back(topic, self.language)
        found = topic
        for earlier in reversed(before):
            if topic.fact.start - earlier.fact.start > BACK:
                break
            if points_back and not found.who:
                found = _with_who(found, earlier)
            if not found.where and not found.what and _same_kind(found, earlier):
                found = self._with_where(found, earlier)
        return found

    def _with_where(self, topic: Topic, earlier: Topic) -> Topic:
        """With the place of an earlier fact of the kind, where the words tell of the rest of it."""
        rests_on = (topic.extent == END and not topic.whole) or topic.carried
        akin = topic.who & earlier.who or any(
            b in self.known.part_of.get(a, NONE) or a in self.known.part_of.get(b, NONE)
            for a in topic.who
            for b in earlier.who
        )
        if not earlier.where or not rests_on or not (akin or topic.carried):
            return topic
        return replace(topic, where=earlier.where, carried=True)


def _with_who(topic: Topic, earlier: Topic) -> Topic:
    """With who is meant by a pronoun close by, or by a noun that stands in a fact of the kind."""
    distance = topic.fact.start - earlier.fact.start
    actors = earlier.agents or earlier.who
    if distance <= NEAR and not topic.heads and actors:
        return replace(topic, who=actors, whole=True)
    if _same_kind(topic, earlier) and _fits(topic, earlier):
        return replace(topic, who=earlier.who, carried=True)
    return topic


def _points_back(topic: Topic, language: FactLanguage) -> bool:
    """Whether the subject is a pronoun, or one plain noun that a fact before may have named."""
    if topic.who or "agent" in topic.fact.arguments:
        return False
    if topic.fact.wording("subject") and not topic.heads:
        return True
    return len(topic.heads) == 1 and language.attribute(topic.fact.attribute) is not None


def _told_elsewhere(report: Sequence[Topic]) -> Mapping[tuple[str | None, str], set[Root]]:
    """The roots from which a report has each date of each attribute, other than its own voice."""
    found: dict[tuple[str | None, str], set[Root]] = defaultdict(set)
    for topic in report:
        if topic.root.voice is not Voice.OWN and topic.fact.time is not None:
            found[topic.fact.attribute, topic.fact.time.edtf].add(topic.root)
    return found


def _with_root(topic: Topic, told: Mapping[tuple[str | None, str], set[Root]]) -> Topic:
    """With the one root from which the report has the same date elsewhere (as headlines do)."""
    time = topic.fact.time
    if topic.root.voice is not Voice.OWN or time is None or not time.edtf:
        return topic
    roots = told.get((topic.fact.attribute, time.edtf), set())
    is_one = len({root.key for root in roots}) == 1 and topic.fact.attribute is not None
    return replace(topic, root=min(roots)) if is_one else topic


def _same_kind(topic: Topic, earlier: Topic) -> bool:
    return topic.fact.attribute is not None and topic.fact.attribute == earlier.fact.attribute


def _fits(topic: Topic, earlier: Topic) -> bool:
    """Whether the noun stands in the words that named the actor of a fact before."""
    if not earlier.who or not topic.heads:
        return False
    said = earlier.fact.words.casefold()
    return topic.heads[-1] in said
