"""What is held on identity: how near two names are, and decisions that can be taken back."""

from dataclasses import dataclass
from typing import Final

NAME_METHOD: Final = "name-match 1"
PERSON_METHOD: Final = "person"

SAME: Final = "same"
DIFFERENT: Final = "different"
UNSURE: Final = "unsure"
RIGHT: Final = "right"
WRONG: Final = "wrong"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two names are names of one thing, from 0 to 1, and why.

    `edits` counts letters that differ for no reason but a slip, where that was counted.
    """

    score: float
    reason: str
    edits: int = 0


@dataclass(frozen=True, order=True, slots=True)
class Judgement:
    """A decision on two things (`first` < `second`) or, with `second` empty, on one claim.

    `verdict` is same, different or unsure of two things; right or wrong of a claim. `decided_by`
    is the name of who decided, where it was given.
    """

    first: str
    second: str
    verdict: str
    method: str
    score: float
    reason: str
    decided_by: str | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """What it is about."""
        return self.first, self.second


@dataclass(frozen=True, order=True, slots=True)
class KnownThing:
    """A person or body that the gazetteer knows or that one report alone names.

    `report` is the report that alone knows it, "" for curated things. `roles` are the words that
    a report puts to the name, or the names of the posts held; `comparisons` name the comparisons
    of quotations in which its words stand; `mentions` counts how often reports name it.
    """

    iri: str
    name: str
    kind: str
    report: str = ""
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    comparisons: tuple[str, ...] = ()
    mentions: int = 0

    @property
    def is_curated(self) -> bool:
        """Whether the gazetteer knows it."""
        return not self.report


@dataclass(frozen=True, order=True, slots=True)
class SameThings:
    """Things that count as one: the one that stands for all, the others each with the reason."""

    representative: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Identities:
    """What follows from all judgements: things that count as one, and what names alone suggest."""

    classes: tuple[SameThings, ...]
    hypotheses: tuple[Judgement, ...]
