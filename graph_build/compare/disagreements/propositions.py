"""Whether it is so: affirmed and denied, one of two contraries, one reason given or another."""

from datetime import timedelta
from typing import Final

from graph_build.compare.disagreements.dates import is_apart, relation_of, window
from graph_build.compare.disagreements.pairs import ASSERTED, Finding, Grade, Pair, teller, value_of
from graph_build.compare.disagreements.relations import ALIKE, Relation
from graph_build.compare.disagreements.roots import Independence, Voice
from graph_build.compare.disagreements.topics import Topic
from graph_build.model.comparison import Verdict
from graph_build.model.edtf import moments

SHORTLY: Final = timedelta(days=7)
_OPPOSED: Final = {"positive", "negative"}
_ANSWERS: Final = frozenset({"denying", "confirming"})


def affirmed_and_denied(pair: Pair) -> Finding | None:
    """One proposition, held to be so by one side and not to be so by the other."""
    spelled_out = [t.is_spelled_out for t in (pair.one, pair.other)]
    if not _are_opposed(pair) or not _is_one_proposition(pair) or not any(spelled_out):
        return None
    reason = f"{teller(_positive(pair))} says it is so, {teller(_negative(pair))} that it is not"
    answers = any(t.fact.act in _ANSWERS for t in (pair.one, pair.other))
    if all(spelled_out) and (answers or _same_time(pair)):
        return Finding(pair.settled(hard=True), "polarity-1", f"{reason}; {pair.why}")
    if pair.scopes.what is not Relation.EQUAL:
        return None
    why = "no common date is given, or a pronoun stands for who is meant"
    return Finding(Verdict.APPARENT, "polarity-1", f"{reason}; {why}")


def _are_opposed(pair: Pair) -> bool:
    """Whether two voices say for certain the one that it is so, the other that it is not."""
    facts = pair.one.fact, pair.other.fact
    if not pair.is_same or {f.polarity for f in facts} != _OPPOSED:
        return False
    if any(f.act not in ASSERTED or f.quantity is not None for f in facts):
        return False
    return pair.grade is Grade.HARD and pair.independence is not Independence.ONE


def _positive(pair: Pair) -> Topic:
    return pair.one if pair.one.fact.polarity == "positive" else pair.other


def _negative(pair: Pair) -> Topic:
    return pair.other if pair.one.fact.polarity == "positive" else pair.one


def _is_one_proposition(pair: Pair) -> bool:
    scopes = pair.scopes
    if scopes.who is not Relation.EQUAL or scopes.extent is Relation.OTHER:
        return False
    if scopes.agent not in {Relation.EQUAL, Relation.ABSENT} or pair.one.who & pair.one.what:
        return False
    one, other = window(pair.one), window(pair.other)
    if one is not None and other is not None and is_apart(one, other):
        return False
    if scopes.where not in {Relation.EQUAL, Relation.ABSENT}:
        return False
    if scopes.what is Relation.EQUAL:
        return pair.is_one_subject
    answers = any(t.fact.act in _ANSWERS for t in (pair.one, pair.other))
    return scopes.what is Relation.ABSENT and answers and pair.is_one_subject


def _same_time(pair: Pair) -> bool:
    """Whether both hold for one time: by their dates, or by one stamp soon after the one date."""
    dated = [held for held in (window(pair.one), window(pair.other)) if held is not None]
    if len(dated) == len((pair.one, pair.other)):
        return not is_apart(dated[0], dated[1])
    stamps = {t.fact.telling.published[:10] for t in (pair.one, pair.other)}
    told = moments(min(stamps))
    if len(stamps) > 1 or told[0] is None or told[1] is None:
        return False
    undated = [t for t in (pair.one, pair.other) if t.fact.time is None]
    if len(undated) + len(dated) < len((pair.one, pair.other)):
        return False
    return all(not is_apart(d, (told[0] - SHORTLY, told[1])) for d in dated)


def contraries(pair: Pair) -> Finding | None:
    """Two attributes that exclude each other, of one subject and object, for one time."""
    if not pair.is_contrary or pair.scopes.who not in ALIKE:
        return None
    if Relation.EQUAL not in (pair.scopes.where, pair.scopes.what):
        return None
    if {pair.one.fact.polarity, pair.other.fact.polarity} != {"positive"}:
        return None
    if not _is_one_time(pair) or pair.scopes.extent is Relation.OTHER:
        return None
    values = " against ".join(
        f'"{t.fact.label}" {value_of(t)} ({teller(t)})' for t in (pair.one, pair.other)
    )
    return Finding(pair.settled(hard=True), "contrary-1", f"{values}; {pair.why}")


def _is_one_time(pair: Pair) -> bool:
    """The same deadline, or the same day: what follows on another is no contradiction."""
    one, other = window(pair.one), window(pair.other)
    if one is None or other is None or is_apart(one, other):
        return False
    relations = {relation_of(pair.one), relation_of(pair.other)}
    if relations == {"by"}:
        return True
    return relations == {"at"} and one == other and (one[1] - one[0]).days == 0


def reasons_given(pair: Pair) -> Finding | None:
    """Two wordings where the attribute is about a wording: why sources are not named."""
    if not pair.is_same or not pair.attribute.compared_by_wording:
        return None
    if pair.one.report == pair.other.report:
        return None
    here, there = set(pair.one.what_heads), set(pair.other.what_heads)
    if not here or not there or here <= there or there <= here:
        return None
    if not _is_one_pool(pair):
        return None
    wordings = " against ".join(
        f'"{t.fact.wording("object")}" ({t.fact.telling.file_name})' for t in (pair.one, pair.other)
    )
    why = "both may hold, for they are told of one pool of sources"
    return Finding(Verdict.RENDERED_DIFFERENTLY, "wording-1", f"{wordings}; {why}")


def _is_one_pool(pair: Pair) -> bool:
    """Whether the people are described alike and a medium is credited by both reports."""
    labels = {t.fact.wording("subject") for t in (pair.one, pair.other)}
    shared = pair.one.root.credits & pair.other.root.credits
    media = {t.root.key for t in (pair.one, pair.other) if t.root.voice is Voice.MEDIUM}
    return len(labels) == 1 and "" not in labels and bool(shared or len(media) == 1)
