"""Attributions alone, without a graph: from files and JSON lines to one line of JSON a report."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from graph_build.annotate import ParsedReport
from graph_build.errors import GraphBuildError
from graph_build.model.attribution import Attribution
from graph_build.pipeline import Knowledge, pipeline_of
from graph_build.read import iter_inputs, make_reading_text, read_report, report_from_text
from graph_build.read.jsonl import is_jsonl, read_records

_AHEAD = 64
_SHARE = 500_000
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class _Source:
    """One text to be read: a file, or a record with its text; `error` where there is neither."""

    id: str
    path: str | None = None
    text: str | None = None
    error: str | None = None

    @property
    def shares(self) -> int:
        """How many pieces of work it is: one, or more for a text far longer than any report."""
        if self.error is not None:
            return 1
        path = Path(self.path or "")
        size = len(self.text) if self.text is not None else _size(path)
        return 1 + size // _SHARE


@dataclass(frozen=True, slots=True)
class _Share:
    """Every `of`th part of a text, from `number` on."""

    source: _Source
    model: Knowledge | str
    number: int
    of: int


def extract(
    paths: Sequence[str],
    *,
    model: Knowledge | str,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Iterator[dict[str, object]]:
    """The attributions of each report: {"id", "attributions"}, offsets of the text as held.

    Inputs are files, folders, globs and .jsonl[.gz] files of {"id", "text"}. One that cannot be
    read gives {"id", "error"}. The lines come in the order of the inputs and are the same whatever
    `jobs` is; a very long text is shared out among the workers. `progress` is called with (shares
    done, all, id) for such texts only.
    """
    pipeline_of(model)
    shares = _shares(_sources(paths), model)
    if jobs <= 1:
        yield from _put_together(((s, _extract_share(s)) for s in shares), progress)
        return
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield from _put_together(_in_pool(pool, shares), progress)


def _shares(sources: Iterable[_Source], model: Knowledge | str) -> Iterator[_Share]:
    for source in sources:
        count = source.shares
        yield from (_Share(source, model, number, count) for number in range(count))


def _in_pool(
    pool: ProcessPoolExecutor, shares: Iterator[_Share]
) -> Iterator[tuple[_Share, dict[str, Any]]]:
    """The results in order, with no more work handed out than a few shares ahead of them."""
    ahead: deque[tuple[_Share, Future[dict[str, Any]]]] = deque()
    for share in shares:
        ahead.append((share, pool.submit(_extract_share, share)))
        if len(ahead) >= _AHEAD:
            first, done = ahead.popleft()
            yield first, done.result()
    while ahead:
        first, done = ahead.popleft()
        yield first, done.result()


def _put_together(
    results: Iterable[tuple[_Share, dict[str, Any]]], progress: Progress | None
) -> Iterator[dict[str, object]]:
    """The shares of one text as one line again, in text order."""
    found: list[dict[str, Any]] = []
    for share, line in results:
        if progress is not None and share.of > 1:
            progress(share.number + 1, share.of, share.source.id)
        found += line.get("attributions", ())
        if share.number + 1 < share.of:
            continue
        if "error" not in line:
            line["attributions"] = sorted(found, key=_place) if share.of > 1 else found
        yield line
        found = []


def _place(attribution: dict[str, Any]) -> tuple[object, ...]:
    return attribution["content"], attribution["source"], attribution["cue"]


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


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _extract_share(share: _Share) -> dict[str, Any]:
    source = share.source
    if source.error is not None:
        return {"id": source.id, "error": source.error}
    try:
        return {"id": source.id, "attributions": _attributions(share)}
    except GraphBuildError as error:
        return {"id": source.id, "error": str(error)}
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report is no reason to stop
        fault = f"{type(error).__name__}: {error}"
        return {"id": source.id, "error": f"a fault of this program, please report it ({fault})"}


def _attributions(share: _Share) -> list[dict[str, object]]:
    extractor = pipeline_of(share.model).extractor
    return [
        _as_json(attribution)
        for part in islice(_read(share.source).parts(), share.number, None, share.of)
        for attribution in extractor.attributions(part)
    ]


@lru_cache(maxsize=1)
def _read(source: _Source) -> ParsedReport:
    """The report of a source; the last one is kept, since the next share may be of it."""
    if source.text is not None:
        report = report_from_text(source.text, file_name=source.id)
    else:
        report = read_report(Path(source.path or ""))
    return ParsedReport(report, make_reading_text(report))


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
