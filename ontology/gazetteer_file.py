"""Reads Turtle files of curated knowledge into plain dictionaries of strings.

The one place where the gazetteer and the lexicon touch rdflib. Does not know what the
predicates mean; `ontology.world` and `ontology.lexicon` do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.terms import LEX, ONR

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

Values = dict[str, list[str]]
"""What a file says of one subject: the values of each predicate, sorted."""


class GazetteerError(OntologyError, ValueError):
    """A file of curated knowledge that cannot be used: which, and why."""

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the file and the reason apart, so that a caller may show either."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Records:
    """What one or more files say, subject by subject, and which spoke of each last."""

    values: dict[str, Values]
    origin: dict[str, Path]
    paths: tuple[Path, ...]

    def of_type(self, name: str) -> tuple[str, ...]:
        """Give the subjects whose type has this local name in one of our namespaces, in order."""
        wanted = {ONR + name, LEX + name}
        return tuple(s for s in sorted(self.values) if wanted & set(self.all(s, RDF_TYPE)))

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Give all values of a predicate, sorted."""
        return tuple(self.values.get(subject, {}).get(predicate, ()))

    def one(self, subject: str, predicate: str) -> str | None:
        """Give the first value of a predicate, or None."""
        return next(iter(self.all(subject, predicate)), None)

    def latest(self, subjects: Sequence[str]) -> str:
        """Give the subject that the file read last speaks of: the likeliest place of a fault."""
        return max(subjects, key=lambda s: self.paths.index(self.origin[s]))

    def fail(self, subject: str, reason: str) -> GazetteerError:
        """Give the error that names the subject, its file and the reason."""
        return GazetteerError(self.origin[subject], f"<{subject}> {reason}")


def read_records(paths: Sequence[Path]) -> Records:
    """Read the files in order into one set of records; raise on the first that cannot be read.

    A process that reads the same files again gets the same records, which nobody changes.
    """
    return _read_records(tuple(paths), tuple(file_digest(path) for path in paths))


@lru_cache(maxsize=8)
def _read_records(paths: tuple[Path, ...], digests: tuple[str, ...]) -> Records:
    """Read anew wherever a digest differs: the digests are there to be part of the key."""
    assert len(paths) == len(digests)
    merged: dict[str, dict[str, set[str]]] = {}
    origin: dict[str, Path] = {}
    for path in paths:
        for subject, predicate, value in read_triples(path):
            merged.setdefault(subject, {}).setdefault(predicate, set()).add(value)
            origin[subject] = path
    values = {s: {p: sorted(v) for p, v in merged[s].items()} for s in sorted(merged)}
    return Records(values, origin, tuple(paths))


def files_identity(gazetteer: Sequence[Path], lexicon: Sequence[Path]) -> str:
    """Give what tells the user's files from others, as "; gazetteer 0a1b..."; "" for none."""
    return "".join(
        f"; {name} {file_digest(path)}"
        for name, paths in (("gazetteer", gazetteer), ("lexicon", lexicon))
        for path in paths
    )


def file_digest(path: Path) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a file; raise where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError as error:
        raise GazetteerError(path, f"cannot be read ({error.strerror or error})") from error


def read_triples(path: Path) -> list[tuple[str, str, str]]:
    """Read one Turtle file into triples of strings."""
    from rdflib import BNode, Graph

    graph = Graph()
    try:
        graph.parse(path, format="turtle")
    except OSError as error:
        raise GazetteerError(path, f"cannot be read ({error.strerror or error})") from error
    except Exception as error:  # the parser raises SyntaxError, ValueError and UnicodeDecodeError
        shown = " ".join(str(error).split())[:200]
        raise GazetteerError(path, f"is not Turtle ({shown})") from error
    if any(isinstance(term, BNode) for triple in graph for term in triple):
        raise GazetteerError(path, "has a blank node; give every thing an IRI")
    return [(str(s), str(p), str(o)) for s, p, o in graph]
