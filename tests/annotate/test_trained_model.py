"""The shipped model on texts of our own. Skipped where model or onnxruntime are not installed."""

from pathlib import Path

import pytest

import graph_build
from graph_build.annotate.parsed import ParsedReport
from graph_build.annotate.trained import Bundle, CueNames, TrainedExtractor
from graph_build.model.attribution import SpeechMode
from graph_build.read import make_reading_text, report_from_text
from ontology.lexicon import load_lexicon

_FOLDER = Path(graph_build.__file__).parent / "data" / "model"
pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not (_FOLDER / "model.onnx").exists(), reason="no trained model here"),
]

_REPORT = """Harbour to close for winter, council says

The harbour will close in December, Mayor Ada Lind said on Monday.

“We looked at every other way,” she told reporters. “There was none.”

According to the fishermen's union, forty boats will have to move.

Councillor Jon Hale denied that the decision had been taken in secret.

It rained all day.
"""


@pytest.fixture(scope="module")
def extractor():
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    return TrainedExtractor(Bundle(_FOLDER), CueNames.of(load_lexicon().cues))


def _extract(extractor, text):
    report = report_from_text(text, file_name="r.txt")
    return extractor.attributions(ParsedReport(report, make_reading_text(report)))


def _by_source(found, text):
    return {" ".join(s.cut(text) for s in a.source): a for a in found}


def test_the_plain_forms_are_found(extractor):
    found = _by_source(_extract(extractor, _REPORT), _REPORT)
    assert {"Mayor Ada Lind", "she", "the fishermen's union", "Councillor Jon Hale"} <= set(found)
    assert found["Mayor Ada Lind"].mode is SpeechMode.INDIRECT
    assert found["Councillor Jon Hale"].cue_lemma == "deny"


def test_a_split_quotation_is_one_attribution(extractor):
    spoken = _by_source(_extract(extractor, _REPORT), _REPORT)["she"]
    pieces = [s.cut(_REPORT) for s in spoken.content]
    assert pieces == ["“We looked at every other way,”", "“There was none.”"]
    assert spoken.mode is SpeechMode.DIRECT


def test_a_sentence_of_the_reporter_has_no_source(extractor):
    start = _REPORT.index("It rained")
    assert all(a.end <= start for a in _extract(extractor, _REPORT))


def test_the_same_report_gives_the_same_answer(extractor):
    first = _extract(extractor, _REPORT)
    again = TrainedExtractor(Bundle(_FOLDER, threads=2), extractor.names)
    assert _extract(again, _REPORT) == first


def test_what_else_was_read_before_changes_nothing(extractor):
    first = _extract(extractor, _REPORT)
    _extract(extractor, "Another text\n\n" + "It was cold, she said. " * 50)
    assert _extract(extractor, _REPORT) == first


@pytest.mark.parametrize("quote", ['"{}"', "''{}''", "``{}''", "«{}»"])
def test_other_quotation_marks_do_as_well(extractor, quote):
    text = _REPORT.replace("“We looked at every other way,”", quote.format("We looked, yes,"))
    text = text.replace("“There was none.”", quote.format("There was none."))
    spoken = _by_source(_extract(extractor, text), text)["she"]
    assert "There was none" in spoken.content[-1].cut(text)


@pytest.mark.parametrize(
    "text",
    ["", "\n \n", "“", "a", "SAID", "�" * 500, "he said " * 3000, "word" * 5000, "“" * 300],
)
def test_odd_texts_come_through(extractor, text):
    for attribution in _extract(extractor, text):
        assert 0 <= attribution.start < attribution.end <= len(text)


def test_a_text_in_capitals_comes_through(extractor):
    text = _REPORT.upper()
    assert isinstance(_extract(extractor, text), tuple)
