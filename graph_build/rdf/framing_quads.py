"""How reports name things, and their loaded words, as nodes of a graph of their own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from graph_build.model.framing import Framing
from graph_build.model.quad import RDF_TYPE, RDFS_LABEL, Iri, Literal, Quad, Term, integer
from graph_build.rdf import iris
from graph_build.rdf.scope import describe, text_or_none
from ontology.terms import Classes, Properties

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"


def framing_quads(found: Iterable[Framing], kinds: Mapping[str, tuple[str, ...]]) -> Iterator[Quad]:
    """The quads of framings, and the names of the kinds of things that they are about.

    `kinds` gives for the IRI of a kind of thing that has several ways of naming its names, the
    label first.
    """
    used: set[str] = set()
    for framing in found:
        about = (framing.words, framing.entity, framing.voice_kind, framing.voice)
        members = (*about, *framing.claims)
        iri = iris.gathering_iri(framing.kind, framing.rule, members)
        yield from describe(iri, Classes.Framing, _described(framing), iris.FRAMING_GRAPH)
        used.update(thing for thing in framing.things if thing in kinds)
    for kind in sorted(used):
        label, *others = kinds[kind]
        yield Quad(kind, RDF_TYPE, Iri(f"{_SKOS}Concept"), iris.FRAMING_GRAPH)
        yield Quad(kind, RDFS_LABEL, Literal(label), iris.FRAMING_GRAPH)
        for other in others:
            yield Quad(kind, f"{_SKOS}altLabel", Literal(other), iris.FRAMING_GRAPH)


def _described(framing: Framing) -> Iterator[tuple[str, Term | None]]:
    yield Properties.comparisonKind, Literal(framing.kind)
    yield Properties.comparisonRule, Literal(framing.rule)
    yield Properties.reason, Literal(framing.reason)
    yield Properties.ruleVersion, Literal(framing.version)
    yield Properties.verdict, text_or_none(framing.verdict.value if framing.verdict else None)
    yield Properties.framedName, text_or_none(framing.entity)
    yield Properties.usedWords, Literal(framing.words)
    yield Properties.voiceKind, Literal(framing.voice_kind)
    yield Properties.voiceLabel, Literal(framing.voice)
    yield Properties.timesUsed, integer(framing.count)
    for thing in framing.things:
        yield Properties.framedThing, Iri(thing)
    for report in framing.reports:
        yield Properties.comparesReport, Iri(report)
    for claim in framing.claims:
        yield Properties.comparesClaim, Iri(claim)
