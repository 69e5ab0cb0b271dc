"""Facts against facts: where reports disagree, where they only seem to, and why.

`find_disagreements` is a pure function of the facts that a graph holds: it reads no text, asserts
nothing of the world, and gives the same rows whatever the order of the facts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph_build.compare.disagreements.candidates import candidates
from graph_build.compare.disagreements.context import read_topics
from graph_build.compare.disagreements.dates import deadlines, happens_once, is_apart, still_to_come
from graph_build.compare.disagreements.dates import window as date_window
from graph_build.compare.disagreements.grouping import STRONGEST, Found, disagreements_of
from graph_build.compare.disagreements.language import FactLanguage, load_language
from graph_build.compare.disagreements.numbers import numbers
from graph_build.compare.disagreements.pairs import Finding, Pair, make_pair
from graph_build.compare.disagreements.propositions import (
    affirmed_and_denied,
    contraries,
    reasons_given,
)
from graph_build.compare.disagreements.relations import ALIKE, Relation
from graph_build.compare.disagreements.topics import Topic
from graph_build.model.stated_fact import Disagreement, StatedFact, Surroundings

__all__ = ["FactLanguage", "find_disagreements", "load_language"]

_RULES = (
    affirmed_and_denied, contraries, deadlines, happens_once, numbers, reasons_given, still_to_come,
)  # fmt: skip


def find_disagreements(
    facts: Iterable[StatedFact], known: Surroundings, language: FactLanguage | None = None
) -> tuple[Disagreement, ...]:
    """Every question to which the facts give answers that differ or seem to, the hardest first."""
    words = load_language() if language is None else language
    topics = read_topics(facts, words, known)
    found: list[Found] = []
    agreeing: dict[int, list[Topic]] = defaultdict(list)
    for one, other in candidates(topics, words, known):
        pair = make_pair(one, other, words, known)
        if pair is None:
            continue
        finding = _judged(pair)
        if finding is not None:
            found.append(Found(pair, finding))
        elif _agree(pair):
            agreeing[one.number].append(other)
            agreeing[other.number].append(one)
    rows = disagreements_of(found, agreeing, known)
    return tuple(sorted(rows, key=_order))


def _judged(pair: Pair) -> Finding | None:
    """What the first rule that applies makes of a pair."""
    results = (rule(pair) for rule in _RULES)
    return next((finding for finding in results if finding is not None), None)


def _agree(pair: Pair) -> bool:
    """Whether two facts give one answer to one question."""
    scopes = pair.scopes
    if not pair.is_same or pair.one.fact.polarity != pair.other.fact.polarity:
        return False
    if Relation.OTHER in (scopes.where, scopes.extent) or scopes.who not in ALIKE:
        return False
    if scopes.where not in {Relation.EQUAL, Relation.ABSENT} and scopes.what is not Relation.EQUAL:
        return False
    one, other = date_window(pair.one), date_window(pair.other)
    if one is not None and other is not None:
        return not is_apart(one, other)
    here, there = pair.one.fact.quantity, pair.other.fact.quantity
    return here is not None and here == there


def _order(row: Disagreement) -> tuple[int, str, str, str, Sequence[str]]:
    return STRONGEST.index(row.verdict), row.attribute, row.object, row.subject, row.facts
