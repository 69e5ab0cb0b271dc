"""The encoder at run time: windows of pieces through ONNX, one by one, put together again.

One window a call: the scales of an int8 model depend on what is in a call, so that nothing but
the window itself may decide them. The same report therefore always gets the same numbers.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.trained.encoding import FEATURE_SIZES, Encoding
from graph_build.annotate.trained.tags import ROLES, Tag

Floats = NDArray[np.float32]
_CLS, _SEP = 101, 102


@dataclass(frozen=True)
class Readout:
    """What the encoder says of each piece.

    `emissions` is role x piece x tag, `vectors` piece x everything that links are made of.
    """

    emissions: Floats
    vectors: Floats


@dataclass(frozen=True)
class Encoder:
    """An ONNX session with the sizes of its windows."""

    session: Any
    window: int
    stride: int

    @classmethod
    def load(cls, file: Path, *, window: int, stride: int, threads: int = 1) -> "Encoder":
        """The encoder of a file; more threads change the speed and not the numbers."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"]
        )
        return cls(session, window, stride)

    def read(self, encoding: Encoding) -> Readout:
        """The numbers of all pieces; where windows overlap, that with the most context counts."""
        length = len(encoding)
        parts = []
        windows = plan_windows(length, self.window, self.stride)
        for number, (start, end) in enumerate(windows):
            first, after = _owned(windows, number)
            tags, vectors = self._run(encoding, start, end)
            parts.append(
                (tags[first - start : after - start], vectors[first - start : after - start])
            )
        if not parts:
            return Readout(
                np.zeros((len(ROLES), 0, len(Tag)), np.float32), np.zeros((0, 0), np.float32)
            )
        tags = np.concatenate([p[0] for p in parts]).reshape(length, len(ROLES), len(Tag))
        return Readout(tags.transpose(1, 0, 2), np.concatenate([p[1] for p in parts]))

    def _run(self, encoding: Encoding, start: int, end: int) -> tuple[Floats, Floats]:
        ids = np.array([[_CLS, *encoding.ids[start:end], _SEP]], dtype=np.int64)
        features = np.zeros((1, end - start + 2, len(FEATURE_SIZES)), dtype=np.int64)
        features[0, 1:-1] = encoding.features[start:end]
        tags, vectors = self.session.run(None, {"ids": ids, "features": features})
        return tags[0, 1:-1], vectors[0, 1:-1]


def plan_windows(length: int, window: int, stride: int) -> list[tuple[int, int]]:
    """Windows over all pieces: as few as possible, of like size, none larger than `window`.

    Neighbours overlap by `window - stride` or a piece more.

    >>> plan_windows(500, 318, 262), plan_windows(20, 318, 262), plan_windows(0, 318, 262)
    ([(0, 278), (222, 500)], [(0, 20)], [])
    """
    overlap = window - stride
    count = max(1, -(-(length - overlap) // stride)) if length else 0
    size = -(-(length + (count - 1) * overlap) // count) if count else 0
    starts = [round(i * (length - size) / max(1, count - 1)) for i in range(count)]
    return [(start, start + size) for start in starts]


def _owned(windows: list[tuple[int, int]], number: int) -> tuple[int, int]:
    """The pieces for which this window has more context than its neighbours."""
    first, after = windows[number]
    if number:
        first = (first + windows[number - 1][1]) // 2
    if number + 1 < len(windows):
        after = (windows[number + 1][0] + after) // 2
    return first, after
