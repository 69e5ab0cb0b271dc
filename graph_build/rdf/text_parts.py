"""The report itself and its parts as quads: text, zones, mentions, issues."""

from collections.abc import Iterable, Iterator

from graph_build.model.edtf import edtf_bounds
from graph_build.model.entity import EntityLink
from graph_build.model.quad import (
    XSD_DATE_TIME,
    Iri,
    Literal,
    Quad,
    Term,
    decimal,
    integer,
)
from graph_build.model.text import Issue, Text, Zone
from graph_build.rdf import iris
from graph_build.rdf.scope import ReportScope, describe, text_or_none
from ontology.terms import Classes, Properties


def text_quads(text: Text) -> Iterator[Quad]:
    """The node of a text, shared by all reports that publish it. Does not hold its words."""
    pairs = (
        (Properties.textSha256, Literal(text.sha256)),
        (Properties.textLength, integer(len(text.content))),
    )
    return describe(iris.text_iri(text.sha256), Classes.Text, pairs, iris.TEXTS_GRAPH)


def report_quads(
    scope: ReportScope, *, built_with: str, publisher: str | None, media: Iterable[str]
) -> Iterator[Quad]:
    """The node of the report; `publisher` and `media` are IRIs."""
    report, publication = scope.report, scope.report.publication
    pairs: list[tuple[str, Term | None]] = [
        (Properties.reportId, Literal(report.id)),
        (Properties.hasText, Iri(iris.text_iri(report.text.sha256))),
        (Properties.fileName, Literal(report.file_name)),
        (Properties.title, text_or_none(report.title)),
        (Properties.publishedBy, Iri(publisher) if publisher else None),
        (Properties.publisherName, text_or_none(publication.publisher_name)),
        (Properties.publishedBasis, text_or_none(publication.basis)),
        (Properties.builtWith, Literal(built_with)),
    ]
    if publication.published:
        pairs.extend(_date_pairs(publication.published))
    pairs.extend((Properties.citesMedium, Iri(medium)) for medium in media)
    told = (
        (Properties.publishedEvidence, publication.published_span),
        (Properties.publisherEvidence, publication.publisher_span),
    )
    pairs.extend((name, Iri(scope.span_iri(span))) for name, span in told if span is not None)
    yield from scope.node(scope.iri, Classes.Report, pairs)
    for _, span in told:
        if span is not None:
            yield from scope.evidence(span)


def zone_quads(scope: ReportScope, zone: Zone) -> Iterator[Quad]:
    """A stretch of the report with what it is for. Does not hold its words."""
    scope.cut(zone.span)
    pairs = [
        *scope.place(zone.span),
        (Properties.zoneKind, Literal(zone.kind.value)),
        (Properties.zoneReason, Literal(zone.reason)),
    ]
    return scope.node(iris.zone_iri(scope.report.id, zone.span), Classes.Zone, pairs)


def mention_quads(scope: ReportScope, link: EntityLink) -> Iterator[Quad]:
    """A name in the text and the judgement what it names."""
    span = link.mention.span
    pairs = [
        *scope.place(span),
        (Properties.exact, Literal(scope.cut(span))),
        (Properties.denotes, Iri(scope.party_iri(link.entity))),
        (Properties.linkMethod, Literal(link.method)),
        (Properties.linkScore, decimal(link.score)),
        (Properties.linkReason, Literal(link.reason)),
    ]
    return scope.node(iris.mention_iri(scope.report.id, span), Classes.Mention, pairs)


def issue_quads(scope: ReportScope, issue: Issue, number: int) -> Iterator[Quad]:
    """What could not be understood; without a span it concerns the whole report."""
    pairs: list[tuple[str, Term | None]] = [
        (Properties.issueCode, Literal(issue.code)),
        (Properties.message, Literal(issue.message)),
    ]
    if issue.span is None:
        pairs.append((Properties.spanOf, Iri(scope.iri)))
    else:
        scope.cut(issue.span)
        pairs.extend(scope.place(issue.span))
    return scope.node(iris.issue_iri(scope.report.id, number), Classes.ReadingIssue, pairs)


def _date_pairs(published: str) -> Iterator[tuple[str, Term | None]]:
    yield Properties.publishedOn, Literal(published)
    earliest, latest = edtf_bounds(published)
    if earliest:
        yield Properties.publishedEarliest, Literal(earliest, XSD_DATE_TIME)
    if latest:
        yield Properties.publishedLatest, Literal(latest, XSD_DATE_TIME)
