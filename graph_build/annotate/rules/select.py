"""Which of the proposed attributions stay: the better of two that claim the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph_build.annotate.parsed import Paragraph, Unit
from graph_build.annotate.rules.candidate import Candidate

_SAME = 0.6


def select(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates without doubles and without weak finds inside a better one's content.

    Two whose contents overlap by at least 0.6 (Dice) tell the same: the surer stays. A find below
    0.6 that lies inside the content or source of a surer one is dropped.
    """
    kept: list[Candidate] = []
    ordered = sorted(candidates, key=lambda c: (-c.confidence, c.content, c.source))
    for candidate in ordered:
        if not any(_beats(better, candidate) for better in kept):
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda c: (c.content, c.source, c.cue)))


def _beats(better: Candidate, other: Candidate) -> bool:
    mine, theirs = better.content_tokens, other.content_tokens
    shared = len(mine & theirs)
    if 2 * shared >= _SAME * (len(mine) + len(theirs)):
        return True
    return other.confidence < _SAME and shared == len(theirs)


def join_continued_quotations(
    paragraph: Paragraph, candidates: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """The candidates with quotations that run on after the reporting clause.

    A unit that is nothing but a quotation and directly follows a quoted attribution of the same
    paragraph belongs to it ("A," he said. "B.").
    """
    result = list(candidates)
    for before, unit in zip(paragraph.units, paragraph.units[1:], strict=False):
        if not unit.is_all_quoted or _is_taken(unit, result):
            continue
        for at, candidate in enumerate(result):
            if "quotation" in candidate.rule and _ends_in(candidate, before):
                piece = (unit.start, unit.end)
                result[at] = replace(candidate, content=(*candidate.content, piece))
                break
    return tuple(result)


def _is_taken(unit: Unit, candidates: Sequence[Candidate]) -> bool:
    return any(unit.start in c.content_tokens for c in candidates)


def _ends_in(candidate: Candidate, unit: Unit) -> bool:
    last = max(b for _, b in (*candidate.content, *candidate.source, *candidate.cue))
    return unit.start < last <= unit.end
