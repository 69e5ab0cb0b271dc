"""One Modality for each verb, predicate adjective and noun of a report that is read."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph_build.annotate.language import Token
from graph_build.annotate.modality.conditions import Condition, find_conditions
from graph_build.annotate.modality.governors import (
    COPULAR,
    Step,
    is_first_person,
    step_up,
    taken_back,
    under_preposition,
)
from graph_build.annotate.modality.local import by_noun, by_verb
from graph_build.annotate.modality.words import (
    ModalWords,
    is_passive,
    left_open,
    of_cue,
    of_negator,
)
from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.factuality import Modality, Operator
from graph_build.model.text import Span

_VERBS = {"VERB", "AUX"}
_HELPERS = {"aux", "auxpass"}
_STEPS = 12
_DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my"}
_DESCRIBING = {"acl", "relcl"}
_PATIENTS = {"dobj", "nsubjpass", "attr"}


def find_modalities(parsed: ParsedReport, vocabulary: Vocabulary) -> tuple[Modality, ...]:
    """The modalities of a report in text order, one for each predicate word."""
    words = ModalWords(vocabulary)
    found: list[Modality] = []
    for paragraph in parsed.paragraphs:
        found += _Reader(paragraph, words).modalities()
    return tuple(sorted(found, key=lambda m: m.trigger))


@dataclass
class _Climb:
    """The way up from a predicate: what bears on it, the nearest first, and the words passed.

    `told_through` are those that only say how sure the predicate is: not they, but it is told.
    """

    operators: list[Operator] = field(default_factory=list)
    chain: list[Token] = field(default_factory=list)
    told_through: list[Token] = field(default_factory=list)
    told: bool = True

    def add(self, step: Step) -> None:
        """Go one step further up."""
        self.chain.append(step.governor)
        if step.operator is None:
            return
        self.operators.append(step.operator)
        self.told = self.told and step.operator.governs
        if self.told:
            self.told_through = list(self.chain)

    def settle(self) -> None:
        """A copula belongs to the adjective or noun that governs."""
        passed = len(self.told_through)
        if passed and self.told_through[-1].dep_ in COPULAR and passed < len(self.chain):
            self.told_through.append(self.chain[passed])


@dataclass(frozen=True)
class _Reader:
    """Reads one paragraph."""

    paragraph: Paragraph
    words: ModalWords

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        return find_conditions(self.paragraph, self.words)

    def modalities(self) -> Iterator[Modality]:
        passed: set[int] = set()
        verbs: list[tuple[Token, _Climb]] = []
        for token in self.paragraph.doc:
            if token.pos_ in _VERBS and token.dep_ not in _HELPERS:
                climb = self._climb(token)
                verbs.append((token, climb))
                passed.update(t.i for t in climb.told_through)
            elif token.pos_ == "ADJ" and token.dep_ in {"acomp", "oprd"}:
                yield self._modality(token, self._climb(token))
            elif token.pos_ == "NOUN" and token.dep_ != "compound":
                yield self._modality(token, _Climb(self._of_noun(token)))
        for token, climb in verbs:
            top = climb.told_through[-1] if climb.told_through else token
            is_core = token.i not in passed
            yield self._modality(token, climb, self._clause(top, token) if is_core else None)

    def _modality(self, token: Token, climb: _Climb, clause: Span | None = None) -> Modality:
        condition = next((c for c in self.conditions if c.governs(token, climb.chain)), None)
        operators = climb.operators
        if any(c.holds(token) for c in self.conditions):
            operators = [*operators, left_open(self._span(token))]
        found = Modality.of(
            self._span(token),
            operators,
            condition=condition.span if condition is not None else None,
            clause=clause,
        )
        if clause is None:
            return found
        noun = token.head if token.dep_ in _DESCRIBING and not climb.told_through else None
        return replace(
            found,
            performs=self._performed(token),
            attached_to=self._span(noun) if noun is not None else None,
        )

    def _performed(self, verb: Token) -> Operator | None:
        """The act that a verb in the first person does by being said: "we refuse", "I promise"."""
        found = self.words.vocabulary.verb_cue(verb) if is_first_person(verb) else None
        if found is None or found[0].act == "Asserting" or is_passive(verb):
            return None
        helpers = {c.dep_ for c in verb.children if c.tag_ == "MD" or c.dep_ == "neg"}
        if helpers == {"aux"}:  # "we will appeal" tells of what is to come
            return None
        operator = of_cue(found[0], self._span(verb), infinitive=False)
        return replace(operator, first_person=True)

    def _climb(self, token: Token) -> _Climb:
        climb = _Climb(list(by_verb(self.paragraph, token, self.words)))
        at = token
        for _ in range(_STEPS):
            step = step_up(self.paragraph, at, self.words)
            if step is None:
                break
            at = step.governor
            climb.add(step)
            if step.ends:
                climb.settle()
                return climb
            helpers = by_verb if at.pos_ in _VERBS else by_noun
            climb.operators += helpers(self.paragraph, at, self.words)
        climb.settle()
        climb.operators += self._asked(at)
        return climb

    def _asked(self, top: Token) -> list[Operator]:
        mark = next((c for c in top.children if c.text == "?" and c.i > top.i), None)
        return [left_open(self._span(mark), whether=True)] if mark is not None else []

    def _of_noun(self, noun: Token) -> list[Operator]:
        """What bears on a noun: words before it, the word it hangs on, and that word's own lot.

        What has an article or an owner is taken for known: "may discuss the attack" leaves no
        doubt that there was one.
        """
        operators = list(by_noun(self.paragraph, noun, self.words))
        head, operator = self._above_noun(noun)
        operators += [operator] if operator is not None else []
        known = any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children)
        if head is not None and head.pos_ in _VERBS and not known:
            operators += [o for o in self._climb(head).operators if o not in operators]
        return operators

    def _above_noun(self, noun: Token) -> tuple[Token | None, Operator | None]:
        head = noun.head
        if noun.dep_ in _PATIENTS and head.pos_ in _VERBS:
            takes_clause = any(c.dep_ in {"xcomp", "ccomp"} for c in head.children)
            found = self.words.verb_cue(head, ("noun-phrase",))
            if found is None or noun.dep_ == "attr" or takes_clause:
                return head, None
            cue, particle = found
            last = max(head.i, particle.i) if particle is not None else head.i
            whole = self.paragraph.raw(head.i, last + 1)
            return head, taken_back(head, of_cue(cue, whole, infinitive=False))
        if noun.dep_ == "pobj":
            negator = self.words.negator(head.lower_)
            if negator is not None:
                return None, of_negator(negator, self._span(head))
            above = head.head
            return above, under_preposition(self.paragraph, head, above, self.words)
        return None, None

    def _clause(self, top: Token, core: Token) -> Span:
        """The stretch of a clause without others that are only joined to it."""
        doc, end = self.paragraph.doc, top.right_edge.i + 1
        for token in (top, core):
            for child in token.children:
                if child.dep_ == "conj" and child.pos_ in _VERBS and child.i > core.i:
                    end = min(end, child.left_edge.i)
        while end > core.i + 1 and (doc[end - 1].is_punct or doc[end - 1].dep_ == "cc"):
            end -= 1
        return self.paragraph.raw(min(top.left_edge.i, core.i), max(end, core.i + 1))

    def _span(self, token: Token) -> Span:
        return self.paragraph.raw(token.i, token.i + 1)
