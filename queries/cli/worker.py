"""A query run in a process of its own, so that it can be stopped whatever it does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from queries.cells import JsonValue
from queries.cli.session import GraphOpener, GraphReader
from queries.errors import BadSparqlError, FailedQueryError, TimeLimitError
from queries.sparql_source import Term
from queries.term_text import XSD
from queries.turtle import write_turtle

_INTEGERS = frozenset(
    XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")
)
_NUMBERS = frozenset(XSD + name for name in ("decimal", "double", "float"))


@dataclass(frozen=True, slots=True)
class Job:
    """A query that passed `queries.read_only`, its form, and the most rows wanted of it."""

    open_graph: GraphOpener
    graph: Path
    form: str
    query: str
    limit: int


@dataclass(frozen=True, slots=True)
class Found:
    """Plain rows, as Turtle too where they are triples; `cut` where there were more."""

    columns: tuple[str, ...]
    rows: list[tuple[JsonValue, ...]]
    turtle: str = ""
    cut: bool = False


def run_job(job: Job, time_limit_s: float) -> Found:
    """What the query finds.

    Raises:
        TimeLimitError: it did not end within the time limit; it is stopped.
        BadSparqlError: it is no SPARQL.
        FailedQueryError: it ended without an answer.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(job, sender), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(time_limit_s):
            message = (
                f"The query was stopped after {time_limit_s:g} seconds; ask for less, or give more "
                "time with --time-limit."
            )
            raise TimeLimitError(message)
        outcome = receiver.recv()
    except EOFError:
        message = "The query ended without an answer, perhaps for want of memory; ask for less."
        raise FailedQueryError(message) from None
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(outcome, Found):
        return outcome
    kind, message = outcome
    raise BadSparqlError(message) if kind == "SyntaxError" else FailedQueryError(message)


def _work(job: Job, sender: Connection) -> None:
    """Run in the worker: sends what is found, or the kind and words of the error."""
    try:
        with job.open_graph(job.graph) as source:
            outcome: Found | tuple[str, str] = find(job, source)
    except SyntaxError as error:
        outcome = "SyntaxError", f"The query cannot be read: {error}."
    except Exception as error:  # noqa: BLE001 - told again in the process that asked
        outcome = type(error).__name__, str(error)
    sender.send(outcome)
    sender.close()


def find(job: Job, source: GraphReader) -> Found:
    """What the query finds, at most as many rows as the job wants."""
    if job.form == "ASK":
        return Found(("answer",), [(source.ask(job.query),)])
    if job.form == "SELECT":
        result = source.select(job.query)
        rows = [tuple(plain(term) for term in row) for row in islice(result.rows, job.limit + 1)]
        return Found(tuple(result.columns), rows[: job.limit], cut=len(rows) > job.limit)
    triples = [tuple(triple) for triple in islice(source.construct(job.query), job.limit + 1)]
    kept = triples[: job.limit]
    return Found(
        ("subject", "predicate", "object"),
        [tuple(plain(term) for term in triple) for triple in kept],
        turtle=write_turtle(kept),
        cut=len(triples) > job.limit,
    )


def plain(term: Term | None) -> JsonValue:
    """The term as a value of JSON: numbers and truth values as such, all else as text."""
    if term is None:
        return None
    if term.datatype in _INTEGERS:
        return int(term.value)
    if term.datatype in _NUMBERS:
        number = float(term.value)
        return number if number - number == 0 else term.value
    if term.datatype == XSD + "boolean":
        return term.value in {"true", "1"}
    return f"_:{term.value}" if term.kind == "blank" else term.value
