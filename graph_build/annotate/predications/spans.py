"""The least stretch that states a predication, and its arguments as spans."""

from collections.abc import Iterable

from graph_build.annotate.parsed import Range
from graph_build.annotate.predications.found import Filler, Found
from graph_build.annotate.predications.tree import Tree
from graph_build.model.predication import Argument, Predication, Slot

_FARTHEST = 12


def predication(tree: Tree, found: Found, triggers: frozenset[int]) -> Predication:
    """The finished predication; `triggers` are the words of all predications of the paragraph."""
    attribute = found.attribute
    iri = None if attribute is None else attribute.iri
    if attribute is not None and attribute.counted_as is not None and _is_counted(found):
        iri = attribute.counted_as
    times = sorted([*found.times, *found.shared_times], key=lambda t: t.tokens)
    return Predication(
        lemma=found.lemma,
        trigger=tree.span(found.tokens),
        span=tree.span(_stretch(tree, found, triggers)),
        attribute=iri,
        arguments=tuple(_argument(tree, s, f) for s, f in sorted(found.arguments.items())),
        times=tuple(t.phrase for t in times),
        value=None if found.value is None else found.value.phrase,
        method=found.method,
    )


def _is_counted(found: Found) -> bool:
    """Whether the number says how often it was: 170 attacks, attacked 150 times."""
    if found.value is None:
        return False
    return found.value.head == found.trigger or found.value.phrase.unit == "time"


def _argument(tree: Tree, slot: Slot, filler: Filler) -> Argument:
    return Argument(
        slot=slot,
        span=tree.span(filler.tokens),
        head=tree.span((filler.head, filler.head + 1)),
        members=tuple(tree.span(m) for m in filler.members),
        quantity=None if filler.quantity is None else filler.quantity.phrase,
    )


def _stretch(tree: Tree, found: Found, triggers: frozenset[int]) -> Range:
    """From the trigger out to each part, nearest first, where no other predication lies between."""
    start, end = found.tokens
    others = triggers - set(range(start, end)) - set(found.helpers)
    for part in sorted(_parts(found), key=lambda p: _distance((start, end), p)):
        gap = _gap((start, end), part)
        if len(gap) > _FARTHEST or any(i in others for i in gap):
            continue
        start, end = min(start, part[0]), max(end, part[1])
    return start, end


def _parts(found: Found) -> Iterable[Range]:
    yield from ((h, h + 1) for h in found.helpers)
    for filler in found.arguments.values():
        yield filler.tokens if not _is_clause(filler) else (filler.head, filler.head + 1)
    yield from (t.tokens for t in found.times)
    if found.value is not None:
        yield found.value.tokens


def _is_clause(filler: Filler) -> bool:
    return filler.tokens[1] - filler.tokens[0] > 15


def _gap(one: Range, other: Range) -> range:
    if other[0] >= one[1]:
        return range(one[1], other[0])
    if other[1] <= one[0]:
        return range(other[1], one[0])
    return range(0)


def _distance(one: Range, other: Range) -> int:
    return len(_gap(one, other))
