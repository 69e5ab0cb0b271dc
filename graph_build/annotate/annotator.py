"""All findings for one report, in one call."""

from dataclasses import dataclass
from typing import Protocol

from graph_build.annotate.clauses import find_clauses
from graph_build.annotate.dates import find_dates
from graph_build.annotate.factuality import find_hedges, find_negations
from graph_build.annotate.mentions import MentionFinder
from graph_build.annotate.parsed import ParsedReport
from graph_build.annotate.sources import describe_sources
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.annotation import Annotations
from graph_build.model.attribution import Attribution
from graph_build.model.text import ReadingText, Report
from ontology.world import World


class Extractor(Protocol):
    """The seam behind which rules and trained models are exchanged.

    The parse of a ParsedReport is made when first asked for, so that an extractor which needs none
    costs none.
    """

    @property
    def name(self) -> str:
        """Name and version, recorded with every report."""
        ...

    def attributions(self, parsed: ParsedReport) -> tuple[Attribution, ...]:
        """Everything that the report says somebody said, in text order."""
        ...


@dataclass(frozen=True)
class Annotator:
    """Report to annotations with one extractor, one vocabulary and one gazetteer."""

    extractor: Extractor
    vocabulary: Vocabulary
    mentions: MentionFinder

    @classmethod
    def create(cls, extractor: Extractor, vocabulary: Vocabulary, world: World) -> "Annotator":
        """An annotator over a gazetteer, whose names are indexed here."""
        return cls(extractor, vocabulary, MentionFinder(world))

    def annotate(self, report: Report, reading: ReadingText) -> Annotations:
        """Everything that the later stages need to know of a report."""
        parsed = ParsedReport(report, reading)
        return Annotations(
            sentences=tuple(s for p in parsed.paragraphs for s in p.sentences()),
            clauses=find_clauses(parsed),
            mentions=self.mentions.mentions(parsed),
            attributions=self.extractor.attributions(parsed),
            hedges=find_hedges(parsed, self.vocabulary),
            negations=find_negations(parsed),
            source_descriptions=describe_sources(parsed, self.vocabulary),
            dates=find_dates(parsed),
        )
