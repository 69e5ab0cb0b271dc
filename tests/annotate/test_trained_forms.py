"""Speaker labels and signed quotations."""

import re
from dataclasses import dataclass

import pytest

from graph_build.annotate.trained.encoding import encode, lines_of
from graph_build.annotate.trained.forms import find_forms, with_forms
from graph_build.annotate.trained.linking import Draft
from graph_build.annotate.trained.spans import FoundSpan


@dataclass
class _Pieces:
    ids: list
    offsets: list
    word_ids: list


class WordTokenizer:
    def encode_batch(self, input, *, add_special_tokens):  # noqa: A002
        assert not add_special_tokens
        rows = [[m.span() for m in re.finditer(r"\w+|[^\w\s]", text)] for text in input]
        return [_Pieces([1] * len(r), r, list(range(len(r)))) for r in rows]


def _encode(text):
    return encode(WordTokenizer(), list(lines_of(text)))


def _found(text, speakers=frozenset()):
    encoding = _encode(text)

    def words(span):
        return text[encoding.starts[span[0]] : encoding.ends[span[1] - 1]]

    return [
        (words(d.source.span), words(d.content[0].span)) for d in find_forms(encoding, speakers)
    ]


def test_lines_with_speaker_labels_are_speech():
    text = "Debate night\nOKE: It will rain.\nMODERATOR: Will it?\nThey went home."
    assert _found(text) == [("OKE", "It will rain."), ("MODERATOR", "Will it?")]


def test_one_label_alone_is_none():
    assert _found("Weather\nUPDATE: It will rain.\nThey went home.") == []


def test_a_name_before_a_quotation_is_its_speaker():
    assert _found("Weather\nAda Oke: “It will rain.”") == [("Ada Oke", "“It will rain.”")]


def test_headlines_have_no_labels():
    assert _found("Oke: “It will rain”\nIt rained.") == []


@pytest.mark.parametrize("dash", ["―", "—", "–", "--", "-"])
def test_a_quotation_is_signed_on_the_next_line(dash):
    text = f"Voices\n“It will rain for a week.”\n{dash} Ada Oke, farmer\n“No.”\nShe left."
    assert _found(text) == [("Ada Oke, farmer", "“It will rain for a week.”")]


def test_a_quotation_is_signed_on_its_own_line():
    text = "Voices\n“It will rain for a week.” ― Ada Oke.\nShe left."
    assert _found(text) == [("Ada Oke", "“It will rain for a week.”")]


def test_a_quotation_after_which_the_sentence_goes_on_is_not_signed():
    assert _found("Voices\n“It will rain for a week” — Ada said so. Then she left.\nMore.") == []


def test_labels_may_stand_inside_the_quotation_of_a_transcript():
    text = "Debate night\n“OKE: It will rain.\n“ADA: Will it?\nThey went home."
    assert _found(text) == [("OKE", "It will rain."), ("ADA", "Will it?")]


def test_a_list_below_a_quotation_is_no_signature():
    assert _found("Voices\n“It will rain for a week.”\n- It did rain.\nMore.") == []


def _draft(*span):
    return Draft((FoundSpan(span, -0.5, 0.5),), None, None, 0.0, 0.0)


def test_the_form_replaces_what_the_encoder_made_of_the_same_words():
    forms = find_forms(_encode("Head\nOKE: It will rain, Ada says, all day.\nADA: Yes."))
    [content] = forms[0].content
    start, end = content.span
    same, inner = _draft(start, end - 1), _draft(start, start + 3)
    kept = with_forms([same, inner], forms)
    assert same not in kept
    assert inner in kept
    assert all(form in kept for form in forms)


_SPEAKERS = frozenset({"daily oke", "sources", "minister"})


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Harbour to close in winter: Daily Oke", "Daily Oke"),
        ("Harbour to close in winter - Daily Oke", "Daily Oke"),
        ("Harbour to close in winter, Sources Say", "Sources"),
        ("Harbour to close in winter: prime minister", "prime minister"),
    ],
)
def test_a_headline_may_end_with_its_source(headline, source):
    assert _found(f"{headline}\nIt rained.", _SPEAKERS) == [(source, "Harbour to close in winter")]


@pytest.mark.parametrize(
    "headline", ["Harbour to close: what we know", "Harbour-side flats - a story, say", "Rain"]
)
def test_other_headlines_have_no_source(headline):
    assert _found(f"{headline}\nIt rained.", _SPEAKERS) == []
