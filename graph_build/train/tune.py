"""Thresholds and calibration, chosen on the articles of train that were held out from learning.

Every choice is scored by five-fold cross-validation over these articles, so that the confidence
model is never asked about an article that it was fitted on.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from graph_build.annotate.trained.bundle import DECODER_FILE, Bundle, Decoder
from graph_build.annotate.trained.confidence import probability, signals
from graph_build.annotate.trained.encoder import Readout
from graph_build.annotate.trained.encoding import Encoding, encode, lines_of
from graph_build.annotate.trained.extractor import drafts
from graph_build.annotate.trained.forms import FORM_CONFIDENCE
from graph_build.annotate.trained.linking import Draft
from graph_build.annotate.trained.spans import Lattice
from graph_build.train.corpus import Article, CharSpan
from graph_build.train.logistic import fit
from graph_build.train.matching import Claim, Yardstick, f1

_FOLDS = 5
_PENALTY = 5.0
_ROUNDS = 2
_GAIN = 1e-4
_READY = (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)
_WEIGHTS = {
    "content_source": (0.0, 0.5, 1.0),
    "cue_source": (0.5, 1.0),
    "no_source": (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0),
    "join": (-3.0, -1.0, 0.0, 1.0),
}


@dataclass(frozen=True)
class Held:
    """A held-out article, read by the encoder once."""

    lattice: Lattice
    readout: Readout
    yardstick: Yardstick


@dataclass(frozen=True)
class Trial:
    """What one decoder setting finds: signals and rightness of each find, by article.

    Finds by layout have a confidence of their own and stand apart in `forms`.
    """

    rows: list[list[dict[str, float]]]
    right: list[list[bool]]
    forms: list[tuple[float, bool]]
    gold: int

    def out_of_fold(self) -> Iterator[tuple[float, bool]]:
        """The probability of each find by a model fitted on the other folds, and the truth."""
        yield from self.forms
        for fold in range(_FOLDS):
            here = range(fold, len(self.rows), _FOLDS)
            there = [i for i in range(len(self.rows)) if i % _FOLDS != fold]
            weights = self.fit(there)
            for i in here:
                for row, right in zip(self.rows[i], self.right[i], strict=True):
                    yield probability(row, weights), right

    def fit(self, articles: Sequence[int]) -> dict[str, float]:
        """The confidence weights fitted on some articles."""
        rows = [row for i in articles for row in self.rows[i]]
        right = [x for i in articles for x in self.right[i]]
        return fit(rows, right, _PENALTY)


def hold(bundle: Bundle, articles: Sequence[Article]) -> list[Held]:
    """The articles as the encoder reads them."""
    held = []
    for article in articles:
        encoding = encode(bundle.tokenizer, list(lines_of(article.text)))
        readout = bundle.encoder.read(encoding)
        lattice = Lattice.of(encoding, readout, bundle.decoder.steps)
        held.append(Held(lattice, readout, Yardstick.of(article)))
    return held


def attempt(held: Sequence[Held], decoder: Decoder) -> Trial:
    """Decode all articles with one setting."""
    trial = Trial([], [], [], sum(len(one.yardstick.gold) for one in held))
    for one in held:
        found = drafts(one.lattice, one.readout, decoder)
        right = one.yardstick.right([claim_of(one, d) for d in found])
        judged = list(zip(found, right, strict=True))
        trial.forms.extend((FORM_CONFIDENCE, ok) for d, ok in judged if d.form)
        trial.rows.append([signals(d, one.lattice.encoding) for d, _ in judged if not d.form])
        trial.right.append([ok for d, ok in judged if not d.form])
    return trial


def claim_of(one: Held, draft: Draft) -> Claim:
    """A draft in word tokens."""
    content = [_chars(one.lattice.encoding, found.span) for found in draft.content]
    source = [_chars(one.lattice.encoding, draft.source.span)] if draft.source else []
    return one.yardstick.claim(content, source)


def _chars(encoding: Encoding, span: tuple[int, int]) -> CharSpan:
    return int(encoding.starts[span[0]]), int(encoding.ends[span[1] - 1])


def best_threshold(scored: Sequence[tuple[float, bool]], gold: int) -> tuple[float, float]:
    """The best F1 that any threshold gives, and the threshold."""
    ordered = sorted(scored, key=lambda x: -x[0])
    best, at, right = 0.0, 0.0, 0
    for count, (sure, is_right) in enumerate(ordered, start=1):
        right += is_right
        score = f1(right, count, gold)
        if score > best:
            best, at = score, sure
    return best, at


def tune(bundle: Bundle, articles: Sequence[Article], log: Path) -> dict[str, Any]:
    """Choose the decoder's settings, write them to decoder.json; gives what was found."""
    held = hold(bundle, articles)
    decoder = bundle.decoder
    with log.open("a", encoding="utf-8") as file:

        def score(candidate: Decoder) -> float:
            trial = attempt(held, candidate)
            value, at = best_threshold(list(trial.out_of_fold()), trial.gold)
            row = {"ready": candidate.ready, "weights": candidate.weights}
            file.write(json.dumps({**row, "f1": round(value, 4), "at": round(at, 3)}) + "\n")
            file.flush()
            return value

        decoder = _climb(decoder, score)
    trial = attempt(held, decoder)
    scored = list(trial.out_of_fold())
    value, threshold = best_threshold(scored, trial.gold)
    weights = trial.fit(range(len(held)))
    file_name = bundle.folder / DECODER_FILE
    table = json.loads(file_name.read_text(encoding="utf-8"))
    table |= {
        "ready": list(decoder.ready),
        "weights": decoder.weights,
        "confidence": weights,
        "threshold": round(threshold, 4),
    }
    file_name.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    return {"held_out_f1": round(value, 4), "finds": len(scored), "gold": trial.gold}


def _climb(decoder: Decoder, score: Callable[[Decoder], float]) -> Decoder:
    """One setting after another, twice over; each takes the value that scores best."""
    best = score(decoder)
    for _ in range(_ROUNDS):
        for change in _changes():
            candidate = change(decoder)
            value = score(candidate) if _settings(candidate) != _settings(decoder) else best
            if value > best + _GAIN:
                best, decoder = value, candidate
    return decoder


def _changes() -> Iterator[Callable[[Decoder], Decoder]]:
    for role in (2, 1, 0):
        for step in _READY:
            yield partial(_with_ready, role=role, step=step)
    for name, values in _WEIGHTS.items():
        for value in values:
            yield partial(_with_weight, name=name, value=value)


def _with_ready(decoder: Decoder, *, role: int, step: float) -> Decoder:
    ready = (*decoder.ready[:role], step, *decoder.ready[role + 1 :])
    return replace(decoder, ready=ready)


def _with_weight(decoder: Decoder, *, name: str, value: float) -> Decoder:
    return replace(decoder, weights={**decoder.weights, name: value})


def _settings(decoder: Decoder) -> tuple[object, ...]:
    return decoder.ready, tuple(sorted(decoder.weights.items()))
