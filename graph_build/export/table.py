"""The statements of a graph as a table for a spreadsheet."""

import csv
import io
from collections.abc import Mapping
from typing import BinaryIO, Final

from graph_build.export.things import by_subject
from graph_build.store import GraphStore, StoredReport
from ontology.terms import Properties

_CSV: Final = {
    "claim": None,
    "report": Properties.reportedIn,
    "file": Properties.fileName,
    "speaker": Properties.speakerLabel,
    "chain": Properties.chainLabel,
    "mode": Properties.modeLabel,
    "certainty": Properties.certaintyLabel,
    "polarity": Properties.polarityLabel,
    "act": Properties.actLabel,
    "said": Properties.saidOn,
    "words": Properties.words,
    "spans": Properties.contentOffsets,
    "speaker_spans": Properties.sourceOffsets,
    "cue_spans": Properties.cueOffsets,
    "inherited": Properties.carriedOver,
    "about": Properties.aboutLabel,
}
_CSV_OF_REPORT: Final = {
    "publisher": Properties.publisherName,
    "published": Properties.publishedOn,
}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_csv(store: GraphStore, out: BinaryIO) -> None:
    """Writes a line for each statement, by file and place in the text.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([*_CSV, *_CSV_OF_REPORT])
        for report in store.reports():
            writer.writerows(_rows(store, report))
    finally:
        text.detach()


def _rows(store: GraphStore, report: StoredReport) -> list[list[str]]:
    things = by_subject(store.quads(report.graph))
    heads = [iri for iri, values in things.items() if Properties.isHead in values]
    told_by = [things[report.iri].get(field, "") for field in _CSV_OF_REPORT.values()]
    rows = []
    for claim in heads:
        cells = [claim if f is None else things[claim].get(f, "") for f in _CSV.values()]
        rows.append((_first_offset(things[claim]), [_safe(c) for c in (*cells, *told_by)]))
    return [row for _, row in sorted(rows)]


def _first_offset(claim: Mapping[str, str]) -> int:
    return int(claim[Properties.contentOffsets].partition("-")[0])


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
