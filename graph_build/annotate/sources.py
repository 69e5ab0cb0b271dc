"""Descriptions of unnamed people: how many, of what kind, in what parts, and why unnamed."""

from collections.abc import Iterator

from graph_build.annotate.language import Doc, Token
from graph_build.annotate.parsed import Paragraph, ParsedReport, Range, Unit
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.annotation import SourceDescription, SourceGroup
from graph_build.model.text import Span

_LISTING = {"including": True, "include": True, "includes": True, "comprising": False}
_SPEAKING = {"speak", "talk"}
_BOUNDARY = {",", ";", "and", "or", "."}
_QUALIFIERS = {"ADJ", "PROPN", "NOUN", "NUM", "ADV"}


def describe_sources(parsed: ParsedReport, vocabulary: Vocabulary) -> tuple[SourceDescription, ...]:
    """The descriptions in text order; a list of parts after "including" belongs to its head."""
    found: list[SourceDescription] = []
    for paragraph in parsed.paragraphs:
        for unit in paragraph.units:
            found += _in_unit(paragraph, unit, vocabulary)
    return tuple(sorted(found))


def _in_unit(
    paragraph: Paragraph, unit: Unit, vocabulary: Vocabulary
) -> Iterator[SourceDescription]:
    heads = [
        t
        for t in paragraph.doc[unit.start : unit.end]
        if t.lemma_.lower() in vocabulary.unnamed_nouns
        and t.pos_ in {"NOUN", "PROPN", "ADJ"}
        and not _is_attributive(t)
    ]
    groups = [_group(paragraph, unit, t, vocabulary) for t in heads]
    skip: set[int] = set()
    for at, (head, group) in enumerate(zip(heads, groups, strict=True)):
        if at in skip:
            continue
        parts = _parts_of(paragraph, heads, at)
        listing = _listing_word(paragraph, heads, at) if parts else None
        if not parts and _says_who_spoke(paragraph, unit, vocabulary):
            parts = _row_of(paragraph, heads, groups, at)
        skip.update(parts)
        yield SourceDescription(
            span=_whole(paragraph, groups, at, parts),
            head=group[1],
            parts=tuple(groups[i][1] for i in parts),
            open_ended=bool(listing and _LISTING[listing]),
            reason=_reason(paragraph, unit, head, vocabulary),
        )


def _is_attributive(token: Token) -> bool:
    """Whether the noun only qualifies another ("official announcement", "source code")."""
    return token.dep_ in {"compound", "amod"} or (token.pos_ == "ADJ" and token.dep_ != "nsubj")


def _group(
    paragraph: Paragraph, unit: Unit, head: Token, vocabulary: Vocabulary
) -> tuple[Range, SourceGroup]:
    start = head.i
    while start > unit.start and _qualifies(paragraph.doc[start - 1], head):
        start -= 1
    words = list(paragraph.doc[start : head.i])
    size = next((s for t in words if (s := vocabulary.size(t.lower_)) is not None), None)
    plural = head.tag_ in {"NNS", "NNPS"}
    minimum, maximum = size if size is not None else ((2, None) if plural else (1, 1))
    qualifier = " ".join(
        t.text
        for t in words
        if t.pos_ != "DET" and vocabulary.size(t.lower_) is None and t.lower_ not in {"of", "one"}
    )
    after = _following_qualifier(paragraph, unit, head)
    if after[1] > after[0] and not qualifier:
        qualifier = paragraph.doc[after[0] : after[1]].text
    tokens = (start, max(head.i + 1, after[1]))
    noun = head.lemma_.lower()
    return tokens, SourceGroup(paragraph.raw(*tokens), minimum, maximum, qualifier, noun)


def _qualifies(token: Token, head: Token) -> bool:
    if token.is_quote or token.text in _BOUNDARY - {"and"}:
        return False
    if token.lower_ == "and":
        return head in {token.head, token.head.head}
    if token.text == "-":
        return True
    return token.pos_ in _QUALIFIERS or token.pos_ == "DET"


