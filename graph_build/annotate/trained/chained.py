"""A trained extractor's attributions with what only the rules see: channel, basis, cue names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph_build.annotate.annotator import Extractor
from graph_build.annotate.parsed import ParsedReport
from graph_build.model.attribution import Attribution
from graph_build.model.text import dice

_SAME = 0.5


@dataclass(frozen=True)
class ChainedExtractor:
    """What `first` finds, with channel and basis from the like find of `second`, if it has one.

    Asks the second extractor, and so costs its parse.
    """

    first: Extractor
    second: Extractor

    @property
    def name(self) -> str:
        """Both names."""
        return f"{self.first.name}; chains by {self.second.name}"

    def attributions(self, parsed: ParsedReport) -> tuple[Attribution, ...]:
        """The attributions of the first extractor, completed."""
        others = self.second.attributions(parsed)
        return tuple(complete(a, others) for a in self.first.attributions(parsed))


def complete(found: Attribution, others: Sequence[Attribution]) -> Attribution:
    """The attribution with channel, basis and cue lemma of the other that has most in common."""
    rated = [(likeness(found, other), -i, other) for i, other in enumerate(others)]
    best = max(rated, default=None, key=lambda r: r[:2])
    if best is None or best[0] < _SAME:
        return found
    other = best[2]
    return replace(
        found,
        channel=other.channel,
        basis=other.basis,
        cue_lemma=found.cue_lemma or other.cue_lemma,
    )


def likeness(a: Attribution, b: Attribution) -> float:
    """The share of characters that two contents have in common; 1 more where the cues touch."""
    touching = any(x.overlaps(y) for x in a.cue for y in b.cue)
    return dice(a.content, b.content) + touching
