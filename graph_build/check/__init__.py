"""Checks a whole graph: evidence against the texts, layout, shapes, and the reasoner."""

from graph_build.check.findings import CheckReport, Finding
from graph_build.check.graph import check_graph

__all__ = ["CheckReport", "Finding", "check_graph"]
