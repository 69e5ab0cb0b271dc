"""The predications of a paragraph by their words, and the times and numbers that stand in it."""

from collections.abc import Iterable

from graph_build.annotate.parsed import Range
from graph_build.annotate.predications.found import Found, Quantity, Time
from graph_build.annotate.predications.lexical import filler_at
from graph_build.annotate.predications.places import noun_places, verb_places
from graph_build.annotate.predications.tree import Tree
from graph_build.model.predication import Slot
from graph_build.model.text import Span
from graph_build.model.values import QuantityPhrase, TimePhrase
from ontology.predicates import Predicates

_MONEY = frozenset({"euro", "dollar", "pound", "yen", "crown", "dinar", "ruble", "rupee", "yuan"})


def locate_times(tree: Tree, times: Iterable[TimePhrase]) -> list[Time]:
    """The times that stand in this paragraph, with their tokens."""
    found = []
    for phrase in times:
        tokens = tree.tokens_of(phrase.whole)
        if tokens is not None and not _is_clause(tree, phrase, tokens):
            found.append(Time(phrase, tokens, tree.root(tokens)))
    return found


def _is_clause(tree: Tree, phrase: TimePhrase, tokens: Range) -> bool:
    """Whether the time is no more than another event ("after rain flooded the valley")."""
    open_ended = phrase.edtf is None and phrase.length is None
    return open_ended and any(tree.is_verb(i) for i in range(*tokens))


def locate_quantities(tree: Tree, quantities: Iterable[QuantityPhrase]) -> list[Quantity]:
    """The quantities that stand in this paragraph, with their tokens."""
    found = []
    for phrase in quantities:
        number, tokens = tree.tokens_of(phrase.span), tree.tokens_of(phrase.whole)
        if number is None or tokens is None:
            continue
        head = _token(tree, phrase.head)
        if head is None or not tokens[0] <= head < tokens[1]:
            head = tree.root(number)
        found.append(Quantity(phrase, tokens, tree.root(tokens), head))
    return found


def _token(tree: Tree, span: Span | None) -> int | None:
    tokens = tree.tokens_of(span) if span is not None else None
    return tokens[1] - 1 if tokens is not None else None


def is_measure(phrase: QuantityPhrase) -> bool:
    """Whether the number measures and does not count: percent, money."""
    unit = phrase.unit or ""
    return unit == "percent" or unit in _MONEY or (len(unit) == 3 and unit.isupper())


class Board:
    """The predications found so far, by trigger and helpers; `taken` are the tokens of times."""

    def __init__(
        self, tree: Tree, found: list[Found], predicates: Predicates, taken: frozenset[int]
    ) -> None:
        self.tree = tree
        self.found = found
        self.predicates = predicates
        self.taken = taken
        self.at: dict[int, Found] = {}
        for one in found:
            for token in (one.trigger, *one.helpers):
                self.at.setdefault(token, one)

    def copula_subject(self, verb: int) -> Found | None:
        """The turnout in "turnout was 71 percent"."""
        if self.tree.lemma[verb] != "be":
            return None
        subject = next(iter(self.tree.kids(verb, "nsubj")), None)
        owner = self.at.get(subject) if subject is not None else None
        return owner if owner is not None and owner.is_noun else None

    def plain(self, word: int) -> Found:
        """The predication of a word that the lexicon does not list."""
        held = self.at.get(word)
        if held is not None:
            return held
        tree = self.tree
        if tree.is_verb(word):
            places = verb_places(tree, word)
        else:
            places, _ = noun_places(tree, word, self.predicates)
            places = {p: f for p, f in places.items() if p in {"of", "possessive", "compound"}}
        one = Found(word, tree.lemma[word], "time", is_noun=not tree.is_verb(word))
        slots = {
            "subject": Slot.SUBJECT, "object": Slot.OBJECT, "of": Slot.SUBJECT,
            "possessive": Slot.SUBJECT, "compound": Slot.SUBJECT,
        }  # fmt: skip
        for place, slot in slots.items():
            if place in places and slot not in one.arguments and places[place] != word:
                one.arguments[slot] = filler_at(tree, places[place], frozenset({word}))
        self.at[word] = one
        self.found.append(one)
        return one
