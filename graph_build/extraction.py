"""Attributions alone, without a graph: from files and JSON lines to one line of JSON a report."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from graph_build.errors import GraphBuildError
from graph_build.model.attribution import Attribution
from graph_build.pipeline import pipeline_of
from graph_build.read import iter_inputs, read_report, report_from_text
from graph_build.read.jsonl import is_jsonl, read_records

_BATCH = 64


@dataclass(frozen=True, slots=True)
class _Source:
    """One text to be read: a file, or a record with its text; `error` where there is neither."""

    id: str
    path: str | None = None
    text: str | None = None
    error: str | None = None


def extract(paths: Sequence[str], *, model: str, jobs: int = 1) -> Iterator[dict[str, object]]:
    """The attributions of each report: {"id", "attributions"}, offsets of the text as held.

    Inputs are files, folders, globs and .jsonl[.gz] files of {"id", "text"}. One that cannot be
    read gives {"id", "error"}. The lines come in the order of the inputs, whatever `jobs` is.
    """
    pipeline_of(model)
    sources = _sources(paths)
    if jobs <= 1:
        yield from (_extract_one(source, model) for source in sources)
        return
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        while batch := list(islice(sources, _BATCH)):
            yield from pool.map(_extract_one, batch, [model] * len(batch), chunksize=4)


def _sources(paths: Sequence[str]) -> Iterator[_Source]:
    for path in iter_inputs(paths):
        if not is_jsonl(path):
            yield _Source(path.name, path=str(path))
            continue
        try:
            for record in read_records(path):
                yield _Source(record.id, text=record.text, error=record.error)
        except GraphBuildError as error:
            yield _Source(path.name, error=str(error))


def _extract_one(source: _Source, model: str) -> dict[str, object]:
    if source.error is not None:
        return {"id": source.id, "error": source.error}
    try:
        if source.text is not None:
            report = report_from_text(source.text, file_name=source.id)
        else:
            report = read_report(Path(source.path or ""))
    except GraphBuildError as error:
        return {"id": source.id, "error": str(error)}
    found = pipeline_of(model).attributions(report)
    return {"id": source.id, "attributions": [_as_json(a) for a in found]}


def _as_json(attribution: Attribution) -> dict[str, object]:
    roles = {
        role: [[span.start, span.end] for span in spans]
        for role, spans in (
            ("source", attribution.source),
            ("cue", attribution.cue),
            ("content", attribution.content),
        )
    }
    return {**roles, "mode": str(attribution.mode), "confidence": attribution.confidence}
