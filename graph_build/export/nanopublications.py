"""Every statement of a graph as a nanopublication, in TriG."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO, Final

from graph_build.export.prefixes import PREFIXES
from graph_build.model.quad import Quad
from graph_build.rdf.nanopubs import NP, OA, PROV, nanopub_quads
from graph_build.store import DumpFormat, GraphStore, StoredReport, dump_quads
from ontology.terms import Properties

NANOPUB_PREFIXES: Final = {
    **PREFIXES,
    "np": NP,
    "oa": OA,
    "prov": PROV,
    "dcterms": "http://purl.org/dc/terms/",
}


def write_nanopubs(store: GraphStore, out: BinaryIO) -> None:
    """Writes every statement as a nanopublication, in TriG."""
    dump_quads(_nanopubs(store), out, DumpFormat.TRIG, prefixes=NANOPUB_PREFIXES)


def _nanopubs(store: GraphStore) -> Iterator[Quad]:
    created = _source_date()
    for report in store.reports():
        quads = _with_shared(store, report)
        yield from nanopub_quads(quads, store.text_of(report.id), created=created)


def _with_shared(store: GraphStore, report: StoredReport) -> list[Quad]:
    """The quads of a report with those of its text and its propositions."""
    quads = list(store.quads(report.graph))
    shared = {
        quad.object.value
        for quad in quads
        if quad.predicate in (Properties.statesProposition, Properties.hasText)
    }
    return [*quads, *(quad for node in sorted(shared) for quad in store.described(node))]


def _source_date() -> str | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    return datetime.fromtimestamp(int(epoch), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
