"""An attribution: the words that say who said what, as spans. Not yet what they mean."""

from dataclasses import dataclass
from enum import StrEnum

from graph_build.model.text import Span


class SpeechMode(StrEnum):
    """How a report renders the words of a source."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATOR = "narrator"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, each possibly in pieces; source and cue may be absent.

    `channel` holds the words that name the medium the speaker spoke through ("told Reuters", "in
    an interview with X television"), `basis` those whom the speaker in turn rests on ("citing
    multiple sources"). `cue_lemma` is the lexicon's name of the cue. All are spans of the text as
    held, sorted and disjoint within a role.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    channel: tuple[Span, ...] = ()
    basis: tuple[Span, ...] = ()
    mode: SpeechMode = SpeechMode.INDIRECT
    cue_lemma: str | None = None
    method: str = ""
    confidence: float = 1.0

    @property
    def start(self) -> int:
        """The offset of the first character of any role."""
        return min(s.start for s in (*self.content, *self.source, *self.cue))

    @property
    def end(self) -> int:
        """The offset after the last character of any role."""
        return max(s.end for s in (*self.content, *self.source, *self.cue))
