"""Claim rows of an invented town's news, and the means to make more."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROWS = Path(__file__).with_name("claim_rows.json")
ID = "https://w3id.org/onrecord/id"
Row = dict[str, Any]


@pytest.fixture
def rows() -> list[Row]:
    """Sixteen statements of five reports, with every kind of source."""
    return list(json.loads(ROWS.read_text(encoding="utf-8")))


@pytest.fixture
def make_row() -> Callable[..., Row]:
    """Makes one row; every call without a number of its own makes another claim."""
    made: list[Row] = []

    def make(**columns: Any) -> Row:
        number = len(made)
        speaker = columns.get("speaker")
        row = {
            "claim": f"{ID}/claim/{number:020x}",
            "report": f"{ID}/report/{0:020x}",
            "file": "town.txt",
            "speaker": None,
            "chain": [speaker] if speaker else [],
            "mode": "indirect",
            "certainty": "certain",
            "polarity": "positive",
            "said": None,
            "words": f"words number {number}",
            "spans": [[number * 100, number * 100 + 20]],
            "speaker_spans": [],
            "cue_spans": [],
            "inherited": False,
            "about": ["Erbil"],
            "fit": "named",
            "publisher": None,
            "published": None,
        } | columns
        made.append(row)
        return row

    return make
