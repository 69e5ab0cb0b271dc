"""Labels: short lines, honest marks."""

import pytest

from queries.render.tracing import NodeKind
from queries.render.wording import label_of


def test_words_spoken_directly_stand_in_quotation_marks():
    assert label_of(NodeKind.STATEMENT, "it rains", mode="direct") == "“it rains”"


def test_words_in_indirect_speech_stand_without_marks():
    assert label_of(NodeKind.STATEMENT, "it rains", mode="indirect") == "it rains"


def test_negative_words_carry_a_mark():
    assert label_of(NodeKind.STATEMENT, "it rains", polarity="negative") == "⊖ it rains"


def test_a_long_name_is_cut_with_an_ellipsis_on_its_last_line():
    lines = label_of(NodeKind.STATEMENT, "rain and more rain " * 20).split("\n")
    assert len(lines) == 3
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("kind", list(NodeKind))
def test_no_line_is_wider_than_its_column(kind):
    label = label_of(kind, "a-very-long-file-name-without-any-end-in-sight.txt " * 3)
    assert max(map(len, label.split("\n"))) <= 33


def test_a_file_name_that_fits_is_not_broken_at_its_hyphens():
    assert label_of(NodeKind.REPORT, "The Post\ndelta-wire-0307.txt") == (
        "The Post\ndelta-wire-0307.txt"
    )


@pytest.mark.parametrize("name", ["", " ", "\n"])
def test_a_node_without_a_name_says_so(name):
    assert label_of(NodeKind.SPEAKER, name) == "(no name)"
