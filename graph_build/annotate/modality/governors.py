"""Words that a predicate hangs on: "is expected to", "refused to", "there is a chance that"."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph_build.annotate.language import Token
from graph_build.annotate.modality.local import shares_with
from graph_build.annotate.modality.words import ModalWords, left_open, of_cue, of_modifier
from graph_build.annotate.parsed import Paragraph
from graph_build.model.factuality import Certainty, Operator, Polarity
from ontology.lexicon import OPEN_ACTS, Cue

_VERBS = {"VERB", "AUX"}
COPULAR = {"acomp", "attr", "oprd"}
_DUMMIES = {"it", "there"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_FIRST = {"i", "we"}
_WHETHER = {"whether", "if"}
_TAKEN_BACK = {"Denying", "Refusing", "DecliningToDisclose"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step up from a predicate: the word it hangs on, what that does, whether to go on."""

    governor: Token
    operator: Operator | None = None
    ends: bool = False


def step_up(paragraph: Paragraph, token: Token, words: ModalWords) -> Step | None:
    """The next word that bears on a predicate, or None at the top of its clause."""
    head = token.head
    if head.i == token.i:
        return None
    if token.dep_ in COPULAR and head.pos_ in _VERBS:
        return Step(head)
    if (joined := shares_with(token)) is not None:
        return step_up(paragraph, joined, words)
    if token.dep_ == "pcomp":
        return _from_preposition(paragraph, token, words)
    if token.dep_ in {"xcomp", "ccomp", "acl", "advcl", "csubj"}:
        return _from_clause(paragraph, token, words)
    return None


def _from_clause(paragraph: Paragraph, token: Token, words: ModalWords) -> Step | None:
    head, infinitive = token.head, _is_infinitive(token)
    if _asks_whether(token):
        mark = next(c for c in token.children if c.lower_ in _WHETHER)
        dummy = _under_a_dummy(head)
        open_now = left_open(paragraph.raw(mark.i, mark.i + 1), worded=True, whether=True)
        return Step(head, replace(open_now, governs=dummy), ends=not dummy)
    if token.dep_ == "ccomp" and head.lemma_ == "be":
        return _from_copula(paragraph, token, words)
    operator = governing(paragraph, token, head, words)
    if operator is not None:
        return Step(head, operator, ends=not infinitive and head.pos_ in _VERBS and _tells(head))
    if token.dep_ in {"advcl", "acl"}:
        return _open_end(paragraph, token) if infinitive else None
    return Step(head) if head.pos_ in _VERBS else None


def _tells(head: Token) -> bool:
    """Whether a verb has somebody as its subject, who vouches for its clause."""
    return not any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in _DUMMIES for c in head.children)


def _open_end(paragraph: Paragraph, token: Token) -> Step:
    """A purpose or an end ("sent troops to help"): meant, and not told to have come about."""
    mark = next(c for c in token.children if c.lower_ == "to")
    return Step(token.head, left_open(paragraph.raw(mark.i, mark.i + 1)), ends=True)


def _from_copula(paragraph: Paragraph, token: Token, words: ModalWords) -> Step:
    """One step from "It is likely that ...": the predicate of the copula governs."""
    head = token.head
    for child in head.children:
        if child.dep_ in COPULAR:
            operator = governing(paragraph, token, child, words)
            if operator is not None:
                return Step(head, operator)
    return Step(head)


def governing(
    paragraph: Paragraph, token: Token, head: Token, words: ModalWords
) -> Operator | None:
    """What the word `head` does to the predicate `token` that hangs on it."""
    span = paragraph.raw(head.i, head.i + 1)
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
    if head.pos_ in _VERBS:
        modifier = words.verb(head)
        modifier = None if modifier is not None and modifier.from_only else modifier
        adjective = None if modifier else words.adjective(head)
        modifier = modifier or (adjective if head.tag_ in {"VBN", "JJ"} else None)
    elif head.pos_ == "ADJ":
        modifier = words.adjective(head)
    else:
        modifier = words.noun(head)
    if modifier is not None and (token.dep_ != "advcl" or _is_infinitive(token)):
        dummy = _under_a_dummy(head)
        governs = (not has_subject or dummy) and modifier.act != "Proposing"
        return of_modifier(modifier, span, governs=governs)
    return _by_cue(paragraph, token, head, words)


def _under_a_dummy(head: Token) -> bool:
    verb = head.head if head.dep_ in COPULAR else head
    return any(
        c.dep_ == "expl" or (c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in _DUMMIES)
        for c in verb.children
    )


