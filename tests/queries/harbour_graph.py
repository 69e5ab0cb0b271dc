"""The made-up harbour graph behind the protocol of the reading side, in some thirty lines.

A module of its own, not part of conftest, so that a worker process can import it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

HARBOUR = Path(__file__).parent / "harbour"


@dataclass(frozen=True)
class PlainTerm:
    kind: str
    value: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class PlainResult:
    columns: tuple[str, ...]
    rows: list[tuple[PlainTerm | None, ...]]


class HarbourGraph:
    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def select(self, query: str) -> PlainResult:
        found = self.store.query(query)
        names = tuple(variable.value for variable in found.variables)
        return PlainResult(names, [tuple(_plain(term) for term in row) for row in found])

    def ask(self, query: str) -> bool:
        return bool(self.store.query(query))

    def construct(self, query: str) -> list[tuple[PlainTerm, ...]]:
        return [tuple(_plain(term) for term in triple) for triple in self.store.query(query)]

    def text_of(self, report_id: str) -> str:
        query = (
            "SELECT ?file WHERE { GRAPH ?g { ?r "
            f'<https://w3id.org/onrecord/ontology#reportId> "{report_id}" ; '
            "<https://w3id.org/onrecord/ontology#fileName> ?file } }"
        )
        return (HARBOUR / self.select(query).rows[0][0].value).read_text(encoding="utf-8")


def _plain(term: ox.NamedNode | ox.Literal | ox.BlankNode | None) -> PlainTerm | None:
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return PlainTerm("literal", term.value, term.datatype.value, term.language)
    return PlainTerm("iri" if isinstance(term, ox.NamedNode) else "blank", term.value)


def harbour_graph() -> HarbourGraph:
    store = ox.Store()
    store.load((HARBOUR / "graph.trig").read_bytes(), format=ox.RdfFormat.TRIG)
    return HarbourGraph(store)


@contextmanager
def open_harbour(_: Path) -> Iterator[HarbourGraph]:
    yield harbour_graph()
