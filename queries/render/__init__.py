"""Pages and pictures of answers: one HTML file each, which needs no network and no server."""

from queries.render.assets import policy_of
from queries.render.entity_view import render_entity_view, to_pyvis
from queries.render.table_view import render_table_view
from queries.render.view_graph import ViewGraph, build_view

__all__ = [
    "ViewGraph",
    "build_view",
    "policy_of",
    "render_entity_view",
    "render_table_view",
    "to_pyvis",
]
