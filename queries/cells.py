"""Terms of an answer turned into the plain values of its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from queries.named_query import Column
from queries.sparql_source import SelectResult, Term

JsonValue = None | bool | int | float | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"]
Row = dict[str, JsonValue]


def to_rows(result: SelectResult, columns: Sequence[Column]) -> list[Row]:
    """The rows of the result, each value in the kind of its column, columns in their order."""
    positions = {name: index for index, name in enumerate(result.columns)}
    return [
        {column.name: _value(solution, positions.get(column.name), column) for column in columns}
        for solution in result.rows
    ]


def to_value(term: Term | None, column: Column) -> JsonValue:
    """The value of one cell; an absent term gives None, or an empty list where lists belong."""
    lexical = term.value if term is not None else None
    return _READERS[column.kind](lexical, column.parted_by)


def read_offsets(text: str) -> list[list[int]]:
    """Pairs of offsets, sorted.

    >>> read_offsets("290-648 700-710")
    [[290, 648], [700, 710]]
    """
    pairs = {tuple(int(offset) for offset in piece.split("-", 1)) for piece in text.split()}
    return [list(pair) for pair in sorted(pairs)]


def write_offsets(spans: Sequence[Sequence[int]]) -> str:
    """The reverse of `read_offsets`."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def _value(solution: Sequence[Term | None], index: int | None, column: Column) -> JsonValue:
    return to_value(solution[index] if index is not None else None, column)


def _text(lexical: str | None, _: str) -> JsonValue:
    return lexical


def _list(lexical: str | None, parted_by: str) -> JsonValue:
    return lexical.split(parted_by or " ") if lexical else []


def _set(lexical: str | None, parted_by: str) -> JsonValue:
    return sorted({*(lexical or "").split(parted_by or " ")} - {""})


def _offsets(lexical: str | None, _: str) -> JsonValue:
    return read_offsets(lexical or "")


def _bool(lexical: str | None, _: str) -> JsonValue:
    return None if lexical is None else lexical in {"true", "1"}


def _int(lexical: str | None, _: str) -> JsonValue:
    return None if lexical is None else int(lexical)


def _decimal(lexical: str | None, _: str) -> JsonValue:
    return None if lexical is None else float(lexical)


_READERS: Mapping[str, Callable[[str | None, str], JsonValue]] = {
    "iri": _text,
    "text": _text,
    "list": _list,
    "set": _set,
    "offsets": _offsets,
    "bool": _bool,
    "int": _int,
    "decimal": _decimal,
    "evidence": _set,
}
