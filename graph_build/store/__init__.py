"""The graph on disk: quads in an embedded Oxigraph, texts in files beside it.

The only package that knows pyoxigraph.
"""

from graph_build.store.dump import DumpFormat, dump_quads
from graph_build.store.graph_store import GraphStore, SelectResult, open_store
from graph_build.store.held import StoredReport
from graph_build.store.quoted_claims import quoted_claims

__all__ = [
    "DumpFormat",
    "GraphStore",
    "SelectResult",
    "StoredReport",
    "dump_quads",
    "open_store",
    "quoted_claims",
]
