"""A graph as nodes and edges, for tools that draw or measure networks."""

from typing import Any, BinaryIO, Final

from graph_build.export.things import by_subject
from graph_build.model.quad import RDF_TYPE, RDFS_LABEL, Iri
from graph_build.store import GraphStore
from ontology.terms import ONR, Properties

_EDGES: Final = frozenset(
    {
        Properties.reportedIn,
        Properties.hasSource,
        Properties.relays,
        Properties.statesProposition,
        Properties.about,
        Properties.via,
        Properties.restsOn,
        Properties.publishedBy,
        Properties.citesMedium,
        Properties.hasSubgroup,
        Properties.affiliatedWith,
        Properties.directlyLocatedIn,
        Properties.comparesClaim,
    }
)
_NODE_LABELS: Final = (
    RDFS_LABEL,
    Properties.words,
    Properties.fileName,
    Properties.wording,
    Properties.comparisonKind,
)


def write_graphml(store: GraphStore, out: BinaryIO) -> None:
    """Writes reports, claims, parties, places and what ties them, as GraphML."""
    import networkx as nx

    network: Any = nx.MultiDiGraph()
    quads = list(store.quads())
    edges = sorted(
        (quad.subject, quad.object.value, quad.predicate.removeprefix(ONR))
        for quad in quads
        if quad.predicate in _EDGES and isinstance(quad.object, Iri)
    )
    ends = {end for edge in edges for end in edge[:2]}
    things = by_subject(quad for quad in quads if quad.subject in ends)
    for iri in sorted(ends):
        values = things.get(iri, {})
        label = next((values[field] for field in _NODE_LABELS if field in values), iri)
        kind = values.get(RDF_TYPE, "").removeprefix(ONR)
        network.add_node(iri, kind=kind, label=_xml_text(label))
    for start, end, kind in edges:
        network.add_edge(start, end, key=kind, kind=kind)
    lines = nx.generate_graphml(network, named_key_ids=True)
    out.writelines(f"{line}\n".encode() for line in lines)


def _xml_text(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return "".join(
        c if c in "\t\n\r" or (ord(c) >= 32 and c not in "\ufffe\uffff") else "\ufffd" for c in text
    )
