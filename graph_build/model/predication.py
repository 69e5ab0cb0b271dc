"""A predication: words of a text that state a fact of some kind, with their arguments, as spans."""

from dataclasses import dataclass
from enum import StrEnum

from graph_build.model.text import Span
from graph_build.model.values import QuantityPhrase, TimePhrase


class Slot(StrEnum):
    """The place of an argument in a proposition, whatever its place in the sentence.

    In "A withdrew its troops from B" the troops are the SUBJECT of the leaving, B its OBJECT and A
    its AGENT; PLACE is where it holds where that is not the object ("attacks in B"); RECIPIENT is
    to whom something is handed ("conveyed the message to C").
    """

    SUBJECT = "subject"
    OBJECT = "object"
    AGENT = "agent"
    PLACE = "place"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: the whole phrase, its head word, the members where it is a list."""

    slot: Slot
    span: Span
    head: Span
    members: tuple[Span, ...] = ()
    quantity: QuantityPhrase | None = None


@dataclass(frozen=True, slots=True)
class Predication:
    """What one word says of its arguments, times and numbers. Nothing is linked yet.

    `attribute` is the IRI of the attribute in the lexicon, None where the lexicon lists none for
    `lemma`. `span` is the least stretch that states it, from the first to the last word of trigger,
    arguments and values. `value` is the number that the fact is about ("more than 170 attacks"),
    as against those that count an argument. `method` names the pattern that matched.
    """

    lemma: str
    trigger: Span
    span: Span
    attribute: str | None = None
    arguments: tuple[Argument, ...] = ()
    times: tuple[TimePhrase, ...] = ()
    value: QuantityPhrase | None = None
    method: str = ""

    def argument(self, slot: Slot) -> Argument | None:
        """The argument in this slot, or None."""
        return next((a for a in self.arguments if a.slot is slot), None)
