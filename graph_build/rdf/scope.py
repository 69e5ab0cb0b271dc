"""One report as the place where quads are told: its graph, its IRIs, its characters."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph_build.model.entity import Entity, Party
from graph_build.model.quad import RDF_TYPE, Iri, Literal, Quad, Term, integer
from graph_build.model.text import Report, Span
from graph_build.rdf import iris
from ontology.terms import ONR, Classes, Properties

Pairs = Iterable[tuple[str, Term | None]]


class AnchorlessEntityError(ValueError):
    """A thing has neither an IRI of the gazetteer nor a place in the text."""


def describe(subject: str, kind: str, pairs: Pairs, graph: str) -> Iterator[Quad]:
    """The quads of one thing: its class, then what is known of it. Absent values give nothing."""
    yield Quad(subject, RDF_TYPE, Iri(kind), graph)
    for predicate, term in pairs:
        if term is not None:
            yield Quad(subject, predicate, term, graph)


def text_or_none(value: str | None) -> Literal | None:
    """The string as a literal; None for an absent or empty one."""
    return Literal(value) if value else None


def integer_or_none(value: int | None) -> Literal | None:
    """The number as a literal; None for an absent one."""
    return None if value is None else integer(value)


def class_iri(kind: str) -> str:
    """The IRI of a class that is given by its name in the ontology, or by its IRI."""
    return kind if kind.startswith("http") else ONR + kind


@dataclass(frozen=True, slots=True)
class ReportScope:
    """The report that tells, and the containers of the places that it may speak of."""

    report: Report
    containers: Callable[[str], tuple[str, ...]] | Mapping[str, tuple[str, ...]]

    @property
    def iri(self) -> str:
        """The report's IRI."""
        return iris.report_iri(self.report.id)

    @property
    def graph(self) -> str:
        """The IRI of the report's graph."""
        return iris.report_graph_iri(self.report.id)

    def cut(self, span: Span) -> str:
        """The characters of the span. Raises BadSpanError where the text is too short."""
        return span.cut(self.report.text.content)

    def node(self, subject: str, kind: str, pairs: Pairs) -> Iterator[Quad]:
        """The quads of one thing in the report's graph."""
        return describe(subject, kind, pairs, self.graph)

    def place(self, span: Span) -> tuple[tuple[str, Term], ...]:
        """Where the span stands in which report."""
        return (
            (Properties.spanOf, Iri(self.iri)),
            (Properties.start, integer(span.start)),
            (Properties.end, integer(span.end)),
        )

    def evidence(self, span: Span) -> Iterator[Quad]:
        """The quads of a piece of evidence, with its exact words."""
        exact = Literal(self.cut(span))
        pairs = [*self.place(span), (Properties.exact, exact)]
        yield from self.node(self.span_iri(span), Classes.EvidenceSpan, pairs)

    def span_iri(self, span: Span) -> str:
        """The IRI of a piece of evidence."""
        return iris.span_iri(self.report.id, span)

    def containers_of(self, iri: str) -> tuple[str, ...]:
        """The containers, below country, of a curated place; none where there are none."""
        if isinstance(self.containers, Mapping):
            return self.containers.get(iri, ())
        return self.containers(iri)

    def party_iri(self, party: Party) -> str:
        """The IRI of anyone who speaks or is spoken of."""
        if not isinstance(party, Entity):
            return iris.unnamed_source_iri(self.report.id, party.anchor)
        if party.iri is not None:
            return party.iri
        if party.anchor is None:
            raise AnchorlessEntityError(f"neither an IRI nor a place in the text: {party.name!r}")
        return iris.local_entity_iri(self.report.id, party.anchor)


def party_name(party: Party) -> str:
    """The name that is shown for anyone who speaks or is spoken of."""
    return party.name if isinstance(party, Entity) else party.label
