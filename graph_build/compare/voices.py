"""In whose voice words stand: the innermost claim that holds them, and who is behind it."""

from dataclasses import dataclass
from typing import Final

from graph_build.model.comparison import ComparedClaim, ComparedReport
from graph_build.model.span_index import SpanIndex
from graph_build.model.text import Span

OWN: Final = "own"
NAMED: Final = "named"
UNNAMED: Final = "unnamed"
THE_REPORT: Final = "the report"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words they are, and the claim in which they stand."""

    claim: ComparedClaim
    kind: str
    label: str


class Voices:
    """The voices of one report, by place in its text."""

    def __init__(self, report: ComparedReport) -> None:
        claims = report.claims
        self._contents = SpanIndex([(span, one) for one in claims for span in one.content])
        self._sources = SpanIndex([(span, one) for one in claims for span in one.source])

    def at(self, span: Span) -> Voice | None:
        """Who says what stands there; None where no claim holds it.

        Words that name a speaker are the report's own.
        """
        naming = self._sources.containing(span)
        holding = self._contents.containing(span)
        inner = min(holding, key=_length, default=None)
        if inner is not None and not (inner.speaker is None and naming):
            return _voice(inner)
        if naming:
            return Voice(min(naming), OWN, THE_REPORT)
        return None


def _voice(claim: ComparedClaim) -> Voice:
    if claim.speaker is None:
        return Voice(claim, OWN, THE_REPORT)
    kind = NAMED if claim.named else UNNAMED
    return Voice(claim, kind, claim.speaker_label or "somebody")


def _length(claim: ComparedClaim) -> tuple[int, str]:
    return sum(len(span) for span in claim.content), claim.claim
