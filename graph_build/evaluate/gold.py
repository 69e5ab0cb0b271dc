"""Gold attributions from files: JSON lines of articles, or a folder of one JSON file a report."""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_build.errors import GraphBuildError
from graph_build.model.text import BadSpanError, Span, merge_spans

Spans = tuple[Span, ...]


class GoldError(GraphBuildError, ValueError):
    """A file of gold or predicted attributions that cannot be used."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One attribution as it is scored; `others` are other extents of the content that are as good.

    An `optional` one may be found or not: it counts neither way.
    """

    content: Spans
    source: Spans = ()
    cue: Spans = ()
    others: tuple[Spans, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text with what people found in it."""

    id: str
    text: str
    attributions: tuple[Scored, ...]
    publisher: str | None = None


def read_gold(path: Path, *, limit: int | None = None) -> Iterator[GoldArticle]:
    """The articles of a .jsonl[.gz] file, or of a folder of gold with its texts in ../seeds.

    Raises:
        GoldError: the file is missing, is no such file, or has a span outside its text.
    """
    if not path.exists():
        raise GoldError(f"{path} does not exist; name a .jsonl[.gz] file or a folder of gold")
    articles = _from_folder(path) if path.is_dir() else _from_lines(path)
    for number, article in enumerate(articles):
        if limit is not None and number >= limit:
            return
        yield article


def _from_lines(path: Path) -> Iterator[GoldArticle]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            where = f"{path}, line {number}"
            try:
                row = json.loads(line)
                yield _article(row["id"], row["text"], row["attributions"], row.get("publisher"))
            except (KeyError, TypeError, ValueError) as error:
                raise GoldError(f"{where}: not an article with attributions ({error})") from error


def _from_folder(folder: Path) -> Iterator[GoldArticle]:
    for path in sorted(folder.glob("*.json")):
        try:
            row = json.loads(path.read_text(encoding="utf-8"))
            text = (folder.parent / "seeds" / row["seed"]).read_bytes().decode("utf-8")
            yield _article(row["seed"], text, row["attributions"], None)
        except (KeyError, TypeError, ValueError, OSError) as error:
            raise GoldError(f"{path}: not gold of a report beside it ({error})") from error


def _article(
    name: str, text: str, rows: Sequence[Mapping[str, Any]], publisher: str | None
) -> GoldArticle:
    return GoldArticle(name, text, tuple(_scored(row, text) for row in rows), publisher)


def _scored(row: Mapping[str, Any], text: str) -> Scored:
    def spans(role: str) -> Spans:
        return _spans(row.get(f"{role}_offsets", row.get(role)) or [], text)

    return Scored(
        content=spans("content"),
        source=spans("source"),
        cue=spans("cue"),
        others=tuple(_spans(other, text) for other in row.get("accept_content_offsets") or ()),
        optional=bool(row.get("optional", False)),
    )


def _spans(pairs: Sequence[Sequence[int]], text: str) -> Spans:
    spans = merge_spans(Span(start, end) for start, end in pairs)
    if spans and spans[-1].end > len(text):
        raise BadSpanError(f"{spans[-1]} lies outside a text of {len(text)} characters")
    return spans
