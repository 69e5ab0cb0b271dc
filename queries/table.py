"""Rows written in every format that `--format` knows."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TextIO

from queries.cells import JsonValue, Row, write_offsets
from queries.errors import BadFormatError
from queries.escape import json_safe, markdown_safe, sheet_safe, visible, visible_lines
from queries.named_query import Column

FORMATS = ("table", "json", "ndjson", "csv", "tsv", "markdown", "turtle")


def write_rows(
    rows: Sequence[Row],
    columns: Sequence[Column],
    *,
    form: str,
    out: TextIO,
    narrow: Sequence[str] = (),
) -> None:
    """Write the rows.

    Args:
        rows: The rows; each holds a value for every column.
        columns: The columns in order.
        form: One of `FORMATS`.
        out: Where to; rich draws the table only if this is a terminal.
        narrow: The columns that a table or a Markdown table shows; all if empty.

    Raises:
        BadFormatError: the format is unknown, or is turtle, which holds no rows.
    """
    if form == "turtle":
        message = "turtle holds triples, not rows; use it with CONSTRUCT or DESCRIBE, or give json."
        raise BadFormatError(message)
    if form not in _WRITERS:
        message = f"There is no format {form!r}; give one of {', '.join(FORMATS)}."
        raise BadFormatError(message)
    shown = [column for column in columns if column.name in narrow] if narrow else list(columns)
    if narrow:
        shown.sort(key=lambda column: list(narrow).index(column.name))
    _WRITERS[form](rows, shown if form in {"table", "markdown"} else columns, out)


def cell_text(value: JsonValue, column: Column) -> str:
    """The value of a cell as one text: lists joined, spans as `290-648`, absent as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    if column.kind == "offsets":
        return write_offsets(_spans(value))
    if isinstance(value, Sequence) and all(isinstance(member, str) for member in value):
        parted_by = column.parted_by if column.kind == "list" and column.parted_by else " | "
        return parted_by.join(str(member) for member in value)
    return json_safe(json.dumps(value, ensure_ascii=False))


def as_json(value: JsonValue, *, indent: int | None = None) -> str:
    """The value as JSON that no terminal misreads."""
    return json_safe(json.dumps(value, ensure_ascii=False, indent=indent))


def _spans(value: object) -> list[list[int]]:
    return [list(span) for span in value] if isinstance(value, list) else []


def _write_json(rows: Sequence[Row], _: Sequence[Column], out: TextIO) -> None:
    """One array, one row a line: to be read by machines and still by people."""
    if not rows:
        out.write("[]\n")
        return
    out.write("[\n" + ",\n".join(as_json(row) for row in rows) + "\n]\n")


def _write_ndjson(rows: Sequence[Row], _: Sequence[Column], out: TextIO) -> None:
    out.writelines(f"{as_json(row)}\n" for row in rows)


def _write_csv(rows: Sequence[Row], columns: Sequence[Column], out: TextIO) -> None:
    _write_sheet(rows, columns, out, delimiter=",")


def _write_tsv(rows: Sequence[Row], columns: Sequence[Column], out: TextIO) -> None:
    _write_sheet(rows, columns, out, delimiter="\t")


def _write_sheet(
    rows: Sequence[Row], columns: Sequence[Column], out: TextIO, *, delimiter: str
) -> None:
    out.write(_sheet_line([column.name for column in columns], delimiter))
    for row in rows:
        line = _sheet_line([_sheet_cell(row[one.name], one) for one in columns], delimiter)
        out.write(visible_lines(line) if out.isatty() else line)


def _sheet_line(cells: Sequence[str], delimiter: str) -> str:
    """The cells in a line; given the full line end, csv quotes lone carriage returns too."""
    held = io.StringIO(newline="")
    csv.writer(held, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return held.getvalue().removesuffix("\r\n") + "\n"


def _sheet_cell(value: JsonValue, column: Column) -> str:
    text = cell_text(value, column)
    return text if isinstance(value, int | float) else sheet_safe(text)


def _write_markdown(rows: Sequence[Row], columns: Sequence[Column], out: TextIO) -> None:
    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cells)} |\n"

    out.write(line([column.name for column in columns]))
    out.write(line(["---"] * len(columns)))
    out.writelines(
        line([markdown_safe(cell_text(row[one.name], one)) for one in columns]) for row in rows
    )


def _write_table(rows: Sequence[Row], columns: Sequence[Column], out: TextIO) -> None:
    if not rows:
        return
    cells = [[visible(_table_cell(row[column.name], column)) for column in columns] for row in rows]
    heads = [column.name for column in columns]
    if out.isatty() and os.environ.get("TERM") != "dumb":
        _draw(heads, cells, out)
    else:
        out.writelines(_aligned([heads, *cells]))


def _table_cell(value: JsonValue, column: Column) -> str:
    """As `cell_text`, but evidence is counted, since a table shows where to look, not all."""
    if column.kind == "evidence" and isinstance(value, list):
        return str(len(value))
    return cell_text(value, column)


def _aligned(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(_width(line[index]) for line in lines) for index in range(len(lines[0]))]
    for line in lines:
        padded = [
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ]
        yield "  ".join(padded).rstrip() + "\n"


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - plain text needs none

    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def _draw(heads: Sequence[str], cells: Sequence[Sequence[str]], out: TextIO) -> None:
    """A table that folds its cells to the width of the terminal."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - rich only for a person at a terminal
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, show_lines=False, pad_edge=False)
    for head in heads:
        table.add_column(Text(head), overflow="fold")
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=out, highlight=False).print(table)


_WRITERS: Mapping[str, Callable[[Sequence[Row], Sequence[Column], TextIO], None]] = {
    "table": _write_table,
    "json": _write_json,
    "ndjson": _write_ndjson,
    "csv": _write_csv,
    "tsv": _write_tsv,
    "markdown": _write_markdown,
}
