"""Words that stand directly by a predicate: modal verbs, negations, adverbs of doubt."""

from collections.abc import Iterator

from graph_build.annotate.language import Token
from graph_build.annotate.modality.words import ModalWords, of_hedge, of_modifier, of_negator
from graph_build.annotate.parsed import Paragraph
from graph_build.model.factuality import Operator

_ADVERBIAL = {"advmod", "npadvmod", "prep", "neg", "preconj"}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "attr"}


def by_verb(paragraph: Paragraph, verb: Token, words: ModalWords) -> Iterator[Operator]:
    """The operators among the children of a verb, in text order."""
    shared = shares_with(verb)
    seen: set[int] = set()
    for holder in (verb, *((shared,) if shared is not None else ())):
        for child in holder.children:
            if child.i in seen or (holder is not verb and child.i > verb.i):
                continue
            seen.add(child.i)
            operator = _by_child(paragraph, holder, child, words)
            if operator is not None:
                yield operator


def shares_with(verb: Token) -> Token | None:
    """The verb whose helpers a joined one goes on with ("could leave and return")."""
    if verb.dep_ != "conj" or verb.head.pos_ not in {"VERB", "AUX"}:
        return None
    own = any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "expl"} for c in verb.children)
    return verb.head if verb.tag_ in {"VB", "VBG", "VBN"} and not own else None


def _by_child(
    paragraph: Paragraph, verb: Token, child: Token, words: ModalWords
) -> Operator | None:
    span = paragraph.raw(child.i, child.i + 1)
    if child.dep_ == "aux":
        modifier = words.auxiliary(verb, child)
        return of_modifier(modifier, span, governs=False) if modifier else None
    if child.dep_ in _ADVERBIAL:
        return _adverb(paragraph, child, words)
    return negated_noun(paragraph, child, words) if child.dep_ in _ARGUMENTS else None


def _adverb(paragraph: Paragraph, child: Token, words: ModalWords) -> Operator | None:
    doc = paragraph.doc
    if doc[child.i + 1 : child.i + 2].text.lower() in {"only", "just", "merely"}:
        return None
    for start, end in ((child.left_edge.i, child.right_edge.i + 1), (child.i, child.i + 1)):
        text = doc[start:end].text.lower()
        span = paragraph.raw(start, end)
        if hedge := words.hedge(text):
            return of_hedge(hedge, span)
        negator = words.negator("not" if child.dep_ == "neg" else text)
        if negator and child.dep_ != "prep":
            return of_negator(words.negator(text) or negator, paragraph.raw(child.i, child.i + 1))
    return None


def negated_noun(paragraph: Paragraph, noun: Token, words: ModalWords) -> Operator | None:
    """The word that makes an argument empty: "no" of "no troops", "nobody", "neither side"."""
    for token in (noun, *noun.children):
        negator = words.negator(token.lower_)
        if negator is None or (token is not noun and token.dep_ not in {"det", "preconj", "cc"}):
            continue
        if token.dep_ != "cc" or token.lower_ == "neither":
            return of_negator(negator, paragraph.raw(token.i, token.i + 1))
    return None


def by_noun(paragraph: Paragraph, noun: Token, words: ModalWords) -> Iterator[Operator]:
    """The operators directly before a noun: "no", "a possible", "the alleged"."""
    negated = negated_noun(paragraph, noun, words)
    if negated is not None:
        yield negated
    for child in noun.children:
        span = paragraph.raw(child.i, child.i + 1)
        modifier = words.adjective(child) if child.dep_ in {"amod", "compound"} else None
        if modifier is not None and modifier.over_noun:
            yield of_modifier(modifier, span, governs=False)
        elif child.dep_ == "advmod" and (hedge := words.hedge(child.lower_)):
            yield of_hedge(hedge, span)
