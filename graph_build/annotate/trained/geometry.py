"""How two spans stand to each other, as the row numbers of two small tables of learned scores."""

from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.trained.tags import PieceSpan

_STEPS = (1, 2, 3, 5, 8, 12, 20, 32, 50, 80, 130)
GAP_ROWS = 2 * (len(_STEPS) + 1) + 1
LINE_ROWS = 4


def gap_row(item: PieceSpan, other: PieceSpan) -> int:
    """The row for the number of pieces between two spans, and which comes first.

    >>> gap_row((5, 9), (9, 10)), gap_row((5, 9), (4, 5)), gap_row((5, 9), (6, 7))
    (1, 13, 0)
    """
    if other[0] >= item[1]:
        return 1 + bisect_right(_STEPS, other[0] - item[1])
    if item[0] >= other[1]:
        return 2 + len(_STEPS) + bisect_right(_STEPS, item[0] - other[1])
    return 0


def line_row(item: PieceSpan, other: PieceSpan, lines: NDArray[np.int64]) -> int:
    """The row for same line, line before, line after, further off."""
    apart = int(lines[other[0]] - lines[item[0]])
    return {0: 0, -1: 1, 1: 2}.get(apart, 3)
