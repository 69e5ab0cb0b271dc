"""Reports by what people call them: a file name, its beginning, an id or an IRI."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from queries.errors import BadValueError, UnknownReportError
from queries.lookup import look_up, text_of
from queries.sparql_source import SparqlSource
from queries.suggest import nearest, suggestion_sentence

_SHORTEST_ID = 4


@dataclass(frozen=True, slots=True)
class HeldReport:
    """A report of the graph, with all by which one may call it."""

    iri: str
    id: str
    file: str


def held_reports(source: SparqlSource) -> list[HeldReport]:
    """All reports of the graph, by file name."""
    return [
        HeldReport(*(text_of(row, column) for column in ("report", "id", "file")))
        for row in look_up(source, "reports")
    ]


def find_reports(source: SparqlSource, name: str) -> list[HeldReport]:
    """The report called so; several only where they have one and the same file name.

    Raises:
        UnknownReportError: no report is called so; it carries the nearest file names.
        BadValueError: the beginning of a name or id fits several reports.
    """
    held = held_reports(source)
    key = PurePath(name).name.casefold() if "://" not in name else name
    exact = [
        one
        for one in held
        if key in {one.iri, one.id, one.file.casefold(), PurePath(one.file).stem.casefold()}
    ]
    if exact:
        return exact
    begun = [one for one in held if key and _begins(one, key)]
    if len({one.file for one in begun}) > 1:
        listed = ", ".join(one.file for one in begun[:5])
        message = f'"{name}" fits {len(begun)} reports ({listed}); give more of it, or the id.'
        raise BadValueError(message)
    if not begun:
        files = {one.file.casefold(): one.file for one in held}
        suggestions = nearest(key, files)
        hint = suggestion_sentence(suggestions)
        message = f'The graph holds no report "{name}".{hint} See: onrecord reports'
        raise UnknownReportError(message, name=name, suggestions=suggestions)
    return begun


def _begins(report: HeldReport, key: str) -> bool:
    is_id = len(key) >= _SHORTEST_ID and report.id.startswith(key)
    return is_id or report.file.casefold().startswith(key)
