"""The tag chain at run time: best legal tags, and how sure each piece and each span is.

Works on many sequences and all roles at once: sequences are ordered by length, so that at each
step those that are still running stand in front.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.trained.tags import PieceSpan, Tag

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_FLOOR = 1e-300


@dataclass(frozen=True)
class Chain:
    """Sequences of tag scores, longest first: `scores` is step x role x sequence x tag.

    `steps` scores one tag after another: role x tag before x tag after.
    """

    scores: Floats
    lengths: tuple[int, ...]
    steps: Floats

    @classmethod
    def of(cls, parts: Sequence[Floats], steps: Floats) -> "Chain":
        """Padded from parts (role x piece x tag), which must come longest first."""
        lengths = tuple(p.shape[1] for p in parts)
        scores = np.zeros((lengths[0] if parts else 0, len(steps), len(parts), len(Tag)))
        for i, part in enumerate(parts):
            scores[: lengths[i], :, i] = part.transpose(1, 0, 2)
        return cls(scores, lengths, steps)

    @cached_property
    def _running(self) -> list[int]:
        """How many sequences have a piece at each step."""
        lengths = np.asarray(self.lengths)
        return [int((lengths > t).sum()) for t in range(len(self.scores))]

    def best_tags(self, ready: Sequence[float]) -> list[Ints]:
        """The best tags (role x piece) of every sequence.

        `ready`, for each role, is a gift to every span that begins after a piece outside: with
        more of it more spans are found, while their borders stay where they are.
        """
        starts = [Tag.FIRST, Tag.SINGLE]
        gift = np.asarray(ready, dtype=np.float64)[:, None]
        best = self.scores.copy()
        best[:1, :, :, starts] += gift[:, None]
        came_from = np.zeros(best.shape, dtype=np.int64)
        steps = self.steps.copy()
        steps[:, Tag.OUTSIDE, starts] += gift
        steps = steps[:, None]
        for t in range(1, len(best)):
            n = self._running[t]
            options = best[t - 1, :, :n, :, None] + steps
            came_from[t, :, :n] = options.argmax(axis=-2)
            best[t, :, :n] += options.max(axis=-2)
        roles = np.arange(len(self.steps))
        found = []
        for i, size in enumerate(self.lengths):
            tags = np.zeros((len(roles), size), dtype=np.int64)
            tags[:, -1] = best[size - 1, :, i].argmax(axis=-1)
            for t in range(size - 1, 0, -1):
                tags[:, t - 1] = came_from[t, roles, i, tags[:, t]]
            found.append(tags)
        return found

    @cached_property
    def beliefs(self) -> list[list["Belief"]]:
        """For every sequence and role, what can be asked about its spans."""
        scores, length = self.scores, len(self.scores)
        moves = np.exp(self.steps)
        back = moves.transpose(0, 2, 1)
        forward, backward = scores.copy(), np.zeros(scores.shape)
        for t in range(1, length):
            n = self._running[t]
            forward[t, :, :n] += _log_apply(forward[t - 1, :, :n], moves)
        for t in range(length - 2, -1, -1):
            n = self._running[t + 1]
            ahead = scores[t + 1, :, :n] + backward[t + 1, :, :n]
            backward[t, :, :n] = _log_apply(ahead, back)
        return [
            [
                Belief(scores[:n, r, i], steps, forward[:n, r, i], backward[:n, r, i])
                for r, steps in enumerate(self.steps)
            ]
            for i, n in enumerate(self.lengths)
        ]


@dataclass(frozen=True)
class Belief:
    """One role of one sequence: its forward and backward scores."""

    scores: Floats
    steps: Floats
    forward: Floats
    backward: Floats

    @cached_property
    def _total(self) -> float:
        """The log of the summed score of all tag sequences."""
        top = float(self.forward[-1].max())
        return top + float(np.log(np.exp(self.forward[-1] - top).sum()))

    @cached_property
    def outside(self) -> Floats:
        """The probability of each piece to be in no span."""
        logs = self.forward[:, Tag.OUTSIDE] + self.backward[:, Tag.OUTSIDE] - self._total
        out: Floats = np.exp(np.minimum(logs, 0.0))
        return out

    def span(self, span: PieceSpan) -> float:
        """The log-probability that exactly this is a span."""
        first, last = span[0], span[1] - 1
        if first == last:
            logs = self.forward[first, Tag.SINGLE] + self.backward[first, Tag.SINGLE]
            return min(0.0, float(logs) - self._total)
        path = [Tag.FIRST, *[Tag.INNER] * (last - first - 1), Tag.LAST]
        score = float(self.scores[first + 1 : last, Tag.INNER].sum() + self.scores[last, Tag.LAST])
        score += float(self.steps[path[:-1], path[1:]].sum())
        score += float(self.forward[first, Tag.FIRST] + self.backward[last, Tag.LAST])
        return min(0.0, score - self._total)


def _log_apply(logs: Floats, matrix: Floats) -> Floats:
    top = logs.max(axis=-1, keepdims=True)
    out: Floats = np.log(np.maximum(np.exp(logs - top) @ matrix, _FLOOR)) + top
    return out
