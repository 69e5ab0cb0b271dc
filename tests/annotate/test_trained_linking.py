"""Which spans are tied together, and how a draft becomes an attribution."""

import re

import numpy as np
import pytest

from graph_build.annotate.trained.bundle import Decoder, LinkTable
from graph_build.annotate.trained.confidence import probability, signals
from graph_build.annotate.trained.encoder import Readout
from graph_build.annotate.trained.encoding import Encoding, Line, encode
from graph_build.annotate.trained.extractor import speech_mode
from graph_build.annotate.trained.geometry import GAP_ROWS, LINE_ROWS
from graph_build.annotate.trained.linking import Draft, Linker
from graph_build.annotate.trained.pieces import tidied
from graph_build.annotate.trained.spans import FoundSpan, Lattice
from graph_build.annotate.trained.tags import ROLES, Tag, may_follow, tags_of
from graph_build.model.attribution import SpeechMode

_KINDS = ("content_cue", "content_source", "cue_source", "content_before")
_SIZE = 4


def _decoder(**changes):
    legal = np.array([[may_follow(a, b) for b in Tag] for a in Tag])
    steps = np.where(legal, 0.0, -1e4)
    links = {
        kind: LinkTable(
            item=2 * i * _SIZE,
            other=(2 * i + 1) * _SIZE,
            none=8 * _SIZE + i,
            size=_SIZE,
            gap=np.zeros(GAP_ROWS),
            line=np.zeros(LINE_ROWS),
        )
        for i, kind in enumerate(_KINDS)
    }
    values = {
        "name": "toy",
        "window": 318,
        "stride": 224,
        "steps": np.stack([steps] * len(ROLES)),
        "ready": (0.0, 0.0, 0.0),
        "links": links,
        "cue_reach": 50,
        "weights": {"content_source": 1.0, "cue_source": 1.0, "no_source": 0.0, "join": 0.0},
        "confidence": {"bias": 0.0},
        "threshold": 0.0,
    }
    return Decoder(**(values | changes))


def _encoding(length, *, lines=None, quote=None):
    at = np.arange(length)
    features = np.zeros((length, 3), dtype=np.int64)
    if quote is not None:
        features[:, 0] = quote
    numbers = np.zeros(length, dtype=np.int64) if lines is None else np.asarray(lines)
    return Encoding(at, 2 * at, 2 * at + 1, at, numbers, features)


class Vectors:
    """A readout in which pairs can be made to fit each other."""

    def __init__(self, decoder, length):
        self.decoder = decoder
        self.table = np.zeros((length, 8 * _SIZE + len(_KINDS)), dtype=np.float32)
        self.used = dict.fromkeys(_KINDS, 0)

    def tie(self, kind, item, other, *, strength=3.0):
        link, slot = self.decoder.links[kind], self.used[kind]
        self.used[kind] += 1
        self.table[slice(*item), link.item + slot] = strength
        self.table[slice(*other), link.other + slot] = strength

    def leave_alone(self, kind, item, *, strength=9.0):
        self.table[slice(*item), self.decoder.links[kind].none] = strength

    def readout(self):
        return Readout(np.zeros((3, len(self.table), 5), np.float32), self.table)


def _found(*spans):
    return [FoundSpan(s, -0.1, 0.9) for s in spans]


def _link(encoding, vectors, *, contents, cues, sources):
    linker = Linker(
        encoding,
        vectors.readout(),
        vectors.decoder,
        _found(*contents),
        _found(*cues),
        _found(*sources),
    )
    return [
        (
            [f.span for f in d.content],
            d.cue.span if d.cue else None,
            d.source.span if d.source else None,
        )
        for d in linker.drafts()
    ]


def test_contents_of_one_cue_are_one_attribution():
    vectors = Vectors(_decoder(), 20)
    vectors.tie("content_cue", (0, 4), (5, 6))
    vectors.tie("content_cue", (8, 12), (5, 6))
    vectors.tie("cue_source", (5, 6), (4, 5))
    found = _link(
        _encoding(20), vectors, contents=[(0, 4), (8, 12)], cues=[(5, 6)], sources=[(4, 5)]
    )
    assert found == [([(0, 4), (8, 12)], (5, 6), (4, 5))]


