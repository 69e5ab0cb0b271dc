"""Cuts a report into sentences for comparing, with the claims that each of them holds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph_build.compare.tokens import Token, plain_word, quoted_spans, tokens_in, without_genitive
from graph_build.compare.values import Marked, mark
from graph_build.model.comparison import ComparedClaim, ComparedReport
from graph_build.model.text import Span
from ontology.world import load_world

_END: Final = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])|\n+")
_ABBREVIATION: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|St|No|Inc|Ltd|Co|"
    r"Corp|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.\s+$"
)
FEWEST_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report: its words, what they are about, the claims it holds.

    `words` are those that are compared, the names of a country and its people made one; `stems`
    stand for those that say something, numbers left out.
    """

    report: str
    span: Span
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    marked: Marked
    stems: frozenset[str]
    claims: tuple[ComparedClaim, ...]


def passages_of(report: ComparedReport) -> tuple[Passage, ...]:
    """The sentences of the body of a report, in order."""
    quoted = quoted_spans(report.text, report.body)
    found = []
    for span in _sentences(report.text, report.body):
        tokens = tuple(tokens_in(report.text, [span], quoted=quoted))
        if len(tokens) >= FEWEST_WORDS:
            claims = tuple(_claims_in(report.claims, span))
            words, stems = compared_words(tokens), stems_of(tokens)
            found.append(Passage(report.report, span, tokens, words, mark(tokens), stems, claims))
    return tuple(found)


def stems_of(tokens: Iterable[Token]) -> frozenset[str]:
    """What some words are about."""
    return frozenset(
        thing_of(token) for token in tokens if token.is_content and not token.plain[0].isdigit()
    )


def compared_words(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The words of a sentence, the names of a country and its people made one."""
    return tuple(_country(token) or plain_word(without_genitive(token.raw)) for token in tokens)


def thing_of(token: Token) -> str:
    """The country that a word names, in whatever form, or else its stem."""
    return _country(token) or token.stem


def is_country(word: str) -> bool:
    """Whether a compared word stands for a country or region and its people."""
    return word in _country_words()


@cache
def _country_words() -> frozenset[str]:
    return frozenset(_countries().values())


def _country(token: Token) -> str | None:
    if not token.raw[0].isupper():
        return None
    return _countries().get(without_genitive(token.raw).casefold().replace(".", ""))


def _sentences(text: str, body: Iterable[Span]) -> Iterator[Span]:
    for zone in body:
        start = zone.start
        for match in _END.finditer(text, zone.start, zone.end):
            if "\n" in match[0] or not _ABBREVIATION.search(text, start, match.end()):
                yield from _trimmed(text, start, match.end())
                start = match.end()
        yield from _trimmed(text, start, zone.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        yield Span(first, start + len(piece.rstrip()))


def _claims_in(claims: Iterable[ComparedClaim], sentence: Span) -> Iterator[ComparedClaim]:
    return (c for c in claims if any(sentence.overlaps(s) for s in (*c.content, *c.source)))


@cache
def _countries() -> Mapping[str, str]:
    """From the folded name of a country, or of its people, to one word for it."""
    world = load_world()
    found = {word: iri for word, iri in world.by_demonym.items() if " " not in word}
    for iri, entity in world.entities.items():
        if entity.kind == "Country":
            found.update((label.casefold(), iri) for label in entity.labels if " " not in label)
    return {word.replace(".", ""): iri.rpartition("/")[2] for word, iri in sorted(found.items())}
