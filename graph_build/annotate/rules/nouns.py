"""Nouns that carry a content: "concerns amongst many that ...", "X's claim that ..."."""

from collections.abc import Iterator

from graph_build.annotate.language import Token
from graph_build.annotate.parsed import Paragraph, Range, Unit
from graph_build.annotate.rules.candidate import Candidate, trim
from graph_build.annotate.rules.phrases import (
    noun_phrase,
    subject_of,
    subtree_range,
    with_loose_end,
)
from graph_build.annotate.vocabulary import Vocabulary

_HOLDERS = {"by", "of", "among", "amongst", "from", "within"}


def reporting_nouns(
    paragraph: Paragraph, unit: Unit, vocabulary: Vocabulary
) -> Iterator[Candidate]:
    """An attribution for each noun of the lexicon with a that-clause and somebody who holds it."""
    for token in paragraph.doc[unit.start : unit.end]:
        if token.pos_ != "NOUN" or unit.is_quoted(token.i):
            continue
        cue = vocabulary.noun_cue(token)
        clause = _that_clause(token) if cue is not None else None
        if cue is None or clause is None:
            continue
        holder = _holder(token)
        start, end = subtree_range(clause, unit)
        content = trim(paragraph, (start, with_loose_end(unit, paragraph.doc, end)))
        if content is None or holder is None or unit.is_quoted(holder.i):
            continue
        source = _holder_range(holder, content)
        yield Candidate(
            "rules:noun-clause",
            (content,),
            (source,),
            ((token.i, token.i + 1),),
            lemma=cue.lemma,
            confidence=0.5,
        )


def _that_clause(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ in {"acl", "ccomp"} and any(
            t.dep_ == "mark" and t.lower_ == "that" for t in child.children
        ):
            return child
    return None


def _holder(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in _HOLDERS:
            return next((t for t in child.children if t.dep_ in {"pobj", "amod"}), None)
    if noun.dep_ in {"dobj", "attr"} and noun.head.lemma_ in {"express", "voice", "have", "raise"}:
        return subject_of(noun.head)
    return None


def _holder_range(holder: Token, content: Range) -> Range:
    start, end = noun_phrase(holder)
    if start < content[0] < end:
        end = content[0]
    if end > start + 1 and holder.doc[end - 1].tag_ == "POS":
        end -= 1
    return (start, end)