def test_the_vectors_and_not_the_distance_choose_the_cue():
    vectors = Vectors(_decoder(), 20)
    vectors.tie("content_cue", (0, 4), (15, 16))
    found = _link(_encoding(20), vectors, contents=[(0, 4)], cues=[(4, 5), (15, 16)], sources=[])
    assert found[0][1] == (15, 16)


def test_a_cue_of_another_line_is_not_taken():
    vectors = Vectors(_decoder(), 10)
    vectors.tie("content_cue", (0, 4), (6, 7))
    encoding = _encoding(10, lines=[0] * 5 + [1] * 5)
    found = _link(encoding, vectors, contents=[(0, 4)], cues=[(6, 7)], sources=[])
    assert found == [([(0, 4)], None, None)]


def test_a_content_without_cue_joins_the_one_before_if_it_goes_on_with_it():
    vectors = Vectors(_decoder(), 10)
    vectors.tie("content_before", (5, 9), (0, 4))
    found = _link(_encoding(10), vectors, contents=[(0, 4), (5, 9)], cues=[], sources=[])
    assert found == [([(0, 4), (5, 9)], None, None)]


def test_a_content_without_cue_stands_alone_otherwise():
    found = _link(
        _encoding(10), Vectors(_decoder(), 10), contents=[(0, 4), (5, 9)], cues=[], sources=[]
    )
    assert [content for content, _, _ in found] == [[(0, 4)], [(5, 9)]]


def test_no_source_is_an_answer():
    vectors = Vectors(_decoder(), 12)
    vectors.tie("content_cue", (0, 4), (5, 6))
    vectors.leave_alone("cue_source", (5, 6))
    found = _link(_encoding(12), vectors, contents=[(0, 4)], cues=[(5, 6)], sources=[(7, 8)])
    assert found == [([(0, 4)], (5, 6), None)]


def test_a_source_out_of_reach_is_not_taken():
    vectors = Vectors(_decoder(cue_reach=5), 40)
    vectors.tie("content_source", (0, 4), (30, 31))
    found = _link(_encoding(40), vectors, contents=[(0, 4)], cues=[], sources=[(30, 31)])
    assert found == [([(0, 4)], None, None)]


def _draft(*spans, cue=None, source=None):
    one = _found(cue)[0] if cue else None
    other = _found(source)[0] if source else None
    return Draft(tuple(_found(*spans)), other, one, -0.1, -0.2)


@pytest.mark.parametrize(
    ("quote", "mode"),
    [
        ([1, 2, 2, 1, 0, 0, 0, 0, 0, 0], SpeechMode.DIRECT),
        ([0] * 10, SpeechMode.INDIRECT),
        ([0, 0, 1, 2], SpeechMode.MIXED),
    ],
)
def test_the_share_of_quoted_words_is_the_mode(quote, mode):
    encoding = _encoding(len(quote), quote=quote)
    assert speech_mode(_draft((0, 4)), encoding) is mode


def test_signals_tell_a_missing_cue_from_a_sure_one():
    encoding = _encoding(10)
    with_cue = signals(_draft((0, 4), cue=(5, 6)), encoding)
    without = signals(_draft((0, 4)), encoding)
    assert set(with_cue) == set(without)
    assert with_cue["no_cue"] == 0
    assert without["no_cue"] == 1


def test_probability_rises_with_the_weighted_signal():
    weights = {"a": 2.0}
    chances = [probability({"a": a, "unknown": 9.0}, weights) for a in (-100.0, 0.0, 1.0, 100.0)]
    assert chances == sorted(chances)
    assert chances[1] == 0.5
    assert 0 < chances[0] < chances[-1] < 1


