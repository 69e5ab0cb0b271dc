"""Whether a graph was built with the user's own files, as they are now."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph_build.check.findings import Finding
from graph_build.rdf import gazetteer_quads
from graph_build.rdf.iris import GAZETTEER_GRAPH
from graph_build.store import GraphStore, StoredReport
from ontology.gazetteer_file import files_identity
from ontology.lexicon import load_lexicon
from ontology.predicates import load_predicates


def knowledge_findings(
    store: GraphStore,
    reports: Sequence[StoredReport],
    gazetteer: Sequence[Path],
    lexicon: Sequence[Path],
) -> Iterator[Finding]:
    """What of the files is not in the graph, and which reports were read with others.

    Raises:
        GazetteerError: a file cannot be read, or says what it must not.
    """
    if not gazetteer and not lexicon:
        return
    load_lexicon(lexicon)
    load_predicates(lexicon)
    missing = set(gazetteer_quads(gazetteer)) - set(store.quads(GAZETTEER_GRAPH))
    if missing:
        example = min(quad.subject for quad in missing)
        message = f"{len(missing)} triples of the gazetteer are not in the graph; build it again"
        yield Finding("gazetteer-stale", example, message)
    identity = files_identity(gazetteer, lexicon)
    for report in reports:
        built_with = store.has_report(report.id) or ""
        if not built_with.endswith(identity):
            message = f"{report.file_name} was read with other files: {built_with}"
            yield Finding("built-otherwise", report.iri, message)
