"""Through whom and on whom a reporting verb rests: "told Reuters", "citing two officials"."""

from graph_build.annotate.language import Token
from graph_build.annotate.parsed import Paragraph, Range, Unit
from graph_build.annotate.rules.phrases import noun_phrase
from graph_build.annotate.vocabulary import Vocabulary

_CITING = {"cite", "quote"}
_OBJECTS = {"dobj", "dative", "pobj"}


def find_channel(
    paragraph: Paragraph, unit: Unit, verb: Token, vocabulary: Vocabulary
) -> tuple[Range, ...]:
    """The phrases that name the medium spoken to, as far as one stands in the reporting clause.

    Whether the phrase really names a medium is decided by the linker, which knows the names; here
    it is an addressee ("told X", "speaking to X"), an interview, or a quoting medium.
    """
    heads: list[Token] = []
    heads += _addressees(verb)
    governor = verb.head if verb.dep_ in {"advcl", "pcomp"} else None
    if governor is not None and governor.pos_ == "ADP":
        governor = governor.head
    for around in (verb, governor):
        if around is not None:
            heads += _interviewers(around, vocabulary)
    heads += _quoting_media(verb, governor)
    ranges = [
        noun_phrase(h) for h in heads if unit.start <= h.i < unit.end and not unit.is_quoted(h.i)
    ]
    return tuple(dict.fromkeys(ranges))


def _addressees(verb: Token) -> list[Token]:
    heads = []
    for child in verb.children:
        if child.i <= verb.i:
            continue
        if (
            child.dep_ in {"dobj", "dative"}
            and child.dep_ != "prep"
            and child.pos_ in {"PROPN", "NOUN"}
        ):
            heads.append(child)
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "with"}:
            heads += [t for t in child.children if t.dep_ == "pobj"]
    return heads


def _interviewers(verb: Token, vocabulary: Vocabulary) -> list[Token]:
    """Y in "in an interview with Y", "in a statement to Y", "speaking on Y"."""
    heads = []
    for child in verb.children:
        if child.dep_ != "prep" or child.lower_ not in {"in", "during", "on", "via"}:
            continue
        for event in child.children:
            if event.dep_ != "pobj":
                continue
            if event.lemma_.lower() in vocabulary.occasion_nouns:
                heads += [
                    t
                    for prep in event.children
                    if prep.dep_ == "prep" and prep.lower_ in {"with", "to", "on", "for"}
                    for t in prep.children
                    if t.dep_ == "pobj"
                ]
            elif event.lemma_.lower() in vocabulary.medium_nouns:
                heads.append(event)
    return heads


def _quoting_media(verb: Token, governor: Token | None) -> list[Token]:
    """X in "X quoted Y as saying", "an official quoted by X said"."""
    if governor is not None and verb.dep_ == "pcomp" and governor.lemma_ in _CITING:
        return [t for t in governor.children if t.dep_ == "nsubj"]
    heads = []
    for subject in (t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}):
        for participle in subject.children:
            if participle.dep_ == "acl" and participle.lemma_ in {"quote", "cite"}:
                heads += [
                    t
                    for by in participle.children
                    if by.lower_ == "by"
                    for t in by.children
                    if t.dep_ == "pobj"
                ]
    return heads


def is_basis_verb(token: Token) -> bool:
    """Whether the token is the "citing" of "X said, citing Y", and no "quoting Y as saying"."""
    if token.lemma_ not in _CITING or token.tag_ != "VBG":
        return False
    return all(child.lower_ != "as" for child in token.children)


def find_basis(paragraph: Paragraph, unit: Unit, verb: Token) -> tuple[Range, ...]:
    """Those whom the speaker cites: "citing multiple sources"."""
    ranges = []
    holders = {verb.i, *(t.i for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"})}
    for token in paragraph.doc[unit.start : unit.end]:
        if not is_basis_verb(token) or unit.is_quoted(token.i):
            continue
        if token.head.i not in holders and abs(token.i - verb.i) > 4:
            continue
        ranges += [noun_phrase(t) for t in token.children if t.dep_ in _OBJECTS]
    return tuple(ranges)
