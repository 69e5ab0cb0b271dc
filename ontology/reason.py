"""Asks HermiT, as owlready2 brings it, whether a graph is consistent and what its things are.

The only module that knows owlready2. Each call starts from nothing, so that no earlier inference
can leak into an answer. Needs Java. Meant for the ontology, the gazetteer, single reports and
samples: a whole store is checked by the shapes (`ontology.validate`).
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ontology.axioms import ReasonerInput, reasoner_input
from ontology.errors import InconsistentGraphError, JavaMissingError, ReasonerFailedError
from ontology.load import load_ontology

if TYPE_CHECKING:
    from owlready2 import Thing, World
    from rdflib import Graph

_OWL = "http://www.w3.org/2002/07/owl#"
_HOME = "https://w3id.org/onrecord/reasoner-input"
# HermiT runs for seconds: the simple compiler and collector take a third off, at every size.
_JAVA_OPTIONS = ("-Xmx2000M", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_SAME_CLASSES = re.compile(r"^EquivalentClasses\( (.*) \)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ReasonerReport:
    """What the reasoner found."""

    consistent: bool
    unsatisfiable: tuple[str, ...]
    """Classes that nothing can belong to, sorted; empty when the graph is inconsistent."""
    left_out: tuple[str, ...]
    """Predicates and classes of other vocabularies that the reasoner was not given, sorted."""


def check_consistency(graph: Graph, *, ontology: Graph | None = None) -> ReasonerReport:
    """Whether `graph` can be true together with the ontology.

    Does not say which triples are at fault; the reasoner does not tell.

    Args:
        graph: data, flattened to one graph; may be empty to check the ontology alone.
        ontology: in place of `onrecord.ttl`, for instance the ontology with its alignments.

    Raises:
        JavaMissingError: there is no Java, so nothing was checked.
        ReasonerFailedError: the reasoner broke off without an answer.
        UnreasonableGraphError: the graph holds what a reasoner would pass over or misread.
    """
    given = _given(graph, ontology)
    try:
        output = _classify(given.ntriples)
    except InconsistentGraphError:
        return ReasonerReport(consistent=False, unsatisfiable=(), left_out=given.left_out)
    return ReasonerReport(
        consistent=True, unsatisfiable=tuple(_unsatisfiable(output)), left_out=given.left_out
    )


def infer_types(graph: Graph, *, ontology: Graph | None = None) -> dict[str, tuple[str, ...]]:
    """The classes of the ontology that each thing in `graph` belongs to, stated or inferred.

    Super-classes are included, owl:Thing is not; things and classes are in sorted order. Gives
    nothing for classes, properties and blank nodes. Slower than `check_consistency`: for small
    graphs.

    Raises:
        InconsistentGraphError: the graph contradicts itself.
        JavaMissingError, ReasonerFailedError, UnreasonableGraphError: as `check_consistency`.
    """
    from owlready2 import sync_reasoner_hermit

    world = _fresh_world(_given(graph, ontology))
    with _reasoning():
        sync_reasoner_hermit(world, infer_property_values=False, debug=0)
    kinds = {str(thing.iri): tuple(sorted(_class_iris(thing))) for thing in world.individuals()}
    spoken_of = {str(term) for triple in graph for term in (triple[0], triple[2])}
    return {iri: kinds[iri] for iri in sorted(kinds.keys() & spoken_of)}


def _given(graph: Graph, ontology: Graph | None) -> ReasonerInput:
    if shutil.which("java") is None:
        raise JavaMissingError
    return reasoner_input((load_ontology() if ontology is None else ontology) + graph)


def _classify(ntriples: bytes) -> str:
    """What HermiT writes when it sorts the classes.

    Calls the HermiT of owlready2 by itself, because `sync_reasoner_hermit` sorts the properties
    too: on the gazetteer that takes 16 s in place of 3 s and tells nothing on consistency.
    """
    import owlready2

    hermit = Path(owlready2.__file__).parent / "hermit"
    with TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / "input.nt"
        path.write_bytes(ntriples)
        done = subprocess.run(  # noqa: S603 - a fixed command on a file of ours
            [
                str(shutil.which("java")), *_JAVA_OPTIONS,
                "-cp", f"{hermit}{os.pathsep}{hermit / 'HermiT.jar'}",
                "org.semanticweb.HermiT.cli.CommandLine", "-c", "-I", path.as_uri(),
            ],
            capture_output=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
    output = done.stdout + done.stderr
    if done.returncode == 0:
        return output
    if "Inconsistent ontology" in output:
        raise InconsistentGraphError
    raise ReasonerFailedError(output)


def _unsatisfiable(output: str) -> Iterator[str]:
    groups = [set(re.findall(r"<([^>]+)>", group)) for group in _SAME_CLASSES.findall(output)]
    empty = [group for group in groups if _OWL + "Nothing" in group]
    yield from sorted(set().union(*empty) - {_OWL + "Nothing"})


def _fresh_world(given: ReasonerInput) -> World:
    # owlready2 reads no Turtle, and takes N-Quads for garbage without a word: N-Triples only.
    import owlready2

    world = owlready2.World()
    world.get_ontology(_HOME).load(fileobj=io.BytesIO(given.ntriples))
    return world


@contextmanager
def _reasoning() -> Iterator[None]:
    """Turns owlready2's two errors into ours and removes the file it leaves behind on both."""
    from owlready2 import OwlReadyInconsistentOntologyError, OwlReadyJavaError

    try:
        yield
    except OwlReadyInconsistentOntologyError as error:
        _remove_input_file(error)
        raise InconsistentGraphError from error
    except OwlReadyJavaError as error:
        _remove_input_file(error)
        raise ReasonerFailedError(str(error)) from error


def _remove_input_file(error: Exception) -> None:
    failed = error.__context__
    if isinstance(failed, subprocess.CalledProcessError):
        Path(str(failed.cmd[-1]).removeprefix("file:///")).unlink(missing_ok=True)


def _class_iris(thing: Thing) -> set[str]:
    from owlready2 import ThingClass

    named = {str(cls.iri) for cls in thing.INDIRECT_is_a if isinstance(cls, ThingClass)}
    return named - {_OWL + "Thing"}
