"""Reports made by hand for the tests of everything behind the stages: spans are given as words."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from graph_build.compare import compare_reports
from graph_build.model.annotation import Mention, MentionKind
from graph_build.model.attribution import SpeechMode
from graph_build.model.entity import Entity, EntityLink, Party, SourceGroupSize, UnnamedSource
from graph_build.model.factuality import Certainty, Polarity
from graph_build.model.quad import RDF_TYPE, RDFS_LABEL, Iri, Quad, in_language
from graph_build.model.statement import Hop, HopKind, ReportGraph, Statement
from graph_build.model.text import Issue, Publication, Report, Span, Text, Zone, ZoneKind
from graph_build.rdf import comparison_quads, report_graph_to_quads
from graph_build.rdf.iris import DERIVED_GRAPH
from graph_build.store import GraphStore, compared_reports
from ontology.terms import ONR, Properties

BASE = "https://w3id.org/onrecord/"
AGENCY = Entity("Marsh Wire", "NewsAgency", BASE + "id/agency/marsh-wire")
HARBOUR = Entity("Old Harbour", "Settlement", BASE + "id/place/old-harbour")
ISLAND = BASE + "id/place/long-island"
CONTAINERS = {HARBOUR.iri: (ISLAND,)}
METHOD = "onrecord 0.1.0; rules 1"


@dataclass
class Maker:
    """A report under construction; `text` is the text as held."""

    text: str
    file_name: str = "a.txt"
    publication: Publication = field(default_factory=Publication)
    statements: list[Statement] = field(default_factory=list)
    links: list[EntityLink] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    unnamed: list[UnnamedSource] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def span(self, words: str, *, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def person(self, name: str, **options: Any) -> Entity:
        entity = Entity(name, "Person", anchor=self.span(name), **options)
        self.entities.append(entity)
        return entity

    def people(self, wording: str, label: str, **options: Any) -> UnnamedSource:
        span = self.span(wording)
        source = UnnamedSource(label, span, (span,), **options)
        self.unnamed.append(source)
        return source

    def link(self, name: str, entity: Entity, *, score: float = 1.0, nth: int = 1) -> None:
        mention = Mention(self.span(name, nth=nth), MentionKind.NAMED, name)
        self.links.append(EntityLink(mention, entity, "label", score, "the only thing so called"))

    def say(
        self,
        *content: str,
        by: Party | None = None,
        source: str | None = None,
        cue: str | None = None,
        via: Party | None = None,
        resting_on: Party | None = None,
        **options: Any,
    ) -> Statement:
        """Adds a statement: `content` pieces said by a party, through a medium, resting on one."""
        spans = tuple(self.span(piece) for piece in content)
        source_spans = (self.span(source),) if source else ()
        hops = [Hop(HopKind.REPORT, None)]
        if via is not None:
            hops.append(Hop(HopKind.MEDIUM, via))
        head = 0
        if by is not None:
            head = len(hops)
            hops.append(Hop(HopKind.SPEAKER, by, source_spans))
        if resting_on is not None:
            hops.append(Hop(HopKind.BASIS, resting_on))
        values: dict[str, Any] = {
            "mode": SpeechMode.INDIRECT if by else SpeechMode.NARRATOR,
            "act": "asserting",
            "certainty": Certainty.CERTAIN,
            "polarity": Polarity.POSITIVE,
            "hops": tuple(hops),
            "head": head,
            "source": source_spans,
            "cue": (self.span(cue),) if cue else (),
            "method": "rules:test",
        }
        statement = Statement(content=spans, words=" ... ".join(content), **{**values, **options})
        self.statements.append(statement)
        return statement

    def graph(self) -> ReportGraph:
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        key = f"{sha256} {self.file_name}"
        report = Report(
            id=hashlib.sha256(key.encode()).hexdigest()[:20],
            text=Text(self.text, sha256),
            file_name=self.file_name,
            title=None,
            zones=(Zone(Span(0, len(self.text)), ZoneKind.BODY, "nothing else"),),
            publication=self.publication,
        )
        return ReportGraph(
            report=report,
            publisher=None,
            statements=tuple(self.statements),
            links=tuple(self.links),
            entities=tuple(self.entities),
            unnamed=tuple(self.unnamed),
            issues=tuple(self.issues),
            method=METHOD,
        )


HOSTILE = (
    "OLD HARBOUR \U0001f6a2 —\r\n“The ferry’s gone <script>alert('x')</script>,” the mayor, Ada "
    "Quill, told Marsh Wire.\r\nقال المتحدث إن الميناء مغلق. \u202eRTL\u202c\r\n"
    'Three dock "officials" > two | clerks } \\u0041 \\ said it may open again, citing a memo'
    ".\t\x00"
)


def hostile_report(file_name: str = "hostile.txt") -> Maker:
    """A report with an emoji, right-to-left text, markup, quotation marks, CRLF and a NUL."""
    maker = Maker(HOSTILE, file_name, Publication("The <b>Tide</b>", "2024-02-29", "dateline"))
    mayor = maker.person("Ada Quill", role="the mayor", other_names=("Quill",))
    clerks = maker.people(
        'Three dock "officials" > two | clerks',
        "unnamed officials > clerks (3 dock, 2 harbour)",
        minimum=3,
        maximum=5,
        groups=(SourceGroupSize("3 dock officials", 3, 3, HARBOUR),),
    )
    maker.link("OLD HARBOUR", HARBOUR, score=0.9)
    maker.say(
        "The ferry’s gone <script>alert('x')</script>",
        by=mayor,
        source="the mayor, Ada Quill",
        cue="told",
        via=AGENCY,
        mode=SpeechMode.DIRECT,
        about=(HARBOUR,),
        confidence=0.9,
    )
    maker.say(
        "it may open again",
        by=clerks,
        source='Three dock "officials" > two | clerks',
        cue="said",
        certainty=Certainty.POSSIBLE,
        hedges=(maker.span("may"),),
        about=(HARBOUR,),
    )
    maker.say("قال المتحدث إن الميناء مغلق")
    maker.issues.append(Issue("odd-character", "a NUL", maker.span("\x00")))
    return maker


def plain_report(file_name: str = "plain.txt", text: str = "The ferry is gone, it seems.") -> Maker:
    """A report of one sentence in the report's own voice."""
    maker = Maker(text, file_name)
    maker.say(text.rstrip("."))
    return maker


