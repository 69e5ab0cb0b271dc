"""The catalogue of named queries: SPARQL files whose header holds all that is known of them.

A header is made of lines that begin with `#+`:

    #+ title: Who said what about something
    #+ question: Who said what about {entity}?
    #+ asks: who said what about {entity}
    #+ parameter: entity (entity, for example "Erbil"): What the claims are about.
    #+ column: chain (list, parted by " > "): The parties the words came through.
    #+ table: file chain words
    #+ nothing: none is about {entity}
    #+ missing: said published | undated, and come last

`asks` lines are the English forms that `queries.ask` understands; a line may end in
`-> mode=direct`, which gives a parameter its value. `table` names the columns that a narrow table
shows, `nothing` says what an empty answer means, `missing` counts the rows in which all the
columns named are empty. Further lines of a value begin with `#+` and two spaces.

The line `#: bind NAME` marks where the values of a parameter go: binding writes a VALUES line in
its place. Without it the file is a query as it stands. This module does not know what a value
means: `queries.values` turns a name into terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from queries.errors import BadHeaderError, MissingValueError, UnknownQueryError
from queries.suggest import did_you_mean

CATALOG = Path(__file__).parent / "catalog"
LOOKUPS = Path(__file__).parent / "lookups"

CLAIM_COLUMNS = (
    "claim", "report", "file", "speaker", "chain", "mode", "certainty", "polarity", "said",
    "words", "spans", "speaker_spans", "cue_spans", "inherited", "about", "fit", "publisher",
    "published",
)  # fmt: skip

COLUMN_KINDS = frozenset(
    {"iri", "text", "list", "set", "offsets", "bool", "int", "decimal", "evidence"}
)
PARAMETER_KINDS = frozenset({"entity", "report", "claim", "text", "words", "choice"})

_HEADER_LINE = re.compile(r"#\+ (?P<key>[a-z]+): (?P<value>.*)")
_COLUMN = re.compile(
    r'(?P<name>\w+) \((?P<kind>\w+)(?:, parted by "(?P<parted_by>[^"]+)")?\): (?P<sentence>.+)'
)
_PARAMETER = re.compile(
    r"(?P<name>\w+) \((?P<kind>\w+)(?: of (?P<choices>[^,]+))?(?P<optional>, optional)?"
    r', for example "(?P<example>[^"]+)"\): (?P<sentence>.+)'
)
_BIND_LINE = re.compile(r"^(?P<indent>[ \t]*)#: bind (?P<name>\w+)[ \t]*$", re.MULTILINE)
_QUERY_NAME = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value that a query takes."""

    name: str
    kind: str
    example: str
    sentence: str
    optional: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer; `parted_by` stands between the members of a list."""

    name: str
    kind: str = "text"
    sentence: str = ""
    parted_by: str = ""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query file with its header read."""

    name: str
    title: str
    question: str
    asks: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    table: tuple[str, ...]
    nothing: str
    missing: tuple[tuple[str, ...], str] | None
    text: str

    @property
    def gives_claims(self) -> bool:
        """Whether each row is one claim, in the columns of the contract."""
        return tuple(column.name for column in self.columns) == CLAIM_COLUMNS

    def example_values(self) -> dict[str, str]:
        """The example of each parameter that must be given."""
        return {one.name: one.example for one in self.parameters if not one.optional}


def query_names(folder: Path = CATALOG) -> list[str]:
    """The names of the queries in the folder, sorted."""
    return sorted(path.stem for path in folder.glob("*.rq"))


def load_query(name: str, *, folder: Path = CATALOG) -> NamedQuery:
    """The query of that name.

    Raises:
        UnknownQueryError: the folder holds no such query.
        BadHeaderError: its header cannot be read.
    """
    path = folder / f"{name}.rq"
    if not _QUERY_NAME.fullmatch(name) or not path.is_file():
        hint = did_you_mean(name, query_names(folder))
        message = f"There is no query {name!r}.{hint} See: onrecord queries"
        raise UnknownQueryError(message)
    return read_query(name, path.read_text(encoding="utf-8"))


def load_catalog(folder: Path = CATALOG) -> list[NamedQuery]:
    """All queries of the folder, by name."""
    return [load_query(name, folder=folder) for name in query_names(folder)]


