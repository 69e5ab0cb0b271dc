"""The command that walks a claim back to its words: explain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from queries.cells import Row, write_offsets
from queries.cli.command import command
from queries.cli.options import graph_option, output_option
from queries.cli.output import give_text, opened_output
from queries.cli.session import Session
from queries.escape import visible_lines
from queries.explain import Explanation, explain_claim
from queries.table import as_json


@command("explain")
@click.argument("claim")
@graph_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@output_option
@click.pass_context
def explain_command(
    ctx: click.Context, claim: str, graph: Path, form: str, output: Path | None
) -> None:
    """Walk a claim back to its marked words.

    Shows the chain, the values and the text around the words. CLAIM is an IRI from the column
    "claim" of an answer, an id or the beginning of one.
    """
    with ctx.ensure_object(Session).open_graph(graph) as source:
        explanation = explain_claim(source, claim, source.text_of)
    if form == "json":
        with opened_output(output) as out:
            out.write(as_json(_as_row(explanation), indent=2) + "\n")
        return
    give_text(visible_lines("\n".join(_lines(explanation))) + "\n", output)


def _as_row(explanation: Explanation) -> Row:
    row: Row = dict(explanation.claim)
    row["hops"] = [dict(hop) for hop in explanation.hops]
    row["context"] = explanation.context
    row["words_in_text"] = explanation.words_in_text
    return row


def _lines(explanation: Explanation) -> Iterator[str]:
    claim = explanation.claim
    about = claim["about"]
    things = ", ".join(str(name) for name in about) if isinstance(about, list) else ""
    values = [claim[column] for column in ("mode", "certainty", "polarity", "act")]
    yield f"claim      {claim['claim']}"
    yield f"report     {claim['file']} ({_published(claim)})"
    yield f"words      {_shown_words(explanation)}"
    yield f"said       {claim['said'] or 'not dated'}"
    yield f"about      {things or 'nothing that the graph knows'}"
    yield f"values     {', '.join(str(value) for value in values if value)}"
    yield f"found by   {claim['rule'] or 'not said'}, confidence {claim['confidence']}"
    yield ""
    yield "The chain, from the report outwards:"
    yield from (_hop_line(hop) for hop in explanation.hops)
    yield ""
    yield "In the text:"
    yield explanation.context


def _shown_words(explanation: Explanation) -> str:
    """The words and where they stand; says so where the text no longer holds them."""
    words, spans = explanation.claim["words"], explanation.claim["spans"]
    places = write_offsets(spans) if isinstance(spans, list) else ""
    if words == explanation.words_in_text:
        return f'"{words}" (characters {places}; cut from the text again, equal)'
    return f'"{words}" (but the text holds at {places}: "{explanation.words_in_text}")'


def _published(claim: Row) -> str:
    publisher = claim["publisher"] or "publisher not named"
    return f"{publisher}, {claim['published'] or 'not dated'}"


def _hop_line(hop: Row) -> str:
    """One hop in a line: its number, the party, its part, and what is peculiar to it."""
    party = hop["name"] or ("the report itself" if hop["kind"] == "report" else "not named")
    details = [str(hop["kind"])]
    hedges = hop["hedges"]
    if isinstance(hedges, list) and hedges:
        details.append(f"hedged by {', '.join(str(hedge) for hedge in hedges)}")
    if hop["condition"]:
        details.append(f"on condition: {hop['condition']}")
    if hop["inherited"]:
        why = f": {hop['reason']}" if hop["reason"] else ""
        details.append(f"carried over from a neighbouring sentence{why}")
    return f"  {hop['hop']}  {party} ({'; '.join(details)})"