def long_report(count: int, file_name: str = "long.txt") -> Maker:
    """A report of twenty sentences, so many of which are statements."""
    maker = Maker("".join(f"Ship {number} is late. " for number in range(20)), file_name)
    for number in range(count):
        maker.say(f"Ship {number} is late")
    return maker


def world_quads() -> list[Quad]:
    """A world of three things, in place of the gazetteer."""
    graph = BASE + "graph/gazetteer"
    things = (
        (AGENCY.iri, "NewsAgency", AGENCY.name),
        (HARBOUR.iri, "Settlement", HARBOUR.name),
        (ISLAND, "Region", "Long Island"),
    )
    located = Properties.directlyLocatedIn
    quads = [Quad(str(HARBOUR.iri), located, Iri(ISLAND), graph)]
    for iri, kind, name in things:
        quads.append(Quad(str(iri), RDF_TYPE, Iri(ONR + kind), graph))
        quads.append(Quad(str(iri), RDFS_LABEL, in_language(name, "en"), graph))
    return quads


def quoting_report(file_name: str, *, apostrophe: str = "’") -> Maker:
    """A report with one quotation, whose apostrophe may be varied."""
    words = f"It{apostrophe}s over for the ferry"
    maker = Maker(f"“{words},” the mayor, Ada Quill, said.\n", file_name)
    mayor = maker.person("Ada Quill")
    maker.say(words, by=mayor, source="the mayor, Ada Quill", cue="said", mode=SpeechMode.DIRECT)
    return maker


def fill(store: GraphStore, *makers: Maker) -> None:
    """Puts the world, the reports and their comparisons into a store."""
    store.replace_graph(BASE + "graph/gazetteer", world_quads())
    for maker in makers:
        graph = maker.graph()
        store.put_report(report_graph_to_quads(graph, CONTAINERS), graph.report.text)
    found = compare_reports(compared_reports(store))
    store.replace_graph(DERIVED_GRAPH, comparison_quads(found))
