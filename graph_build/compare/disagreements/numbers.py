"""Numbers of one thing set side by side: what grows with place and time, and what has one value."""

from decimal import Decimal
from typing import Final

from graph_build.compare.disagreements.dates import is_apart, window
from graph_build.compare.disagreements.pairs import (
    Finding,
    Grade,
    Pair,
    number_of,
    place_names,
    teller,
)
from graph_build.compare.disagreements.relations import ALIKE, NESTED, Relation
from graph_build.compare.disagreements.topics import Topic
from graph_build.model.comparison import Verdict
from graph_build.model.edtf import moments
from graph_build.model.stated_fact import StatedQuantity

MONTH: Final = 31
_INFINITE: Final = Decimal("Infinity")


def numbers(pair: Pair) -> Finding | None:
    """Two numbers for one attribute of one thing."""
    one, other = pair.one.fact.quantity, pair.other.fact.quantity
    if one is None or other is None or not _can_be_compared(pair, one, other):
        return None
    if pair.attribute.grows_with_scope:
        return _growing(pair, one, other) if _counts_the_same(pair) else None
    return _single(pair, one, other) if pair.scopes.where is not Relation.OTHER else None


def _can_be_compared(pair: Pair, one: StatedQuantity, other: StatedQuantity) -> bool:
    if not pair.is_same or pair.attribute.value != "quantity" or not _same_unit(one, other):
        return False
    is_equal = (one.low, one.high) == (other.low, other.high)
    if is_equal or _is_vague(one) or _is_vague(other):
        return False
    return {pair.one.fact.polarity, pair.other.fact.polarity} == {"positive"}


def _is_vague(quantity: StatedQuantity) -> bool:
    """Whether it is no number but a word for one ("several", "hundreds")."""
    return quantity.approximate and quantity.low != quantity.high


def _same_unit(one: StatedQuantity, other: StatedQuantity) -> bool:
    units = {one.unit, other.unit} - {"", "time"}  # "attacked 150 times" counts attacks
    return len(units) < 2


def _meet(one: StatedQuantity, other: StatedQuantity) -> bool:
    """Whether some number fits both."""
    low = max(one.low or -_INFINITE, other.low or -_INFINITE)
    high = min(
        _INFINITE if one.high is None else one.high, _INFINITE if other.high is None else other.high
    )
    if low != high:
        return low < high
    return all(
        (q.low != low or q.low_included) and (q.high != high or q.high_included)
        for q in (one, other)
    )


def _counts_the_same(pair: Pair) -> bool:
    """Whether both count the same kind of thing in one affair."""
    scopes = pair.scopes
    if scopes.who not in ALIKE:
        return False
    if pair.one.who:
        return scopes.where is not Relation.OTHER and _shares_affair(pair)
    return _is_one_affair(pair)


def _is_one_affair(pair: Pair) -> bool:
    """Whether place and cause go together; without a cause the reports must be of one month."""
    if pair.scopes.where not in {Relation.EQUAL, *NESTED}:
        return False
    return pair.scopes.agent in ALIKE or (
        pair.scopes.agent is Relation.ABSENT and _days_between(pair) <= MONTH
    )


def _days_between(pair: Pair) -> int:
    first, second = (moments(t.fact.telling.published)[0] for t in (pair.one, pair.other))
    return abs((first - second).days) if first and second else MONTH + 1


def _shares_affair(pair: Pair) -> bool:
    """A named target or place is enough; people of a country die in many affairs."""
    if pair.attribute.counts == "subject":
        return _is_one_affair(pair)
    return True


def _growing(pair: Pair, one: StatedQuantity, other: StatedQuantity) -> Finding:
    verdict, why = _of_growing(pair, one, other)
    return Finding(verdict, "growing-count-1", f"{_values(pair)}: {why}")


