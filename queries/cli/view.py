"""The command that draws: view."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.command import command
from queries.cli.options import graph_option, read_pairs, values_option
from queries.cli.output import NOTHING_FOUND, opened_output, tell
from queries.cli.session import Session
from queries.errors import BadValueError
from queries.named_query import NamedQuery, load_catalog, load_query
from queries.run import Answer, fill_slots, run_query


@command("view")
@click.argument("name")
@click.argument("value", nargs=-1)
@values_option
@graph_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    required=True,
    help="The HTML file to write.",
)
@click.pass_context
def view_command(
    ctx: click.Context,
    name: str,
    value: tuple[str, ...],
    pairs: tuple[str, ...],
    graph: Path,
    output: Path,
) -> None:
    """Draw an answer as an interactive picture.

    The picture is one HTML file that needs no network. NAME is a named query whose rows are
    claims; VALUE is the value of its first parameter.
    """
    query = _drawable(name)
    values = read_pairs(pairs)
    if value:
        values.setdefault(_first_parameter(query), " ".join(value))
    with ctx.ensure_object(Session).open_graph(graph) as source:
        answer = run_query(source, query, values)
    for remark in answer.remarks:
        tell(remark)
    if not answer.rows:
        ctx.exit(NOTHING_FOUND)
    write_page(answer, output)


def write_page(answer: Answer, output: Path) -> None:
    """Write the picture of the claims to the file, and say so."""
    from queries.render.entity_view import render_entity_view

    title = ", ".join(answer.shown.values()) or answer.query.title
    question = fill_slots(answer.query.question, answer.shown)
    page = render_entity_view(answer.rows, title=title, question=question)
    with opened_output(output) as out:
        out.write(page)
    tell(f"Wrote {output}: {len(answer.rows)} claims. Open it in a browser.")


def _drawable(name: str) -> NamedQuery:
    query = load_query(name)
    if not query.gives_claims:
        drawable = ", ".join(one.name for one in load_catalog() if one.gives_claims)
        message = f"{name} has no claims to draw; give one of {drawable}."
        raise BadValueError(message)
    return query


def _first_parameter(query: NamedQuery) -> str:
    if not query.parameters:
        message = f"{query.name} takes no value; leave it out."
        raise BadValueError(message)
    return query.parameters[0].name
