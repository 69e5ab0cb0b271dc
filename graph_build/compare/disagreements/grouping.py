"""Pairs to rows: what disagrees on one question is one disagreement, with all its answers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.compare.disagreements.pairs import Finding, Pair, number_of, place_names, value_of
from graph_build.compare.disagreements.roots import roots_told_apart
from graph_build.compare.disagreements.topics import Topic
from graph_build.model.comparison import Verdict
from graph_build.model.stated_fact import Disagreement, FactComparison, Surroundings
from ontology.terms import BASE

VERSION: Final = "0.1"
STRONGEST: Final = (
    Verdict.CONTRADICTS, Verdict.BETWEEN_ROOTS, Verdict.DIFFERENT_DEADLINE, Verdict.APPARENT,
    Verdict.DIFFERS, Verdict.RENDERED_DIFFERENTLY, Verdict.COMPATIBLE,
)  # fmt: skip
_KINDS: Final = {Verdict.RENDERED_DIFFERENTLY: "rendering", Verdict.COMPATIBLE: "scope"}
_LONGEST: Final = 40  # facts a row may hold; a larger group is parted by rule and verdict


@dataclass(frozen=True, slots=True)
class Found:
    """A pair with what its rule made of it."""

    pair: Pair
    finding: Finding

    @property
    def kind(self) -> str:
        """Whether it is a dispute, one story rendered in two ways, or only looks like either."""
        return _KINDS.get(self.finding.verdict, "dispute")

    @property
    def rank(self) -> tuple[int, int, int]:
        """The strongest verdict first, then in the order of the texts."""
        order = STRONGEST.index(self.finding.verdict)
        return order, self.pair.one.number, self.pair.other.number


def disagreements_of(
    found: Sequence[Found], agreeing: Mapping[int, Sequence[Topic]], known: Surroundings
) -> Iterator[Disagreement]:
    """One disagreement for each question, the same answers of the same claims but once.

    Args:
        found: the pairs that differ.
        agreeing: for the number of a topic those that give the same answer to the same question.
        known: the names of things.
    """
    told: set[tuple[str, ...]] = set()
    groups = sorted(_groups(found), key=lambda group: group[0].rank)
    for row in (_disagreement(group, agreeing, known) for group in groups):
        answers = (row.kind, row.attribute, *sorted(row.values), *row.claims)
        if answers not in told:
            told.add(answers)
            yield row


def _groups(found: Sequence[Found]) -> Iterator[list[Found]]:
    """Pairs of one kind and question that hang together through the facts they share."""
    leader: dict[tuple[int, str], tuple[int, str]] = {}

    def find(node: tuple[int, str]) -> tuple[int, str]:
        while leader.setdefault(node, node) != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for one in found:
        ends = sorted(find((t.number, _question(one))) for t in (one.pair.one, one.pair.other))
        leader[ends[1]] = ends[0]
    groups: dict[tuple[int, str], list[Found]] = defaultdict(list)
    for one in sorted(found, key=lambda f: f.rank):
        groups[find((one.pair.one.number, _question(one)))].append(one)
    yield from groups.values()


def _question(found: Found) -> str:
    """The kind, the attributes and the rule: what must be equal in one row."""
    labels = sorted({found.pair.attribute.label, found.pair.other_attribute.label})
    return "|".join([found.kind, labels[0], found.finding.rule])


def _disagreement(
    group: Sequence[Found], agreeing: Mapping[int, Sequence[Topic]], known: Surroundings
) -> Disagreement:
    first = group[0]
    topics = {t.number: t for f in group for t in (f.pair.one, f.pair.other)}
    for number in list(topics):
        for also in agreeing.get(number, ()):
            if len(topics) < _LONGEST:
                topics.setdefault(also.number, also)
    held = [topics[number] for number in sorted(topics)]
    return Disagreement(
        verdict=first.finding.verdict,
        kind=first.kind,
        rule=first.finding.rule,
        reason=first.finding.reason,
        attribute=" / ".join(_distinct(t.fact.label for t in held)),
        subject=_most_told(t.fact.wording("subject") for t in _plainest(held)),
        object=_most_told(t.fact.wording("object") for t in held),
        scope="; ".join(_distinct(place_names(t, known.names) for t in held)),
        values=_distinct(_answer(t, first) for t in held),
        about=_things(held),
        facts=tuple(sorted(t.fact.fact for t in held)),
        claims=tuple(sorted({t.fact.telling.claim for t in held})),
        pairs=tuple(_comparison(f) for f in group),
        reports=len({t.report for t in held}),
        roots=roots_told_apart(t.root for t in held),
        version=VERSION,
    )


def _comparison(found: Found) -> FactComparison:
    first, second = sorted(t.fact.fact for t in (found.pair.one, found.pair.other))
    scopes = found.pair.scopes
    named = {
        "subject": scopes.who, "object": scopes.what, "agent": scopes.agent,
        "place": scopes.where, "extent": scopes.extent,
    }  # fmt: skip
    return FactComparison(
        first,
        second,
        found.finding.verdict,
        found.finding.rule,
        found.finding.reason,
        tuple(f"{name} {relation.value}" for name, relation in named.items()),
    )


def _things(held: Sequence[Topic]) -> tuple[str, ...]:
    """Everything that the answers name, with the country for those that act for it."""
    told = {t for topic in held for a in topic.fact.arguments.values() for t in a.things}
    read = {t for topic in held for t in topic.parties | topic.what | topic.where}
    return tuple(sorted(thing for thing in told | read if thing.startswith(BASE)))


def _answer(topic: Topic, found: Found) -> str:
    """The answer of a fact, in the terms of the rule: an attribute, a number or a date."""
    rule = found.finding.rule
    if rule.startswith("contrary"):
        return f"{topic.fact.label} {value_of(topic)}"
    if rule.startswith("polarity"):
        label = topic.fact.label
        return f"not: {label}" if topic.fact.polarity == "negative" else label
    if rule.startswith("still-to-come") and topic.fact.time is None:
        return f"still to come, in a text stamped {topic.fact.telling.published[:10]}"
    is_number = rule.startswith(("growing-count", "single-number"))
    return number_of(topic) if is_number else value_of(topic)


def _plainest(held: Sequence[Topic]) -> Sequence[Topic]:
    """Those that name their subject best: as a thing, else by a noun of their own."""
    named = [t for t in held if t.whole] or [t for t in held if t.heads]
    return named or held


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _most_told(words: Iterable[str]) -> str:
    """The wording told most often, the first of equals; "" where there is none."""
    counts = Counter(word for word in words if word)
    return max(counts, key=lambda w: counts[w], default="")
