"""Reads the ontology, its shapes and its alignments into rdflib graphs.

Every call reads the file anew and gives a graph of the caller's own. Does not read the gazetteer
or the lexicon; see `ontology.world` and `ontology.lexicon`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Graph

ONTOLOGY_FILE = Path(__file__).parent / "onrecord.ttl"
SHAPES_FILE = Path(__file__).parent / "shapes.ttl"
ALIGNMENTS_FILE = Path(__file__).parent / "alignments.ttl"


def load_ontology() -> Graph:
    """The ontology alone, as `onrecord.ttl` states it."""
    return _read_turtle(ONTOLOGY_FILE)


def load_shapes() -> Graph:
    """The SHACL shapes of data graphs, as `shapes.ttl` states them."""
    return _read_turtle(SHAPES_FILE)


def load_alignments() -> Graph:
    """The links to other vocabularies, without the ontology that they start from."""
    return _read_turtle(ALIGNMENTS_FILE)


def _read_turtle(path: Path) -> Graph:
    from rdflib import Graph

    return Graph().parse(path, format="turtle")
