import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_build.evaluate import (
    GoldArticle,
    GoldError,
    evaluate_attributions,
    peers_on,
    read_gold,
)
from graph_build.evaluate.gold import Scored
from graph_build.evaluate.tokens import TokenView, dice
from graph_build.model.text import Span

TEXT = 'The mayor said the bridge would open. "It is safe," she said. Nobody objected, it was said.'


def at(words: str, occurrence: int = 0) -> tuple[Span, ...]:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return (Span(start, start + len(words)),)


FIRST = Scored(content=at("the bridge would open"), source=at("The mayor"))
SECOND = Scored(content=at('"It is safe,"'), source=at("she"))
THIRD = Scored(content=at("Nobody objected"))


def scores(gold, found):
    return evaluate_attributions([(GoldArticle("a", TEXT, tuple(gold)), found)]).by_kind


def test_hand_worked_counts():
    wrong_source = Scored(content=FIRST.content, source=at("she"))
    result = scores([FIRST, SECOND, THIRD], [wrong_source, SECOND])
    assert (
        result["all"].right, result["all"].found, result["all"].recalled, result["all"].gold,
    ) == (1, 2, 1, 3)  # fmt: skip
    assert result["all"].precision == 0.5
    assert pytest.approx(1 / 3) == result["all"].recall
    assert pytest.approx(0.4) == result["all"].f1
    assert (result["direct"].right, result["direct"].gold) == (1, 1)


def test_gold_without_a_source_is_met_only_by_a_find_without_one():
    with_source = Scored(content=THIRD.content, source=at("she"))
    assert scores([THIRD], [with_source])["all"].right == 0
    assert scores([THIRD], [THIRD])["without-source"].right == 1


def test_optional_gold_counts_neither_way():
    optional = Scored(content=THIRD.content, optional=True)
    assert (scores([FIRST, optional], [FIRST])["all"].gold,) * 2 == (1, 1)
    assert scores([FIRST, optional], [FIRST, THIRD])["all"].precision == 1.0


def test_another_accepted_extent_is_as_good():
    gold = Scored(content=at("Nobody"), others=(at("the bridge would open"),), source=FIRST.source)
    assert scores([gold], [FIRST])["all"].right == 1


def test_a_double_find_costs_precision():
    assert scores([FIRST], [FIRST, FIRST])["all"].precision == 0.5


def test_quotation_marks_and_full_stops_are_never_counted():
    view = TokenView(TEXT)
    assert view.cover(at('"It is safe,"')) == view.cover(at("It is safe"))


def test_dice_of_two_empty_sets_is_one_and_of_one_empty_set_zero():
    assert dice(frozenset(), frozenset()) == 1.0
    assert dice(frozenset(), frozenset({1})) == 0.0


def test_gold_outside_its_text_is_refused_with_its_line(tmp_path):
    path = tmp_path / "gold.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "a", "text": "ab", "attributions": [{"content": [[0, 9]]}]}))
    with pytest.raises(GoldError, match="line 1"):
        list(read_gold(path))


def test_missing_gold_is_refused(tmp_path):
    with pytest.raises(GoldError, match="does not exist"):
        list(read_gold(tmp_path / "none.jsonl"))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 12)), max_size=8))
def test_gold_scored_against_itself_is_perfect(pairs):
    gold = [Scored(content=(Span(a, min(a + n, len(TEXT))),)) for a, n in pairs]
    result = scores(gold, gold)["all"]
    assert (result.found, result.gold) == (result.right, result.recalled)


def test_our_scorer_agrees_with_the_corpus_scorer(shared, pipeline):
    """The two count the same on a few development articles."""
    import importlib.util

    from graph_build.read import report_from_text

    spec = importlib.util.spec_from_file_location("corpus_score", shared / "polnear" / "score.py")
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    gold = list(read_gold(shared / "polnear" / "dev.jsonl.gz", limit=3))
    found = {g.id: pipeline.attributions(report_from_text(g.text, file_name=g.id)) for g in gold}
    ours = evaluate_attributions((g, found[g.id]) for g in gold).by_kind["all"]

    def row(a):
        roles = ("source", "cue", "content")
        return {r: [[s.start, s.end] for s in getattr(a, r)] for r in roles}

    golden = {
        g.id: {"text": g.text, "attributions": [row(a) for a in g.attributions]} for g in gold
    }
    predicted = {i: {"attributions": [row(a) for a in f]} for i, f in found.items()}
    expected = theirs.score(golden, predicted)["who_said_what"]
    assert (expected["tp_p"], expected["n_pred"], expected["tp_r"], expected["n_gold"]) == (
        ours.right, ours.found, ours.recalled, ours.gold,
    )  # fmt: skip


def test_borders_count_pieces_with_exactly_the_same_words():
    longer = Scored(content=at("said the bridge would open"), source=FIRST.source)
    result = scores([FIRST, SECOND], [longer, SECOND])
    assert (1, 2) == (result["spans content"].right, result["spans content"].found)
    assert (2, 2) == (result["spans source"].right, result["spans source"].gold)


def test_scores_by_publisher_stand_last():
    article = GoldArticle("a", TEXT, (FIRST,), publisher="The Harbour")
    by_kind = evaluate_attributions([(article, [FIRST])]).by_kind
    assert "publisher The Harbour" == list(by_kind)[-1]
    assert 1 == by_kind["publisher The Harbour"].right


def test_peers_are_shown_only_for_the_articles_they_were_scored_on(shared):
    gold = list(read_gold(shared / "polnear" / "dev.jsonl.gz"))
    names = [peer.name for peer in peers_on(article.id for article in gold)]
    assert "citron retrained" == names[0]
    assert () == peers_on(article.id for article in gold[1:])
