"""The attribution corpus: articles of a JSON-lines file, and which of them are kept for tuning."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CharSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Who said what, as character spans of the article; every role may be in pieces or empty."""

    source: tuple[CharSpan, ...]
    cue: tuple[CharSpan, ...]
    content: tuple[CharSpan, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its attributions."""

    id: str
    publisher: str
    text: str
    attributions: tuple[GoldAttribution, ...]


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a .jsonl or .jsonl.gz file, in file order."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield Article(
                id=row["id"],
                publisher=row.get("publisher", ""),
                text=row["text"],
                attributions=tuple(
                    GoldAttribution(*(_spans(a, role) for role in ("source", "cue", "content")))
                    for a in row["attributions"]
                ),
            )


def _spans(row: dict[str, Any], role: str) -> tuple[CharSpan, ...]:
    return tuple(sorted((start, end) for start, end in row.get(role) or ()))


def split_for_tuning(
    articles: tuple[Article, ...], count: int
) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """Articles to learn from and `count` held out to choose thresholds on, by hash of their id."""
    ranked = sorted(articles, key=lambda a: hashlib.sha256(a.id.encode()).hexdigest())
    held_out = {a.id for a in ranked[:count]}
    learn = tuple(a for a in articles if a.id not in held_out)
    return learn, tuple(a for a in articles if a.id in held_out)
