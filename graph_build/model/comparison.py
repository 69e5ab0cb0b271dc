"""Claims and reports side by side: what is compared, and what the comparison says."""

from dataclasses import dataclass
from enum import StrEnum

from graph_build.model.text import Span


class Verdict(StrEnum):
    """What a comparison comes to."""

    SAME_UTTERANCE = "same-utterance"
    NOT_INDEPENDENT = "not-independent"
    RENDERED_DIFFERENTLY = "rendered-differently"
    ONLY_HERE = "only-here"
    CONTRADICTS = "contradicts"
    BETWEEN_ROOTS = "between-roots"
    DIFFERENT_DEADLINE = "different-deadline"
    APPARENT = "apparent"
    DIFFERS = "differs"
    COMPATIBLE = "compatible"
    SINGLE_ORIGIN = "single-origin"
    INDEPENDENT = "independent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, order=True, slots=True)
class ComparedClaim:
    """The head claim of a statement, as comparing needs it; `claim` and `speaker` are IRIs.

    `source` are the words that name the speaker, `named` whether they name one by a name of his own
    and `chain` everyone the words came through.
    """

    claim: str
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    mode: str = "narrator"
    certainty: str = "certain"
    speaker: str | None = None
    speaker_label: str | None = None
    named: bool = False
    chain: str = ""

    @property
    def start(self) -> int:
        """The offset of the first character of its words."""
        return min(span.start for span in self.content)


@dataclass(frozen=True, order=True, slots=True)
class ComparedReport:
    """A report with its claims: `report` is its IRI, `media` the IRIs of those it credits.

    `body` are the stretches of the text that are the report's own news, in order.
    """

    report: str
    file_name: str
    text: str
    body: tuple[Span, ...]
    claims: tuple[ComparedClaim, ...]
    media: frozenset[str] = frozenset()


@dataclass(frozen=True, order=True, slots=True)
class Comparison:
    """A judgement about two claims, or two reports, that reads the same from both sides.

    `first` < `second`, both IRIs. `differences` say one by one what differs.
    """

    first: str
    second: str
    kind: str
    rule: str
    reason: str
    version: str
    verdict: Verdict | None = None
    differences: tuple[str, ...] = ()
    of_reports: bool = False


@dataclass(frozen=True, order=True, slots=True)
class Mutation:
    """What one retelling of a story has that the others lack or have otherwise.

    `claims` are those of the retelling, `siblings` those of the others that were set beside them;
    `here` is None where the retelling lacks what the others have, `there` empty where they do.
    `span` says where in the text of `report`. Of `compared` retellings `against` have it otherwise.
    """

    report: str
    span: Span
    kind: str
    rule: str
    reason: str
    version: str
    verdict: Verdict
    here: str | None
    there: tuple[str, ...]
    claims: tuple[str, ...]
    siblings: tuple[str, ...]
    compared: int
    against: int


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Everything the derived graph is made of."""

    comparisons: tuple[Comparison, ...] = ()
    mutations: tuple[Mutation, ...] = ()