def _of_growing(pair: Pair, one: StatedQuantity, other: StatedQuantity) -> tuple[Verdict, str]:
    scopes = _scopes_in_words(pair)
    if _meet(one, other) or one.approximate or other.approximate:
        rough = ", and a rough number contradicts none" if not _meet(one, other) else ""
        why = f"both can hold, for a count may grow with place and time{rough}; {scopes}"
        return Verdict.COMPATIBLE, why
    if pair.grade is Grade.LOOSE:
        return Verdict.DIFFERS, f"a possibility stands against a plain statement; {scopes}"
    if _same_moment(pair) and pair.scopes.where is Relation.EQUAL:
        is_one = pair.scopes.agent is not Relation.ABSENT or pair.attribute.counts != "subject"
        verdict = pair.settled(hard=True) if is_one else Verdict.APPARENT
        return verdict, f"one place and one time{'' if is_one else ', perhaps of two affairs'}"
    if _shrinks(pair):
        return Verdict.APPARENT, f"the wider or later scope has the smaller number; {scopes}"
    return Verdict.COMPATIBLE, f"the count may have grown in between; {scopes}"


def _values(pair: Pair) -> str:
    return ", ".join(f"{number_of(t)} ({teller(t)})" for t in (pair.one, pair.other))


def _same_moment(pair: Pair) -> bool:
    one, other = window(pair.one), window(pair.other)
    if one is not None and other is not None:
        return one == other
    if pair.one.fact.time is not None or pair.other.fact.time is not None:
        return False
    stamps = {t.fact.telling.published[:10] for t in (pair.one, pair.other)}
    return len(stamps) == 1 and "" not in stamps and pair.one.report != pair.other.report


def _shrinks(pair: Pair) -> bool:
    """Whether the number told for the later or wider scope is the smaller."""
    for side in (pair, pair.swapped):
        smaller, greater = side.one.fact, side.other.fact
        if _low(smaller.quantity) >= _low(greater.quantity):
            continue
        if side.scopes.where is Relation.AROUND:
            return True
        here, there = smaller.telling.published[:10], greater.telling.published[:10]
        known = bool(here and there) and side.scopes.where is Relation.EQUAL
        if known and here > there and smaller.time is None and greater.time is None:
            return True
    return False


def _low(quantity: StatedQuantity | None) -> Decimal:
    if quantity is None:
        return Decimal(0)
    return quantity.low if quantity.low is not None else quantity.high or Decimal(0)


def _single(pair: Pair, one: StatedQuantity, other: StatedQuantity) -> Finding | None:
    scopes = pair.scopes
    is_named = scopes.who is Relation.EQUAL and pair.is_one_subject
    if not is_named or _meet(one, other) or one.approximate or other.approximate:
        return None
    by_one = scopes.agent is Relation.EQUAL and _same_moment(pair)
    of_one = scopes.what is Relation.EQUAL and (_same_moment(pair) or not _counts_object(pair))
    if not (pair.attribute.single_valued or of_one or by_one):
        return None
    if Relation.UNKNOWN in (scopes.what, scopes.where) or _other_moment(pair):
        return None
    values = _values(pair)
    hard = pair.attribute.single_valued and _same_moment(pair)
    reason = f'{values}: "{pair.attribute.label}" has but one number here; {pair.why}'
    return Finding(pair.settled(hard=hard), "single-number-1", reason)


def _counts_object(pair: Pair) -> bool:
    """Whether the number is that of the object ("won 39 states"), which then names nothing."""
    units = {t.fact.quantity.unit for t in (pair.one, pair.other) if t.fact.quantity is not None}
    return bool(units & set(pair.one.what_heads))


def _other_moment(pair: Pair) -> bool:
    one, other = window(pair.one), window(pair.other)
    if one is None and other is None:
        return False
    return one is None or other is None or is_apart(one, other)


def _scopes_in_words(pair: Pair) -> str:
    return "; ".join(_scope(topic, pair) for topic in (pair.one, pair.other))


def _scope(topic: Topic, pair: Pair) -> str:
    place = place_names(topic, pair.known.names)
    parts = [f"in {place}" if place else "place not given"]
    parts.append("as of an open date" if topic.fact.time is None else "with a time of its own")
    return f"{topic.fact.telling.file_name}: {', '.join(parts)}"
