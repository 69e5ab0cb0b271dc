"""Where answers go: rows to stdout or a file, remarks to stderr, emptiness to the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from queries.cells import Row
from queries.escape import visible, visible_lines
from queries.named_query import Column
from queries.run import Answer
from queries.table import write_rows

NOTHING_FOUND = 3


@contextmanager
def opened_output(path: Path | None) -> Iterator[TextIO]:
    """Stdout, or the file opened for UTF-8 text with newlines as they are."""
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        yield file


def give_answer(ctx: click.Context, answer: Answer, *, form: str, output: Path | None) -> None:
    """Write the rows and the remarks; an empty answer ends with exit code 3."""
    query = answer.query
    give_rows(answer.rows, query.columns, form=form, output=output, narrow=query.table)
    for remark in answer.remarks:
        tell(remark)
    if not answer.rows:
        ctx.exit(NOTHING_FOUND)


def give_rows(
    rows: Sequence[Row],
    columns: Sequence[Column],
    *,
    form: str,
    output: Path | None,
    narrow: Sequence[str] = (),
) -> None:
    """Write the rows to stdout or to the file."""
    with opened_output(output) as out:
        write_rows(rows, columns, form=form, out=out, narrow=narrow)


def give_text(text: str, output: Path | None) -> None:
    """Write the text as it is; control characters are written out only on a terminal."""
    with opened_output(output) as out:
        out.write(visible_lines(text) if out.isatty() else text)


def tell(message: str) -> None:
    """Write a message to stderr, in one line."""
    click.echo(visible(message), err=True)
