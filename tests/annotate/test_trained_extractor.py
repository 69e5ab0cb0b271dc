"""From a report to attributions, with a stand-in for the encoder that knows the right spans."""

import hashlib
import json
import re
from dataclasses import dataclass

import numpy as np
import pytest

from graph_build.annotate.parsed import ParsedReport
from graph_build.annotate.trained.bundle import Bundle, DamagedModelError, Decoder, LinkTable
from graph_build.annotate.trained.encoder import Readout
from graph_build.annotate.trained.extractor import TrainedExtractor
from graph_build.annotate.trained.geometry import GAP_ROWS, LINE_ROWS
from graph_build.annotate.trained.tags import ROLES, Tag, may_follow, tags_of
from graph_build.model.attribution import SpeechMode
from graph_build.model.text import ReadingText, Report, Span, Text, Zone, ZoneKind

_KINDS = ("content_cue", "content_source", "cue_source", "content_before")


@dataclass
class _Pieces:
    ids: list
    offsets: list
    word_ids: list


class WordTokenizer:
    """Every word and mark is a piece."""

    def encode_batch(self, input, *, add_special_tokens):  # noqa: A002
        rows = [[m.span() for m in re.finditer(r"\w+|[^\w\s]", text)] for text in input]
        return [_Pieces([1] * len(r), r, list(range(len(r)))) for r in rows]


@dataclass
class KnowingEncoder:
    """Gives high scores to the pieces of given wordings."""

    text: str
    wanted: dict

    def read(self, encoding):
        emissions = np.full((3, len(encoding), 5), -4.0, dtype=np.float32)
        for number, role in enumerate(ROLES):
            spans = []
            for words in self.wanted.get(role, ()):
                start = self.text.index(words)
                inside = (encoding.starts >= start) & (encoding.ends <= start + len(words))
                at = np.flatnonzero(inside)
                if len(at):
                    spans.append((int(at[0]), int(at[-1]) + 1))
            for i, tag in enumerate(tags_of(spans, len(encoding))):
                emissions[number, i, tag] = 4.0
        return Readout(emissions, np.zeros((len(encoding), 36), dtype=np.float32))


def _decoder(threshold=0.0):
    legal = np.array([[may_follow(a, b) for b in Tag] for a in Tag])
    gap = -np.arange(GAP_ROWS, dtype=float)
    gap[13:] = -np.arange(GAP_ROWS - 13)
    links = {
        kind: LinkTable(8 * i, 8 * i + 4, 32 + i, 4, gap, np.zeros(LINE_ROWS))
        for i, kind in enumerate(_KINDS)
    }
    return Decoder(
        name="toy 1",
        window=318,
        stride=224,
        steps=np.stack([np.where(legal, 0.0, -1e4)] * 3),
        ready=(0.0, 0.0, 0.0),
        links=links,
        cue_reach=60,
        weights={"content_source": 1.0, "cue_source": 1.0, "no_source": -9.0, "join": 0.0},
        confidence={"bias": 1.0},
        threshold=threshold,
    )


@dataclass
class ToyBundle:
    encoder: object
    decoder: object
    tokenizer: object


def _parsed(text, kinds):
    zones, at = [], 0
    for line, kind in zip(text.split("\n"), kinds, strict=True):
        zones.append(Zone(Span(at, at + len(line)), kind, ""))
        at += len(line) + 1
    held = Text(text, hashlib.sha256(text.encode()).hexdigest())
    report = Report("r", held, "r.txt", None, tuple(zones))
    return ParsedReport(report, ReadingText(text, tuple(range(len(text) + 1))))


def _extract(text, kinds=None, *, threshold=0.0, **wanted):
    kinds = kinds or [ZoneKind.BODY] * (text.count("\n") + 1)
    bundle = ToyBundle(KnowingEncoder(text, wanted), _decoder(threshold), WordTokenizer())
    return TrainedExtractor(bundle).attributions(_parsed(text, kinds))


def _words(text, spans):
    return [s.cut(text) for s in spans]


def test_source_cue_and_split_content_are_one_attribution():
    text = "“Harvests rose,” Farmer Oke said. “More is to come.”"
    [found] = _extract(
        text,
        source=["Farmer Oke"],
        cue=["said"],
        content=["“Harvests rose,”", "“More is to come.”"],
    )
    assert _words(text, found.source) == ["Farmer Oke"]
    assert _words(text, found.cue) == ["said"]
    assert _words(text, found.content) == ["“Harvests rose,”", "“More is to come.”"]
    assert found.mode is SpeechMode.DIRECT
    assert found.method == "trained:with-cue"


def test_indirect_speech_has_its_mode():
    text = "Farmer Oke said harvests rose."
    [found] = _extract(text, source=["Farmer Oke"], cue=["said"], content=["harvests rose"])
    assert found.mode is SpeechMode.INDIRECT


def test_partly_quoted_speech_is_mixed():
    text = "Oke said harvests were “very good” again."
    [found] = _extract(
        text, source=["Oke"], cue=["said"], content=["harvests were “very good” again"]
    )
    assert found.mode is SpeechMode.MIXED


def test_headlines_have_their_mode():
    text = "Harvests rise: ministry\nIt rained."
    kinds = [ZoneKind.HEADLINE, ZoneKind.BODY]
    [found] = _extract(text, kinds, source=["ministry"], cue=[":"], content=["Harvests rise"])
    assert found.mode is SpeechMode.HEADLINE


