"""A graph of claims on disk: opened, asked, and changed one report at a time.

What is guaranteed. A report enters, is replaced and leaves as a whole: its text is on disk first
(whole file or none), then all its quads come, or change, in one transaction of the store. A
process killed at any moment (`kill -9`) leaves every report as before or complete; at worst the
file of a text stays that no report uses, which the next write of that report takes up and
`GraphStore.sweep_texts` removes. On a loss of power the last reports may be missing until `flush`
(or `close`) has returned, never halves of them. One process writes at a time; others may read
(`read_only`) and see the graph as it was when they opened it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import pyoxigraph as ox

from graph_build.errors import GraphBusyError, NotAGraphError, UnknownReportError
from graph_build.model.quad import AnswerTerm, Iri, Quad
from graph_build.model.text import Text
from graph_build.store import folder, held
from graph_build.store.changes import orphans, report_graph_of, update_text
from graph_build.store.dump import DumpFormat, write_quads
from graph_build.store.held import StoredReport, repeated_triples
from graph_build.store.terms import from_ox_quad, from_ox_term, to_ox_quad

Triple = tuple[AnswerTerm, Iri, AnswerTerm]


@dataclass(frozen=True, slots=True)
class SelectResult:
    """A table: the names of the columns, and rows of terms, None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: list[tuple[AnswerTerm | None, ...]]


def open_store(path: Path, *, read_only: bool = False, create: bool = False) -> "GraphStore":
    """Opens the graph in a folder; use it in a `with` statement, or close it.

    Args:
        path: the folder of the graph.
        read_only: needs no lock, so that it works beside a writer.
        create: makes the graph if the folder is new or empty.

    Raises:
        NotAGraphError: there is no graph, or one of another format.
        GraphBusyError: another process is writing it.
    """
    if read_only and create:
        raise ValueError("a graph cannot be created read-only")
    folder.require_graph(path, create=create)
    place = folder.store_folder(path)
    try:
        store = ox.Store.read_only(str(place)) if read_only else ox.Store(str(place))
    except FileNotFoundError as error:
        raise NotAGraphError(f"{path} holds no store yet; build into it first") from error
    except OSError as error:
        if "LOCK" in str(error):
            raise GraphBusyError(
                f"another process is writing {path}; wait for it to end"
            ) from error
        raise NotAGraphError(f"the store in {path} cannot be opened: {error}") from error
    return GraphStore(path, store, read_only=read_only)