def test_spans_are_grown_to_whole_words_and_cut_at_lines():
    length = 12
    scores = np.full((3, length, 5), -5.0, dtype=np.float32)
    for i, tag in enumerate(tags_of([(1, 6)], length)):
        scores[2, i, tag] = 5.0
    scores[:2, :, Tag.OUTSIDE] = 5.0
    words = np.array([0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10])
    plain = _encoding(length)
    encoding = Encoding(plain.ids, plain.starts, plain.ends, words, plain.lines, plain.features)
    decoder = _decoder()
    lattice = Lattice.of(encoding, Readout(scores, np.zeros((length, 1))), decoder.steps)
    found = lattice.spans(decoder.ready)
    assert [f.span for f in found["content"]] == [(1, 7)]
    assert found["source"] == []
    assert np.exp(found["content"][0].exact) > 0.99


class WordPieces:
    """Every word and mark is a piece."""

    def encode_batch(self, input, *, add_special_tokens):  # noqa: A002
        from types import SimpleNamespace

        rows = [[m.span() for m in re.finditer(r"\w+|[^\w\s]", text)] for text in input]
        return [
            SimpleNamespace(ids=[1] * len(r), offsets=r, word_ids=list(range(len(r)))) for r in rows
        ]


def _contents(text, source, cue, contents):
    encoding = encode(WordPieces(), [Line(0, text)])

    def found(words):
        at = text.index(words)
        inside = (encoding.starts >= at) & (encoding.ends <= at + len(words))
        pieces = np.flatnonzero(inside)
        return FoundSpan((int(pieces[0]), int(pieces[-1]) + 1), -0.1, 0.9)

    draft = Draft(tuple(found(c) for c in contents), found(source), found(cue), -0.1, -0.1)
    spans = [f.span for f in tidied(draft, encoding).content]
    return [text[encoding.starts[a] : encoding.ends[b - 1]] for a, b in spans]


@pytest.mark.parametrize(
    ("text", "source", "contents", "kept"),
    [
        (
            "Growers voiced concern. The guild said it feared a frost.",
            "The guild", ["concern", "it feared a frost"], ["it feared a frost"],
        ),
        (
            "The fair drew no crowd, but the guild said it had gone well.",
            "the guild", ["no crowd", "it had gone well"], ["it had gone well"],
        ),
        (
            "The lane will close, the guild said, without giving a date.",
            "the guild", ["The lane will close", "without giving a date"], ["The lane will close"],
        ),
        (
            "The show is expected to last four days, the guild said.",
            "the guild", ["The show", "to last four days"],
            ["The show is expected to last four days"],
        ),
        (
            "The lane, the guild said, will close.",
            "the guild", ["The lane", "will close"], ["The lane", "will close"],
        ),
        (
            "“It froze,” Mr. Oke of the guild said. “We lost all.”",
            "Mr. Oke of the guild", ["“It froze,”", "“We lost all.”"],
            ["“It froze,”", "“We lost all.”"],
        ),
        (
            "In Lund, Mr. Oke said it had snowed.",
            "Mr. Oke", ["In Lund", "it had snowed"], ["In Lund", "it had snowed"],
        ),
    ],
)  # fmt: skip
def test_pieces_of_one_content_stand_together(text, source, contents, kept):
    assert _contents(text, source, "said", contents) == kept


def test_a_content_keeps_its_pieces_where_none_would_be_left():
    text = "Rain fell. It stopped. The guild said."
    assert _contents(text, "The guild", "said", ["Rain fell", "It stopped"]) == [
        "Rain fell", "It stopped",
    ]  # fmt: skip


def test_nearness_is_that_of_a_look_at_every_span():
    spans = [FoundSpan((a, a + 3), 0.0, 1.0) for a in range(0, 400, 7)]
    linker = Linker(_encoding(410), Readout(None, None), _decoder(), [], spans, spans[::2])
    for span in [(0, 2), (150, 160), (390, 400)]:
        for others in (linker.cues, linker.sources):
            slow = [
                j
                for j, other in enumerate(others)
                if other.span[0] - span[1] <= 50 and span[0] - other.span[1] <= 50
            ]
            assert linker._near(span, others) == slow
