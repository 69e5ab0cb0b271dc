"""English questions: a grammar read off the `asks` lines of the catalogue.

A pattern is made of words, of `{slots}` for values, of `(one|two)` alternatives and of `[words]`
that may be left out. Nothing else is understood: a question either has one of these forms, or the
nearest form is named. No language model is asked.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from queries.errors import NotUnderstoodError, UnknownNameError
from queries.named_query import NamedQuery
from queries.run import Answer, run_resolved
from queries.sparql_source import SparqlSource
from queries.values import resolve_values

_PIECE = re.compile(
    r"\{(?P<slot>\w+)\}|\[(?P<optional>[^\]]+)\]|\((?P<either>[^)]+)\)|(?P<word>[^\s\[({]+)|\s+"
)
_QUOTES = "\"'“”‘’«»"
_END = " \t\n?!."
_FLAGSHIP = "about"
_NEAR = 0.4
_EDGES = _QUOTES + ",;:"


@dataclass(frozen=True, slots=True)
class AskedForm:
    """One form of question: how it reads, what it matches, which query it runs."""

    query: NamedQuery
    pattern: str
    matcher: re.Pattern[str]
    fixed: tuple[tuple[str, str], ...]

    @property
    def rank(self) -> tuple[int, bool, str]:
        """Sorts the form that says most in words first, and one that asks for a report last."""
        words = re.sub(r"\{\w+\}|\[[^\]]+\]", "", self.pattern)
        asks_report = any(one.kind == "report" for one in self.query.parameters)
        return -len(re.sub(r"\|[^|)]+", "", words)), asks_report, self.query.name


@dataclass(frozen=True, slots=True)
class Understood:
    """One reading of a question: a query and the values for it."""

    query: NamedQuery
    values: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """As the command line would have it."""
        given = "".join(f" -p {name}={_quoted(value)}" for name, value in self.values)
        return f"onrecord query {self.query.name}{given}"


def asked_forms(catalog: Sequence[NamedQuery]) -> list[AskedForm]:
    """All forms of the catalogue, those that say most in words first."""
    forms = [_form(query, line) for query in catalog for line in query.asks]
    return sorted(forms, key=lambda form: form.rank)


def read_question(question: str, forms: Sequence[AskedForm]) -> list[Understood]:
    """All readings of the question, best first.

    Raises:
        NotUnderstoodError: no form fits; the message names the nearest question that would.
    """
    asked = " ".join(question.split()).strip(_END)
    readings = [reading for form in forms if (reading := _read(asked, form))]
    if not readings:
        message = (
            f'"{question.strip()}" is not understood. The nearest question that is: '
            f'"{_nearest_question(asked, forms)}" See: onrecord queries'
        )
        raise NotUnderstoodError(message)
    return list(dict.fromkeys(readings))


def answer_question(
    question: str, source: SparqlSource, catalog: Sequence[NamedQuery]
) -> tuple[Understood, Answer]:
    """The first reading of the question whose names the graph knows, and its answer.

    Raises:
        NotUnderstoodError: no form fits the question.
        UnknownNameError: a form fits, but no reading has names that the graph knows.
    """
    unknown: UnknownNameError | None = None
    for reading in read_question(question, asked_forms(catalog)):
        try:
            resolved = resolve_values(reading.query, dict(reading.values), source)
        except UnknownNameError as error:
            unknown = unknown or error
            continue
        return reading, run_resolved(source, reading.query, resolved)
    if unknown is None:
        raise AssertionError("a question without readings is not understood")
    raise unknown


def example_question(form: AskedForm) -> str:
    """A question of this form, with the examples of the parameters in its slots."""
    examples = {one.name: one.example for one in form.query.parameters}
    words = [_example_words(piece, examples) for piece in _PIECE.finditer(form.pattern)]
    text = " ".join(word for word in words if word)
    ends_as_question = re.match(r"(who|what|which|when|why|how|under|whom)\b", text)
    return text[:1].upper() + text[1:] + ("?" if ends_as_question else "")


def _form(query: NamedQuery, line: str) -> AskedForm:
    pattern, _, given = line.partition(" -> ")
    fixed = tuple(_pair(pair) for pair in given.split())
    source = "".join(_regex_of(piece) for piece in _PIECE.finditer(pattern.strip()))
    return AskedForm(query, pattern.strip(), re.compile(rf"\s*{source}", re.IGNORECASE), fixed)


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def _regex_of(piece: re.Match[str]) -> str:
    """Each piece takes the white space after it, so that pieces left out leave no gap."""
    if piece["slot"]:
        return rf"(?P<{piece['slot']}>\S.*?)(?:\s+|$)"
    if piece["optional"]:
        return rf"(?:{_either(piece['optional'])}(?:\s+|$))?"
    if piece["either"]:
        return rf"{_either(piece['either'])}(?:\s+|$)"
    return rf"{re.escape(piece['word'])}(?:\s+|$)" if piece["word"] else ""


def _either(text: str) -> str:
    options = (r"\s+".join(re.escape(word) for word in one.split()) for one in text.split("|"))
    return f"(?:{'|'.join(options)})"


def _read(asked: str, form: AskedForm) -> Understood | None:
    match = form.matcher.fullmatch(asked)
    if not match:
        return None
    values = {name: value.strip(_EDGES + _END) for name, value in match.groupdict().items()}
    for parameter in form.query.parameters:
        value = values.get(parameter.name)
        if parameter.choices and value and value.casefold() not in parameter.choices:
            return None
    return Understood(form.query, (*values.items(), *form.fixed))


def _nearest_question(asked: str, forms: Sequence[AskedForm]) -> str:
    """The example nearest to what was asked; the flagship question where none is near."""
    examples = [example_question(form) for form in forms]

    def likeness(example: str) -> float:
        return difflib.SequenceMatcher(None, asked.casefold(), example.casefold()).ratio()

    best = max(examples, key=lambda example: (likeness(example), example))
    flagships = [one for one in forms if one.query.name == _FLAGSHIP]
    flagship = next((one for one in flagships if one.pattern == one.query.asks[0]), forms[0])
    return best if likeness(best) >= _NEAR else example_question(flagship)


def _example_words(piece: re.Match[str], examples: dict[str, str]) -> str:
    if piece["slot"]:
        return examples[piece["slot"]]
    if piece["either"]:
        return piece["either"].split("|")[0]
    return piece["word"] or ""


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"\s", value) else value
