r"""Queries of strangers: what may run over the graph, decided before anything runs.

A query may read the graph and nothing else: no SERVICE, no FROM, no update. It is cut into tokens,
so that a word inside a string, a comment, an IRI or a name is not taken for a keyword. The engine
is laxer than the standard (it reads `SERVICEex:x` as SERVICE and `ex:x`, and `<` by its place in
the grammar), so two things are stricter here: the words SERVICE and FROM are refused inside any
keyword or prefix, and where they occur at all, no `<...>` may be readable both as an IRI and as
the beginning of a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from queries.errors import RefusedQueryError

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PROLOGUE = ("PREFIX", "BASE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH")
_REACHES_OUT = re.compile("service|from", re.IGNORECASE)
_TWO_WAYS = re.compile("[#')]")
_NO_OPERAND = frozenset({"(", ",", "=", "<", ">", "!", "&", "|", "+", "-", "*", "/", "^"})
_OPEN = {"(": ")", "{": "}", "[": "]"}
# any character beyond ASCII may stand in a name: the engine, which is choosier, then fails
_TOKEN = re.compile(
    r'''
      (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<long_string>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\')
    | (?P<string>"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<comment>\#[^\n\r]*)
    | (?P<variable>[?$][A-Za-z0-9_\u0080-\U0010ffff]+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:(?:[A-Za-z\u0080-\U0010ffff][A-Za-z0-9_.\-\u0080-\U0010ffff]*)?|_):
      (?:[A-Za-z0-9_.:\-\u0080-\U0010ffff]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
    | (?P<word>[A-Za-z\u0080-\U0010ffff][A-Za-z0-9_\u0080-\U0010ffff]*)
    | (?P<space>\s+)
    | (?P<other>.)
    ''',
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token with the innermost bracket that is open before it, and the token before it."""

    kind: str
    text: str
    inside: str
    after: str


def check_read_only(query: str) -> str:
    """The form of the query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises:
        RefusedQueryError: it would do more than read the graph, or could be read as doing so.
    """
    tokens = list(_tokens(query))
    form = _form(tokens)
    for token in tokens:
        _check_token(token)
    if _REACHES_OUT.search(query) and any(_reads_two_ways(token) for token in tokens):
        message = (
            "A '<' in the query can be read in two ways; put a space after each less-than sign, "
            "and write IRIs between parentheses with a prefix."
        )
        raise RefusedQueryError(message)
    return form


def with_row_limit(query: str, limit: int) -> str:
    """The query with a LIMIT at its end, unless its end says already how much it wants.

    Only for a query that passed `check_read_only`. More rows may still come where the query has
    its own LIMIT, OFFSET or VALUES: the reader of the rows stops at the limit.
    """
    for token in _tokens(query):
        ends = token.kind == "word" and token.text.upper() in {"LIMIT", "OFFSET", "VALUES"}
        if ends and not token.inside:
            return query
    return f"{query}\nLIMIT {limit}\n"


def _form(tokens: list[Token]) -> str:
    """The keyword after the prologue; the engine lets `SELECT*` and `SELECTDISTINCT` stand too."""
    words = (token.text.upper() for token in tokens if token.kind == "word")
    first = next((word for word in words if word not in _PROLOGUE), "")
    if first in _UPDATES:
        message = f"{first} is refused: it would change the graph. Only reading queries run here."
        raise RefusedQueryError(message)
    form = next((form for form in FORMS if first.startswith(form)), "")
    if not form:
        begins = f"begins with {first}" if first else "has no form"
        message = f"The query {begins}; give a SELECT, ASK, CONSTRUCT or DESCRIBE query."
        raise RefusedQueryError(message)
    return form


def _check_token(token: Token) -> None:
    if token.kind == "other" and token.text == "\\":
        message = "A backslash stands outside a string; give the character itself."
        raise RefusedQueryError(message)
    if token.kind == "word" and token.text.upper() in _UPDATES:
        message = f"{token.text.upper()} is refused: only reading queries run here."
        raise RefusedQueryError(message)
    keyword = token.text if token.kind == "word" else ""
    prefix = token.text.partition(":")[0] if token.kind == "name" else ""
    found = _REACHES_OUT.search(keyword or prefix)
    if found:
        raise RefusedQueryError(_REFUSALS[found[0].upper()])


_REFUSALS = {
    "SERVICE": "SERVICE is refused: a query never asks another server. Leave it out (also out of "
    "the names of prefixes).",
    "FROM": "FROM is refused: a query always reads the graph given by -g; use GRAPH inside it "
    "(also leave the word out of the names of prefixes).",
}


def _reads_two_ways(token: Token) -> bool:
    """Whether an IRI stands where the engine might read a comparison that hides what follows."""
    is_operand = token.after not in _NO_OPERAND
    return (
        token.kind == "iri"
        and token.inside == "("
        and is_operand
        and bool(_TWO_WAYS.search(token.text))
    )


def _tokens(query: str) -> Iterator[Token]:
    brackets: list[str] = []
    after = ""
    for match in _TOKEN.finditer(query):
        kind, text = match.lastgroup or "other", match[0]
        if kind in {"space", "comment"}:
            continue
        yield Token(kind, text, brackets[-1] if brackets else "", after)
        after = text
        if kind == "other" and text in _OPEN:
            brackets.append(text)
        elif kind == "other" and brackets and text == _OPEN[brackets[-1]]:
            brackets.pop()
