"""Reads off two sentences that tell the same in other words what can be told safely.

Numbers of one unit, dates, hedges and speakers of words that both have, conditions, quotation
marks. Other words are no mutation here: a retelling may choose its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.compare.alignment import Alignment
from graph_build.compare.change import Change, Edit
from graph_build.compare.edits import marks_moved
from graph_build.compare.passages import Passage, compared_words, stems_of
from graph_build.compare.speakers import source_change
from graph_build.compare.tokens import Token
from graph_build.compare.values import Marked, Sort, numbers_with_units
from graph_build.model.comparison import ComparedClaim

FEWEST_MARKED: Final = 4  # words in a row
FEWEST_HEDGED: Final = 3  # words of content that the hedge stands before
HEDGE_REACH: Final = 4  # words between the hedge and those
DATES_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that two sentences both have, half-open in each."""

    here: tuple[int, int]
    there: tuple[int, int]


def rewordings(
    one: Passage, other: Passage, alignment: Alignment, *, loose: bool
) -> tuple[Edit, ...]:
    """What the first sentence has otherwise than the second, in text order.

    Args:
        one: the sentence.
        other: that of a sibling.
        alignment: how their words lie together.
        loose: whether they tell the same only in part.
    """
    here, there = one.marked, other.marked
    found = list(_conditions(here, there))
    if not loose:
        found.extend(marks_moved(alignment, here, there, fewest=FEWEST_MARKED))
        found.extend(_numbers(here, there))
        if (stretch := _stretch(alignment, here)) is not None:
            found.extend(_hedges(stretch, here, there))
            found.extend(_speakers(stretch, one, other))
        if alignment.likeness >= DATES_ALIKE:
            found.extend(_dates(here, there))
    return tuple(found)


def _conditions(here: Marked, there: Marked) -> Iterator[Edit]:
    mine, theirs = here.runs(Sort.CONDITION), there.runs(Sort.CONDITION)
    if mine and not theirs:
        clause = _clause(here.tokens, mine[0][0])
        yield Edit(Change.CONDITION_ADDED, here.text(*clause), None, clause)
    elif theirs and not mine:
        clause = _clause(there.tokens, theirs[0][0])
        yield Edit(Change.CONDITION_DROPPED, None, there.text(*clause), (0, 0))


def _clause(tokens: Sequence[Token], start: int) -> tuple[int, int]:
    """From a word to the next mark of punctuation."""
    end = start + 1
    while end < len(tokens) and not tokens[end - 1].after:
        end += 1
    return start, end


def _numbers(here: Marked, there: Marked) -> Iterator[Edit]:
    """Numbers of one unit, where each side has one that the other lacks."""
    mine, theirs = numbers_with_units(here), numbers_with_units(there)
    left = [n for n in mine if not any(n[0] == o[0] for o in theirs)]
    right = [n for n in theirs if not any(n[0] == o[0] for o in mine)]
    for value, unit, run in left:
        same = [n for n in right if unit & n[1]]
        alone = [n for n in left if unit & n[1]]
        if len(same) == len(alone) == 1 and value != same[0][0]:
            texts = _with_unit(here, run), _with_unit(there, same[0][2])
            yield Edit(Change.NUMBER_CHANGED, *texts, run)


def _with_unit(marked: Marked, run: tuple[int, int]) -> str:
    return marked.text(run[0], min(run[1] + 1, len(marked.tokens)))


def _dates(here: Marked, there: Marked) -> Iterator[Edit]:
    """Dates, where each side has exactly one that the other lacks, of one shape."""
    mine = {_words(here, run): run for run in here.runs(Sort.DATE)}
    theirs = {_words(there, run): run for run in there.runs(Sort.DATE)}
    left, right = mine.keys() - theirs.keys(), theirs.keys() - mine.keys()
    if len(left) == len(right) == 1:
        one, other = min(left), min(right)
        if _shape(one) == _shape(other):
            texts = here.text(*mine[one]), there.text(*theirs[other])
            yield Edit(Change.DATE_CHANGED, *texts, mine[one])


def _words(marked: Marked, run: tuple[int, int]) -> tuple[str, ...]:
    return compared_words(marked.tokens[slice(*run)])


def _shape(words: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a date, in any order: so many digits, or a word."""
    return tuple(sorted(f"{min(len(w), 3)} digits" if w.isdigit() else "word" for w in words))


def _hedges(stretch: _Stretch, here: Marked, there: Marked) -> Iterator[Edit]:
    """A hedge that only one has, within or before words that both have."""
    mine, theirs = here.runs(Sort.HEDGE), there.runs(Sort.HEDGE)
    if mine and not theirs and _reaches(mine[-1], stretch.here):
        yield Edit(Change.HEDGE_ADDED, here.text(*mine[-1]), None, mine[-1])
    elif theirs and not mine and _reaches(theirs[-1], stretch.there):
        place = stretch.here[0], stretch.here[0]
        yield Edit(Change.HEDGE_DROPPED, None, there.text(*theirs[-1]), place)


def _reaches(hedge: tuple[int, int], stretch: tuple[int, int]) -> bool:
    return stretch[0] - HEDGE_REACH <= hedge[1] <= stretch[1]


def _speakers(stretch: _Stretch, one: Passage, other: Passage) -> Iterator[Edit]:
    """Another standing of the speaker to whom the words that both have are given."""
    mine, theirs = _source(one, stretch.here), _source(other, stretch.there)
    if mine is None or theirs is None:
        return
    words = one.tokens[slice(*mine[1])], other.tokens[slice(*theirs[1])]
    change = source_change(mine[0], words[0], theirs[0], words[1], loosely=True)
    alike = bool(stems_of(words[0]) & stems_of(words[1]))  # else it may be the medium of the other
    if change in {"weakened", "strengthened", "unnamed", "named"} and alike:
        texts = one.marked.text(*mine[1]), other.marked.text(*theirs[1])
        yield Edit(Change(f"speaker-{change}"), *texts, mine[1])


def _source(
    passage: Passage, stretch: tuple[int, int]
) -> tuple[ComparedClaim, tuple[int, int]] | None:
    """The one claim of the sentence on these words that has a source there, and its words."""
    start, end = passage.tokens[stretch[0]].start, passage.tokens[stretch[1] - 1].end
    on_words = [
        c for c in passage.claims if any(s.start < end and start < s.end for s in c.content)
    ]
    if len(on_words) != 1 or not on_words[0].source:
        return None
    source = on_words[0].source[0]
    inside = [i for i, t in enumerate(passage.tokens) if source.start <= t.start < source.end]
    return (on_words[0], (inside[0], inside[-1] + 1)) if inside else None


def _stretch(alignment: Alignment, here: Marked) -> _Stretch | None:
    """The longest stretch of words that both have; None where they say too little.

    One small word may come between.
    """
    best: tuple[int, _Stretch] | None = None
    start = end = (0, 0)
    content = 0
    for mine, theirs, length in alignment.blocks:
        if mine - end[0] > 1 or theirs - end[1] > 1 or not content:
            start, content = (mine, theirs), 0
        content += sum(t.is_content for t in here.tokens[mine : mine + length])
        end = mine + length, theirs + length
        if content >= FEWEST_HEDGED and (best is None or content > best[0]):
            best = content, _Stretch((start[0], end[0]), (start[1], end[1]))
    return None if best is None else best[1]
