"""All checks of a graph in their order."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from graph_build.check.evidence import evidence_findings
from graph_build.check.findings import CheckReport, Finding
from graph_build.check.knowledge import knowledge_findings
from graph_build.check.reasoning import reasoner_findings, shape_findings
from graph_build.store import GraphStore, open_store

SAMPLE: Final = 3  # reports that the reasoner sees; see `check_graph`


def check_graph(
    graph: Path,
    *,
    reasoner: bool = True,
    sample: int = SAMPLE,
    gazetteer: Sequence[Path] = (),
    lexicon: Sequence[Path] = (),
) -> CheckReport:
    """What is wrong with a graph, as far as machines can tell.

    Every evidence span and mention is cut anew from its text, every text is hashed, every triple
    has to live in one graph, and the shapes run over everything. The reasoner sees the gazetteer
    and a sample of the reports only, because its time grows faster than the claims it is given.

    Args:
        graph: the folder of the graph.
        reasoner: whether to ask HermiT. Without Java this is noted, and is no fault.
        sample: how many reports HermiT gets, evenly spread over all.
        gazetteer: files of the user with which the graph should have been built.
        lexicon: the same, of words.

    Raises:
        NotAGraphError: there is no graph.
        GazetteerError: a file of the user cannot be used.
    """
    with open_store(graph, read_only=True) as store:
        reports = store.reports()
        findings: set[Finding] = set(_layout_findings(store))
        findings.update(knowledge_findings(store, reports, gazetteer, lexicon))
        spans = 0
        for report in reports:
            found, cut = evidence_findings(store, report)
            findings.update(found)
            spans += cut
        findings |= shape_findings(store, reports)
        if reasoner:
            findings.update(reasoner_findings(store, reports, sample))
        return CheckReport(tuple(sorted(findings)), len(reports), spans)


def _layout_findings(store: GraphStore) -> Iterator[Finding]:
    for triple in store.repeated_triples():
        yield Finding("triple-twice", triple.split(" ")[0].strip("<>"), f"in two graphs: {triple}")
    if store.ask("ASK { ?s ?p ?o }"):
        yield Finding("no-graph", "", "there are triples outside all named graphs")
    for path in store.unused_texts():
        yield Finding("unused-text", str(path), "no report uses this file", is_fault=False)
