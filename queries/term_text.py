"""Terms written as SPARQL and N-Triples read them, so that no value can break out of its place."""

from __future__ import annotations

import re

from queries.errors import BadValueError
from queries.sparql_source import Term

XSD = "http://www.w3.org/2001/XMLSchema#"

_NOT_IN_IRI = re.compile(r'[\x00-\x20\x7f-\x9f<>"{}|^`\\\ud800-\udfff]')
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LANGUAGE = re.compile(r"[A-Za-z]+(-[A-Za-z0-9]+)*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)


def iri_text(iri: str) -> str:
    """The IRI in angle brackets.

    Raises:
        BadValueError: the text is no absolute IRI, or holds a character that no IRI may hold.
    """
    if not _ABSOLUTE.match(iri) or _NOT_IN_IRI.search(iri):
        message = f"{iri!r} is no absolute IRI; give one such as https://w3id.org/onrecord/id/..."
        raise BadValueError(message)
    return f"<{iri}>"


def literal_text(value: str, *, datatype: str | None = None, language: str | None = None) -> str:
    r"""The literal between quotation marks, escaped, with its language or datatype.

    >>> print(literal_text('a "b" \\ c'))
    "a \"b\" \\ c"

    Raises:
        BadValueError: the text holds half a surrogate pair, which no UTF-8 text can carry.
    """
    if _SURROGATE.search(value):
        message = f"{value!r} holds a broken character; give text that is valid UTF-8."
        raise BadValueError(message)
    quoted = f'"{value.translate(_ESCAPES)}"'
    if language:
        if not _LANGUAGE.fullmatch(language):
            message = f"{language!r} is no language tag; give one such as en."
            raise BadValueError(message)
        return f"{quoted}@{language}"
    if datatype and datatype != f"{XSD}string":
        return f"{quoted}^^{iri_text(datatype)}"
    return quoted


def term_text(term: Term) -> str:
    """Any term as N-Triples writes it."""
    if term.kind == "iri":
        return iri_text(term.value)
    if term.kind == "literal":
        return literal_text(term.value, datatype=term.datatype, language=term.language)
    return f"_:{term.value.removeprefix('_:')}"
