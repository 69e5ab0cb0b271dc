"""Commands that show what is held: reports, text, search, stats."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.command import command
from queries.cli.options import answer_options, graph_option, output_option
from queries.cli.output import give_text
from queries.cli.questions import run_and_give
from queries.cli.session import Session
from queries.errors import BadValueError


@command("reports")
@answer_options
@click.pass_context
def reports_command(ctx: click.Context, graph: Path, form: str, output: Path | None) -> None:
    """List the reports held."""
    run_and_give(ctx, "reports", {}, graph, (form, output))


@command("text")
@click.argument("report")
@graph_option
@output_option
@click.pass_context
def text_command(ctx: click.Context, report: str, graph: Path, output: Path | None) -> None:
    """Print the text of a report as held.

    REPORT is a file name, the beginning of one, an id or an IRI. Nothing is added or changed, so
    that the offsets of claims fit.
    """
    from queries.report_names import find_reports

    with ctx.ensure_object(Session).open_graph(graph) as source:
        found = find_reports(source, report)
        if len(found) > 1:
            ids = ", ".join(one.id for one in found)
            message = f"{len(found)} reports have the file name {found[0].file}; give one id: {ids}"
            raise BadValueError(message)
        text = source.text_of(found[0].id)
    give_text(text, output)


@command("search")
@click.argument("words", nargs=-1, required=True)
@answer_options
@click.pass_context
def search_command(
    ctx: click.Context, words: tuple[str, ...], graph: Path, form: str, output: Path | None
) -> None:
    """Find the claims whose words hold a text.

    WORDS are looked for as one text, in any case, within the words of each claim.
    """
    run_and_give(ctx, "search", {"text": " ".join(words)}, graph, (form, output))


@command("stats")
@answer_options
@click.pass_context
def stats_command(ctx: click.Context, graph: Path, form: str, output: Path | None) -> None:
    """Count what is held."""
    run_and_give(ctx, "stats", {}, graph, (form, output))
