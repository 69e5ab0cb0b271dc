"""Windows in a seeded order, as padded arrays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.trained.encoding import FEATURE_SIZES
from graph_build.annotate.trained.geometry import gap_row, line_row
from graph_build.annotate.trained.tags import ROLES, PieceSpan
from graph_build.train.examples import NO_TARGET, Example, Links, Window, tile, window_links

Ints = NDArray[np.int64]
CLS, SEP, PAD = 101, 102, 0


@dataclass(frozen=True)
class LinkBatch:
    """One kind of link: items and candidates as spans, where they stand, and the right candidate.

    `rows` holds the table rows (gap, line) of each pair; candidates that are padding have
    `known` false. A target equal to the number of candidate columns means "none".
    """

    items: Ints
    candidates: Ints
    known: NDArray[np.bool_]
    rows: Ints
    targets: Ints


@dataclass(frozen=True)
class Batch:
    """Padded windows. `ids`, `features` and `attend` have the end marks, `tags` and `real` not."""

    ids: Ints
    features: Ints
    attend: Ints
    tags: Ints
    real: NDArray[np.bool_]
    links: dict[str, LinkBatch]


def epoch_batches(
    examples: Sequence[Example], size: int, batch: int, seed: int
) -> list[list[Window]]:
    """All windows once, tiled at random offsets; windows of like length share a batch."""
    rng = np.random.default_rng(seed)
    windows: list[Window] = []
    for example in examples:
        windows += tile(example, size, int(rng.integers(size)))
    order = [windows[i] for i in rng.permutation(len(windows))]
    groups: list[list[Window]] = []
    for at in range(0, len(order), 16 * batch):
        chunk = sorted(order[at : at + 16 * batch], key=lambda w: w.end - w.start)
        groups += [chunk[i : i + batch] for i in range(0, len(chunk), batch)]
    return [groups[i] for i in rng.permutation(len(groups))]


def make_batch(windows: Sequence[Window]) -> Batch:
    """The arrays of some windows."""
    longest = max(w.end - w.start for w in windows)
    count = len(windows)
    ids = np.full((count, longest + 2), PAD, dtype=np.int64)
    attend = np.zeros_like(ids)
    features = np.zeros((count, longest + 2, len(FEATURE_SIZES)), dtype=np.int64)
    tags = np.zeros((count, len(ROLES), longest), dtype=np.int64)
    real = np.zeros((count, longest), dtype=np.bool_)
    for i, w in enumerate(windows):
        length = w.end - w.start
        ids[i, 0], ids[i, length + 1] = CLS, SEP
        ids[i, 1 : length + 1] = w.example.encoding.ids[w.start : w.end]
        features[i, 1 : length + 1] = w.example.encoding.features[w.start : w.end]
        attend[i, : length + 2] = 1
        tags[i, :, :length] = w.example.tags[:, w.start : w.end]
        real[i, :length] = True
    return Batch(ids, features, attend, tags, real, _link_batches(windows))


def _link_batches(windows: Sequence[Window]) -> dict[str, LinkBatch]:
    found = [(w, window_links(w)) for w in windows]
    return {
        "content_cue": _pairs(found, [(k.contents, k.cues, k.content_cue) for _, k in found]),
        "content_source": _pairs(
            found, [(k.contents, k.sources, k.content_source) for _, k in found]
        ),
        "cue_source": _pairs(found, [(k.cues, k.sources, k.cue_source) for _, k in found]),
        "content_before": _pairs(
            found, [(k.contents, k.contents, k.content_before) for _, k in found]
        ),
    }


def _pairs(
    found: Sequence[tuple[Window, Links]],
    sides: Sequence[tuple[list[PieceSpan], list[PieceSpan], list[int]]],
) -> LinkBatch:
    count = len(found)
    rows_of = max(1, *(len(items) for items, _, _ in sides)) if sides else 1
    columns = max(1, *(len(others) for _, others, _ in sides)) if sides else 1
    items = np.zeros((count, rows_of, 2), dtype=np.int64)
    others = np.zeros((count, columns, 2), dtype=np.int64)
    items[..., 1] = others[..., 1] = 1
    known = np.zeros((count, columns), dtype=np.bool_)
    rows = np.zeros((count, rows_of, columns, 2), dtype=np.int64)
    targets = np.full((count, rows_of), NO_TARGET, dtype=np.int64)
    for i, ((window, _), (left, right, right_of)) in enumerate(zip(found, sides, strict=True)):
        lines = window.example.encoding.lines[window.start : window.end]
        if left:
            items[i, : len(left)] = left
            targets[i, : len(left)] = [columns if t == len(right) else t for t in right_of]
        if right:
            others[i, : len(right)] = right
            known[i, : len(right)] = True
        for j, item in enumerate(left):
            for k, other in enumerate(right):
                rows[i, j, k] = gap_row(item, other), line_row(item, other, lines)
    return LinkBatch(items, others, known, rows, targets)


def batches(groups: Sequence[Sequence[Window]]) -> Iterator[Batch]:
    """The batches of some groups of windows."""
    return (make_batch(group) for group in groups)
