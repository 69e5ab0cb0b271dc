"""Triples written as Turtle, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from queries.sparql_source import Term
from queries.term_text import term_text

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def write_turtle(triples: Iterable[Sequence[Term]]) -> str:
    """The triples grouped by subject, sorted, each once; full IRIs, so that no prefix misleads."""
    lines = sorted({tuple(term_text(term) for term in triple) for triple in triples}, key=_order)
    return "".join(
        _block(subject, [(predicate, value) for _, predicate, value in group])
        for subject, group in groupby(lines, key=lambda line: line[0])
    )


def _order(line: tuple[str, ...]) -> tuple[str, bool, str, str]:
    subject, predicate, value = line
    return subject, predicate != _TYPE, predicate, value


def _block(subject: str, pairs: Sequence[tuple[str, str]]) -> str:
    stated = [f"{'a' if predicate == _TYPE else predicate} {value}" for predicate, value in pairs]
    body = " ;\n    ".join(stated)
    return f"{subject} {body} .\n"
