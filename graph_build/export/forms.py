"""The forms by name, and the one function that writes any of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from graph_build.errors import GraphBuildError
from graph_build.export.nanopublications import write_nanopubs
from graph_build.export.network import write_graphml
from graph_build.export.prefixes import PREFIXES
from graph_build.export.table import write_csv
from graph_build.store import DumpFormat, GraphStore, open_store


class UnknownFormatError(GraphBuildError, ValueError):
    """There is no form of that name."""


def export_graph(graph: Path, form: str, out: Path | BinaryIO) -> None:
    """Writes the graph to a file or a stream of bytes.

    Args:
        graph: the folder of the graph.
        form: one of `FORMS`. "nquads" are sorted lines; "turtle" is the union of all graphs;
            "nanopubs" is TriG, dated only if SOURCE_DATE_EPOCH is set; "csv" has one line for each
            statement; "graphml" has reports, claims, parties and places as nodes.
        out: written anew; an existing file is replaced only by a complete one.

    Raises:
        UnknownFormatError: there is no such form.
        NotAGraphError: there is no graph.
    """
    writer = FORMS.get(form)
    if writer is None:
        raise UnknownFormatError(f"no form {form!r}; choose one of: {', '.join(FORMS)}")
    with open_store(graph, read_only=True) as store:
        if not isinstance(out, Path):
            writer(store, out)
            return
        partial = out.with_name(f"{out.name}.part")
        try:
            with partial.open("wb") as file:
                writer(store, file)
            partial.replace(out)
        finally:
            partial.unlink(missing_ok=True)


def _dump(form: DumpFormat) -> Callable[[GraphStore, BinaryIO], None]:
    def write(store: GraphStore, out: BinaryIO) -> None:
        store.dump(out, form, prefixes=dict(PREFIXES))

    return write


FORMS: Final[Mapping[str, Callable[[GraphStore, BinaryIO], None]]] = {
    "nquads": _dump(DumpFormat.NQUADS),
    "trig": _dump(DumpFormat.TRIG),
    "turtle": _dump(DumpFormat.TURTLE),
    "jsonld": _dump(DumpFormat.JSONLD),
    "nanopubs": write_nanopubs,
    "csv": write_csv,
    "graphml": write_graphml,
}
