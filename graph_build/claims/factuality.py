"""How sure, and whether so or not so: FactBank's two axes, as worded and relative to the source."""

from collections.abc import Sequence

from graph_build.model.annotation import Annotations
from graph_build.model.factuality import Certainty, Polarity
from graph_build.model.text import Span, covered
from ontology.lexicon import Cue

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNDERSPECIFIED)
_MAIN_CLAUSE_SHARE = 0.6


def certainty_of(
    content: Sequence[Span], annotations: Annotations, cue: Cue | None
) -> tuple[Certainty, tuple[Span, ...]]:
    """The lowest certainty that a hedge in the content or the cue gives, and the hedges."""
    hedges = [h for h in annotations.hedges if any(s.contains(h.span) for s in content)]
    found = [Certainty(h.certainty) for h in hedges]
    if cue is not None and cue.certainty is not None:
        found.append(Certainty(cue.certainty.lower()))
    weakest = max(found, key=_ORDER.index, default=Certainty.CERTAIN)
    return weakest, tuple(h.span for h in hedges)


def polarity_of(content: Sequence[Span], annotations: Annotations, cue: Cue | None) -> Polarity:
    """Negative where the content's main clause is negated or the cue denies, and not both."""
    total = covered(content)
    negated = any(
        any(s.contains(n.span) for s in content)
        and _shared(n.scope, content) >= _MAIN_CLAUSE_SHARE * total
        for n in annotations.negations
    )
    denied = cue is not None and cue.polarity is not None and cue.polarity.lower() == "negative"
    return Polarity.NEGATIVE if negated != denied else Polarity.POSITIVE


def _shared(scope: Span, content: Sequence[Span]) -> int:
    return sum(
        min(scope.end, s.end) - max(scope.start, s.start) for s in content if s.overlaps(scope)
    )
