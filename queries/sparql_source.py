"""What the reading side needs of a store: three kinds of SPARQL query and plain terms.

The types are structural: any object with these attributes serves, whatever library stands behind
it. No RDF library is imported here, so that a question starts fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol


class Term(Protocol):
    """One RDF term: an IRI, a literal or, in answers to outsiders' queries, a blank node."""

    @property
    def kind(self) -> str:
        """`iri`, `literal` or `blank`."""

    @property
    def value(self) -> str:
        """The IRI without angle brackets, the lexical form, or the label of the blank node."""

    @property
    def datatype(self) -> str | None:
        """The IRI of a literal's datatype; None stands for xsd:string or a language's text."""

    @property
    def language(self) -> str | None:
        """The language tag of a literal, or None."""


class SelectResult(Protocol):
    """The answer to a SELECT query."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the variables, without `?`, in the order of the query."""

    @property
    def rows(self) -> Iterable[Sequence[Term | None]]:
        """One sequence of terms for each solution, in the order of `columns`."""


class SparqlSource(Protocol):
    """Something that answers SPARQL 1.1 queries over the graphs of On Record."""

    def select(self, query: str) -> SelectResult:
        """The solutions of a SELECT query."""

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""

    def construct(self, query: str) -> Iterable[Sequence[Term]]:
        """The triples of a CONSTRUCT or DESCRIBE query, each of three terms."""
