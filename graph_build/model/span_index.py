"""Finds what stands at a place of a text without looking through everything."""

from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from graph_build.model.text import Span

T = TypeVar("T")

_WIDTH: Final = 256


class SpanIndex(Generic[T]):
    """Things by the spans that they stand at; asking costs no more in a long text than in a short.

    >>> index = SpanIndex([(Span(0, 5), "a"), (Span(4, 900), "b")])
    >>> index.overlapping(Span(4, 6)), index.containing(Span(300, 301))
    (['a', 'b'], ['b'])
    """

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._buckets: dict[int, list[int]] = {}
        self._items = list(items)
        for number, (span, _) in enumerate(self._items):
            for bucket in _buckets(span):
                self._buckets.setdefault(bucket, []).append(number)

    def overlapping(self, span: Span) -> list[T]:
        """The things that share a character with the span, in the order given."""
        return [self._items[n][1] for n in self._near(span) if self._items[n][0].overlaps(span)]

    def containing(self, span: Span) -> list[T]:
        """The things that hold all of the span."""
        return [self._items[n][1] for n in self._near(span) if self._items[n][0].contains(span)]

    def inside(self, span: Span) -> list[T]:
        """The things that the span holds all of."""
        return [self._items[n][1] for n in self._near(span) if span.contains(self._items[n][0])]

    def _near(self, span: Span) -> list[int]:
        found = {n for bucket in _buckets(span) for n in self._buckets.get(bucket, ())}
        return sorted(found)


def _buckets(span: Span) -> range:
    return range(span.start // _WIDTH, (span.end - 1) // _WIDTH + 1)