def _by_cue(paragraph: Paragraph, token: Token, head: Token, words: ModalWords) -> Operator | None:
    infinitive = _is_infinitive(token)
    span = paragraph.raw(head.i, head.i + 1)
    if head.pos_ in _VERBS:
        frames = ("infinitive", "object-infinitive") if infinitive else ("clause", "quotation")
        if token.tag_ == "VBG":
            frames = ("noun-phrase", "infinitive")
        bare = token.tag_ == "VB" and not any(c.dep_ == "aux" for c in token.children)
        if bare or (token.dep_ in {"advcl", "acl"} and not infinitive):
            return None
        found = words.vocabulary.verb_cue(head)
        if found is None or not _fits(found[0], frames, infinitive=infinitive):
            return None
        cue, particle = found
        end = max(head.i, particle.i) if particle is not None else head.i
        span = paragraph.raw(head.i, end + 1)
        operator = taken_back(head, of_cue(cue, span, infinitive=infinitive))
        own = is_first_person(head)
        return replace(operator, first_person=own, governs=own and not infinitive)
    noun_or_adjective = (
        words.adjective_cue(head) if head.pos_ in {"ADJ", "VERB"} else words.noun_cue(head)
    )
    if noun_or_adjective is None:
        return None
    operator = of_cue(noun_or_adjective, span, infinitive=infinitive)
    return replace(operator, governs=_under_a_dummy(head))


def _fits(cue: Cue, frames: Iterable[str], *, infinitive: bool) -> bool:
    """Whether a cue takes such a complement; what is willed always takes an infinitive."""
    return bool(cue.frames.intersection(frames)) or (infinitive and cue.act in OPEN_ACTS)


def is_first_person(verb: Token) -> bool:
    """Whether "I" or "we" is the subject of a verb, or of the one it is joined to."""
    at = verb
    while at.dep_ == "conj" and not any(c.dep_ in _SUBJECTS for c in at.children):
        if at.head.i == at.i:
            break
        at = at.head
    return any(c.dep_ == "nsubj" and c.lower_ in _FIRST for c in at.children)


def taken_back(head: Token, operator: Operator) -> Operator:
    """The cue as it is; a negated denial or confirmation leaves the matter open."""
    negated = any(c.dep_ == "neg" for c in head.children)
    open_now = negated and (operator.act in _TAKEN_BACK or operator.act == "Confirming")
    if not open_now:
        return operator
    return replace(operator, certainty=Certainty.UNDERSPECIFIED, polarity=Polarity.UNDERSPECIFIED)


def _from_preposition(paragraph: Paragraph, token: Token, words: ModalWords) -> Step | None:
    """A gerund after a preposition: "without leaving", "a chance of leaving", "kept from"."""
    preposition = token.head
    negator = words.negator(_phrase(preposition))
    if negator is not None:
        span = paragraph.raw(preposition.i, preposition.i + 1)
        return Step(preposition, Operator(span, polarity=Polarity.NEGATIVE), ends=True)
    head = preposition.head
    operator = under_preposition(paragraph, preposition, head, words)
    return Step(head, operator) if operator is not None else None


def under_preposition(
    paragraph: Paragraph, preposition: Token, head: Token, words: ModalWords
) -> Operator | None:
    """What a verb or noun does to what a preposition joins to it ("called for", "hope of")."""
    span = paragraph.raw(head.i, head.i + 1)
    if head.pos_ in _VERBS:
        modifier = words.verb(head)
        if modifier is not None and modifier.from_only and preposition.lower_ == "from":
            return of_modifier(modifier, span, governs=False)
        found = words.verb_cue(head, ("noun-phrase", "clause", "infinitive"))
        if found is None or found[1] is None or found[1].i != preposition.i:
            return None
        whole = paragraph.raw(head.i, preposition.i + 1)
        return taken_back(head, of_cue(found[0], whole, infinitive=False))
    if head.pos_ == "ADJ":
        modifier = words.adjective(head)
        return of_modifier(modifier, span, governs=True) if modifier else None
    modifier, cue = words.noun(head), words.noun_cue(head)
    if modifier is not None and modifier.over_noun:
        return of_modifier(modifier, span, governs=False)
    return of_cue(cue, span, infinitive=False) if cue is not None else None


def _phrase(preposition: Token) -> str:
    """The preposition with the word before it where the two are one ("instead of")."""
    before = preposition.head
    if before.i == preposition.i - 1 and before.pos_ in {"ADV", "ADP", "SCONJ", "CCONJ"}:
        return f"{before.lower_} {preposition.lower_}"
    return str(preposition.lower_)


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _asks_whether(token: Token) -> bool:
    marked = any(c.dep_ == "mark" and c.lower_ in _WHETHER for c in token.children)
    return marked and token.dep_ in {"ccomp", "pcomp", "acl"} and not _is_infinitive(token)
