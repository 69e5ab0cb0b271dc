"""Conditions: the stretch on which something depends, and which predicates it governs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_build.annotate.language import Token
from graph_build.annotate.modality.words import ModalWords
from graph_build.annotate.parsed import Paragraph, Range
from graph_build.model.text import Span
from ontology.lexicon import Conditional

_PREDICATED = {"acomp", "attr", "oprd"}  # "is subject to attacks" tells of attacks
_CONCEDING = {"even", "as", "what"}  # "even if" asks for nothing
_UPWARD = {"conj", "ccomp", "xcomp", "advcl", "parataxis", "dep"}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: the verb it is joined to, all its tokens, and what to show of it."""

    head: Token
    tokens: Range
    span: Span

    def holds(self, token: Token) -> bool:
        """Whether the token stands inside the condition."""
        return bool(self.tokens[0] <= token.i < self.tokens[1])

    def governs(self, token: Token, chain: Sequence[Token]) -> bool:
        """Whether a predicate, with the words it hangs on, stands under the condition.

        One that stands before its clause governs all that is joined to it ("If ..., A will go
        while B will stay"); one behind governs its own clause alone.
        """
        if self.holds(token):
            return False
        if any(self.head.i == t.i for t in (token, *chain)):
            return True
        fronted = self.tokens[1] <= token.i
        at = token
        while at.dep_ in _UPWARD and at.head.i != at.i:
            if not fronted and at.dep_ != "ccomp":
                return False
            at = at.head
            if at.i == self.head.i:
                return bool(fronted or self.tokens[1] <= at.i)
        return False


def find_conditions(paragraph: Paragraph, words: ModalWords) -> tuple[Condition, ...]:
    """The conditions of a paragraph, in text order."""
    return tuple(_conditions(paragraph, words))


def _conditions(paragraph: Paragraph, words: ModalWords) -> Iterator[Condition]:
    doc, at = paragraph.doc, 0
    lower = [t.lower_ for t in doc]
    while at < len(doc):
        starting = words.conditionals_by_first.get(lower[at], ())
        matched = next((c for c in starting if _is_at(lower, at, c)), None)
        found = _condition(paragraph, at, matched) if matched is not None else None
        if found is not None:
            yield found
            at = found.tokens[1]
        else:
            at += 1


def _is_at(lower: Sequence[str], at: int, conditional: Conditional) -> bool:
    forms = conditional.form.split()
    return lower[at : at + len(forms)] == forms


def _condition(paragraph: Paragraph, at: int, conditional: Conditional) -> Condition | None:
    doc = paragraph.doc
    after = at + len(conditional.form.split())
    core = _clause_after(doc, at, after) if conditional.pos == "conjunction" else doc[after - 1]
    if core is None or after >= len(doc) or doc[at].dep_ in _PREDICATED:
        return None
    if at > 0 and doc[at - 1].lower_ in _CONCEDING:
        return None
    end = core.right_edge.i + 1
    while end > after and doc[end - 1].is_punct:
        end -= 1
    if end <= after:
        return None
    head = core
    while at <= head.i < end and head.head.i != head.i:
        head = head.head
    head = _verb_above(head)
    if at <= head.i < end:
        return None
    start = at if conditional.negative else after
    while start < end - 1 and doc[start].is_punct:
        start += 1
    return Condition(head, (at, end), paragraph.raw(start, end))


def _clause_after(doc: Sequence[Token], at: int, after: int) -> Token | None:
    """The verb of the clause that the conjunction at [at, after) begins, if it begins one."""
    for token in doc[at:after]:
        clause = token.head
        if token.dep_ in {"mark", "advmod"} and clause.i >= after and _is_adverbial(clause):
            return clause
    first = doc[at]
    if after - at > 1 and first.dep_ in {"prep", "advcl", "prt", "advmod"}:
        return first
    if first.dep_ in {"prep", "advcl"} and any(c.dep_ == "ccomp" for c in first.children):
        return first
    return None


def _is_adverbial(clause: Token) -> bool:
    return clause.pos_ in {"VERB", "AUX"} and clause.dep_ in {"advcl", "ROOT", "pcomp"}


def _verb_above(token: Token) -> Token:
    """The nearest verb from here up, so that a condition beside a noun governs its verb."""
    at = token
    while at.pos_ not in {"VERB", "AUX"} and at.head.i != at.i:
        at = at.head
    while at.dep_ == "parataxis" and at.head.i != at.i:  # "..., she said, ..."
        at = at.head
    return at
