"""Which source, cue and content belong together, by the products of their vectors.

Nearly every attribution of the corpus has one cue, so contents choose their cue, and contents of
one cue are one attribution; cue and contents together choose the source, or none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.trained.bundle import Decoder, LinkTable
from graph_build.annotate.trained.encoder import Readout
from graph_build.annotate.trained.encoding import Encoding
from graph_build.annotate.trained.geometry import gap_row, line_row
from graph_build.annotate.trained.spans import FoundSpan

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Draft:
    """An attribution in pieces; the log-probabilities that its cue and its source are the right.

    `form` names the layout that it was read off, where it was not found by the encoder.
    """

    content: tuple[FoundSpan, ...]
    source: FoundSpan | None
    cue: FoundSpan | None
    cue_link: float
    source_link: float
    form: str = ""


@dataclass(frozen=True)
class Linker:
    """The spans of one report, in text order and disjoint in each role; the scores between them."""

    encoding: Encoding
    readout: Readout
    decoder: Decoder
    contents: Sequence[FoundSpan]
    cues: Sequence[FoundSpan]
    sources: Sequence[FoundSpan]

    def drafts(self) -> list[Draft]:
        """The attributions, in the order of their first content."""
        chosen = [self._cue_of(i) for i in range(len(self.contents))]
        groups: list[tuple[int | None, list[int]]] = []
        by_cue: dict[int, int] = {}
        group_of: dict[int, int] = {}
        for i, (cue, _) in enumerate(chosen):
            home = by_cue.get(cue) if cue is not None else self._home_of_orphan(i, group_of)
            if home is None:
                home = len(groups)
                groups.append((cue, []))
            if cue is not None:
                by_cue[cue] = home
            groups[home][1].append(i)
            group_of[i] = home
        return [self._draft(cue, members, chosen) for cue, members in groups]

    def _home_of_orphan(self, i: int, group_of: dict[int, int]) -> int | None:
        """The group of the content before, where this one goes on with it."""
        if i == 0:
            return None
        scores = self._scores("content_before", i, self._content_vectors, self.contents, [i - 1])
        return group_of[i - 1] if scores[0] > self.decoder.weights["join"] else None

    def _draft(
        self, cue: int | None, members: list[int], chosen: list[tuple[int | None, float]]
    ) -> Draft:
        source, sure = self._source_of(cue, members)
        return Draft(
            content=tuple(self.contents[i] for i in members),
            source=self.sources[source] if source is not None else None,
            cue=self.cues[cue] if cue is not None else None,
            cue_link=float(np.mean([chosen[i][1] for i in members])),
            source_link=sure,
        )

    def _cue_of(self, i: int) -> tuple[int | None, float]:
        """The best cue in the content's line and the log-probability that it is the right one."""
        span = self.contents[i].span
        near = self._near(span, self.cues)
        line = self.encoding.lines[span[0]]
        near = [j for j in near if self.encoding.lines[self.cues[j].span[0]] == line]
        if not near:
            return None, 0.0
        logs = _log_softmax(self._scores("content_cue", i, self._content_vectors, self.cues, near))
        best = int(logs.argmax())
        return near[best], float(logs[best])

    def _source_of(self, cue: int | None, members: list[int]) -> tuple[int | None, float]:
        """The best source, None for none, and the log-probability of the choice."""
        around = [self.contents[i].span for i in members]
        around += [self.cues[cue].span] if cue is not None else []
        near = sorted({j for span in around for j in self._near(span, self.sources)})
        total = np.zeros(len(near) + 1)
        weight = self.decoder.weights["content_source"] / len(members)
        for i in members:
            total += weight * self._with_none("content_source", i, self._content_vectors, near)
        if cue is not None:
            total += self.decoder.weights["cue_source"] * self._with_none(
                "cue_source", cue, self._cue_vectors, near
            )
        total[-1] += self.decoder.weights["no_source"]
        logs = _log_softmax(total)
        best = int(logs.argmax())
        return (near[best] if best < len(near) else None), float(logs[best])

    def _with_none(self, kind: str, item: int, vectors: Floats, near: list[int]) -> Floats:
        """Log-probabilities of the near sources and, last, of none."""
        pairs = self._scores(kind, item, vectors, self.sources, near)
        none = vectors[item, self.decoder.links[kind].none]
        return _log_softmax(np.append(pairs, none))

    def _near(self, span: tuple[int, int], others: Sequence[FoundSpan]) -> list[int]:
        """The numbers of those cues or sources that are not too far from a span."""
        reach = self.decoder.cue_reach
        starts, ends = self._cue_bounds if others is self.cues else self._source_bounds
        return list(
            range(bisect_left(ends, span[0] - reach), bisect_right(starts, span[1] + reach))
        )

    @cached_property
    def _cue_bounds(self) -> tuple[list[int], list[int]]:
        return _bounds(self.cues)

    @cached_property
    def _source_bounds(self) -> tuple[list[int], list[int]]:
        return _bounds(self.sources)

    def _scores(
        self,
        kind: str,
        item: int,
        vectors: Floats,
        others: Sequence[FoundSpan],
        near: list[int],
    ) -> Floats:
        """The scores of one item with some others, by the tables of this kind of link."""
        table = self.decoder.links[kind]
        pool = self._pool_of(others)
        mine = vectors[item, table.item : table.item + table.size]
        theirs = pool[near, table.other : table.other + table.size]
        span = (self.contents if vectors is self._content_vectors else self.cues)[item].span
        scores: Floats = theirs @ mine + self._standing(table, span, others, near)
        return scores

    def _standing(
        self,
        table: LinkTable,
        span: tuple[int, int],
        others: Sequence[FoundSpan],
        near: list[int],
    ) -> Floats:
        lines = self.encoding.lines
        gaps = [gap_row(span, others[j].span) for j in near]
        apart = [line_row(span, others[j].span, lines) for j in near]
        scores: Floats = table.gap[gaps] + table.line[apart]
        return scores

    def _pool_of(self, others: Sequence[FoundSpan]) -> Floats:
        if others is self.sources:
            return self._source_vectors
        return self._cue_vectors if others is self.cues else self._content_vectors

    @cached_property
    def _content_vectors(self) -> Floats:
        return self._means(self.contents)

    @cached_property
    def _cue_vectors(self) -> Floats:
        return self._means(self.cues)

    @cached_property
    def _source_vectors(self) -> Floats:
        return self._means(self.sources)

    def _means(self, spans: Sequence[FoundSpan]) -> Floats:
        vectors = self.readout.vectors
        if not spans:
            return np.zeros((0, vectors.shape[1]))
        return np.stack([vectors[slice(*x.span)].mean(axis=0, dtype=np.float64) for x in spans])


def _bounds(spans: Sequence[FoundSpan]) -> tuple[list[int], list[int]]:
    """Where the spans start and where they end."""
    return [x.span[0] for x in spans], [x.span[1] for x in spans]


def _log_softmax(scores: Floats) -> Floats:
    top = scores.max()
    out: Floats = scores - top - np.log(np.exp(scores - top).sum())
    return out
