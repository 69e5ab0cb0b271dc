"""Noun phrases and clauses around a token of the parse, as token ranges."""

from graph_build.annotate.language import Doc, Token
from graph_build.annotate.parsed import Paragraph, Range, Unit

_RELATIVE = {"who", "which", "that"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_REPORTING_PARTICIPLES = {"quote", "cite", "interview", "say", "speak"}
_MAX_APPOSITION = 16
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})


def subject_child(verb: Token) -> Token | None:
    """The verb's own subject, nearest first; relative pronouns give the noun they stand for."""
    for child in sorted(verb.children, key=lambda t: abs(t.i - verb.i)):
        if child.dep_ in _SUBJECTS:
            if child.lower_ in _RELATIVE and verb.dep_ == "relcl":
                return verb.head
            return child
    return None


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says: its subject, or that of the verb it hangs on.

    "stating that" takes the subject of its main verb, a conjoined verb that of the first one.
    """
    seen = 0
    while seen < 4:
        subject = subject_child(verb)
        if subject is not None:
            return subject
        controller = _controller(verb)
        if controller is not None:
            return controller
        if verb.dep_ not in {"conj", "advcl", "xcomp", "pcomp"} or verb.head.pos_ not in {
            "VERB",
            "AUX",
            "ADP",
        }:
            return None
        verb = verb.head.head if verb.head.pos_ == "ADP" else verb.head
        seen += 1
    return None


def _controller(verb: Token) -> Token | None:
    """X in "pushed X to seek ...": the object of the verb above, which does what this one says."""
    if verb.dep_ != "xcomp":
        return None
    return next((t for t in verb.head.children if t.dep_ == "dobj" and t.i < verb.i), None)


def noun_phrase(head: Token) -> Range:
    """The phrase around a noun, without relative clauses and reporting participles."""
    kept = _kept_below(head)
    start = head.i
    while start - 1 in kept:
        start -= 1
    end = head.i + 1
    while end in kept:
        end += 1
    doc = head.doc
    while end > start + 1 and (doc[end - 1].is_punct and doc[end - 1].text not in {")", "]", "."}):
        end -= 1
    while start < end - 1 and doc[start].is_punct and doc[start].text not in {"(", "["}:
        start += 1
    return (start, end)


def _kept_below(head: Token) -> set[int]:
    """The token and what hangs on it, to any depth, without loose clauses and marks."""
    kept, open_ones = {head.i}, [head]
    while open_ones:
        for child in open_ones.pop().children:
            if child.dep_ == "relcl" or child.is_quote or _is_loose_clause(child):
                continue
            kept.add(child.i)
            open_ones.append(child)
    return kept


def _is_loose_clause(token: Token) -> bool:
    """Whether a token heads a participle clause that is no part of the name of the thing."""
    if token.dep_ not in {"acl", "advcl"}:
        return False
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i > 0 else None
    return token.lemma_ in _REPORTING_PARTICIPLES or (before is not None and before.text == ",")


def extend_apposition(doc: Doc, end: int, limit: int, role_nouns: frozenset[str]) -> int:
    """The end of "NAME, foreign affairs adviser to X," given the end of NAME; or `end` itself.

    The stretch up to the next comma counts as an apposition if it holds a role noun, no verb and
    at most sixteen tokens.
    """
    while end < limit and doc[end].text == ",":
        close = end + 1
        while close < limit and doc[close].text not in {",", ";", "—", "–", ":"}:
            close += 1
        stretch = doc[end + 1 : close]
        if (
            close >= limit
            or not 0 < len(stretch) <= _MAX_APPOSITION
            or any(t.pos_ in {"VERB", "AUX"} for t in stretch)
            or not any(t.lemma_.lower() in role_nouns for t in stretch)
        ):
            return end
        end = close
    return end


def subtree_range(token: Token, unit: Unit) -> Range:
    """The unbroken stretch from the left to the right edge of a token's subtree, in the unit."""
    return (max(unit.start, token.left_edge.i), min(unit.end, token.right_edge.i + 1))


def verb_group(verb: Token) -> Range:
    """The verb with the auxiliaries, negation and adverbs that stand directly before it."""
    start = verb.i
    while start > 0 and _belongs(verb, verb.doc[start - 1]):
        start -= 1
    return (start, verb.i + 1)


def _belongs(verb: Token, token: Token) -> bool:
    return (
        token.head == verb
        and token.dep_ in {"aux", "auxpass", "neg", "advmod"}
        and not (token.is_punct)
    )


def is_negated(verb: Token) -> bool:
    """Whether the verb itself is negated."""
    return any(child.dep_ == "neg" for child in verb.children)


def skip_connective(paragraph: Paragraph, start: int, end: int) -> int:
    """The start of a clause without "However," and the like before it."""
    doc = paragraph.doc
    opens = doc[start].pos_ in {"ADV", "SCONJ", "INTJ"} and doc[start + 1].text == ","
    return start + 2 if end - start > 3 and opens else start


def with_loose_end(unit: Unit, doc: Doc, end: int) -> int:
    """The end of a content clause with what the parse has cut off from it.

    "..., and that ..." goes on to the end of the unit, and so does a rest without a finite verb
    ("with hundreds to leave by May, and others by June").
    """
    at = end
    while at < unit.end and doc[at].text in {",", ";"}:
        at += 1
    if at + 1 < unit.end and doc[at].dep_ == "cc" and doc[at + 1].lower_ == "that":
        return unit.end
    rest = doc[at : unit.end]
    joins = at > end or any(t.dep_ == "cc" for t in doc[end - 1 : min(at + 1, unit.end)])
    return unit.end if joins and not any(t.tag_ in FINITE_TAGS for t in rest) else end
