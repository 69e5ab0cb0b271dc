"""Words that lower certainty and words that negate, with what they stand over."""

from collections.abc import Iterator

from graph_build.annotate.language import Token
from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.annotation import Hedge, Negation


def find_hedges(parsed: ParsedReport, vocabulary: Vocabulary) -> tuple[Hedge, ...]:
    """The hedges of the lexicon, longest wording first, in text order."""
    found: list[Hedge] = []
    for paragraph in parsed.paragraphs:
        found += _hedges(paragraph, vocabulary)
    return tuple(sorted(found))


def _hedges(paragraph: Paragraph, vocabulary: Vocabulary) -> Iterator[Hedge]:
    doc, at = paragraph.doc, 0
    while at < len(doc):
        for length in range(vocabulary.longest_hedge, 0, -1):
            words = " ".join(t.lower_ for t in doc[at : at + length])
            lemmas = " ".join(t.lemma_.lower() for t in doc[at : at + length])
            hedge = vocabulary.hedge(words) or vocabulary.hedge(lemmas)
            if hedge is not None and at + length <= len(doc) and not _is_name(doc[at]):
                yield Hedge(paragraph.raw(at, at + length), hedge.certainty.lower())
                at += length - 1
                break
        at += 1


def _is_name(token: Token) -> bool:
    """Whether the word is part of a name or a month ("May")."""
    return bool(token.pos_ == "PROPN" or (token.text == "May" and token.pos_ != "AUX"))


def find_negations(parsed: ParsedReport) -> tuple[Negation, ...]:
    """The negations of main verbs of clauses, in text order; `scope` is the clause."""
    found: list[Negation] = []
    for paragraph in parsed.paragraphs:
        for token in paragraph.doc:
            if token.dep_ == "neg" and token.head.pos_ in {"VERB", "AUX"}:
                clause = token.head
                scope = paragraph.raw(clause.left_edge.i, clause.right_edge.i + 1)
                found.append(Negation(paragraph.raw(token.i, token.i + 1), scope))
    return tuple(sorted(found))
