"""Scores a matcher of names against pairs that people labelled."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph_build.errors import BadPairsError

_COLUMNS: Final = ("schema", "name1", "name2", "is_match")
_LABELS: Final = {"true": True, "false": False}

Match = Callable[[str, str, str], float]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names of things of one kind, and whether they name one thing."""

    schema: str
    one: str
    other: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class NameScores:
    """How many pairs were decided rightly and wrongly at one threshold."""

    tp: int
    fp: int
    fn: int
    tn: int
    threshold: float

    @property
    def pairs(self) -> int:
        """All pairs."""
        return self.tp + self.fp + self.fn + self.tn

    @property
    def precision(self) -> float:
        """Of the pairs taken for matches, so many are; 0 where none was."""
        return _share(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Of the matches, so many were found; 0 where there are none."""
        return _share(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def read_pairs(path: Path) -> Iterator[NamePair]:
    """The pairs of a CSV file with the columns schema, name1, name2, is_match; others are ignored.

    Raises:
        BadPairsError: a column is missing, a label is neither true nor false, or there is no pair.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadPairsError(f"{path} cannot be read as CSV: {error}") from error
    if not rows:
        raise BadPairsError(f"{path} holds no pairs")
    missing = [column for column in _COLUMNS if column not in rows[0]]
    if missing:
        raise BadPairsError(f"{path} lacks the columns {', '.join(missing)}")
    return (_pair(path, number, row) for number, row in enumerate(rows, start=2))


def _pair(path: Path, line: int, row: dict[str, str | None]) -> NamePair:
    schema, one, other, label = ((row[column] or "").strip() for column in _COLUMNS)
    is_match = _LABELS.get(label.lower())
    if is_match is None:
        raise BadPairsError(f"{path}, row {line}: is_match is {label!r}, not true or false")
    return NamePair(schema, one, other, is_match)


def score_names(pairs: Iterable[NamePair], match: Match, threshold: float) -> NameScores:
    """The scores of a matcher: a pair counts as a match from the threshold on.

    Args:
        pairs: what people say.
        match: gives the score of two names of things of one kind.
        threshold: from where on two names count as names of one thing.
    """
    counts = {(said, found): 0 for said in (True, False) for found in (True, False)}
    for pair in pairs:
        counts[pair.is_match, match(pair.one, pair.other, pair.schema) >= threshold] += 1
    return NameScores(
        tp=counts[True, True],
        fp=counts[False, True],
        fn=counts[True, False],
        tn=counts[False, False],
        threshold=threshold,
    )
