"""The questions that the reading side asks the graph for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from queries.cells import Row, to_rows
from queries.named_query import LOOKUPS, bind, load_query
from queries.sparql_source import SparqlSource


def look_up(
    source: SparqlSource, name: str, terms: Mapping[str, Sequence[str]] | None = None
) -> list[Row]:
    """The rows of a query of the folder `lookups`, its marks filled with the terms."""
    query = load_query(name, folder=LOOKUPS)
    return to_rows(source.select(bind(query, terms or {})), query.columns)


def text_of(row: Row, column: str) -> str:
    """The text in a column; the empty string where it is absent."""
    value = row.get(column)
    return value if isinstance(value, str) else ""


def is_iri(text: str) -> bool:
    """Whether the text is meant as a full IRI rather than as a name."""
    return text.startswith(("http://", "https://", "urn:"))
