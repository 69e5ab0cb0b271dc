"""Articles as word pieces with gold tags and links, and the windows that training sees of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.trained.encoding import Encoding, Tokenizer, encode, lines_of
from graph_build.annotate.trained.tags import ROLES, PieceSpan, tags_of
from graph_build.train.corpus import Article, CharSpan

Ints = NDArray[np.int64]
NO_TARGET = -100


@dataclass(frozen=True, slots=True)
class PieceAttribution:
    """A gold attribution in word pieces; source and cue None where absent."""

    source: PieceSpan | None
    cue: PieceSpan | None
    content: tuple[PieceSpan, ...]


@dataclass(frozen=True)
class Example:
    """An article as training sees it; `tags` is roles x pieces."""

    article: Article
    encoding: Encoding
    tags: Ints
    attributions: tuple[PieceAttribution, ...]


@dataclass(frozen=True)
class Links:
    """Gold spans of a window and which of them belong together, by number; see `window_links`."""

    sources: list[PieceSpan]
    cues: list[PieceSpan]
    contents: list[PieceSpan]
    content_cue: list[int]
    content_source: list[int]
    cue_source: list[int]
    content_before: list[int]


@dataclass(frozen=True)
class Window:
    """Pieces [start, end) of an example."""

    example: Example
    start: int
    end: int


def make_example(tokenizer: Tokenizer, article: Article) -> Example:
    """An article in word pieces."""
    encoding = encode(tokenizer, list(lines_of(article.text)))
    attributions = tuple(
        PieceAttribution(
            source=_hull(encoding, a.source),
            cue=_hull(encoding, a.cue),
            content=tuple(s for c in a.content for s in _piece_spans(encoding, c)),
        )
        for a in article.attributions
    )
    spans: dict[str, list[PieceSpan]] = {role: [] for role in ROLES}
    for a in attributions:
        spans["source"] += [a.source] if a.source else []
        spans["cue"] += [a.cue] if a.cue else []
        spans["content"] += a.content
    tags = np.array([tags_of(spans[role], len(encoding)) for role in ROLES], dtype=np.int64)
    return Example(article, encoding, tags, attributions)


def _piece_spans(encoding: Encoding, span: CharSpan) -> Iterator[PieceSpan]:
    first = int(np.searchsorted(encoding.ends, span[0], side="right"))
    after = int(np.searchsorted(encoding.starts, span[1], side="left"))
    if first < after:
        yield first, after


def _hull(encoding: Encoding, spans: Sequence[CharSpan]) -> PieceSpan | None:
    """The one span of a source or cue; of several pieces (8 sources in the corpus) the longest."""
    found = [s for span in spans for s in _piece_spans(encoding, span)]
    return max(found, key=lambda s: (s[1] - s[0], -s[0])) if found else None


def tile(example: Example, size: int, offset: int) -> list[Window]:
    """Windows side by side over the example, the first cut short at `offset` pieces."""
    length = len(example.encoding)
    cuts = [0, *range(offset or size, length, size), length]
    return [Window(example, a, b) for a, b in pairwise(cuts) if b - a > 8]


def window_links(window: Window) -> Links:
    """The gold spans cut to the window, and for each its partner's number.

    A source number one past the end means "no source"; NO_TARGET means that the partner lies
    outside the window. `content_before` is 1 where the content piece before, in text order, is of
    the same attribution. Offsets are those of the window.
    """
    links = Links([], [], [], [], [], [], [])
    pairs: list[tuple[PieceSpan, int, int, int]] = []
    cue_targets: dict[int, int] = {}
    for number, a in enumerate(window.example.attributions):
        source = _number(links.sources, _cut(window, a.source))
        cue = _number(links.cues, _cut(window, a.cue))
        source = -1 if a.source is None else source
        if cue != NO_TARGET:
            cue_targets[cue] = source
        for piece in a.content:
            kept = _cut(window, piece)
            if kept is not None:
                pairs.append((kept, cue, source, number))
    pairs.sort()
    no_source = len(links.sources)
    owners = [None, *(p[3] for p in pairs)]
    for (span, cue, source, number), before in zip(pairs, owners, strict=False):
        links.contents.append(span)
        links.content_cue.append(cue)
        links.content_source.append(no_source if source == -1 else source)
        links.content_before.append(int(before == number))
    cue_sources = (cue_targets[i] for i in range(len(links.cues)))
    links.cue_source.extend(no_source if s == -1 else s for s in cue_sources)
    return links


def _cut(window: Window, span: PieceSpan | None) -> PieceSpan | None:
    if span is None:
        return None
    start, end = max(span[0], window.start), min(span[1], window.end)
    return (start - window.start, end - window.start) if start < end else None


def _number(known: list[PieceSpan], span: PieceSpan | None) -> int:
    """The number of a span in a list, which grows where the span is new."""
    if span is None:
        return NO_TARGET
    if span not in known:
        known.append(span)
    return known.index(span)
