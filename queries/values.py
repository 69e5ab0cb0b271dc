"""Values as people give them turned into the terms that a query is bound with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from queries.claim_names import find_claim
from queries.errors import BadValueError
from queries.named_query import NamedQuery, Parameter
from queries.names import ambiguity_remark, find_things
from queries.report_names import find_reports
from queries.sparql_source import SparqlSource
from queries.suggest import did_you_mean
from queries.term_text import iri_text, literal_text

_MARKS = ".,;:!?()[]\"'“”‘’«»"
_SMALL_WORDS = frozenset(
    [
        *("a", "all", "an", "and", "are", "as", "at", "by", "do", "does", "for", "from", "has"),
        *("have", "in", "is", "it", "its", "of", "on", "or", "that", "the", "their", "there"),
        *("they", "this", "to", "was", "were", "will", "with"),
    ]
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The terms of one value, how to show it, and what is worth saying about it."""

    terms: tuple[str, ...]
    shown: str
    remark: str | None = None


def resolve_values(
    query: NamedQuery, values: Mapping[str, str], source: SparqlSource
) -> dict[str, Resolved]:
    """Each value given, resolved by the kind of its parameter.

    Raises:
        BadValueError: the query has no such parameter, or it cannot take the value.
        UnknownNameError: nothing in the graph bears a name.
    """
    parameters = {one.name: one for one in query.parameters}
    for name in values:
        if name not in parameters:
            known = ", ".join(parameters) or "none"
            message = f"{query.name} takes no {name!r}; its parameters: {known}."
            raise BadValueError(message + did_you_mean(name, parameters))
    return {
        name: _RESOLVERS[parameters[name].kind](parameters[name], value, source)
        for name, value in values.items()
    }


def _entity(_: Parameter, value: str, source: SparqlSource) -> Resolved:
    things = find_things(source, value)
    terms = tuple(iri_text(thing.iri) for thing in things)
    shown = things[0].name if len({thing.name for thing in things}) == 1 else value
    return Resolved(terms, shown, ambiguity_remark(value, things))


def _report(_: Parameter, value: str, source: SparqlSource) -> Resolved:
    reports = find_reports(source, value)
    return Resolved(tuple(iri_text(one.iri) for one in reports), reports[0].file)


def _claim(_: Parameter, value: str, source: SparqlSource) -> Resolved:
    iri = find_claim(source, value)
    return Resolved((iri_text(iri),), iri)


def _text(parameter: Parameter, value: str, _: SparqlSource) -> Resolved:
    if not value.strip():
        message = f"{parameter.name!r} is empty; give some text, such as {parameter.example!r}."
        raise BadValueError(message)
    return Resolved((literal_text(value),), value)


def _words(parameter: Parameter, value: str, _: SparqlSource) -> Resolved:
    """Each word that means something, in small letters, without the marks around it."""
    words = [word.strip(_MARKS) for word in value.casefold().split()]
    terms = tuple(literal_text(word) for word in words if word and word not in _SMALL_WORDS)
    if not terms:
        message = f"{parameter.name!r} holds no word; give some, such as {parameter.example!r}."
        raise BadValueError(message)
    return Resolved(terms, value)


def _choice(parameter: Parameter, value: str, _: SparqlSource) -> Resolved:
    chosen = value.strip().casefold()
    if chosen not in parameter.choices:
        listed = _listed(parameter.choices)
        message = f"{parameter.name!r} cannot be {value!r}; give {listed}."
        raise BadValueError(message)
    return Resolved((literal_text(chosen),), chosen)


def _listed(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


_RESOLVERS: Mapping[str, Callable[[Parameter, str, SparqlSource], Resolved]] = {
    "entity": _entity,
    "report": _report,
    "claim": _claim,
    "text": _text,
    "words": _words,
    "choice": _choice,
}
