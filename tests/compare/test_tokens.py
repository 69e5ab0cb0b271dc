import pytest

from graph_build.compare.alignment import align
from graph_build.compare.candidates import FEW, Index, key_of
from graph_build.compare.passages import compared_words, passages_of, stems_of
from graph_build.compare.tokens import plain_word, quoted_spans, tokens_in, written
from graph_build.compare.values import Sort, mark
from graph_build.model.comparison import ComparedReport
from graph_build.model.text import Span


def tokens(text):
    return tokens_in(text, [Span(0, len(text))], quoted=quoted_spans(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s", "its"), ("U.S.", "US"), ("three", "3"), ("2,500", "2500"), ("advisor", "adviser"),
        ("organise", "organize"), ("harbour", "harbor"), ("travelled", "traveled"),
        ("centre", "center"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_are_one(one, other):
    assert plain_word(one) == plain_word(other)


@pytest.mark.parametrize(("one", "other"), [("four", "five"), ("2024", "2025"), ("ship", "shop")])
def test_other_words_are_others(one, other):
    assert plain_word(one) != plain_word(other)


def test_words_in_marks_are_quoted_and_stand_as_written():
    found = tokens("He wants “a quick, final end” to it")
    assert [t.raw for t in found if t.quoted] == ["a", "quick", "final", "end"]
    assert written(found[2:5]) == "a quick, final"


def test_a_stretch_without_words_has_none():
    assert tokens("— … !") == []


def test_forms_of_a_country_are_one_word_and_the_pronoun_is_none():
    words = compared_words(tokens("American troops told us of U.S. plans"))
    assert words[0] == words[5]
    assert words[3] == "us"
    assert stems_of(tokens("Iraqi ships")) == stems_of(tokens("Iraq’s ships"))


def test_values_are_told_by_their_sort():
    marked = mark(tokens("At least three ships may not leave Port Alder on 5 May if it storms"))
    assert [marked.text(*run) for run in marked.runs(Sort.NUMBER)] == ["At least three"]
    assert [marked.text(*run) for run in marked.runs(Sort.DATE)] == ["5 May"]
    assert [marked.text(*run) for run in marked.runs(Sort.HEDGE)] == ["may"]
    assert [marked.text(*run) for run in marked.runs(Sort.NEGATION)] == ["not"]
    assert [marked.text(*run) for run in marked.runs(Sort.CONDITION)] == ["if"]
    assert [marked.text(*run) for run in marked.runs(Sort.NAME)] == ["Port Alder"]


def test_a_comma_parts_two_names():
    marked = mark(tokens("they saw Ada Quill, Harbour Master of it"))
    assert [marked.text(*run) for run in marked.runs(Sort.NAME)] == ["Ada Quill", "Harbour Master"]


def test_sentences_end_at_full_stops_but_not_at_abbreviations():
    text = "Gen. Quill left. The U.S. Navy stayed in the bay.\nAnother line here"
    report = ComparedReport("urn:r", "r", text, (Span(0, len(text)),), ())
    assert [p.span.cut(text) for p in passages_of(report)] == [
        "Gen. Quill left.", "The U.S. Navy stayed in the bay.", "Another line here",
    ]  # fmt: skip


def test_hunks_are_what_stands_between_equal_words():
    alignment = align(["a", "b", "c", "d", "e"], ["a", "x", "c", "e"])
    assert [(h.one, h.other) for h in alignment.hunks()] == [((1, 2), (1, 2)), ((3, 4), (3, 3))]
    assert alignment.turned().turned() == alignment


def test_the_index_pairs_who_shares_keys_and_joins_large_groups_sparsely():
    index = Index()
    for owner in range(2):
        index.add(owner, [key_of(("a", "b")), key_of(("b", "c"))])
    index.add(2, [key_of(("b", "c"))])
    assert index.pairs() == [(0, 1), (0, 2), (1, 2)]
    assert index.pairs(fewest=2) == [(0, 1)]
    crowd = Index()
    for owner in range(10 * FEW):
        crowd.add(owner, [1])
    pairs = crowd.pairs()
    assert {o for pair in pairs for o in pair} == set(range(10 * FEW))
    assert len(pairs) < 2 * 10 * FEW
    assert Index().pairs() == []
