"""The graph of a report as nanopublications, one for each statement: four small graphs each.

The assertion holds the claims of all hops with the proposition and those known from the report
alone; the provenance says on which words it rests, with Web Annotation selectors; the publication
information says what made it. Nothing holds wall-clock time unless it is given.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.model.quad import RDF_TYPE, XSD, XSD_DATE_TIME, Iri, Literal, Quad, Term
from graph_build.model.text import Span
from graph_build.rdf import iris
from graph_build.rdf.scope import describe
from ontology.terms import Classes, Properties

NP: Final = "http://www.nanopub.org/nschema#"
OA: Final = "http://www.w3.org/ns/oa#"
PROV: Final = "http://www.w3.org/ns/prov#"
CREATED: Final = "http://purl.org/dc/terms/created"
AROUND: Final = 24  # characters kept before and after a quotation, to find it in a changed page

_SPANS: Final = (
    Properties.evidence,
    Properties.sourceEvidence,
    Properties.cueEvidence,
    Properties.hedgeCue,
    Properties.conditionEvidence,
    Properties.anchorEvidence,
)
_OF_REPORT: Final = (
    Properties.reportId,
    Properties.fileName,
    Properties.hasText,
    Properties.title,
    Properties.publisherName,
    Properties.publishedOn,
)
_INTEGER: Final = XSD + "nonNegativeInteger"

Facts = Sequence[tuple[str, Term]]


@dataclass(frozen=True, slots=True)
class _Source:
    """The quads of one report by subject, and its text."""

    facts: Mapping[str, Facts]
    relayed_by: Mapping[str, str]
    predications: Mapping[str, Sequence[str]]
    text: str
    created: str | None

    def objects(self, subject: str, *predicates: str) -> list[str]:
        """What stands in these relations to the subject, each once, sorted."""
        found = {term.value for p, term in self.facts.get(subject, ()) if p in predicates}
        return sorted(found)


def nanopub_quads(
    quads: Iterable[Quad], text: str, *, created: str | None = None
) -> Iterator[Quad]:
    """The nanopublications of one report, sorted by claim.

    Args:
        quads: those of the report's own graph, of its text and of its propositions.
        text: the report's text as held; only some characters around the evidence are taken.
        created: an xsd:dateTime in UTC for dcterms:created; by default there is none.
    """
    facts: dict[str, list[tuple[str, Term]]] = defaultdict(list)
    for quad in quads:
        facts[quad.subject].append((quad.predicate, quad.object))
    relayed_by = {
        term.value: subject
        for subject, pairs in facts.items()
        for predicate, term in pairs
        if predicate == Properties.relays
    }
    predications: dict[str, list[str]] = defaultdict(list)
    for subject in sorted(facts):
        for predicate, term in facts[subject]:
            if predicate == Properties.predicatedBy:
                predications[term.value].append(subject)
    source = _Source(facts, relayed_by, predications, text, created)
    heads = [subject for subject in facts if source.objects(subject, Properties.isHead)]
    for claim in sorted(heads):
        yield from _nanopub(source, claim)


def _nanopub(source: _Source, claim: str) -> Iterator[Quad]:
    nanopub = iris.nanopub_iri(claim)
    head, assertion, provenance, pubinfo = (
        iris.nanopub_part_iri(nanopub, part)
        for part in ("Head", "assertion", "provenance", "pubinfo")
    )
    parts = (
        (f"{NP}hasAssertion", Iri(assertion)),
        (f"{NP}hasProvenance", Iri(provenance)),
        (f"{NP}hasPublicationInfo", Iri(pubinfo)),
    )
    yield from describe(nanopub, f"{NP}Nanopublication", parts, head)
    chain = _chain(source, claim)
    claims = [*chain, *(one for hop in chain for one in source.predications.get(hop, ()))]
    for subject in _asserted(source, claims):
        for predicate, term in source.facts[subject]:
            yield Quad(subject, predicate, term, assertion)
    yield from _provenance(source, claims, assertion, provenance)
    (report,) = source.objects(claim, Properties.reportedIn)
    for tool in source.objects(report, Properties.builtWith):
        yield Quad(nanopub, Properties.builtWith, Literal(tool), pubinfo)
    if source.created is not None:
        yield Quad(nanopub, CREATED, Literal(source.created, XSD_DATE_TIME), pubinfo)


def _chain(source: _Source, head: str) -> list[str]:
    """The claims of all hops of the statement that the head belongs to."""
    first = head
    while first in source.relayed_by:
        first = source.relayed_by[first]
    chain = [first]
    while following := source.objects(chain[-1], Properties.relays):
        chain.append(following[0])
    return chain


def _asserted(source: _Source, claims: Sequence[str]) -> list[str]:
    """The claims and predications, their propositions, and things known from the report alone."""
    propositions = {p for c in claims for p in source.objects(c, Properties.statesProposition)}
    local: set[str] = set()
    known = [*claims, *sorted(propositions & source.facts.keys())]
    waiting = [term.value for node in known for _, term in source.facts[node]]
    while waiting:
        thing = waiting.pop()
        if thing not in local and source.objects(thing, Properties.inReport):
            local.add(thing)
            waiting.extend(source.objects(thing, Properties.hasSubgroup, Properties.affiliatedWith))
    return [*known, *sorted(local)]


def _provenance(
    source: _Source, claims: Sequence[str], assertion: str, graph: str
) -> Iterator[Quad]:
    (report,) = source.objects(claims[0], Properties.reportedIn)
    yield Quad(assertion, f"{PROV}hadPrimarySource", Iri(report), graph)
    for span in sorted({span for claim in claims for span in source.objects(claim, *_SPANS)}):
        yield Quad(assertion, f"{PROV}wasDerivedFrom", Iri(span), graph)
        yield from _selectors(source, span, report, graph)
    yield Quad(report, RDF_TYPE, Iri(Classes.Report), graph)
    for predicate, term in source.facts[report]:
        if predicate in _OF_REPORT:
            yield Quad(report, predicate, term, graph)
    for text in source.objects(report, Properties.hasText):
        for predicate, term in source.facts.get(text, ()):
            yield Quad(text, predicate, term, graph)


def _selectors(source: _Source, iri: str, report: str, graph: str) -> Iterator[Quad]:
    """A piece of evidence as a resource of Web Annotation: by position, and by its words."""
    ((start,), (end,)) = (source.objects(iri, p) for p in (Properties.start, Properties.end))
    span = Span(int(start), int(end))
    position, quote = (iris.selector_iri(iri, kind) for kind in ("position", "quote"))
    pairs = (
        (f"{OA}hasSource", Iri(report)),
        (f"{OA}hasSelector", Iri(position)),
        (f"{OA}hasSelector", Iri(quote)),
    )
    yield from describe(iri, f"{OA}SpecificResource", pairs, graph)
    offsets = (
        (f"{OA}start", Literal(start, _INTEGER)),
        (f"{OA}end", Literal(end, _INTEGER)),
    )
    yield from describe(position, f"{OA}TextPositionSelector", offsets, graph)
    words = (
        (f"{OA}exact", Literal(span.cut(source.text))),
        (f"{OA}prefix", Literal(source.text[max(0, span.start - AROUND) : span.start])),
        (f"{OA}suffix", Literal(source.text[span.end : span.end + AROUND])),
    )
    yield from describe(quote, f"{OA}TextQuoteSelector", words, graph)