def _following_qualifier(paragraph: Paragraph, unit: Unit, head: Token) -> Range:
    """The phrase after "officials" that says of what: "from other nations", "familiar with ..."."""
    doc, start = paragraph.doc, head.i + 1
    opens = start < unit.end and (
        doc[start].lower_ in {"of", "from", "in", "at", "within", "close", "familiar", "affiliated"}
    )
    if not opens:
        return (start, start)
    end = start
    while end < unit.end and not _ends_qualifier(doc, end):
        end += 1
    return (start, end)


def _ends_qualifier(doc: Doc, at: int) -> bool:
    """Whether the phrase ends here: a comma, a finite verb, or "and" before another number."""
    token = doc[at]
    joins = token.dep_ == "cc" and at + 1 < len(doc) and doc[at + 1].pos_ == "NUM"
    return token.text in {",", ";", "."} or joins or _is_finite(token)


def _is_finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _parts_of(paragraph: Paragraph, heads: list[Token], at: int) -> tuple[int, ...]:
    """The heads listed after "including" behind this head, in the same sentence."""
    if _listing_word(paragraph, heads, at) is None:
        return ()
    parts = []
    for i in range(at + 1, len(heads)):
        between = paragraph.doc[heads[i - 1].i + 1 : heads[i].i]
        if any(_is_finite(t) for t in between) and i > at + 1:
            break
        if any(t.lower_ in {"all", "who"} for t in between):
            break
        parts.append(i)
    return tuple(parts) if len(parts) > 1 else ()


def _row_of(
    paragraph: Paragraph, heads: list[Token], groups: list[tuple[Range, SourceGroup]], at: int
) -> tuple[int, ...]:
    """The head and those counted in one row with it: "five US officials and three Iraqi ones"."""
    row = [at]
    for i in range(at + 1, len(heads)):
        between = paragraph.doc[groups[i - 1][0][1] : groups[i][0][0]]
        if any(t.text not in {",", "and"} for t in between) or not len(between):
            break
        row.append(i)
    counted = all(groups[i][1].minimum == groups[i][1].maximum for i in row)
    return tuple(row) if len(row) > 1 and counted else ()


def _says_who_spoke(paragraph: Paragraph, unit: Unit, vocabulary: Vocabulary) -> bool:
    """Whether the sentence tells of speaking, so that a row of people may be a row of sources."""
    return any(
        t.lemma_.lower() in _SPEAKING or (t.pos_ == "VERB" and vocabulary.is_verb_cue(t))
        for t in paragraph.doc[unit.start : unit.end]
    )


def _listing_word(paragraph: Paragraph, heads: list[Token], at: int) -> str | None:
    if at + 1 >= len(heads):
        return None
    between = paragraph.doc[heads[at].i + 1 : heads[at + 1].i]
    return next((t.lower_ for t in between if t.lower_ in _LISTING), None)


def _whole(
    paragraph: Paragraph,
    groups: list[tuple[Range, SourceGroup]],
    at: int,
    parts: tuple[int, ...],
) -> Span:
    last = groups[max(parts)][0][1] if parts else groups[at][0][1]
    return paragraph.raw(groups[at][0][0], last)


def _reason(paragraph: Paragraph, unit: Unit, head: Token, vocabulary: Vocabulary) -> Span | None:
    """The words that say why the sources are not named, up to the end of the clause."""
    text = paragraph.text
    first = head.idx
    last = paragraph.doc[unit.end - 1].idx
    lower = text.lower()
    triggers = vocabulary.lexicon.anonymity_triggers
    starts = [(at, -len(t)) for t in triggers if (at := lower.find(t, first, last)) >= 0]
    if not starts:
        return None
    at, length = min(starts)
    end = at - length
    while end < last and text[end] not in ',;"”':
        end += 1
    return paragraph.raw_chars(at, end)
