"""The curated world as quads of the gazetteer graph."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from graph_build.model.quad import XSD, Iri, Literal, Quad, Term, in_language
from graph_build.rdf import iris

_LINE: Final = re.compile(
    r'<([^<>"\s]*)> <([^<>"\s]*)> '
    r'(?:<([^<>"\s]*)>|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^<>"\s]*)>)?) \.'
)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class BadTripleError(ValueError):
    """A line is no N-Triples, or has a blank node."""


def gazetteer_quads(extra: Sequence[Path] = ()) -> Iterator[Quad]:
    """Everything curated, with containment materialised; `extra` are gazetteers of the user."""
    from ontology.world import world_ntriples

    return ntriples_to_quads(world_ntriples(extra), iris.GAZETTEER_GRAPH)


def ntriples_to_quads(ntriples: str, graph: str) -> Iterator[Quad]:
    r"""The triples of one N-Triples document, placed in a graph. Raises BadTripleError.

    >>> [quad.object for quad in ntriples_to_quads('<urn:a> <urn:b> "x\\u00e9"@EN .', "urn:g")]
    [Literal(value='xé', datatype=None, language='en')]
    """
    for line in ntriples.split("\n"):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise BadTripleError(f"not a triple of IRIs and literals: {line!r}")
        subject, predicate, *rest = match.groups()
        yield Quad(_unescape(subject), _unescape(predicate), _object(*rest), graph)


def _object(iri: str | None, value: str | None, language: str | None, datatype: str | None) -> Term:
    if iri is not None:
        return Iri(_unescape(iri))
    assert value is not None
    if language is not None:
        return in_language(_unescape(value), language)
    return Literal(_unescape(value), None if datatype == f"{XSD}string" else datatype)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    short, long, character = match.groups()
    code = short or long
    return chr(int(code, 16)) if code else _ESCAPED.get(character, character)
