"""JSON lines to reports: one object a line, with at least "id" and "text"."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_build.errors import UnreadableInputError

SUFFIXES = (".jsonl", ".jsonl.gz")


@dataclass(frozen=True, slots=True)
class Record:
    """One line: its id and text, or why it could not be used."""

    id: str
    text: str | None
    error: str | None = None


def is_jsonl(path: Path) -> bool:
    """Whether the name of the file says that it holds JSON lines."""
    return path.name.lower().endswith(SUFFIXES)


def read_records(path: Path) -> Iterator[Record]:
    """The records of a .jsonl or .jsonl.gz file, in order; blank lines are passed over.

    A line that is no object with "id" and "text" gives a record with an error, so that one bad
    line never stops the rest.

    Raises:
        UnreadableInputError: the file cannot be opened, or is no UTF-8, or breaks off.
    """
    opener = gzip.open if path.name.lower().endswith(".gz") else open
    try:
        with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _record(line, f"line {number}")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise UnreadableInputError(f"{path} cannot be read as JSON lines: {error}") from error


def _record(line: str, where: str) -> Record:
    try:
        row = json.loads(line)
    except ValueError as error:
        return Record(where, None, f"{where} is not JSON: {error}")
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Record(where, None, f'{where} is no object with a "text"')
    return Record(str(row.get("id", where)), row["text"])
