"""Writes a graph in other forms. The same reports give the same bytes, wherever they were built.

Every form holds the evidence, none the whole texts.
"""

from graph_build.export.forms import FORMS, UnknownFormatError, export_graph

__all__ = ["FORMS", "UnknownFormatError", "export_graph"]
