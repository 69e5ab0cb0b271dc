"""A fact: a typed reading of words of a claim. Stated by it, never asserted by us."""

from dataclasses import dataclass

from graph_build.model.entity import Entity, Party
from graph_build.model.factuality import Certainty, Polarity
from graph_build.model.text import Span
from graph_build.model.values import QuantityPhrase, TimePhrase


@dataclass(frozen=True, slots=True)
class Fact:
    """One predication of a statement, its arguments linked to things where they name any.

    `subject_words` and `object_words` are the wording, kept also where a thing is known. `evidence`
    is cut from the text as held, within the words of the claim that states it. Certainty, polarity
    and act are those of this clause, relative to the source of the claim.
    """

    lemma: str
    evidence: tuple[Span, ...]
    attribute: str | None = None
    subject: Party | None = None
    subject_words: str | None = None
    objects: tuple[Entity, ...] = ()
    object_words: str | None = None
    agent: Party | None = None
    places: tuple[Entity, ...] = ()
    time: TimePhrase | None = None
    quantity: QuantityPhrase | None = None
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    act: str | None = None
    hedges: tuple[Span, ...] = ()
    condition: Span | None = None
    method: str = ""
