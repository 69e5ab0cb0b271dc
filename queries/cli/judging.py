"""The command that keeps decisions: judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from queries.cli.command import command
from queries.cli.options import answer_options
from queries.cli.output import tell
from queries.cli.questions import run_and_give
from queries.cli.session import Session
from queries.errors import BadValueError
from queries.names import NamedThing

if TYPE_CHECKING:
    from queries.sparql_source import SparqlSource

_HOW_MANY = {"same": (2,), "different": (2,), "forget": (1, 2), "right": (1,), "wrong": (1,)}
_REASONED = ("same", "different", "right", "wrong")


@command("judge")
@click.argument("what", type=click.Choice([*_HOW_MANY, "list"]))
@click.argument("things", nargs=-1, metavar="[A [B] | CLAIM]")
@click.option("--reason", help="Why; a decision without a reason is not kept.")
@click.option("--by", help="Who decides; kept beside the decision.")
@answer_options
@click.pass_context
def judge_command(
    ctx: click.Context,
    /,
    what: str,
    things: tuple[str, ...],
    reason: str | None,
    by: str | None,
    **_: object,
) -> None:
    """Keep a decision beside the claims, or take it back.

    \b
    same A B        A and B are one; questions about one find both
    different A B   they are two, whatever their names suggest
    right CLAIM     the claim is read rightly from its text
    wrong CLAIM     it is not
    forget A B      take back what was decided on A and B, or (with one CLAIM) on a claim
    list            show what was decided

    A and B are names that the graph knows, or IRIs; put names of several words in quotation marks.
    No decision changes or renames a claim. What names alone suggest: onrecord query same-people.
    """  # noqa: D301 - click reads the escape
    graph: Path = ctx.params["graph"]
    if what == "list":
        if things:
            raise click.UsageError("list takes no names")
        place = ctx.params["form"], ctx.params["output"]
        run_and_give(ctx, "judgements", {}, graph, place)
        return
    _require(what, things, reason)
    found = _resolve(ctx, graph, what, things)
    if what == "forget":
        _forget(graph, found)
    else:
        _keep(graph, what, found, (reason or "", by))


def _require(what: str, things: tuple[str, ...], reason: str | None) -> None:
    """Raise UsageError for a wrong number of names, or a decision without its reason."""
    if len(things) not in _HOW_MANY[what]:
        wanted = "CLAIM" if what in ("right", "wrong") else "A B"
        raise click.UsageError(f"give: onrecord judge {what} {wanted}")
    if what in _REASONED and not (reason or "").strip():
        raise click.UsageError(f'give the reason: onrecord judge {what} ... --reason "WHY"')


def _resolve(
    ctx: click.Context, graph: Path, what: str, things: tuple[str, ...]
) -> tuple[NamedThing, ...]:
    """The things or the claim meant; what is taken back may be gone from the graph by now."""
    from queries.claim_names import find_claim
    from queries.lookup import is_iri

    with ctx.ensure_object(Session).open_graph(graph) as source:
        if len(things) == 1:
            given = things[0]
            gone = what == "forget" and is_iri(given)
            iri = given if gone else find_claim(source, given)
            return (NamedThing(iri, "the claim"),)
        found = tuple(_one_thing(source, name, may_be_gone=what == "forget") for name in things)
    if found[0].iri == found[1].iri:
        raise BadValueError(f"both names mean {found[0].name} <{found[0].iri}>; give two things.")
    return found


def _one_thing(source: SparqlSource, name: str, *, may_be_gone: bool) -> NamedThing:
    """The only thing called so. Raises BadValueError where there are several."""
    from queries.lookup import is_iri
    from queries.names import find_things

    if may_be_gone and is_iri(name):
        return NamedThing(name, name)
    found = find_things(source, name)
    if len(found) > 1 and (one := _that_stands_for(source, found)):
        return one
    if len(found) > 1:
        listed = "; ".join(f"{thing.name} <{thing.iri}>" for thing in found)
        raise BadValueError(f'"{name}" names {len(found)} things; give the IRI of one: {listed}')
    return found[0]


def _that_stands_for(source: SparqlSource, things: Sequence[NamedThing]) -> NamedThing | None:
    """The thing that stands for all of these, where they count as one already."""
    from queries.lookup import look_up, text_of
    from queries.term_text import iri_text

    terms = [iri_text(thing.iri) for thing in things]
    rows = look_up(source, "representatives", {"entity": terms})
    found = {text_of(row, "one") for row in rows}
    if len(rows) < len(things) or len(found) != 1:
        return None
    iri = found.pop()
    return next((thing for thing in things if thing.iri == iri), NamedThing(iri, things[0].name))


def _keep(
    graph: Path, what: str, found: tuple[NamedThing, ...], why: tuple[str, str | None]
) -> None:
    from graph_build.judging import judge
    from graph_build.model.identity import PERSON_METHOD, Judgement

    reason, by = (" ".join(text.split()) if text else None for text in why)
    first, second = found[0].iri, found[1].iri if len(found) > 1 else ""
    judge(graph, Judgement(first, second, what, PERSON_METHOD, 1.0, reason or "", by))
    tell(f"Judged {_SENTENCES[what](found)}.")


def _forget(graph: Path, found: tuple[NamedThing, ...]) -> None:
    from graph_build.judging import forget

    taken_back = forget(graph, *(thing.iri for thing in found))
    tell(f"Forgotten: {_SENTENCES[taken_back.verdict](found)} ({taken_back.reason}).")


def _told(thing: NamedThing) -> str:
    return f"{thing.name} <{thing.iri}>"


_SENTENCES: dict[str, Callable[[tuple[NamedThing, ...]], str]] = {
    "same": lambda found: f"the same: {_told(found[0])} and {_told(found[1])}",
    "different": lambda found: f"different: {_told(found[0])} and {_told(found[1])}",
    "right": lambda found: f"rightly read: {_told(found[0])}",
    "wrong": lambda found: f"wrongly read: {_told(found[0])}",
}
