"""All findings for one report, in one call."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from graph_build.annotate.clauses import find_clauses
from graph_build.annotate.factuality import find_hedges
from graph_build.annotate.mentions import MentionFinder
from graph_build.annotate.modality import find_modalities
from graph_build.annotate.parsed import ParsedReport
from graph_build.annotate.predications import Values, find_predications
from graph_build.annotate.quantities import QuantityFinder
from graph_build.annotate.sources import describe_sources
from graph_build.annotate.times import find_times
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.annotation import Annotations
from graph_build.model.attribution import Attribution
from graph_build.model.predication import Predication
from graph_build.model.text import ReadingText, Report
from ontology.predicates import Predicates
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
    predicates: Predicates

    @classmethod
    def create(
        cls, extractor: Extractor, vocabulary: Vocabulary, world: World, predicates: Predicates
    ) -> "Annotator":
        """An annotator over a gazetteer, whose names are indexed here."""
        return cls(extractor, vocabulary, MentionFinder(world), predicates)

    @cached_property
    def _quantity_finder(self) -> QuantityFinder:
        return QuantityFinder(self.vocabulary)

    def annotate(self, report: Report, reading: ReadingText) -> Annotations:
        """Everything that the later stages need to know of a report."""
        parsed = ParsedReport(report, reading)
        times = find_times(parsed)
        found = Annotations(
            sentences=tuple(s for p in parsed.paragraphs for s in p.sentences()),
            clauses=find_clauses(parsed),
            mentions=self.mentions.mentions(parsed),
            attributions=self.extractor.attributions(parsed),
            hedges=find_hedges(parsed, self.vocabulary),
            modalities=find_modalities(parsed, self.vocabulary),
            source_descriptions=describe_sources(parsed, self.vocabulary),
            times=times.phrases,
            quantities=self._quantity_finder.find(parsed, times.phrases),
            issues=times.issues,
        )
        return replace(found, predications=self._predications(parsed, found))

    def _predications(self, parsed: ParsedReport, found: Annotations) -> tuple[Predication, ...]:
        """What the sentences state; rests on the times, numbers and sources found before."""
        values = Values(found.times, found.quantities, found.source_descriptions)
        return find_predications(parsed, values, self.predicates, self.vocabulary)
