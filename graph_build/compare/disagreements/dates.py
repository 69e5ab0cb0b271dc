"""Dates of one event or process set side by side: deadlines, and what happens but once."""

from datetime import datetime, timedelta
from typing import Final

from graph_build.compare.disagreements.pairs import (
    ASSERTED,
    FORWARD,
    Finding,
    Grade,
    Pair,
    place_names,
    teller,
    told,
    value_of,
)
from graph_build.compare.disagreements.relations import ALIKE, NESTED, Relation
from graph_build.compare.disagreements.roots import Independence
from graph_build.compare.disagreements.topics import Topic
from graph_build.model.comparison import Verdict
from graph_build.model.edtf import moments
from ontology.terms import LEX

BEGINS: Final = f"{LEX}begins"
BY: Final = frozenset({"by", "before", "until"})
ENDS: Final = BY | {"at"}
ONE_PROCESS: Final = timedelta(days=1100)  # dates further apart are those of two processes
Window = tuple[datetime, datetime]


def window(topic: Topic) -> Window | None:
    """The stretch in which the date lies, None where the text leaves it open."""
    time = topic.fact.time
    if time is None or time.resolution == "open" or time.earliest is None or time.latest is None:
        return None
    return time.earliest, time.latest


def is_apart(one: Window, other: Window) -> bool:
    """Whether no moment lies in both."""
    return one[1] < other[0] or other[1] < one[0]


def relation_of(topic: Topic) -> str:
    """How the time stands to the fact, "" where there is none."""
    return topic.fact.time.relation if topic.fact.time is not None else ""


def deadlines(pair: Pair) -> Finding | None:
    """Two dates by which one process, of one extent, ends."""
    one, other = window(pair.one), window(pair.other)
    if one is None or other is None or not _are_deadlines(pair) or not is_apart(one, other):
        return None
    if abs(one[1] - other[1]) > ONE_PROCESS or not _is_one_process(pair):
        return None
    verdict, why = _of_deadlines(pair)
    if pair.scopes.where in NESTED and verdict is not Verdict.RENDERED_DIFFERENTLY:
        return None
    return Finding(verdict, "deadline-1", f"{told(pair)}: {why}")


def _of_deadlines(pair: Pair) -> tuple[Verdict, str]:
    if pair.grade is Grade.LOOSE:
        why = "a wish, a condition or a mere possibility stands against a plain statement"
        return Verdict.DIFFERS, why
    if pair.independence is Independence.ONE:
        if pair.one.report == pair.other.report:
            return Verdict.APPARENT, "one voice in one report"
        why = f"{pair.why}, which the reports render differently{_nesting(pair)}"
        return Verdict.RENDERED_DIFFERENTLY, why
    if pair.independence is Independence.APART:
        return Verdict.BETWEEN_ROOTS, f"two deadlines for one process; {pair.why}"
    why = f"the earlier deadline entails the later, but they are not equal; {pair.why}"
    return Verdict.DIFFERENT_DEADLINE, why


def _are_deadlines(pair: Pair) -> bool:
    """Whether at least one is a deadline; a state lasts until, its contrary comes by the date."""
    first, second = relation_of(pair.one), relation_of(pair.other)
    if pair.is_same:
        return {first, second} <= ENDS and bool({first, second} & BY)
    is_until = (first == "until") != (second == "until")
    return pair.is_contrary and is_until and {first, second} <= ENDS


def _is_one_process(pair: Pair) -> bool:
    scopes = pair.scopes
    if pair.is_same and not _is_one_extent(pair):
        return False
    if scopes.where in NESTED:
        return pair.independence is Independence.ONE and _lies_below_country(pair)
    if scopes.where is Relation.EQUAL:
        return scopes.who in ALIKE or (scopes.who is Relation.UNKNOWN and _is_one_spot(pair))
    if scopes.where is Relation.ABSENT:
        return scopes.who is Relation.EQUAL and scopes.what is Relation.EQUAL
    return False


def _is_one_extent(pair: Pair) -> bool:
    """Whether both tell of all, or of the same part; a place below country may stand for that."""
    extent = pair.scopes.extent
    if extent is Relation.OTHER:
        return False
    if extent is Relation.EQUAL or (
        extent is Relation.ABSENT and pair.scopes.who is Relation.EQUAL
    ):
        return True
    return _is_one_spot(pair) or (pair.scopes.where in NESTED and _lies_below_country(pair))


