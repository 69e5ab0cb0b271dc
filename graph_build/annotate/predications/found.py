"""A predication under construction: token indices, not yet spans of the text as held."""

from dataclasses import dataclass, field

from graph_build.annotate.parsed import Range
from graph_build.model.predication import Slot
from graph_build.model.values import QuantityPhrase, TimePhrase
from ontology.predicates import Attribute, Frame


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the text with the tokens of the whole phrase and the one on which they hang."""

    phrase: TimePhrase
    tokens: Range
    root: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of the text; `head` is the token of what is counted or measured."""

    phrase: QuantityPhrase
    tokens: Range
    root: int
    head: int


@dataclass(slots=True)
class Filler:
    """An argument: its head word, the phrase around it and the things listed in it."""

    head: int
    tokens: Range
    members: tuple[Range, ...] = ()
    quantity: Quantity | None = None


@dataclass(slots=True)
class Found:
    """What one word says; `helpers` are further tokens that state it (particle, light verb).

    `needs` is "time" or "quantity" where the word is no fact without one. `is_name` says that all
    it has is a word before it, as in "border war": a name, no statement.
    """

    trigger: int
    lemma: str
    method: str
    attribute: Attribute | None = None
    frame: Frame | None = None
    helpers: tuple[int, ...] = ()
    arguments: dict[Slot, Filler] = field(default_factory=dict)
    times: list[Time] = field(default_factory=list)
    shared_times: list[Time] = field(default_factory=list)
    value: Quantity | None = None
    is_noun: bool = False
    needs: str | None = None
    is_name: bool = False

    @property
    def tokens(self) -> Range:
        """The trigger as a range."""
        return (self.trigger, self.trigger + 1)

    def heads(self) -> set[int]:
        """The head words of the arguments."""
        return {filler.head for filler in self.arguments.values()}
