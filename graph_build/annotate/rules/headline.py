"""Headline forms: "...: Reuters", "... - Reuters", "..., sources say", "Minister: ..."."""

import re
from collections.abc import Iterator

from graph_build.annotate.parsed import Paragraph, Range
from graph_build.annotate.rules.candidate import Candidate, trim
from graph_build.annotate.vocabulary import Vocabulary

_MAX_SOURCE_WORDS = 6
_SEPARATORS = {":", "-", "–", "—", "|"}


def headline_forms(
    paragraph: Paragraph, vocabulary: Vocabulary, media: frozenset[str]
) -> Iterator[Candidate]:
    """The attribution of a headline, if one of the forms fits.

    `media` holds case-folded names of agencies and outlets. A part counts as a source if it names
    a medium, is about people who speak (role or source nouns), or stands before a colon and what
    follows is quoted.
    """
    doc = paragraph.doc
    for i in range(len(doc) - 1, 0, -1):
        if doc[i].text in _SEPARATORS and _is_separate(paragraph, i):
            tail, front = (i + 1, len(doc)), (0, i)
            if _is_source(paragraph, tail, vocabulary, media):
                yield from _make(paragraph, front, tail, (i, i + 1), "headline-tail")
                return
            if doc[i].text == ":" and _is_source(paragraph, front, vocabulary, media):
                yield from _make(paragraph, tail, front, (i, i + 1), "headline-front")
                return
    yield from _says_at_end(paragraph, vocabulary)


def _is_separate(paragraph: Paragraph, i: int) -> bool:
    """Whether a dash stands between blanks (a hyphen does not part a headline)."""
    doc = paragraph.doc
    return doc[i].text in {":", "|"} or (bool(doc[i - 1].whitespace_) and bool(doc[i].whitespace_))


def _make(
    paragraph: Paragraph, content: Range, source: Range, cue: Range, rule: str
) -> Iterator[Candidate]:
    kept, said_by = trim(paragraph, content), trim(paragraph, source)
    if kept is not None and said_by is not None:
        yield Candidate(
            f"rules:{rule}", (kept,), (said_by,), (cue,), lemma="headline", confidence=0.9
        )


def _is_source(
    paragraph: Paragraph, part: Range, vocabulary: Vocabulary, media: frozenset[str]
) -> bool:
    tokens = [t for t in paragraph.doc[part[0] : part[1]] if not t.is_punct]
    if not 0 < len(tokens) <= _MAX_SOURCE_WORDS:
        return False
    text = " ".join(t.text for t in tokens).casefold()
    if text in media or re.sub(r"\s*\.com$", "", text) in media:
        return True
    last = tokens[-1].lemma_.lower()
    return last in vocabulary.role_nouns or last in vocabulary.medium_nouns


def _says_at_end(paragraph: Paragraph, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Find "..., Sources say": a reporting verb at the end, its subject after the last comma."""
    doc = paragraph.doc
    end = len(doc)
    while end > 0 and doc[end - 1].is_punct:
        end -= 1
    if end < 4 or not vocabulary.is_verb_cue(doc[end - 1]):
        return
    for i in range(end - 2, max(0, end - 2 - _MAX_SOURCE_WORDS), -1):
        if doc[i].text == ",":
            kept, source = trim(paragraph, (0, i)), trim(paragraph, (i + 1, end - 1))
            if kept is not None and source is not None:
                yield Candidate(
                    "rules:headline-says",
                    (kept,),
                    (source,),
                    ((end - 1, end),),
                    lemma=doc[end - 1].lemma_.lower(),
                    confidence=0.9,
                )
            return
