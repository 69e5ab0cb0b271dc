"""The prefixes that exports declare."""

from collections.abc import Mapping
from typing import Final

from ontology.terms import LEX, ONR

PREFIXES: Final[Mapping[str, str]] = {
    "onr": ONR,
    "lex": LEX,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
