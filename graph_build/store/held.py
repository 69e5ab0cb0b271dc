"""What an open store holds: its reports, and whether its triples keep to one graph each."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from graph_build.errors import UnknownReportError
from graph_build.store.terms import from_ox_quad
from ontology.terms import Properties


@dataclass(frozen=True, order=True, slots=True)
class StoredReport:
    """A report that the graph holds; None where the report does not say."""

    file_name: str
    id: str
    iri: str
    graph: str
    text_sha256: str
    built_with: str
    title: str | None = None
    publisher_name: str | None = None
    published: str | None = None


def all_reports(store: ox.Store) -> list[StoredReport]:
    """Every report, by file name."""
    quads = store.quads_for_pattern(None, ox.NamedNode(Properties.reportId), None)
    return sorted((_stored(store, quad) for quad in quads), key=lambda r: (r.file_name, r.id))


def report_of_id(store: ox.Store, report_id: str) -> StoredReport | None:
    """The report of that id, if it is held."""
    predicate = ox.NamedNode(Properties.reportId)
    quad = _first(store.quads_for_pattern(None, predicate, ox.Literal(report_id)))
    return None if quad is None else _stored(store, quad)


def find_report(store: ox.Store, name: str) -> StoredReport:
    """The one report of that id, IRI or file name. Raises UnknownReportError."""
    found = [r for r in all_reports(store) if name in (r.id, r.iri, r.file_name)]
    if not found:
        raise UnknownReportError(f"the graph holds no report {name!r}; see: onrecord reports")
    if len(found) > 1:
        ids = ", ".join(report.id for report in found)
        raise UnknownReportError(f"{len(found)} reports are called {name!r}; give one id: {ids}")
    return found[0]


def is_text_used(store: ox.Store, sha256: str) -> bool:
    """Whether a report has that text."""
    predicate = ox.NamedNode(Properties.textSha256)
    return _first(store.quads_for_pattern(None, predicate, ox.Literal(sha256))) is not None


def repeated_triples(store: ox.Store) -> list[str]:
    """The triples that live in more than one graph, as sorted N-Triples."""
    seen: set[int] = set()
    suspects: set[ox.Triple] = set()
    for triple in (quad.triple for quad in store):
        known = len(seen)
        seen.add(hash(triple))  # a tenth of the memory of the triples themselves
        if len(seen) == known:
            suspects.add(triple)
    return sorted(str(triple) for triple in suspects if _homes_of(store, triple) > 1)


def _homes_of(store: ox.Store, triple: ox.Triple) -> int:
    parts = triple.subject, triple.predicate, triple.object
    return len({quad.graph_name for quad in store.quads_for_pattern(*parts)})


def _stored(store: ox.Store, quad: ox.Quad) -> StoredReport:
    iri, graph = from_ox_quad(quad).subject, from_ox_quad(quad).graph
    text = _value(store, iri, Properties.hasText) or ""
    return StoredReport(
        file_name=_value(store, iri, Properties.fileName) or "",
        id=getattr(quad.object, "value", ""),
        iri=iri,
        graph=graph,
        text_sha256=_value(store, text, Properties.textSha256) or "",
        built_with=_value(store, iri, Properties.builtWith) or "",
        title=_value(store, iri, Properties.title),
        publisher_name=_value(store, iri, Properties.publisherName),
        published=_value(store, iri, Properties.publishedOn),
    )


def _value(store: ox.Store, subject: str, predicate: str) -> str | None:
    if not subject:
        return None
    found = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    quad = _first(found)
    return None if quad is None else getattr(quad.object, "value", None)


def _first(quads: Iterable[ox.Quad]) -> ox.Quad | None:
    return next(iter(quads), None)
