"""How sure and whether so: FactBank's two axes, and what a clause adds to them."""

from dataclasses import dataclass
from enum import StrEnum

from graph_build.model.text import Span


class Certainty(StrEnum):
    """How sure the source is, as worded (FactBank's certainty axis)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class Polarity(StrEnum):
    """Whether the source holds that it is so (FactBank's polarity axis)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNDERSPECIFIED = "underspecified"


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words around one predicate do to it: "are not expected to leave", seen from "leave".

    `trigger` is the word that states (a verb, a noun of action, an adjective), `hedges` and
    `negators` the words that lower certainty or negate, `act` the local name of a speech act where
    the clause itself names one of its subject ("aims to", "refused to": Proposing, Refusing), else
    None. `condition` is the clause on which it depends ("if the deal is signed"), without "if".
    """

    trigger: Span
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    act: str | None = None
    hedges: tuple[Span, ...] = ()
    negators: tuple[Span, ...] = ()
    condition: Span | None = None
