"""Annotations to a linked report: entities for names, a chain for each attribution."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph_build.link.arguments import ArgumentLinker
from graph_build.link.names import curated, link_mentions
from graph_build.link.speakers import SpeakerResolver
from graph_build.model.annotation import Annotations
from graph_build.model.entity import Entity
from graph_build.model.statement import LinkedReport
from graph_build.model.text import ReadingText, Report
from ontology.lexicon import Lexicon
from ontology.predicates import Attribute
from ontology.world import World


@dataclass(frozen=True)
class Linker:
    """Ties the names of a report to the world, and its sources to people, media and bodies."""

    world: World
    lexicon: Lexicon
    attributes: Mapping[str, Attribute] = field(default_factory=dict)

    def link(self, report: Report, reading: ReadingText, annotations: Annotations) -> LinkedReport:
        """The links and chains of one report; nothing is taken from other reports."""
        links = link_mentions(annotations.mentions, self.world)
        resolver = SpeakerResolver(annotations, links, reading, self.world, self.lexicon)
        chains = resolver.chains()
        arguments = ArgumentLinker(
            annotations, links, chains, report.text.content, reading, self.world, self.attributes
        ).arguments()
        return LinkedReport(links, chains, self.publisher(report), arguments)

    def publisher(self, report: Report) -> Entity | None:
        """The curated publisher, if the report names one that the gazetteer knows."""
        name = report.publication.publisher_name
        found = self.world.find(name) if name else ()
        return curated(found[0]) if found else None
