"""The graph on disk: quads in an embedded Oxigraph, texts in files beside it.

The only package that knows pyoxigraph.
"""

from graph_build.store.compared_reports import compared_reports
from graph_build.store.dump import DumpFormat, dump_quads
from graph_build.store.graph_store import GraphStore, SelectResult, open_store
from graph_build.store.held import StoredReport
from graph_build.store.stated_facts import stated_facts, surroundings

__all__ = [
    "DumpFormat",
    "GraphStore",
    "SelectResult",
    "StoredReport",
    "compared_reports",
    "dump_quads",
    "open_store",
    "stated_facts",
    "surroundings",
]
