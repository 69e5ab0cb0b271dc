"""Finds the numbers, dates and names that one retelling alone has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from graph_build.compare.change import Change
from graph_build.compare.function_words import ORDINALS, PERIODS
from graph_build.compare.function_words import RELATIVE as _RELATIVE
from graph_build.compare.passages import Passage, compared_words, is_country
from graph_build.compare.retellings import Retelling
from graph_build.compare.values import Marked, Sort, numbers_with_units
from graph_build.model.comparison import Mutation, Verdict
from graph_build.model.text import Span

RULE: Final = "retelling-details-1"
VERSION: Final = "0.1"
MOST_SHOWN: Final = 6
LONGEST_UNIT: Final = 3  # words
PREFIX: Final = 4  # letters by which forms of a name are alike

RELATIVE: Final = _RELATIVE | PERIODS  # words of dates that say nothing without another


class _Siblings:
    """What the siblings of a retelling hold between them."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.names: set[str] = set()
        self.dates: set[tuple[str, ...]] = set()
        self.numbers: dict[str, set[str]] = {}
        for passage in passages:
            marked = passage.marked
            self.names.update(word[:PREFIX] for word in passage.words)
            self.dates.update(_words(marked, run) for run in marked.runs(Sort.DATE))
            for value, unit, _ in numbers_with_units(marked):
                self.numbers.setdefault(value, set()).update(unit)


def details_only_here(
    retelling: Retelling,
    passages: Mapping[str, Sequence[Passage]],
    found: Iterable[Mutation],
) -> Iterator[Mutation]:
    """A mutation for each sentence with numbers, dates or names that no sibling has anywhere.

    Only where a sibling is close: of two reports that share little more than a quotation, each
    has its own story beside. Sentences that a sibling has nearly word for word are left to the
    comparison of words. What another mutation tells of is not told again.
    """
    if not retelling.close:
        return
    told = [m.span for m in found if m.report == retelling.report.report]
    shown: set[tuple[str, ...]] = set()
    siblings = _Siblings(p for sibling in retelling.siblings for p in passages[sibling])
    for number, passage in enumerate(retelling.passages):
        counterparts = retelling.counterparts.get(number, {})
        if any(retold.is_nearly_equal for retold in counterparts.values()):
            continue
        marked = passage.marked
        fresh = [
            run
            for run in sorted(_fresh(marked, siblings))
            if not any(_overlaps(passage, run, span) for span in told)
            and _name_of(marked, run) not in shown
        ]
        shown.update(_name_of(marked, run) for run in fresh)
        if fresh:
            yield _mutation(retelling, passage, marked, fresh)


def _fresh(marked: Marked, siblings: _Siblings) -> Iterator[tuple[int, int]]:
    for value, unit, run in numbers_with_units(marked):
        held = siblings.numbers.get(value)
        if value not in ORDINALS and (held is None or (unit and unit.isdisjoint(held))):
            yield run
    for run in marked.runs(Sort.DATE):
        words = _words(marked, run)
        if not RELATIVE.issuperset(words) and not any(_within(words, d) for d in siblings.dates):
            yield run
    for run in marked.runs(Sort.NAME):
        words = _words(marked, run)
        if words[-1][:PREFIX] not in siblings.names and not is_country(words[-1]):
            yield run


def _words(marked: Marked, run: tuple[int, int]) -> tuple[str, ...]:
    return compared_words(marked.tokens[slice(*run)])


def _name_of(marked: Marked, run: tuple[int, int]) -> tuple[str, ...]:
    """A value for telling whether it was shown; a name by its last word."""
    words = _words(marked, run)
    return words[-1:] if marked.sorts[run[0]] is Sort.NAME else words


def _within(date: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return set(date) <= set(other)


def _overlaps(passage: Passage, run: tuple[int, int], span: Span) -> bool:
    return span.overlaps(Span(passage.tokens[run[0]].start, passage.tokens[run[1] - 1].end))


def _mutation(
    retelling: Retelling, passage: Passage, marked: Marked, runs: Sequence[tuple[int, int]]
) -> Mutation:
    values = list(dict.fromkeys(_shown(marked, run) for run in runs))
    shown = ", ".join(f"“{value}”" for value in values[:MOST_SHOWN])
    count = len(retelling.siblings)
    others = "the other retelling" if count == 1 else f"none of the {count} other retellings"
    verb = "lacks" if count == 1 else "has"
    return Mutation(
        report=passage.report,
        span=passage.span,
        kind=Change.ONLY_HERE.value,
        rule=RULE,
        reason=f"This retelling has {shown}; {others} {verb} it anywhere.",
        version=VERSION,
        verdict=Verdict.ONLY_HERE,
        here=" | ".join(values),
        there=(),
        claims=tuple(claim.claim for claim in passage.claims),
        siblings=(),
        compared=count,
        against=count,
    )


def _shown(marked: Marked, run: tuple[int, int]) -> str:
    """A value; a number with what is counted."""
    start, end = run
    if marked.sorts[start] is Sort.NUMBER:
        while _counted(marked, run[1], end):
            end += 1
    return marked.text(start, end)


def _counted(marked: Marked, start: int, place: int) -> bool:
    """Whether the word is part of what a number counts: the next one, names before it included."""
    if place >= len(marked.tokens) or place - start >= LONGEST_UNIT:
        return False
    parted = bool(marked.tokens[place - 1].after)
    complete = place > start and marked.sorts[place - 1] is not Sort.NAME
    return marked.tokens[place].is_content and not parted and not complete
