from itertools import combinations

from graph_build.compare.near_copies import near_copies
from graph_build.model.comparison import ComparedReport
from graph_build.model.text import Span

WORDS = [f"w{n}" for n in range(100)]


def report(number, text, *, headline=""):
    body = Span(len(headline), len(headline) + len(text))
    return ComparedReport(f"urn:r:{number:04}", f"{number}.txt", headline + text, (body,), ())


def found(*texts):
    copies = near_copies(report(n, text) for n, text in enumerate(texts))
    return [(c.first[-1], c.second[-1]) for c in copies]


def test_equal_texts_under_other_headlines_are_copies():
    text = "the ferry will not sail before the storm has gone by"
    first, second = report(1, text, headline="No ferry\n"), report(2, text, headline="Storm!\n")
    (copy,) = near_copies([second, first])
    assert (copy.first, copy.second, copy.of_reports) == (first.report, second.report, True)
    assert (copy.kind, copy.verdict) == ("near-copy", "not-independent")
    assert copy.reason == "All 11 words of the two texts are the same."


def test_a_copy_with_some_words_changed_or_cut_is_one():
    text = " ".join(WORDS)
    changed = " ".join("x" if n in {20, 50, 80} else word for n, word in enumerate(WORDS))
    assert found(text, changed) == [("0", "1")]
    assert found(text, " ".join(WORDS[:60])) == [("0", "1")]


def test_texts_that_share_a_paragraph_are_none():
    other = " ".join(f"v{n}" for n in range(60))
    assert found(" ".join(WORDS), f"{other} {' '.join(WORDS[:40])}") == []


def test_a_few_words_are_no_text():
    assert found("the ferry sails", "the ferry sails") == []
    assert found("—", "—") == []


def test_a_large_family_of_copies_is_joined_without_all_pairs():
    pairs = near_copies(report(n, " ".join(WORDS)) for n in range(100))
    assert len({r for c in pairs for r in (c.first, c.second)}) == 100
    assert len(pairs) < len(list(combinations(range(100), 2))) / 10


def test_the_order_of_the_reports_changes_nothing():
    reports = [report(n, " ".join(WORDS[n:])) for n in range(6)]
    assert near_copies(reports) == near_copies(reversed(reports))
