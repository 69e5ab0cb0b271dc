"""Everything that one report gives to the graph, as quads. Pure: no clock, no file, no store."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from graph_build.model.entity import Entity, EntityLink
from graph_build.model.quad import Quad
from graph_build.model.statement import HopKind, ReportGraph, Statement
from graph_build.model.text import Issue, Span
from graph_build.rdf.claims import claim_iris, spans_key, statement_quads
from graph_build.rdf.facts import OWN_ACT, fact_quads, places_key
from graph_build.rdf.parties import local_parties, party_quads
from graph_build.rdf.scope import ReportScope
from graph_build.rdf.text_parts import (
    issue_quads,
    mention_quads,
    report_quads,
    text_quads,
    zone_quads,
)

Containers = Callable[[str], tuple[str, ...]] | Mapping[str, tuple[str, ...]]


def report_graph_to_quads(report_graph: ReportGraph, containers: Containers) -> Iterator[Quad]:
    """The quads of a report, each once: its own graph, its text, its propositions.

    Args:
        report_graph: what was read from the report; its `method` is recorded as builtWith.
        containers: from the IRI of a curated place to those of its containers below country.

    Raises:
        BadSpanError: a span cannot be cut from the text.
        MismatchedWordsError: the words of a statement are not those at its offsets.
    """
    scope = ReportScope(report_graph.report, containers)
    return iter(dict.fromkeys(_all_quads(scope, report_graph)))


def _all_quads(scope: ReportScope, report_graph: ReportGraph) -> Iterator[Quad]:
    report, publisher = report_graph.report, report_graph.publisher
    yield from text_quads(report.text)
    yield from report_quads(
        scope,
        built_with=report_graph.method,
        publisher=scope.party_iri(publisher) if publisher else None,
        media=_media(scope, report_graph),
    )
    for zone in report.zones:
        yield from zone_quads(scope, zone)
    for link in _one_link_each(report_graph.links):
        yield from mention_quads(scope, link)
    for number, issue in enumerate(_issues(report_graph), start=1):
        yield from issue_quads(scope, issue, number)
    for party in local_parties(scope, report_graph).values():
        yield from party_quads(scope, party)
    seen: Counter[tuple[tuple[Span, ...], ...]] = Counter()
    for statement in report_graph.statements:
        key = spans_key(statement)
        yield from statement_quads(scope, statement, seen[key])
        yield from _fact_quads(scope, statement, seen[key])
        seen[key] += 1


def _fact_quads(scope: ReportScope, statement: Statement, ordinal: int) -> Iterator[Quad]:
    """The facts read off the words of a statement, then those read off their frame."""
    claims = claim_iris(scope.report.id, statement, ordinal)
    seen: Counter[object] = Counter()
    for facts, claim, act, is_frame in (
        (statement.facts, claims[statement.head], statement.act, False),
        (statement.frame_facts, claims[0], OWN_ACT, True),
    ):
        for fact in facts:
            key = (claim, places_key(fact))
            number, seen[key] = seen[key], seen[key] + 1
            yield from fact_quads(scope, claim, fact, act=act, ordinal=number, is_frame=is_frame)


def _media(scope: ReportScope, report_graph: ReportGraph) -> list[str]:
    """The named media through which words came into the report."""
    return sorted(
        {
            scope.party_iri(hop.party)
            for statement in report_graph.statements
            for hop in statement.hops
            if hop.kind is HopKind.MEDIUM and isinstance(hop.party, Entity)
        }
    )


def _one_link_each(links: tuple[EntityLink, ...]) -> list[EntityLink]:
    """The surest link of each span: a mention denotes one thing."""
    best: dict[Span, EntityLink] = {}
    for link in links:
        held = best.get(link.mention.span)
        if held is None or link.score > held.score:
            best[link.mention.span] = link
    return [best[span] for span in sorted(best)]


def _issues(report_graph: ReportGraph) -> tuple[Issue, ...]:
    return tuple(dict.fromkeys((*report_graph.report.issues, *report_graph.issues)))
