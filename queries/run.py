"""One named query, from values as people give them to rows with their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from queries.cells import Row, to_rows
from queries.lookup import look_up, text_of
from queries.named_query import Column, NamedQuery, bind
from queries.sparql_source import SparqlSource
from queries.term_text import iri_text
from queries.values import Resolved, resolve_values

_CLAIMS_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query, and what a person should be told beside them."""

    query: NamedQuery
    shown: Mapping[str, str]
    rows: list[Row]
    remarks: tuple[str, ...]


def run_query(source: SparqlSource, query: NamedQuery, values: Mapping[str, str]) -> Answer:
    """The answer of the query for the values.

    Args:
        source: The graph.
        query: A query of the catalogue.
        values: For each parameter the text that a person gave, such as the name of a thing.

    Raises:
        MissingValueError: a parameter that is not optional was not given.
        BadValueError: a parameter does not exist, or cannot take its value.
        UnknownNameError: nothing in the graph bears a name.
    """
    resolved = resolve_values(query, values, source)
    return run_resolved(source, query, resolved)


def run_resolved(
    source: SparqlSource, query: NamedQuery, resolved: Mapping[str, Resolved]
) -> Answer:
    """The answer of the query for values that are resolved already."""
    sparql = bind(query, {name: value.terms for name, value in resolved.items()})
    rows = to_rows(source.select(sparql), query.columns)
    for column in query.columns:
        if column.kind == "evidence":
            _fill_evidence(source, rows, column)
    shown = {name: value.shown for name, value in resolved.items()}
    remarks = [value.remark for value in resolved.values() if value.remark]
    if not rows:
        remarks.append(nothing_found(source, query, shown))
    elif query.missing:
        remarks.extend(_count_missing(rows, query.missing))
    return Answer(query, shown, rows, tuple(remarks))


def nothing_found(source: SparqlSource, query: NamedQuery, shown: Mapping[str, str]) -> str:
    """A sentence that says how much was searched in vain."""
    counts = look_up(source, "counts")[0]
    searched = f"{_counted(counts['reports'], 'report')}, {_counted(counts['claims'], 'claim')}"
    return f"{searched} searched: {fill_slots(query.nothing or 'nothing found', shown)}."


def fill_slots(pattern: str, shown: Mapping[str, str]) -> str:
    """The pattern with each slot filled; the values are never read as patterns themselves."""
    return re.sub(r"\{(\w+)\}", lambda slot: shown.get(slot[1], "any " + slot[1]), pattern)


def _counted(number: object, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _count_missing(rows: Sequence[Row], missing: tuple[tuple[str, ...], str]) -> Iterator[str]:
    columns, words = missing
    count = sum(all(row[column] is None for column in columns) for row in rows)
    if count:
        yield f"{count} of {_counted(len(rows), 'row')} {words}."


def _fill_evidence(source: SparqlSource, rows: Sequence[Row], column: Column) -> None:
    """Put in place of lists of claims or facts their files, words and spans, in reading order."""
    wanted = sorted({iri for row in rows for iri in _iris(row, column)})
    known: dict[str, Row] = {}
    for start in range(0, len(wanted), _CLAIMS_A_TIME):
        terms = [iri_text(iri) for iri in wanted[start : start + _CLAIMS_A_TIME]]
        for found in look_up(source, "evidence", {"piece": terms}):
            piece = text_of(found, "piece")
            known[piece] = {name: found[name] for name in ("file", "words", "spans", "claim")}
    for row in rows:
        pieces = [known[iri] for iri in _iris(row, column) if iri in known]
        pieces.sort(key=_reading_order)
        row[column.name] = pieces


def _iris(row: Row, column: Column) -> list[str]:
    value = row[column.name]
    return [iri for iri in value if isinstance(iri, str)] if isinstance(value, list) else []


def _reading_order(piece: Row) -> tuple[str, list[list[int]], str]:
    spans = piece["spans"]
    return text_of(piece, "file"), spans if isinstance(spans, list) else [], text_of(piece, "claim")
