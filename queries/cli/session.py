"""What the commands of one call share: how a graph is opened, and whether to show tracebacks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from queries.sparql_source import SparqlSource

DEFAULT_GRAPH = Path("onrecord-graph")


class GraphReader(SparqlSource, Protocol):
    """A graph opened for reading: it answers SPARQL and gives the texts of its reports."""

    def text_of(self, report_id: str) -> str:
        """The text of a report as held, newlines untouched."""


GraphOpener = Callable[[Path], AbstractContextManager[GraphReader]]


def open_graph(path: Path) -> AbstractContextManager[GraphReader]:
    """The graph in the folder, opened for reading."""
    from graph_build.store import open_store

    return open_store(path, read_only=True)


@dataclass(slots=True)
class Session:
    """One call of the command; tests give an opener of their own."""

    open_graph: GraphOpener = open_graph
    debug: bool = False
