"""Names of cues from their words, and chains taken over from the rules."""

from dataclasses import dataclass

import pytest

from graph_build.annotate.trained.chained import ChainedExtractor, complete
from graph_build.annotate.trained.cue_names import CueNames
from graph_build.model.attribution import Attribution
from graph_build.model.text import Span
from ontology.lexicon import load_lexicon


@pytest.fixture(scope="module")
def names():
    return CueNames.of(load_lexicon().cues)


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("said", "say"),
        ("later told reporters", "tell"),
        ("has repeatedly denied", "deny"),
        ("called for", "call for"),
        ("According to", "according to"),
        (":", None),
        ("zigzagged", None),
    ],
)
def test_the_words_of_a_cue_have_the_name_that_the_lexicon_gives(names, words, lemma):
    assert names.name(words) == lemma


def _attribution(content, **rest):
    return Attribution(content=(Span(*content),), **rest)


def test_channel_and_basis_come_from_the_find_with_the_most_in_common():
    channel, basis = (Span(30, 37),), (Span(50, 60),)
    near = _attribution((0, 18), channel=channel, basis=basis, cue_lemma="tell")
    far = _attribution((70, 90), channel=(Span(95, 99),))
    found = complete(_attribution((0, 20), confidence=0.7), (far, near))
    assert (found.channel, found.basis, found.cue_lemma) == (channel, basis, "tell")
    assert found.confidence == 0.7


def test_nothing_is_taken_from_another_attribution():
    mine = _attribution((0, 20))
    assert complete(mine, (_attribution((15, 90), channel=(Span(95, 99),)),)) == mine
    assert complete(mine, ()) == mine


def test_a_shared_cue_is_enough():
    cue = (Span(21, 25),)
    channel = (Span(26, 33),)
    found = complete(
        _attribution((0, 20), cue=cue), (_attribution((40, 60), cue=cue, channel=channel),)
    )
    assert found.channel == channel


@dataclass
class _Fixed:
    name: str
    found: tuple

    def attributions(self, parsed):
        return self.found


def test_the_first_extractor_says_what_there_is():
    first = _Fixed("a", (_attribution((0, 20)),))
    second = _Fixed("b", (_attribution((0, 20), channel=(Span(30, 37),)), _attribution((40, 60))))
    chained = ChainedExtractor(first, second)
    [found] = chained.attributions(None)
    assert found.channel == (Span(30, 37),)
    assert "a" in chained.name
