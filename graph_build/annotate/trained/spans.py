"""From the readout to spans of each role, each with how sure the tag chain is of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.trained.chain import Belief, Chain
from graph_build.annotate.trained.encoder import Readout
from graph_build.annotate.trained.encoding import Encoding
from graph_build.annotate.trained.tags import ROLES, PieceSpan, spans_of

_LONGEST = 1000
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A span of pieces; log-probability to be exactly this, mean probability of its pieces."""

    span: PieceSpan
    exact: float
    inside: float


@dataclass(frozen=True)
class Lattice:
    """The lines of one report as tag chains, by which spans can be found and judged."""

    encoding: Encoding
    starts: tuple[tuple[int, ...], ...]
    chains: tuple[Chain, ...]

    @classmethod
    def of(cls, encoding: Encoding, readout: Readout, steps: NDArray[np.float64]) -> "Lattice":
        """The chains of a report; lines of like length run together."""
        segments = sorted(_segments(encoding.lines), key=lambda s: (s[0] - s[1], s[0]))
        groups = [segments[i : i + _AT_ONCE] for i in range(0, len(segments), _AT_ONCE)]
        chains = tuple(
            Chain.of([readout.emissions[:, a:b].astype(np.float64) for a, b in group], steps)
            for group in groups
        )
        return cls(encoding, tuple(tuple(a for a, _ in group) for group in groups), chains)

    def spans(self, ready: Sequence[float]) -> dict[str, list[FoundSpan]]:
        """The spans of each role in text order, grown to whole words."""
        found: dict[str, list[FoundSpan]] = {role: [] for role in ROLES}
        for starts, chain in zip(self.starts, self.chains, strict=True):
            rows = chain.best_tags(ready)
            for start, tags, beliefs in zip(starts, rows, chain.beliefs, strict=True):
                for role, row, belief in zip(ROLES, tags, beliefs, strict=True):
                    found[role] += _judged(start, spans_of(row.tolist()), belief)
        return {role: list(self._whole_words(spans)) for role, spans in found.items()}

    def _whole_words(self, spans: list[FoundSpan]) -> Iterator[FoundSpan]:
        """Spans that come to share a word: the second keeps what the first leaves."""
        free_from = 0
        for found in sorted(spans, key=lambda s: s.span):
            start, end = _to_words(found.span, self.encoding.words)
            start = max(start, free_from)
            if start < end:
                yield replace(found, span=(start, end))
                free_from = end


def _segments(lines: NDArray[np.int64]) -> Iterator[PieceSpan]:
    """The pieces of each line; a very long line is cut."""
    cuts = [0, *(np.flatnonzero(np.diff(lines)) + 1).tolist(), len(lines)]
    for start, end in pairwise(cuts):
        for at in range(start, end, _LONGEST):
            yield at, min(at + _LONGEST, end)


def _judged(start: int, spans: list[PieceSpan], belief: Belief) -> Iterator[FoundSpan]:
    for a, b in spans:
        inside = float(1.0 - belief.outside[a:b].mean())
        yield FoundSpan((start + a, start + b), belief.span((a, b)), inside)


def _to_words(span: PieceSpan, words: NDArray[np.int64]) -> PieceSpan:
    start, end = span
    while start > 0 and words[start - 1] == words[start]:
        start -= 1
    while end < len(words) and words[end] == words[end - 1]:
        end += 1
    return start, end
