"""The prepositional form: "According to X, ...", "..., according to X."."""

from collections.abc import Iterator

from graph_build.annotate.language import Token
from graph_build.annotate.parsed import Paragraph, Range, Unit
from graph_build.annotate.rules.candidate import Candidate, minus, trim
from graph_build.annotate.rules.phrases import extend_apposition, noun_phrase, skip_connective
from graph_build.annotate.vocabulary import Vocabulary


def according_to(paragraph: Paragraph, unit: Unit, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """An attribution for each "according to" outside quotations."""
    doc = paragraph.doc
    for at in range(unit.start, unit.end - 2):
        if doc[at].lower_ != "according" or doc[at + 1].lower_ != "to" or unit.is_quoted(at):
            continue
        head = _object(doc[at + 1])
        if head is None or head.i >= unit.end:
            continue
        source = _source_range(paragraph, unit, head, at, vocabulary)
        content = _content(paragraph, unit, (at, source[1]))
        if content:
            yield Candidate(
                rule="rules:according-to",
                content=content,
                source=(source,),
                cue=((at, at + 2),),
                lemma="according to",
                confidence=0.9,
            )


def _object(preposition: Token) -> Token | None:
    found = next((t for t in preposition.children if t.dep_ == "pobj"), None)
    if found is None and preposition.i + 1 < len(preposition.doc):
        following = preposition.doc[preposition.i + 1 :]
        found = next((t for t in following[:8] if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    return found


def _source_range(
    paragraph: Paragraph, unit: Unit, head: Token, at: int, vocabulary: Vocabulary
) -> Range:
    """From after "to" to the end of the phrase and its appositions, never past a comma clause."""
    doc = paragraph.doc
    start, end = noun_phrase(head)
    start = max(at + 2, min(start, head.i))
    start = min(start, at + 2)
    if at == unit.start or doc[at - 1].text == ",":
        end = _before_main_clause(paragraph, unit, head, end)
    return (start, extend_apposition(doc, end, unit.end, vocabulary.role_nouns))


def _before_main_clause(paragraph: Paragraph, unit: Unit, head: Token, end: int) -> int:
    """The end of the phrase, cut at the first comma after its head if more follows."""
    doc = paragraph.doc
    for i in range(head.i + 1, min(end, unit.end)):
        if doc[i].text == ",":
            return i
    return end


def _content(paragraph: Paragraph, unit: Unit, phrase: Range) -> tuple[Range, ...]:
    """The rest of the unit: what follows a fronted phrase, what precedes a final one, else both.

    In the middle of a sentence ("and, according to sources, to clarify details") the part after
    the phrase is the content where it is set off by commas on both sides after a conjunction.
    """
    doc = paragraph.doc
    start = skip_connective(paragraph, unit.start, phrase[0])
    before, after = (start, phrase[0]), (phrase[1], unit.end)
    words_before = [t for t in doc[before[0] : before[1]] if not t.is_punct]
    words_after = [t for t in doc[after[0] : after[1]] if not t.is_punct]
    if not words_before:
        kept: tuple[Range, ...] = (after,)
    elif len(words_after) <= 2 or doc[after[0]].text != ",":
        kept = (_last_clause(paragraph, before),)
    elif words_before[-1].dep_ == "cc":
        kept = (after,)
    else:
        kept = minus((start, unit.end), (phrase,))
    return tuple(t for part in kept if (t := trim(paragraph, part)) is not None)


def _last_clause(paragraph: Paragraph, before: Range) -> Range:
    """The clause that a final "according to X" belongs to: after the last semicolon, if any."""
    doc = paragraph.doc
    for i in range(before[1] - 1, before[0], -1):
        if doc[i].text == ";":
            return (i + 1, before[1])
    return before
