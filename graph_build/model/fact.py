"""A fact: a typed reading of words of a claim. Stated by it, never asserted by us."""

from dataclasses import dataclass

from graph_build.model.entity import Entity, Party
from graph_build.model.factuality import Certainty, Polarity
from graph_build.model.predication import Slot
from graph_build.model.text import Span
from graph_build.model.values import QuantityPhrase, TimePhrase


@dataclass(frozen=True, slots=True)
class LinkedArgument:
    """An argument of a predication with the things that it names, several where it is a list.

    `words` is the wording, kept also where a thing is known; `label` what to show. `is_whole` says
    that the things are all that the words mean ("the coalition"), not only whose it is ("US
    bases"). `method` and `reason` tell how the things were found; without things both are empty.
    """

    slot: Slot
    words: str
    label: str
    things: tuple[Party, ...] = ()
    is_whole: bool = False
    method: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One predication of a statement, its arguments linked to things where they name any.

    `evidence` is cut from the text as held, within the words of the claim that states it.
    Certainty, polarity and act are those of this clause, relative to the source of the claim; an
    `act` of None is that of the claim. `attribute` is the IRI of the attribute, `attribute_label`
    its name, or the lemma where there is none. `trigger` is the word that states it.
    """

    lemma: str
    evidence: tuple[Span, ...]
    attribute: str | None = None
    attribute_label: str = ""
    arguments: tuple[LinkedArgument, ...] = ()
    time: TimePhrase | None = None
    quantity: QuantityPhrase | None = None
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    act: str | None = None
    hedges: tuple[Span, ...] = ()
    condition: Span | None = None
    method: str = ""
    trigger: Span | None = None

    def argument(self, slot: Slot) -> LinkedArgument | None:
        """The argument in this slot, or None."""
        return next((a for a in self.arguments if a.slot is slot), None)

    def things(self, slot: Slot) -> tuple[Party, ...]:
        """The things that the argument in this slot names, none where it names none."""
        argument = self.argument(slot)
        return argument.things if argument is not None else ()

    @property
    def subject(self) -> Party | None:
        """What the fact is of: the first thing, where the subject names several."""
        return next(iter(self.things(Slot.SUBJECT)), None)

    @property
    def subject_words(self) -> str | None:
        """The wording of the subject."""
        argument = self.argument(Slot.SUBJECT)
        return argument.words if argument is not None else None

    @property
    def objects(self) -> tuple[Party, ...]:
        """The things that the fact sets in relation to its subject."""
        return self.things(Slot.OBJECT)

    @property
    def places(self) -> tuple[Entity, ...]:
        """Where it holds."""
        return tuple(t for t in self.things(Slot.PLACE) if isinstance(t, Entity))
