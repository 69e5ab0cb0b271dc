"""Logistic regression with a small penalty, by Newton's method: few signals, exact, no seed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_ROUNDS = 30


def fit(
    rows: Sequence[dict[str, float]], right: Sequence[bool], penalty: float
) -> dict[str, float]:
    """The weight of each signal; all rows have the same names. "bias" is not penalised."""
    if not rows:
        return {"bias": 0.0}
    names = sorted(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    target = np.asarray(right, dtype=np.float64)
    scale = table.std(axis=0)
    scale[scale == 0] = 1.0
    table = table / scale
    keep = np.diag([0.0 if name == "bias" else penalty for name in names])
    keep = keep + 1e-9 * np.eye(len(names))
    weights: Floats = np.zeros(len(names))
    for _ in range(_ROUNDS):
        guess = 1.0 / (1.0 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (target - guess) - keep @ weights
        curve = (table * (guess * (1 - guess))[:, None]).T @ table + keep
        weights = weights + np.linalg.solve(curve, slope)
    return dict(zip(names, (round(float(w), 6) for w in weights / scale), strict=True))
