"""The modal words of the lexicon as the grammar looks them up."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph_build.annotate.language import Token
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.factuality import Certainty, Operator, Polarity
from graph_build.model.text import Span
from ontology.lexicon import OPEN_ACTS, Conditional, Cue, Hedge, Modifier, Negator

_POLARITIES = {
    None: Polarity.POSITIVE,
    "Positive": Polarity.POSITIVE,
    "Negative": Polarity.NEGATIVE,
    "UnderspecifiedPolarity": Polarity.UNDERSPECIFIED,
}
_PASSIVE = {"nsubjpass", "auxpass"}


@dataclass(frozen=True)
class ModalWords:
    """Look-ups over the modifiers, hedges, negators and cues of one lexicon."""

    vocabulary: Vocabulary

    @cached_property
    def _modifiers(self) -> dict[tuple[str, str], Modifier]:
        return {(m.lemma, m.pos): m for m in self.vocabulary.lexicon.modifiers}

    @cached_property
    def _negators(self) -> dict[str, Negator]:
        return {n.form: n for n in self.vocabulary.lexicon.negators}

    @cached_property
    def conditionals_by_first(self) -> dict[str, tuple[Conditional, ...]]:
        """The words that begin a condition by their first one, the longest first."""
        found: dict[str, list[Conditional]] = {}
        forms = self.vocabulary.lexicon.conditionals
        for one in sorted(forms, key=lambda c: (-len(c.form.split()), c.form)):
            found.setdefault(one.form.split()[0], []).append(one)
        return {first: tuple(ones) for first, ones in found.items()}

    def auxiliary(self, verb: Token, modal: Token) -> Modifier | None:
        """What a modal verb does, alone or with "have" before a participle."""
        perfect = any(c.lower_ == "have" and c.i > modal.i for c in verb.children)
        form = f"{modal.lower_} have" if perfect else modal.lower_
        return self._modifiers.get((form, "auxiliary"))

    def verb(self, verb: Token) -> Modifier | None:
        """What a verb does to its complement, if the lexicon has it as a modifier."""
        found = self._modifiers.get((verb.lemma_.lower(), "verb"))
        return found if found and (not found.passive or is_passive(verb)) else None

    def adjective(self, token: Token) -> Modifier | None:
        """What an adjective or participle does to what it is said of."""
        return self._modifiers.get((token.lower_, "adjective"))

    def noun(self, noun: Token) -> Modifier | None:
        """What a noun does to its complement."""
        return self._modifiers.get((noun.lemma_.lower(), "noun"))

    def hedge(self, words: str) -> Hedge | None:
        """The hedge of this wording."""
        return self.vocabulary.hedge(words)

    def negator(self, words: str) -> Negator | None:
        """The negator of this wording."""
        return self._negators.get(words)

    def verb_cue(self, verb: Token, frames: Iterable[str]) -> tuple[Cue, Token | None] | None:
        """The cue that a verb is part of, if it takes one of these frames."""
        found = self.vocabulary.verb_cue(verb)
        return found if found is not None and found[0].frames.intersection(frames) else None

    def noun_cue(self, noun: Token) -> Cue | None:
        """The cue that a noun is."""
        return self.vocabulary.noun_cue(noun)

    def adjective_cue(self, token: Token) -> Cue | None:
        """The cue that an adjective is."""
        return self.vocabulary.lexicon.cue(token.lower_, "adjective")


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive, or as a participle after a noun ("expected to")."""
    if any(c.dep_ in _PASSIVE for c in verb.children):
        return True
    return verb.tag_ == "VBN" and not any(c.dep_ in {"nsubj", "aux"} for c in verb.children)


def of_modifier(modifier: Modifier, span: Span, *, governs: bool) -> Operator:
    """A modifier at work at a place."""
    return Operator(
        span=span,
        certainty=Certainty((modifier.certainty or "Certain").lower()),
        polarity=_POLARITIES[modifier.polarity],
        act=modifier.act,
        hearsay=modifier.hearsay,
        governs=governs,
    )


def of_cue(cue: Cue, span: Span, *, infinitive: bool) -> Operator:
    """A cue at work on what hangs on it; what is only willed or bidden stands open."""
    act = (cue.infinitive_act if infinitive else None) or cue.act
    certainty = cue.certainty or ("Underspecified" if act in OPEN_ACTS else "Certain")
    polarity = _POLARITIES[cue.polarity]
    return Operator(
        span=span,
        certainty=Certainty(certainty.lower()),
        polarity=polarity,
        act=None if act == "Asserting" else act,
    )


def of_hedge(hedge: Hedge, span: Span) -> Operator:
    """An adverb of doubt at work at a place."""
    return Operator(span, Certainty(hedge.certainty.lower()), hearsay=hedge.hearsay)


def of_negator(negator: Negator, span: Span) -> Operator:
    """A negation at work at a place."""
    return Operator(span, polarity=_POLARITIES[negator.polarity])


def left_open(span: Span, *, worded: bool = False, whether: bool = False) -> Operator:
    """What grammar leaves open: a purpose, a condition, a question (there also whether at all)."""
    polarity = Polarity.UNDERSPECIFIED if whether else Polarity.POSITIVE
    return Operator(span, Certainty.UNDERSPECIFIED, polarity, worded=worded)
