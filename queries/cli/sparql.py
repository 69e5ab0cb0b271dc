"""The command for queries of one's own: sparql."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from queries.cells import Row
from queries.cli.command import command
from queries.cli.options import graph_option, output_option
from queries.cli.output import NOTHING_FOUND, give_rows, give_text, tell
from queries.cli.session import Session
from queries.named_query import Column
from queries.read_only import check_read_only, with_row_limit
from queries.table import FORMATS

_TRIPLE_FORMS = ("CONSTRUCT", "DESCRIBE")


@command("sparql")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@graph_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=None,
    help="How to write the answer.  [default: table; turtle for CONSTRUCT and DESCRIBE]",
)
@output_option
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    help="The most rows, or triples, that are given.",
)
@click.option(
    "--time-limit",
    "time_limit_s",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="The seconds after which the query is stopped.",
)
@click.pass_context
def sparql_command(  # noqa: PLR0913, PLR0917 - one for each option
    ctx: click.Context,
    file: str,
    graph: Path,
    form: str | None,
    output: Path | None,
    limit: int,
    time_limit_s: float,
) -> None:
    """Run a SPARQL query of your own.

    FILE holds the query; - reads it from stdin. Queries only read: SERVICE, FROM and updates are
    refused. The data lie in named graphs, so write GRAPH ?g { ... } around patterns.
    """
    from queries.cli.worker import Job, run_job

    text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    kind = check_read_only(text)
    job = Job(
        ctx.ensure_object(Session).open_graph, graph, kind, with_limit(text, kind, limit), limit
    )
    found = run_job(job, time_limit_s)
    if found.cut:
        tell(f"Only the first {limit} are given; ask for more with --limit.")
    chosen = form or ("turtle" if kind in _TRIPLE_FORMS else "table")
    if chosen == "turtle" and kind in _TRIPLE_FORMS:
        give_text(found.turtle, output)
    else:
        rows: list[Row] = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        give_rows(rows, [Column(name) for name in found.columns], form=chosen, output=output)
    if not found.rows:
        tell("Nothing found." + _graph_hint(text))
        ctx.exit(NOTHING_FOUND)


def with_limit(text: str, kind: str, limit: int) -> str:
    """The query asking for one row more than wanted, so that a cut can be told from an end."""
    return with_row_limit(text, limit + 1) if kind == "SELECT" else text


def _graph_hint(text: str) -> str:
    if re.search(r"\bgraph\b", text, re.IGNORECASE):
        return ""
    return " Patterns outside GRAPH see nothing; write GRAPH ?g { ... } around them."