def read_query(name: str, text: str) -> NamedQuery:
    """The query with its header read from the text of its file."""
    entries = list(_entries(name, text))
    missing = _single(entries, "missing")
    query = NamedQuery(
        name=name,
        title=_single(entries, "title"),
        question=_single(entries, "question"),
        asks=tuple(value for key, value in entries if key == "asks"),
        parameters=tuple(_parameter(name, value) for key, value in entries if key == "parameter"),
        columns=tuple(_column(name, value) for key, value in entries if key == "column"),
        table=tuple(_single(entries, "table").split()),
        nothing=_single(entries, "nothing"),
        missing=_missing(missing) if missing else None,
        text=text,
    )
    _check(query)
    return query


def bind(query: NamedQuery, terms: Mapping[str, Sequence[str]]) -> str:
    """The SPARQL text with a VALUES line of the terms at each mark of their parameter.

    Args:
        query: The query whose marks are filled.
        terms: For each parameter the terms as `queries.term_text` writes them; an empty sequence
            binds to nothing, so that the answer is empty.

    Raises:
        MissingValueError: a parameter that is not optional has no terms.
    """
    for parameter in query.parameters:
        if parameter.name not in terms and not parameter.optional:
            message = (
                f"{query.name} needs {parameter.name!r}; give -p {parameter.name}=VALUE. "
                f"See: onrecord queries {query.name}"
            )
            raise MissingValueError(message)

    def values_line(mark: re.Match[str]) -> str:
        name = mark["name"]
        if name not in terms:
            return ""
        return f"{mark['indent']}VALUES ?{name} {{ {' '.join(terms[name])} }}"

    return _BIND_LINE.sub(values_line, query.text)


def marked_parameters(query: NamedQuery) -> set[str]:
    """The names that stand in the bind marks of the query."""
    return {mark["name"] for mark in _BIND_LINE.finditer(query.text)}


def _entries(name: str, text: str) -> Iterator[tuple[str, str]]:
    """The keys and values of the header, continuation lines joined by a space."""
    key, value = "", ""
    for line in text.splitlines():
        if not line.startswith("#+"):
            continue
        if line.startswith("#+  ") and key:
            value = f"{value} {line[2:].strip()}"
            continue
        if key:
            yield key, value
        match = _HEADER_LINE.fullmatch(line.rstrip())
        if not match:
            raise BadHeaderError(f"{name}.rq", f"the header line {line!r} is not 'key: value'")
        key, value = match["key"], match["value"]
    if key:
        yield key, value


def _single(entries: Sequence[tuple[str, str]], wanted: str) -> str:
    return next((value for key, value in entries if key == wanted), "")


def _column(name: str, value: str) -> Column:
    match = _COLUMN.fullmatch(value)
    if not match or match["kind"] not in COLUMN_KINDS:
        raise BadHeaderError(f"{name}.rq", f"the column {value!r} is not 'name (kind): sentence'")
    return Column(match["name"], match["kind"], match["sentence"], match["parted_by"] or "")


def _parameter(name: str, value: str) -> Parameter:
    match = _PARAMETER.fullmatch(value)
    if not match or match["kind"] not in PARAMETER_KINDS:
        fault = f"the parameter {value!r} is not 'name (kind, for example \"x\"): sentence'"
        raise BadHeaderError(f"{name}.rq", fault)
    return Parameter(
        name=match["name"],
        kind=match["kind"],
        example=match["example"],
        sentence=match["sentence"],
        optional=bool(match["optional"]),
        choices=tuple((match["choices"] or "").split("|")) if match["choices"] else (),
    )


def _missing(value: str) -> tuple[tuple[str, ...], str]:
    columns, _, words = value.partition("|")
    return tuple(columns.split()), words.strip()


def _check(query: NamedQuery) -> None:
    """Raise when a header names a column or a parameter that is not there."""
    file_name = f"{query.name}.rq"
    if not query.title or not query.columns:
        raise BadHeaderError(file_name, "the header needs a title and at least one column")
    names = {column.name for column in query.columns}
    stray = set(query.table) | set(query.missing[0] if query.missing else ())
    if stray - names:
        raise BadHeaderError(file_name, f"no column is called {min(stray - names)!r}")
    declared = {parameter.name for parameter in query.parameters}
    if declared != marked_parameters(query):
        odd = min(declared ^ marked_parameters(query))
        raise BadHeaderError(file_name, f"{odd!r} must be both a parameter and a bind mark")
