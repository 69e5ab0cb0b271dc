"""Facts that state the same: one attribute, one answer, and nothing that keeps them apart."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph_build.compare.disagreements.language import FactLanguage
from graph_build.compare.disagreements.pairs import ASSERTED, FEWEST_SHARED, FORWARD
from graph_build.compare.disagreements.relations import ALIKE, NESTED, Relation, scopes_of
from graph_build.compare.disagreements.topics import Topic
from graph_build.model.stated_fact import Surroundings
from graph_build.model.support import Pairs

MOST: Final = 24  # families of one answer, and members of one family, that a fact is set beside
_ON: Final = {"by": "", "at": "", "until": "", "within": ""}

Key = tuple[str, ...]


@dataclass
class Family:
    """Facts that state the same."""

    members: list[Topic] = field(default_factory=list)
    seen: set[Key] = field(default_factory=set)
    unlike: list[Topic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class World:
    """What tells facts apart or together: names, places, pairs of reports that tell one story."""

    known: Surroundings
    retold: Pairs


def families(
    topics: Sequence[Topic], language: FactLanguage, world: World
) -> Iterator[tuple[str, list[Topic]]]:
    """What is equal (time, number or plain), with the facts that state the same, in reading order.

    Facts that stand alone are families too.
    """
    buckets: dict[Key, list[Topic]] = defaultdict(list)
    for topic in topics:
        if (key := _answer(topic, language)) is not None:
            buckets[key].append(topic)
    for key in sorted(buckets):
        held: list[Family] = []
        by_shape: dict[Key, Family] = {}
        for topic in sorted(buckets[key], key=_vaguest_last):
            shape = _shape(topic)
            if (family := by_shape.get(shape)) is not None:
                family.members.append(topic)
                continue
            family = _put(topic, held, world)
            if topic.who and topic.where:  # enough to know it by, whoever tells it
                by_shape[shape] = family
        for family in held:
            yield key[2], sorted(family.members, key=lambda t: t.number)


def _answer(topic: Topic, language: FactLanguage) -> Key | None:
    """What must be equal: the attribute, whether and how it is held, and the date or the number."""
    fact = topic.fact
    attribute = language.attribute(fact.attribute)
    force = _force(topic)
    if attribute is None or not force:
        return None
    time, quantity = fact.time, fact.quantity
    if quantity is not None and attribute.value != "time":
        is_rough = quantity.approximate and quantity.low != quantity.high
        bounds = f"{quantity.low} {quantity.high} {quantity.unit}"
        return None if is_rough else (attribute.iri, force, "number", bounds)
    if time is not None and time.edtf and time.resolution != "open":
        relation = _ON.get(time.relation, time.relation)
        return attribute.iri, force, "time", relation, time.edtf.rstrip("?~%")
    is_state = attribute.value == "none" and not attribute.compared_by_wording
    if not is_state or force != "held" or not topic.who or not (topic.what or topic.where):
        return None
    parts = (topic.who, topic.what, topic.where, frozenset(topic.what_heads))
    return attribute.iri, force, "plain", *(" ".join(sorted(part)) for part in parts)


def _force(topic: Topic) -> str:
    """How far a fact is held to be so: held, possible, wished or denied; "" where it is open."""
    fact = topic.fact
    if fact.polarity == "underspecified":
        return ""
    if fact.polarity == "negative":
        return "denied"
    if fact.act not in ASSERTED | FORWARD:
        return "wished"
    return "possible" if fact.certainty in {"possible", "underspecified"} else "held"


def _vaguest_last(topic: Topic) -> tuple[int, int]:
    parts = (topic.who, topic.where, topic.what, topic.agents, topic.extent)
    return -sum(bool(part) for part in parts), topic.number


def _put(topic: Topic, held: list[Family], world: World) -> Family:
    """Into the nearest family with every member of which it goes together, else into a new one."""
    signature = topic.report, *_shape(topic)
    near = [
        (-_nearness(topic, family, world.known), -len(family.members), number)
        for number, family in enumerate(held[:MOST])
        if signature in family.seen or all(_agree(topic, m, world) for m in family.unlike[:MOST])
    ]
    if not near:
        held.append(Family())
    family = held[min(near)[2]] if near else held[-1]
    family.members.append(topic)
    if signature not in family.seen:
        family.seen.add(signature)
        family.unlike.append(topic)
    return family


def _nearness(topic: Topic, family: Family, known: Surroundings) -> int:
    """How many parts are equal to those of the member that is most alike."""
    found = (scopes_of(topic, member, known) for member in family.unlike[:MOST])
    parts = ((s.who, s.what, s.agent, s.where, s.extent) for s in found)
    return max(sum(part is Relation.EQUAL for part in one) for one in parts)


def _shape(topic: Topic) -> Key:
    sets = (topic.who, topic.what, topic.where, topic.agents, frozenset(topic.heads))
    words = (" ".join(sorted(one)) for one in sets)
    return topic.extent or "", *words, *topic.what_heads, "", *topic.agent_heads


def _agree(one: Topic, other: Topic, world: World) -> bool:
    """Whether nothing keeps two facts with one answer apart, and enough holds them together."""
    scopes = scopes_of(one, other, world.known)
    is_dated = one.fact.time is not None and bool(one.fact.time.edtf)
    is_one_story = one.report == other.report or _is_one_story(one, other, world.retold)
    parts = (scopes.what, scopes.agent, scopes.where, scopes.extent)
    is_named_otherwise = scopes.who is Relation.OTHER and bool(one.who and other.who)
    if Relation.OTHER in parts or is_named_otherwise:
        return False
    if scopes.who is Relation.OTHER:  # two nouns for one thing, or two things
        return is_dated and is_one_story
    if is_one_story:
        return True
    in_place = scopes.where in NESTED | ALIKE
    if not is_dated:
        return scopes.who is Relation.EQUAL and scopes.where is Relation.EQUAL
    return scopes.who in ALIKE and (in_place or scopes.what in ALIKE)


def _is_one_story(one: Topic, other: Topic, retold: Pairs) -> bool:
    reports = min(one.report, other.report), max(one.report, other.report)
    shared = len(one.story & other.story)
    alike = 10 * shared >= 3 * min(len(one.story), len(other.story))
    return reports in retold or (shared >= FEWEST_SHARED and alike)
