"""Tags, spans, and the tag chain against a search through all sequences."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_build.annotate.trained.chain import Chain
from graph_build.annotate.trained.geometry import GAP_ROWS, LINE_ROWS, gap_row, line_row
from graph_build.annotate.trained.tags import ROLES, Tag, may_follow, spans_of, tags_of

_NEVER = -1e4


@given(st.sets(st.integers(0, 30), max_size=12))
def test_tags_give_back_the_spans_they_were_made_of(cuts):
    edges = sorted(cuts)
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    assert spans_of(tags_of(spans, 31)) == spans


@given(st.sets(st.integers(0, 20), max_size=8))
def test_tags_of_spans_are_legal(cuts):
    edges = sorted(cuts)
    tags = tags_of(list(zip(edges[::2], edges[1::2], strict=False)), 21)
    assert all(may_follow(Tag(a), Tag(b)) for a, b in pairwise(tags))


def test_of_overlapping_spans_the_first_stays():
    assert spans_of(tags_of([(0, 4), (2, 6)], 8)) == [(0, 4)]


def test_a_span_cut_off_at_the_end_counts_as_far_as_it_goes():
    assert spans_of([Tag.OUTSIDE, Tag.FIRST, Tag.INNER]) == [(1, 3)]


def test_a_span_cut_off_at_the_start_counts_from_there():
    assert spans_of([Tag.INNER, Tag.LAST, Tag.OUTSIDE]) == [(0, 2)]


def _steps(rng):
    legal = np.array([[may_follow(a, b) for b in Tag] for a in Tag])
    return np.where(legal, rng.normal(size=(len(ROLES), len(Tag), len(Tag))), _NEVER)


def _score(scores, steps, tags):
    total = sum(scores[i, t] for i, t in enumerate(tags))
    return total + sum(steps[a, b] for a, b in pairwise(tags))


@pytest.fixture
def chain():
    rng = np.random.default_rng(3)
    parts = [rng.normal(size=(len(ROLES), n, len(Tag))) for n in (5, 4, 4, 1)]
    return Chain.of(parts, _steps(rng))


def _parts(chain):
    for i, size in enumerate(chain.lengths):
        for role in range(len(ROLES)):
            yield i, role, chain.scores[:size, role, i], chain.steps[role]


def test_the_best_tags_are_those_that_a_full_search_finds(chain):
    found = chain.best_tags([0.0] * len(ROLES))
    for i, role, scores, steps in _parts(chain):
        every = product(range(len(Tag)), repeat=len(scores))
        best = max(every, key=lambda tags: _score(scores, steps, tags))
        assert found[i][role].tolist() == list(best)


def _begun(tags):
    """Spans that begin at the start or after a piece outside."""
    before = [Tag.OUTSIDE, *tags[:-1]]
    pairs = zip(before, tags, strict=True)
    return sum(b in (Tag.FIRST, Tag.SINGLE) for a, b in pairs if a == Tag.OUTSIDE)


def test_the_readier_the_more_spans(chain):
    counts = [
        sum(_begun(row.tolist()) for tags in chain.best_tags([gift] * len(ROLES)) for row in tags)
        for gift in (-1000.0, -1.0, 0.0, 1.0, 1000.0)
    ]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_readiness_of_one_role_leaves_the_others_alone(chain):
    plain, ready = chain.best_tags([0.0, 0.0, 0.0]), chain.best_tags([9.0, 0.0, 0.0])
    assert all((a[1:] == b[1:]).all() for a, b in zip(plain, ready, strict=True))


def _all_weights(scores, steps):
    every = list(product(range(len(Tag)), repeat=len(scores)))
    weights = np.exp([_score(scores, steps, tags) for tags in every])
    return every, weights / weights.sum()


def test_the_probability_of_a_span_is_its_share_of_all_sequences(chain):
    for i, role, scores, steps in _parts(chain):
        every, shares = _all_weights(scores, steps)
        belief = chain.beliefs[i][role]
        for a in range(len(scores)):
            for b in range(a + 1, len(scores) + 1):
                wanted = tags_of([(a, b)], len(scores))[a:b]
                share = sum(
                    p for tags, p in zip(every, shares, strict=True) if list(tags[a:b]) == wanted
                )
                assert np.exp(belief.span((a, b))) == pytest.approx(share, abs=1e-9)


def test_the_probability_to_be_outside_is_its_share_of_all_sequences(chain):
    for i, role, scores, steps in _parts(chain):
        every, shares = _all_weights(scores, steps)
        for at in range(len(scores)):
            share = sum(p for tags, p in zip(every, shares, strict=True) if tags[at] == Tag.OUTSIDE)
            assert chain.beliefs[i][role].outside[at] == pytest.approx(share, abs=1e-9)


def test_gap_rows_stay_within_their_table():
    rows = {gap_row((500, 503), (a, a + 2)) for a in range(0, 1000, 1)}
    assert min(rows) == 0
    assert max(rows) == GAP_ROWS - 1


def test_spans_that_touch_or_not_have_different_rows():
    assert gap_row((5, 9), (9, 10)) != gap_row((5, 9), (10, 11))


def test_line_rows_tell_before_from_after():
    lines = np.array([0, 0, 1, 2, 5])
    rows = [line_row((2, 3), (i, i + 1), lines) for i in (2, 1, 3, 4)]
    assert rows == [0, 1, 2, LINE_ROWS - 1]
