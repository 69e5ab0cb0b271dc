"""A statement: one piece of content with everyone it passed through. The result of claims/."""

from dataclasses import dataclass
from enum import StrEnum

from graph_build.model.attribution import SpeechMode
from graph_build.model.entity import Entity, EntityLink, Party, UnnamedSource
from graph_build.model.fact import Fact, LinkedArgument
from graph_build.model.factuality import Certainty, Polarity
from graph_build.model.text import Issue, Report, Span


class HopKind(StrEnum):
    """The part a party plays in a chain of reporting."""

    REPORT = "report"
    MEDIUM = "medium"
    SPEAKER = "speaker"
    BASIS = "basis"


@dataclass(frozen=True, slots=True)
class Hop:
    """One party of a chain. Hop 0 is the report itself and has no party.

    `evidence` are the words that name the party here; `inherited` hops were carried over from a
    neighbouring sentence, `reason` says by which rule.
    """

    kind: HopKind
    party: Party | None
    evidence: tuple[Span, ...] = ()
    inherited: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Who the words of one attribution came through, from the report outwards.

    `media` are the outlets between the report and the speaker, `basis` those whom the speaker rests
    on. `speaker` is None where the text names none.
    """

    media: tuple[Hop, ...] = ()
    speaker: Hop | None = None
    basis: tuple[Hop, ...] = ()

    def hops(self) -> tuple[Hop, ...]:
        """All hops after the report, in order."""
        return (*self.media, *((self.speaker,) if self.speaker else ()), *self.basis)


@dataclass(frozen=True, slots=True)
class LinkedReport:
    """What link/ gives to claims/: the entities of a report and a chain for each attribution.

    `arguments` holds those of each predication, in the order of the annotations.
    """

    links: tuple[EntityLink, ...]
    chains: tuple[Chain, ...]
    publisher: Entity | None = None
    arguments: tuple[tuple[LinkedArgument, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What one report says, or says that somebody said, in one place.

    `hops` run from the report outwards: the report, the media, the speaker, those whom the speaker
    rests on. Each becomes one claim; the claim of `head` (an index of hops) owns the words. `words`
    are cut from the text as held, pieces joined by " ... ". `condition` are the words on whose
    truth it depends, `hearsay` those by which the report marks that it has it from others. `facts`
    are read off those words, `frame_facts` off the words around them, which are the report's own
    ("X, the mayor, said on Monday"): they belong to the claim of hop 0.
    """

    content: tuple[Span, ...]
    words: str
    mode: SpeechMode
    act: str
    certainty: Certainty
    polarity: Polarity
    hops: tuple[Hop, ...]
    head: int
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    condition: Span | None = None
    hearsay: tuple[Span, ...] = ()
    about: tuple[Entity, ...] = ()
    said: str | None = None
    method: str = ""
    confidence: float = 1.0
    facts: tuple[Fact, ...] = ()
    frame_facts: tuple[Fact, ...] = ()

    @property
    def carried_over(self) -> bool:
        """Whether any hop comes from a neighbouring sentence."""
        return any(hop.inherited for hop in self.hops)


@dataclass(frozen=True, slots=True)
class ReportGraph:
    """Everything that one report gives to the graph; it enters whole or not at all."""

    report: Report
    publisher: Entity | None
    statements: tuple[Statement, ...]
    links: tuple[EntityLink, ...]
    entities: tuple[Entity, ...]
    unnamed: tuple[UnnamedSource, ...]
    issues: tuple[Issue, ...]
    method: str
