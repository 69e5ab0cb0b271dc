"""Quads as bytes in the standard forms, always in one order."""

from collections.abc import Iterable
from enum import StrEnum
from typing import BinaryIO, Final

import pyoxigraph as ox

from graph_build.model.quad import Quad
from graph_build.store.terms import to_ox_quad


class DumpFormat(StrEnum):
    """The forms that hold RDF. TURTLE is the union of all graphs."""

    NQUADS = "nquads"
    TRIG = "trig"
    JSONLD = "jsonld"
    TURTLE = "turtle"


_FORMS: Final = {
    DumpFormat.TRIG: ox.RdfFormat.TRIG,
    DumpFormat.JSONLD: ox.RdfFormat.JSON_LD,
    DumpFormat.TURTLE: ox.RdfFormat.TURTLE,
}


def dump_quads(
    quads: Iterable[Quad],
    out: BinaryIO,
    form: DumpFormat,
    *,
    prefixes: dict[str, str] | None = None,
) -> None:
    """Writes quads of ours, each once, in an order that depends on nothing but themselves."""
    write_quads(map(to_ox_quad, quads), out, form, prefixes=prefixes or {})


def write_quads(
    quads: Iterable[ox.Quad], out: BinaryIO, form: DumpFormat, *, prefixes: dict[str, str]
) -> None:
    """Writes the quads, each once, sorted by graph, subject, predicate and object."""
    if form is DumpFormat.NQUADS:
        out.writelines(line.encode() for line in sorted({f"{quad} .\n" for quad in quads}))
        return
    if form is DumpFormat.TURTLE:
        triples = sorted({quad.triple for quad in quads}, key=str)
        ox.serialize(triples, out, _FORMS[form], prefixes=prefixes)
        return
    ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), str(quad)))
    ox.serialize(ordered, out, _FORMS[form], prefixes=prefixes)
