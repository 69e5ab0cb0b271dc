"""Commands that ask: about, ask, queries, query."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cells import Row
from queries.cli.command import command
from queries.cli.options import (
    answer_options,
    format_option,
    output_option,
    read_pairs,
    values_option,
)
from queries.cli.output import give_answer, give_rows, give_text, tell
from queries.cli.session import Session
from queries.named_query import Column, NamedQuery, load_catalog, load_query
from queries.run import run_query


@command("about")
@click.argument("entity", nargs=-1, required=True)
@answer_options
@click.pass_context
def about_command(
    ctx: click.Context, entity: tuple[str, ...], graph: Path, form: str, output: Path | None
) -> None:
    """Say who said what about something.

    ENTITY is any name that the graph knows, or an IRI. A claim fits if it is about ENTITY, about
    something located in it, or about the area it lies in; the column "fit" says which.
    """
    run_and_give(ctx, "about", {"entity": " ".join(entity)}, graph, (form, output))


@command("ask")
@click.argument("question", nargs=-1, required=True)
@answer_options
@click.pass_context
def ask_command(
    ctx: click.Context, question: tuple[str, ...], graph: Path, form: str, output: Path | None
) -> None:
    """Answer a question in English.

    QUESTION must have one of the forms that `onrecord queries NAME` lists; the query that it
    stands for is named on stderr.
    """
    from queries.ask import answer_question

    with ctx.ensure_object(Session).open_graph(graph) as source:
        reading, answer = answer_question(" ".join(question), source, load_catalog())
    tell(f"Running: {reading}")
    give_answer(ctx, answer, form=form, output=output)


@command("query")
@click.argument("name")
@values_option
@answer_options
@click.pass_context
def query_command(
    ctx: click.Context,
    name: str,
    pairs: tuple[str, ...],
    graph: Path,
    form: str,
    output: Path | None,
) -> None:
    """Run a named query.

    NAME is one of `onrecord queries`; `onrecord queries NAME` shows the parameters it takes.
    """
    run_and_give(ctx, name, read_pairs(pairs), graph, (form, output))


@command("queries")
@click.argument("name", required=False)
@click.option("--sparql", is_flag=True, help="Print the text of the query file NAME.")
@format_option
@output_option
def queries_command(name: str | None, sparql: bool, form: str, output: Path | None) -> None:
    """List the named queries, or show one of them."""
    if name is None:
        if sparql:
            raise click.UsageError("--sparql needs a NAME; see: onrecord queries")
        rows = [_summary(query) for query in load_catalog()]
        give_rows(rows, _LIST_COLUMNS, form=form, output=output, narrow=("name", "question"))
        return
    query = load_query(name)
    if sparql:
        give_text(query.text, output)
    elif form == "table":
        give_text(describe(query), output)
    else:
        give_rows([_summary(query)], _LIST_COLUMNS, form=form, output=output)


def run_and_give(
    ctx: click.Context,
    name: str,
    values: dict[str, str],
    graph: Path,
    where: tuple[str, Path | None],
) -> None:
    """Run a named query and write its answer; `where` is the format and the file."""
    query = load_query(name)
    with ctx.ensure_object(Session).open_graph(graph) as source:
        answer = run_query(source, query, values)
    give_answer(ctx, answer, form=where[0], output=where[1])


def describe(query: NamedQuery) -> str:
    """All that is known of a query, for people."""
    lines = [f"{query.name}: {query.title}", "", f"Question: {query.question}"]
    if query.asks:
        lines += ["", "Understood by `onrecord ask` as:", *(f"  {line}" for line in query.asks)]
    if query.parameters:
        lines += ["", "Parameters:"]
        for one in query.parameters:
            kind = " | ".join(one.choices) or one.kind
            may = ", may be left out" if one.optional else ""
            lines.append(f'  {one.name} ({kind}{may}; for example "{one.example}")')
            lines.append(f"    {one.sentence}")
    lines += ["", "Columns:"]
    lines += [f"  {one.name} ({one.kind}): {one.sentence}" for one in query.columns]
    given = "".join(f' -p {name}="{value}"' for name, value in query.example_values().items())
    lines += ["", "Run it:", f"  onrecord query {query.name}{given}"]
    return "\n".join(lines) + "\n"


_LIST_COLUMNS = (
    Column("name"),
    Column("title"),
    Column("question"),
    Column("parameters", "list", parted_by=" | "),
    Column("columns", "list", parted_by=" | "),
    Column("asks", "list", parted_by=" ; "),
)


def _summary(query: NamedQuery) -> Row:
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "parameters": [one.name for one in query.parameters],
        "columns": [one.name for one in query.columns],
        "asks": list(query.asks),
    }
