"""Results as quads: IRIs are minted here, the layout of a report's graph is written here.

Knows neither a store nor a serialiser of one.
"""

from graph_build.rdf.comparison_quads import comparison_quads
from graph_build.rdf.disagreement_quads import disagreement_quads
from graph_build.rdf.gazetteer import gazetteer_quads
from graph_build.rdf.report_quads import Containers, report_graph_to_quads

__all__ = [
    "Containers",
    "comparison_quads",
    "disagreement_quads",
    "gazetteer_quads",
    "report_graph_to_quads",
]