class GraphStore:
    """An open graph. Made by `open_store`."""

    def __init__(self, path: Path, store: ox.Store, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._open: ox.Store | None = store
        self._changed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Writes out what is still in memory and lets go of the lock. Twice does no harm."""
        if self._open is not None and self._changed:
            self._open.flush()
        self._open = None

    # asking

    def select(self, query: str, *, union: bool = False) -> SelectResult:
        """The table of a SELECT query, in the query's own order.

        Args:
            query: SPARQL 1.1. Raises SyntaxError if it is not, TypeError if it is no SELECT.
            union: whether patterns outside GRAPH see all graphs; otherwise they see nothing.
        """
        found = self._store.query(query, use_default_graph_as_union=union)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError("not a SELECT query")
        columns = tuple(variable.value for variable in found.variables)
        rows = [
            tuple(None if term is None else from_ox_term(term) for term in solution)
            for solution in found
        ]
        return SelectResult(columns, rows)

    def ask(self, query: str, *, union: bool = False) -> bool:
        """The answer to an ASK query."""
        found = self._store.query(query, use_default_graph_as_union=union)
        if not isinstance(found, ox.QueryBoolean):
            raise TypeError("not an ASK query")
        return bool(found)

    def construct(self, query: str, *, union: bool = False) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, each once, sorted."""
        found = self._store.query(query, use_default_graph_as_union=union)
        if not isinstance(found, ox.QueryTriples):
            raise TypeError("not a CONSTRUCT or DESCRIBE query")
        return [
            (from_ox_term(t.subject), Iri(t.predicate.value), from_ox_term(t.object))
            for t in sorted(set(found), key=str)
        ]

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all, in no particular order."""
        name = None if graph is None else ox.NamedNode(graph)
        return map(from_ox_quad, self._store.quads_for_pattern(None, None, None, name))

    def described(self, subject: str) -> Iterator[Quad]:
        """The quads about one thing, in whatever graph, in no particular order."""
        found = self._store.quads_for_pattern(ox.NamedNode(subject), None, None)
        return map(from_ox_quad, found)

    def repeated_triples(self) -> list[str]:
        """The triples that live in more than one graph, as sorted N-Triples."""
        return repeated_triples(self._store)

    def graphs(self) -> list[str]:
        """The names of all graphs that hold something, sorted."""
        names = {name.value for name in self._store.named_graphs()}
        return sorted(name for name in names if next(self.quads(name), None) is not None)

    def dump(
        self, out: BinaryIO, form: DumpFormat, *, prefixes: dict[str, str] | None = None
    ) -> None:
        """Writes all quads; the same graph gives the same bytes, however it was built."""
        write_quads(self._store, out, form, prefixes=prefixes or {})

    def reports(self) -> list[StoredReport]:
        """What is held, by file name."""
        return held.all_reports(self._store)

    def has_report(self, report_id: str) -> str | None:
        """With what the report was built; None if the graph does not hold it."""
        report = held.report_of_id(self._store, report_id)
        return None if report is None else report.built_with

    def find_report(self, name: str) -> StoredReport:
        """The one report of that id, IRI or file name.

        Raises:
            UnknownReportError: there is none, or there are several.
        """
        return held.find_report(self._store, name)

    def text_of(self, report_id: str) -> str:
        """The text of a report as held, newlines untouched.

        Raises:
            UnknownReportError: the graph holds no such report.
            FileNotFoundError: the text's file is gone.
        """
        return folder.read_text(self.path, self._require(report_id).text_sha256)

    def unused_texts(self) -> list[Path]:
        """The files among the texts that no report uses: leftovers of a process that was killed."""
        used = {folder.text_path(self.path, r.text_sha256) for r in self.reports()}
        return [path for path in folder.text_paths(self.path) if path not in used]

    # changing

    def put_report(self, quads: Iterable[Quad], text: Text) -> None:
        """Adds a report or replaces it, whole or not at all.

        Args:
            quads: of one report: its own graph, and what it adds to shared graphs.
            text: the report's text, which is written first.

        Raises:
            NoReportError: the quads are not those of one report.
            WrongHashError: the text is not the one that its hash names.
        """
        wanted = {to_ox_quad(quad) for quad in quads}
        graph = report_graph_of(wanted)
        folder.write_text(self.path, text)
        present = set(self._store.quads_for_pattern(None, None, None, graph))
        if not present:
            self._changed = True
            self._store.extend(wanted)
            return
        dropped = present - wanted
        self._change(
            delete=(dropped | orphans(self._store, dropped)) - wanted, insert=wanted - present
        )

    def remove_report(self, report_id: str) -> None:
        """Takes a report out, with the propositions, text and comparisons that only it needs."""
        report = self._require(report_id)
        graph = ox.NamedNode(report.graph)
        swept = orphans(self._store, set(self._store.quads_for_pattern(None, None, None, graph)))
        self._changed = True
        self._store.update(update_text(drop=graph, delete=swept))
        if not held.is_text_used(self._store, report.text_sha256):
            folder.text_path(self.path, report.text_sha256).unlink(missing_ok=True)

    def replace_graph(self, graph: str, quads: Iterable[Quad]) -> None:
        """Makes the graph hold these quads and no others, in one transaction."""
        wanted = {to_ox_quad(quad) for quad in quads}
        name = ox.NamedNode(graph)
        if stray := next((q for q in wanted if q.graph_name != name), None):
            raise ValueError(f"a quad of {stray.graph_name} among those for {name}")
        present = set(self._store.quads_for_pattern(None, None, None, name))
        if not wanted:
            self._changed = True
            self._store.update(update_text(drop=name))
            return
        self._change(delete=present - wanted, insert=wanted - present)

    def sweep_texts(self) -> list[Path]:
        """Removes the files among the texts that no report uses, and gives their paths."""
        unused = self.unused_texts()
        for path in unused:
            path.unlink()
        return unused

    def flush(self) -> None:
        """Makes everything so far outlast a loss of power."""
        self._store.flush()
        self._changed = False

    def optimize(self) -> None:
        """Puts the files of the store in order; worth it once, after a large build."""
        self._store.optimize()

    # within

    @property
    def _store(self) -> ox.Store:
        if self._open is None:
            raise ValueError(f"the graph {self.path} is closed")
        return self._open

    def _change(self, *, delete: set[ox.Quad], insert: set[ox.Quad]) -> None:
        if not delete and not insert:
            return
        self._changed = True
        if delete:
            self._store.update(update_text(delete=delete, insert=insert))
        else:
            self._store.extend(insert)

    def _require(self, report_id: str) -> StoredReport:
        report = held.report_of_id(self._store, report_id)
        if report is None:
            raise UnknownReportError(f"the graph holds no report {report_id!r}")
        return report