def test_furniture_is_not_read():
    text = "Oke said it rained.\nRead more: Oke said it rained"
    kinds = [ZoneKind.BODY, ZoneKind.FURNITURE]
    found = _extract(text, kinds, source=["Oke"], cue=["said"], content=["it rained"])
    assert len(found) == 1


def test_finds_below_the_threshold_are_dropped():
    text = "Oke said it rained."
    wanted = {"source": ["Oke"], "cue": ["said"], "content": ["it rained"]}
    assert _extract(text, threshold=0.5, **wanted)
    assert not _extract(text, threshold=0.9, **wanted)


def test_confidence_is_a_probability():
    [found] = _extract("Oke said it rained.", source=["Oke"], cue=["said"], content=["it rained"])
    assert found.confidence == pytest.approx(1 / (1 + np.exp(-1)), abs=1e-4)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_has_no_attribution(text):
    report = Report("r", Text(text, ""), "r.txt", None, ())
    parsed = ParsedReport(report, ReadingText(text, tuple(range(len(text) + 1))))
    bundle = ToyBundle(KnowingEncoder("", {}), _decoder(), WordTokenizer())
    assert TrainedExtractor(bundle).attributions(parsed) == ()


def test_offsets_are_those_of_the_text_as_held():
    held = "Okesaid it rained."
    reading = "Oke said it rained."
    raw_of = (*range(3), 3, *range(3, len(held) + 1))
    zone = Zone(Span(0, len(held)), ZoneKind.BODY, "")
    report = Report("r", Text(held, ""), "r.txt", None, (zone,))
    wanted = {"source": ["Oke"], "cue": ["said"], "content": ["it rained"]}
    bundle = ToyBundle(KnowingEncoder(reading, wanted), _decoder(), WordTokenizer())
    parsed = ParsedReport(report, ReadingText(reading, raw_of))
    [found] = TrainedExtractor(bundle).attributions(parsed)
    assert _words(held, found.source) == ["Oke"]
    assert _words(held, found.cue) == ["said"]
    assert _words(held, found.content) == ["it rained"]


def _write_bundle(folder, *, sha256):
    table = {
        "name": "toy 1",
        "window": 318,
        "stride": 224,
        "steps": np.zeros((3, 5, 5)).tolist(),
        "ready": [0, 0, 0],
        "links": {},
        "cue_reach": 60,
        "weights": {},
        "confidence": {},
        "threshold": 0.5,
        "sha256": {"model.onnx": sha256, "tokenizer.json": sha256},
    }
    (folder / "decoder.json").write_text(json.dumps(table))


def test_a_folder_without_model_is_refused(tmp_path):
    with pytest.raises(DamagedModelError, match="no trained model"):
        _ = Bundle(tmp_path).decoder


def test_a_changed_file_is_refused(tmp_path):
    _write_bundle(tmp_path, sha256="0" * 64)
    (tmp_path / "model.onnx").write_bytes(b"not what was trained")
    with pytest.raises(DamagedModelError, match="checksum"):
        _ = Bundle(tmp_path).encoder


def test_a_missing_file_is_refused(tmp_path):
    _write_bundle(tmp_path, sha256="0" * 64)
    with pytest.raises(DamagedModelError, match=r"tokenizer\.json is missing"):
        _ = Bundle(tmp_path).tokenizer


def test_a_usual_report_is_one_part():
    parsed = _parsed("word " * 19 + "\n" + "word " * 19, [ZoneKind.HEADLINE, ZoneKind.BODY])
    [part] = parsed.parts()
    assert part.paragraphs == parsed.paragraphs


def test_very_long_lines_and_reports_are_cut_into_parts_without_loss():
    lines = ["word " * 30_000, "x" * 100_000, "“A. ” " * 9000, "end"]
    parsed = _parsed("\n".join(lines), [ZoneKind.BODY] * 4)
    parts = [part.paragraphs for part in parsed.parts()]
    assert all(sum(len(p.text) for p in part) <= 60_000 for part in parts)
    paragraphs = [p for part in parts for p in part]
    held = "".join(parsed.reading.content.split())
    assert "".join("".join(p.text for p in paragraphs).split()) == held
    starts = [p.start for p in paragraphs]
    assert starts == sorted(starts)


def test_parts_give_what_the_whole_gives():
    numbers = [f"{n:02}" for n in range(40)]
    text = "\n".join(f"Oke{n} said{n} it{n} rained." + " So it goes." * 400 for n in numbers)
    wanted = {
        "source": [f"Oke{n}" for n in numbers],
        "cue": [f"said{n}" for n in numbers],
        "content": [f"it{n} rained" for n in numbers],
    }
    bundle = ToyBundle(KnowingEncoder(text, wanted), _decoder(), WordTokenizer())
    parsed = _parsed(text, [ZoneKind.BODY] * 40)
    extractor = TrainedExtractor(bundle)
    parts = list(parsed.parts())
    assert len(parts) > 1
    in_parts = [a for part in parts for a in extractor.attributions(part)]
    assert tuple(in_parts) == extractor.attributions(parsed)
    assert len(in_parts) == 40


def test_a_long_stretch_that_is_no_language_is_not_read():
    text = "q " * 29_000
    bundle = ToyBundle(KnowingEncoder(text, {"content": ["q q"]}), _decoder(), WordTokenizer())
    assert TrainedExtractor(bundle).attributions(_parsed(text, [ZoneKind.BODY])) == ()
