"""Commands that hand on: export, demo."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from queries.cli.building import tell_summary, terminal_progress
from queries.cli.command import command
from queries.cli.options import graph_option
from queries.cli.output import give_answer, tell
from queries.cli.session import Session
from queries.cli.view import write_page
from queries.named_query import load_query
from queries.run import run_query

EXPORT_FORMS = ("nquads", "trig", "turtle", "jsonld", "nanopubs", "graphml", "csv")
_DEMO_ENTITY = "Erbil"


@command("export")
@graph_option
@click.option("--format", "form", type=click.Choice(EXPORT_FORMS), required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    required=True,
    help="The file to write; - is stdout.",
)
def export_command(graph: Path, form: str, output: Path) -> None:
    """Write a graph in a format of other tools.

    The words of claims go along, whole texts never do. turtle is the union of all graphs.
    """
    from graph_build.export import export_graph

    export_graph(graph, form, sys.stdout.buffer if str(output) == "-" else output)
    tell(f"Wrote {output}.")


@command("demo")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("onrecord-demo"),
    show_default=True,
    help="The folder for the graph and the picture.",
)
@click.pass_context
def demo_command(ctx: click.Context, folder: Path) -> None:
    """Build the sample reports and answer a question over them.

    Writes a graph and a picture, and says who said what about Erbil.
    """
    import graph_build
    from graph_build.pipeline import build

    samples = Path(graph_build.__file__).parent / "data" / "samples"
    graph, page = folder / "graph", folder / "erbil.html"
    tell_summary(build([str(samples)], graph, progress=terminal_progress()))
    with ctx.ensure_object(Session).open_graph(graph) as source:
        answer = run_query(source, load_query("about"), {"entity": _DEMO_ENTITY})
    write_page(answer, page)
    tell(f'Ask further: onrecord ask "who are the unnamed sources?" -g {graph}')
    give_answer(ctx, answer, form="table", output=None)
