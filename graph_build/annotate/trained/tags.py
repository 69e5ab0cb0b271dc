"""The tags of a word piece in one role, and the roles. Spans are half-open ranges of pieces."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

ROLES = ("source", "cue", "content")
PieceSpan = tuple[int, int]


class Tag(IntEnum):
    """Outside; first, inner, last piece of a span; a span of one piece."""

    OUTSIDE = 0
    FIRST = 1
    INNER = 2
    LAST = 3
    SINGLE = 4


_OUTSIDE = int(Tag.OUTSIDE)
_OUTER = frozenset({int(Tag.FIRST), int(Tag.SINGLE), int(Tag.OUTSIDE)})
_CLOSING = frozenset({int(Tag.LAST), int(Tag.SINGLE)})
_OPEN_AFTER = {Tag.FIRST, Tag.INNER}
_NEEDS_OPEN = {Tag.INNER, Tag.LAST}


def may_follow(before: Tag, after: Tag) -> bool:
    """Whether one tag may stand directly after another.

    >>> may_follow(Tag.FIRST, Tag.LAST), may_follow(Tag.OUTSIDE, Tag.LAST)
    (True, False)
    """
    return (before in _OPEN_AFTER) == (after in _NEEDS_OPEN)


def tags_of(spans: Iterable[PieceSpan], length: int) -> list[int]:
    """The tags of a sequence with these spans; of overlapping spans the first one stays.

    >>> tags_of([(1, 4), (5, 6)], 7)
    [0, 1, 2, 3, 0, 4, 0]
    """
    tags = [int(Tag.OUTSIDE)] * length
    free_from = 0
    for start, end in sorted(set(spans)):
        if start < free_from:
            continue
        free_from = end
        if end - start == 1:
            tags[start] = int(Tag.SINGLE)
            continue
        tags[start:end] = [int(Tag.INNER)] * (end - start)
        tags[start], tags[end - 1] = int(Tag.FIRST), int(Tag.LAST)
    return tags


def spans_of(tags: Sequence[int]) -> list[PieceSpan]:
    """The spans of a legal sequence of tags; one cut off at either end counts as far as it goes.

    >>> spans_of([0, 1, 2, 3, 0, 4, 0])
    [(1, 4), (5, 6)]
    """
    spans: list[PieceSpan] = []
    start: int | None = None
    for i, tag in enumerate(tags):
        if start is not None and tag in _OUTER:
            spans.append((start, i))
            start = None
        if tag != _OUTSIDE and start is None:
            start = i
        if start is not None and tag in _CLOSING:
            spans.append((start, i + 1))
            start = None
    if start is not None:
        spans.append((start, len(tags)))
    return spans