def _is_one_spot(pair: Pair) -> bool:
    """Whether both name one place below country."""
    is_equal = pair.scopes.where is Relation.EQUAL and len(pair.one.where) == 1
    return is_equal and not pair.one.where & pair.known.countries


def _lies_below_country(pair: Pair) -> bool:
    return not (pair.one.where | pair.other.where) & pair.known.countries


def _nesting(pair: Pair) -> str:
    if pair.scopes.where not in NESTED:
        return ""
    inner, outer = pair.one, pair.other
    if pair.scopes.where is Relation.AROUND:
        inner, outer = outer, inner
    names = pair.known.names
    return f" ({place_names(inner, names)} lies in {place_names(outer, names)})"


def happens_once(pair: Pair) -> Finding | None:
    """Two dates of what has but one."""
    one, other = window(pair.one), window(pair.other)
    if not pair.is_same or not pair.attribute.single_valued or one is None or other is None:
        return None
    if {relation_of(pair.one), relation_of(pair.other)} != {"at"} or not is_apart(one, other):
        return None
    if any(t.fact.time and t.fact.time.resolution == "uncertain" for t in _both(pair)):
        return None
    if not _is_one_event(pair) or pair.one.fact.polarity != pair.other.fact.polarity:
        return None
    approximate = any("~" in (t.fact.time.edtf if t.fact.time else "") for t in _both(pair))
    verdict = pair.settled(hard=not approximate)
    dates = told(pair)
    why = f'"{pair.attribute.label}" has but one date for one thing; {pair.why}'
    return Finding(verdict, "single-date-1", f"{dates}: {why}")


def _both(pair: Pair) -> tuple[Topic, Topic]:
    return pair.one, pair.other


def _is_one_event(pair: Pair) -> bool:
    scopes = pair.scopes
    if scopes.where is Relation.OTHER:
        return False
    named = scopes.what is Relation.EQUAL or scopes.where is Relation.EQUAL
    if scopes.who in ALIKE and pair.is_one_subject:
        return named or Relation.UNKNOWN not in (scopes.what, scopes.where)
    return scopes.who is Relation.EQUAL and named


def still_to_come(pair: Pair) -> Finding | None:
    """One tells as past what the other, by its stamp, tells later as still to come."""
    for side in (pair, pair.swapped):
        ahead, past = side.one, side.other
        if ahead.fact.act not in FORWARD or past.fact.act not in ASSERTED:
            continue
        if not _is_one_beginning(side) or ahead.fact.time is not None:
            continue
        if past.fact.polarity == "negative" or ahead.fact.polarity == "negative":
            continue
        if past.fact.time is None or past.fact.time.resolution == "uncertain":
            continue
        if relation_of(past) != "at" or not _is_earlier(past, ahead.fact.telling.published):
            continue
        stamp = ahead.fact.telling.published[:10]
        why = (
            f"{value_of(past)} as past ({teller(past)}), but still to come in a text stamped"
            f" {stamp} ({teller(ahead)}): the year, or the stamp, is in doubt"
        )
        return Finding(Verdict.APPARENT, "still-to-come-1", why)
    return None


def _is_one_beginning(pair: Pair) -> bool:
    """Whether what the first tells to begin is what the second tells of."""
    ahead, past = pair.one, pair.other
    is_one = pair.scopes.who in ALIKE and pair.is_one_subject
    if pair.is_same and pair.attribute.single_valued and is_one:
        return True
    begins = pair.attribute.iri == BEGINS
    if not begins or ahead.process is None or ahead.process != past.process:
        return False
    if not pair.is_same and past.fact.attribute != ahead.process:
        return False
    return pair.is_one_story and (not past.parties or past.parties == ahead.parties)


def _is_earlier(past: Topic, published: str) -> bool:
    """Whether the date lies before the stamp, which lends its year where that is open."""
    time = past.fact.time
    stamp = moments(published)[0]
    if time is None or stamp is None or not time.edtf:
        return False
    dated = time.edtf.replace("XXXX", f"{stamp.year:04}")
    latest = moments(dated)[1]
    return latest is not None and stamp - ONE_PROCESS < latest < stamp
