"""How likely a drafted attribution is to be right: a logistic model over a few signals.

What counts as right is what counts in the evaluation: at least half of content and source.
"""

import math

from graph_build.annotate.trained.encoding import Encoding, Place, QuoteState
from graph_build.annotate.trained.linking import Draft


def signals(draft: Draft, encoding: Encoding) -> dict[str, float]:
    """What the confidence is reckoned from, by name."""
    pieces = [found.span for found in draft.content]
    length = sum(b - a for a, b in pieces)
    states = [int(s) for a, b in pieces for s in encoding.features[a:b, 0]]
    quoted = sum(s != QuoteState.OUTSIDE for s in states) / length
    inside = sum(f.inside * (f.span[1] - f.span[0]) for f in draft.content) / length
    return {
        "bias": 1.0,
        "content_exact": max(-6.0, min(f.exact for f in draft.content)),
        "content_inside": _log_odds(inside),
        "cue_inside": _log_odds(draft.cue.inside) if draft.cue else 0.0,
        "cue_exact": max(-6.0, draft.cue.exact) if draft.cue else 0.0,
        "no_cue": float(draft.cue is None),
        "source_inside": _log_odds(draft.source.inside) if draft.source else 0.0,
        "source_exact": max(-6.0, draft.source.exact) if draft.source else 0.0,
        "no_source": float(draft.source is None),
        "cue_link": max(-4.0, draft.cue_link),
        "source_link": max(-4.0, draft.source_link),
        "length": math.log(length),
        "quoted": quoted,
        "pieces": float(len(pieces) - 1),
        "headline": float(encoding.features[pieces[0][0], 2] == Place.HEADLINE),
    }


def probability(values: dict[str, float], weights: dict[str, float]) -> float:
    """The logistic function of the weighted signals."""
    total = sum(weights.get(name, 0.0) * value for name, value in values.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def _log_odds(p: float) -> float:
    """Cut off at 4 on either side."""
    p = min(max(p, 1e-6), 1 - 1e-6)
    return max(-4.0, min(4.0, math.log(p / (1 - p))))
