"""How sure and whether so: FactBank's two axes, and what a clause adds to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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


_FROM_SURE = (
    Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNDERSPECIFIED,
)  # fmt: skip


def weakest(certainties: Iterable[Certainty]) -> Certainty:
    """The least sure of some certainties; certain where there is none."""
    return max(certainties, key=_FROM_SURE.index, default=Certainty.CERTAIN)


def joined(inner: Polarity, outer: Polarity) -> Polarity:
    """The polarity of a thing under two words: two negations cancel out, open stays open."""
    if Polarity.UNDERSPECIFIED in (inner, outer):
        return Polarity.UNDERSPECIFIED
    return Polarity.POSITIVE if inner is outer else Polarity.NEGATIVE


@dataclass(frozen=True, slots=True)
class Operator:
    """One word (or turn of grammar) that bears on a predicate: "could", "not", "refused to".

    `hearsay` marks one that speaks for the report and not for its source ("reportedly").
    `governs` says that the word is itself what is predicated of the clause, and the predicate its
    complement: in "is expected to leave" it is the leaving that is told of. `first_person` marks
    what somebody says of themselves ("we doubt that"). `worded` is unset where no word of doubt
    but the grammar does it: a question, a purpose.
    """

    span: Span
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    act: str | None = None
    hearsay: bool = False
    governs: bool = False
    first_person: bool = False
    worded: bool = True


@dataclass(frozen=True, slots=True)
class Modality:
    """What the words around one predicate do to it: "are not expected to leave", seen from "leave".

    `trigger` is the word that states (a verb, a noun of action, an adjective), `hedges` and
    `negators` the words that lower certainty or negate, `act` the local name of a speech act where
    the clause itself names one of its subject ("aims to", "refused to": Proposing, Refusing), else
    None. `condition` is the clause on which it depends ("if the deal is signed"), without "if".
    `operators` are all the words that bear on it, the nearest first. `clause` is the stretch that
    the predicate is the main thing in, None for predicates that are no clause of their own.
    `attached_to` is the noun that the clause only describes ("a plan that could fail"), `performs`
    what the predicate itself does where it tells of its own speaker ("I refused").
    """

    trigger: Span
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    act: str | None = None
    hedges: tuple[Span, ...] = ()
    negators: tuple[Span, ...] = ()
    condition: Span | None = None
    operators: tuple[Operator, ...] = ()
    clause: Span | None = None
    performs: Operator | None = None
    attached_to: Span | None = None

    @classmethod
    def of(
        cls,
        trigger: Span,
        operators: Sequence[Operator],
        *,
        condition: Span | None = None,
        clause: Span | None = None,
    ) -> "Modality":
        """What some operators, the nearest first, come to together.

        The least sure word decides the certainty, the nearest act is the act.
        """
        polarity = Polarity.POSITIVE
        for operator in operators:
            polarity = joined(polarity, operator.polarity)
        return cls(
            trigger=trigger,
            certainty=weakest(o.certainty for o in operators),
            polarity=polarity,
            act=next((o.act for o in operators if o.act), None),
            hedges=tuple(
                o.span for o in operators if o.worded and o.certainty is not Certainty.CERTAIN
            ),
            negators=tuple(
                o.span for o in operators if o.worded and o.polarity is not Polarity.POSITIVE
            ),
            condition=condition,
            operators=tuple(operators),
            clause=clause,
        )

    def within(self, content: Sequence[Span], *, hearsay: bool = True) -> "Modality":
        """The same predicate seen from the words of a source alone.

        Words outside the content are the report's ("denied that ..."): they drop out, and so does,
        if asked for, what the report has only from others ("reportedly").
        """
        kept = [
            o
            for o in self.operators
            if any(s.contains(o.span) for s in content) and (hearsay or not o.hearsay)
        ]
        seen = Modality.of(self.trigger, kept, condition=self.condition, clause=self.clause)
        return replace(seen, performs=self.performs, attached_to=self.attached_to)
