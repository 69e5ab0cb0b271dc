"""Parts of training that need no torch: corpus, windows, links, scoring, logistic regression."""

import gzip
import itertools
import json

import numpy as np
import pytest

from graph_build.annotate.trained.encoding import Encoding
from graph_build.train.batches import epoch_batches, make_batch
from graph_build.train.corpus import Article, GoldAttribution, read_articles, split_for_tuning
from graph_build.train.examples import (
    NO_TARGET,
    Example,
    PieceAttribution,
    Window,
    tile,
    window_links,
)
from graph_build.train.logistic import fit
from graph_build.train.matching import Yardstick
from graph_build.train.measure import Counts, Reliability
from graph_build.train.settings import read_settings
from graph_build.train.tune import best_threshold

_TEXT = "Oke said it rained. Ada denied that it snowed."


def _span(words):
    start = _TEXT.index(words)
    return (start, start + len(words))


def _gold(source, content):
    return GoldAttribution((_span(source),) if source else (), (), (_span(content),))


def _article(*attributions, name="a"):
    return Article(name, "us", _TEXT, attributions)


def _example(length=40, *, attributions=()):
    at = np.arange(length)
    zeros = np.zeros(length, dtype=np.int64)
    features = np.zeros((length, 3), dtype=np.int64)
    encoding = Encoding(at + 1000, at, at + 1, at, zeros, features)
    tags = np.zeros((3, length), dtype=np.int64)
    return Example(_article(), encoding, tags, tuple(attributions))


def test_articles_are_read_from_packed_and_plain_files(tmp_path):
    row = {
        "id": "x",
        "text": "A b.",
        "attributions": [{"source": [[0, 1]], "cue": [], "content": [[2, 3]]}],
    }
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text(json.dumps(row) + "\n")
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert list(read_articles(plain)) == list(read_articles(packed))
    [article] = read_articles(plain)
    assert article.attributions == (GoldAttribution(((0, 1),), (), ((2, 3),)),)


def test_the_same_articles_are_held_out_whatever_their_order():
    articles = tuple(_article(name=str(i)) for i in range(50))
    learn, held_out = split_for_tuning(articles, 8)
    _, again = split_for_tuning(articles[::-1], 8)
    assert {a.id for a in held_out} == {a.id for a in again}
    assert len(held_out) == 8
    assert len(learn) == 42


@pytest.mark.parametrize("offset", [0, 3, 12])
def test_windows_lie_side_by_side(offset):
    windows = tile(_example(40), 12, offset)
    assert all(w.end - w.start <= 12 for w in windows)
    assert all(a.end <= b.start for a, b in itertools.pairwise(windows))


def test_batches_depend_on_the_seed_alone():
    examples = [_example(n) for n in (30, 40, 55)]
    bounds = [
        [[(w.start, w.end) for w in group] for group in epoch_batches(examples, 12, 2, seed)]
        for seed in (1, 1, 2)
    ]
    assert bounds[0] == bounds[1]
    assert bounds[0] != bounds[2]


def test_links_name_the_right_partners_within_the_window():
    attributions = (
        PieceAttribution(source=(0, 1), cue=(1, 2), content=((2, 5), (8, 10))),
        PieceAttribution(source=None, cue=(12, 13), content=((13, 16),)),
    )
    links = window_links(Window(_example(attributions=attributions), 0, 20))
    assert links.contents == [(2, 5), (8, 10), (13, 16)]
    assert links.content_cue == [0, 0, 1]
    assert links.content_source == [0, 0, 1]
    assert links.cue_source == [0, 1]
    assert links.content_before == [0, 1, 0]


def test_a_partner_outside_the_window_is_no_target():
    attributions = (PieceAttribution(source=(0, 1), cue=(1, 2), content=((12, 15),)),)
    links = window_links(Window(_example(attributions=attributions), 10, 20))
    assert links.contents == [(2, 5)]
    assert links.content_cue == [NO_TARGET]
    assert links.content_source == [NO_TARGET]


def test_batches_pad_and_name_none_by_the_number_of_columns():
    attributions = (PieceAttribution(source=None, cue=(1, 2), content=((2, 5),)),)
    example = _example(attributions=attributions)
    batch = make_batch([Window(example, 0, 20), Window(example, 20, 30)])
    assert batch.ids.shape == (2, 22)
    assert batch.real.sum(axis=1).tolist() == [20, 10]
    sources = batch.links["content_source"]
    assert sources.targets[0].tolist() == [sources.candidates.shape[1]]
    assert sources.targets[1].tolist() == [NO_TARGET]


def test_a_find_is_right_by_half_of_content_and_source():
    yardstick = Yardstick.of(_article(_gold("Oke", "it rained")))
    content, source = [_span("it rained")], [_span("Oke")]
    assert yardstick.right([yardstick.claim(content, source)]) == [True]
    assert yardstick.right([yardstick.claim(content, [_span("Ada")])]) == [False]
    assert yardstick.right([yardstick.claim(content, [])]) == [False]
    assert yardstick.right([yardstick.claim([_span("it snowed")], source)]) == [False]


def test_the_second_of_two_like_finds_is_wrong():
    yardstick = Yardstick.of(_article(_gold("Oke", "it rained")))
    claim = yardstick.claim([_span("it rained")], [_span("Oke")])
    assert sorted(yardstick.right([claim, claim])) == [False, True]


def test_a_missing_source_must_be_missing():
    yardstick = Yardstick.of(_article(_gold(None, "it rained")))
    content = [_span("it rained")]
    assert yardstick.right([yardstick.claim(content, [])]) == [True]
    assert yardstick.right([yardstick.claim(content, [_span("Oke")])]) == [False]


def test_logistic_regression_finds_the_weights_that_made_the_data():
    rng = np.random.default_rng(5)
    rows = [{"bias": 1.0, "a": float(a), "b": float(b)} for a, b in rng.normal(size=(4000, 2))]
    chances = [1 / (1 + np.exp(-(0.5 + 2 * r["a"] - r["b"]))) for r in rows]
    right = [bool(rng.random() < p) for p in chances]
    weights = fit(rows, right, 0.01)
    assert weights["bias"] == pytest.approx(0.5, abs=0.2)
    assert weights["a"] == pytest.approx(2.0, abs=0.25)
    assert weights["b"] == pytest.approx(-1.0, abs=0.2)


def test_the_best_threshold_keeps_what_helps():
    scored = [(0.9, True), (0.8, True), (0.3, False), (0.2, False)]
    assert best_threshold(scored, 2) == (1.0, 0.8)


def test_counts_add_up():
    total = Counts(1, 2, 4)
    total.add(Counts(1, 2, 0))
    assert total.table() == {"p": 0.5, "r": 0.5, "f1": 0.5}


def test_reliability_is_perfect_where_confidence_is_the_share_of_right_finds():
    table = Reliability()
    for is_right in (True, True, True, False):
        table.add(0.75, is_right)
    assert table.error() == 0
    assert table.table()[0]["share_right"] == 0.75


def test_the_settings_file_is_complete():
    settings = read_settings()
    assert settings.stride <= settings.window
    assert settings.seeds
