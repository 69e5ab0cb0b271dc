"""How well a shipped model does on articles: F1 with an interval, by publisher, reliability."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_build.annotate.trained.bundle import Bundle
from graph_build.annotate.trained.extractor import drafts, rated
from graph_build.train.corpus import Article
from graph_build.train.matching import f1
from graph_build.train.tune import claim_of, hold

_SAMPLES = 1000
_BINS = 10


@dataclass
class Counts:
    """Right finds, finds, gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, other: "Counts") -> None:
        """Add another's counts."""
        self.right += other.right
        self.found += other.found
        self.gold += other.gold

    def table(self) -> dict[str, float]:
        """Precision, recall and F1."""
        return {
            "p": round(self.right / max(1, self.found), 4),
            "r": round(self.right / max(1, self.gold), 4),
            "f1": round(f1(self.right, self.found, self.gold), 4),
        }


@dataclass
class Reliability:
    """How often finds of a like confidence are right."""

    found: list[int] = field(default_factory=lambda: [0] * _BINS)
    right: list[int] = field(default_factory=lambda: [0] * _BINS)
    summed: list[float] = field(default_factory=lambda: [0.0] * _BINS)

    def add(self, sure: float, is_right: bool) -> None:
        """Count one find."""
        i = min(_BINS - 1, int(sure * _BINS))
        self.found[i] += 1
        self.right[i] += is_right
        self.summed[i] += sure

    def table(self) -> list[dict[str, float]]:
        """One row a tenth of confidence that has finds."""
        return [
            {
                "from": i / _BINS,
                "finds": n,
                "mean_confidence": round(self.summed[i] / n, 3),
                "share_right": round(self.right[i] / n, 3),
            }
            for i, n in enumerate(self.found)
            if n
        ]

    def error(self) -> float:
        """The expected calibration error."""
        total = max(1, sum(self.found))
        off = sum(abs(s - r) for s, r in zip(self.summed, self.right, strict=True))
        return round(off / total, 4)


def measure(bundle: Bundle, articles: Sequence[Article]) -> dict[str, Any]:
    """The scores of a model; who_said_what as the corpus scorer counts it, save for ties."""
    by_article: list[Counts] = []
    by_publisher: dict[str, Counts] = {}
    reliability = Reliability()
    decoder = bundle.decoder
    for article, one in zip(articles, hold(bundle, articles), strict=True):
        found = drafts(one.lattice, one.readout, decoder)
        pairs = rated(found, one.lattice.encoding, decoder)
        kept = [(d, p) for d, p in pairs if p >= decoder.threshold]
        right = one.yardstick.right([claim_of(one, d) for d, _ in kept])
        for (_, sure), is_right in zip(kept, right, strict=True):
            reliability.add(sure, is_right)
        counts = Counts(sum(right), len(kept), len(one.yardstick.gold))
        by_article.append(counts)
        by_publisher.setdefault(article.publisher, Counts()).add(counts)
    total = Counts()
    for counts in by_article:
        total.add(counts)
    return {
        "who_said_what": total.table() | {"interval95": _interval(by_article)},
        "by_publisher": {k: v.table() for k, v in sorted(by_publisher.items())},
        "reliability": reliability.table(),
        "calibration_error": reliability.error(),
    }


def _interval(by_article: Sequence[Counts]) -> list[float]:
    """The middle 95% of F1 when articles are drawn anew."""
    rng = random.Random(0)  # noqa: S311
    scores = []
    for _ in range(_SAMPLES):
        total = Counts()
        for _ in by_article:
            total.add(by_article[rng.randrange(len(by_article))])
        scores.append(f1(total.right, total.found, total.gold))
    scores.sort()
    return [round(scores[int(q * _SAMPLES)], 4) for q in (0.025, 0.975)]
