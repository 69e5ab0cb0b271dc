"""Words that say how much of something is meant: "some", "the rest", "all", "the final phase".

Told of two phases of one process, different dates are no disagreement. Read from
`gazetteer/extents.ttl`, and files of the user beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from ontology.gazetteer_file import RDFS_LABEL, read_records
from ontology.terms import LEX

EXTENTS_FILE: Final = Path(__file__).parent / "gazetteer" / "extents.ttl"
EXTENTS: Final = frozenset({"part", "rest", "whole", "first", "later", "final"})


def load_extents(extra: Sequence[Path] = ()) -> Mapping[str, str]:
    """The extent that each word gives; raise GazetteerError on an entry that is wrong."""
    records = read_records((EXTENTS_FILE, *extra))
    found: dict[str, str] = {}
    for subject in records.of_type("ExtentWord"):
        word, extent = records.one(subject, RDFS_LABEL), records.one(subject, LEX + "extent")
        if not word or extent not in EXTENTS:
            raise records.fail(subject, f"needs an rdfs:label and lex:extent, one of {EXTENTS}")
        found[word.casefold()] = extent
    return dict(sorted(found.items()))
