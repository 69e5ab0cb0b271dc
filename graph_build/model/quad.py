"""What the graph is made of: our own RDF terms, so that no stage depends on a store's classes.

The makers of literals give canonical lexical forms only: a store hands back the very characters
that went in, which keeps hashes and exports stable.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
XSD_BOOLEAN: Final = XSD + "boolean"
XSD_INTEGER: Final = XSD + "integer"
XSD_DECIMAL: Final = XSD + "decimal"
XSD_DATE_TIME: Final = XSD + "dateTime"
RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"


@dataclass(frozen=True, slots=True)
class Iri:
    """An IRI where it stands as the object of a triple, or in the answer to a question."""

    value: str
    kind: ClassVar[str] = "iri"
    datatype: ClassVar[None] = None
    language: ClassVar[None] = None


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal: its characters, and its datatype or its language where it is no plain string.

    `datatype` is None for a string and for text in a language, never xsd:string.
    """

    value: str
    datatype: str | None = None
    language: str | None = None
    kind: ClassVar[str] = "literal"


@dataclass(frozen=True, slots=True)
class Blank:
    """A node without a name. Our data has none; the answer to a user's own query may."""

    value: str
    kind: ClassVar[str] = "blank"
    datatype: ClassVar[None] = None
    language: ClassVar[None] = None


Term = Iri | Literal
AnswerTerm = Iri | Literal | Blank


@dataclass(frozen=True, slots=True)
class Quad:
    """One triple and the graph that it lives in. There are no blank nodes."""

    subject: str
    predicate: str
    object: Term
    graph: str


def boolean(value: bool) -> Literal:
    """The xsd:boolean "true" or "false"."""
    return Literal("true" if value else "false", XSD_BOOLEAN)


def integer(value: int) -> Literal:
    """The xsd:integer in its shortest form."""
    return Literal(str(value), XSD_INTEGER)


def decimal(value: float, *, places: int = 2) -> Literal:
    """The xsd:decimal rounded to `places`, in its shortest form.

    >>> decimal(0.90).value, decimal(1.0).value, decimal(0.666666).value
    ('0.9', '1', '0.67')
    """
    digits = f"{Decimal(repr(value)):.{places}f}"
    shortest = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return Literal("0" if shortest in {"-0", ""} else shortest, XSD_DECIMAL)


def in_language(value: str, language: str) -> Literal:
    """Text in a language, whose tag is written in lower case."""
    return Literal(value, language=language.lower())
