"""The shapes over all of a graph, batch by batch, and the reasoner over a sample of its reports."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from graph_build.check.findings import Finding
from graph_build.check.things import as_graph
from graph_build.model.quad import RDF_TYPE, Iri, Quad
from graph_build.store import GraphStore, StoredReport
from ontology.terms import Classes, Properties

BATCH: Final = 40  # reports whose triples are held in memory at once
_SHARED: Final = (Properties.statesProposition, Properties.hasText)


def shape_findings(store: GraphStore, reports: Sequence[StoredReport]) -> set[Finding]:
    """What breaks the SHACL shapes; each batch of reports is seen with the world around it."""
    from ontology.validate import validate

    own = {report.graph for report in reports}
    world = world_quads(store, own)
    found: set[Finding] = set()
    for start in range(0, max(len(reports), 1), BATCH):
        batch = reports[start : start + BATCH]
        quads = [*world, *(quad for report in batch for quad in report_quads(store, report))]
        for violation in validate(as_graph(quads)):
            path = f" ({violation.path})" if violation.path else ""
            found.add(
                Finding(
                    f"shape-{violation.shape.rpartition('#')[2]}",
                    violation.focus,
                    f"{violation.message}{path}",
                    is_fault=violation.severity == "Violation",
                )
            )
    return found


def reasoner_findings(
    store: GraphStore, reports: Sequence[StoredReport], sample: int
) -> list[Finding]:
    """What HermiT says of the world and of so many reports, spread evenly over all."""
    from ontology.errors import JavaMissingError, ReasonerFailedError, UnreasonableGraphError

    chosen = spread(reports, sample)
    world = world_quads(store, {report.graph for report in reports})
    try:
        if _is_consistent([*world, *(q for r in chosen for q in report_quads(store, r))]):
            return []
        return list(_culprits(store, world, chosen))
    except JavaMissingError:
        return [Finding("reasoner", "", "skipped: Java is not installed", is_fault=False)]
    except ReasonerFailedError as error:
        return [Finding("reasoner", "", f"broke off: {error}", is_fault=False)]
    except UnreasonableGraphError as error:
        return [Finding("reasoner-input", "", fault) for fault in error.faults]


def spread(reports: Sequence[StoredReport], count: int) -> list[StoredReport]:
    """So many of the reports, from the first on at even distances."""
    if len(reports) <= count:
        return list(reports)
    return [reports[number * len(reports) // count] for number in range(count)]


def world_quads(store: GraphStore, own: set[str]) -> list[Quad]:
    """Everything outside the graphs of reports, but for what `report_quads` gives.

    Of the claims that comparisons compare, only that they are claims.
    """
    quads: list[Quad] = []
    for graph in store.graphs():
        if graph not in own:
            quads.extend(store.quads(graph))
    kinds = {quad.subject: quad.object.value for quad in quads if quad.predicate == RDF_TYPE}
    left_out = {s for s, kind in kinds.items() if kind in (Classes.Proposition, Classes.Text)}
    compared = {q.object.value for q in quads if q.predicate == Properties.comparesClaim}
    kept = [quad for quad in quads if quad.subject not in left_out]
    return [*kept, *(quad for claim in sorted(compared) for quad in _claim_kind(store, claim))]


def report_quads(store: GraphStore, report: StoredReport) -> list[Quad]:
    """The quads of a report, its text and its propositions."""
    quads = list(store.quads(report.graph))
    shared = {quad.object.value for quad in quads if quad.predicate in _SHARED}
    return [*quads, *(quad for node in sorted(shared) for quad in store.described(node))]


def _claim_kind(store: GraphStore, claim: str) -> Iterator[Quad]:
    kind = Iri(Classes.Claim)
    return (q for q in store.described(claim) if q.predicate == RDF_TYPE and q.object == kind)


def _culprits(
    store: GraphStore, world: Sequence[Quad], reports: Iterable[StoredReport]
) -> Iterator[Finding]:
    """Which part alone is inconsistent: the world, or which reports in it; else all together."""
    if not _is_consistent(world):
        yield Finding("inconsistent", "", "the gazetteer contradicts the ontology")
        return
    found = [r for r in reports if not _is_consistent([*world, *report_quads(store, r)])]
    for report in found:
        message = f"the graph of {report.file_name} contradicts the ontology"
        yield Finding("inconsistent", report.iri, message)
    if not found:
        yield Finding("inconsistent", "", "the reports contradict each other on what a thing is")


def _is_consistent(quads: Iterable[Quad]) -> bool:
    from ontology.reason import check_consistency

    return check_consistency(as_graph(quads)).consistent
