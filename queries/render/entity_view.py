"""The interactive picture of claim rows, as a pyvis network or as one HTML page.

The page is drawn by pyvis with our own template: pyvis's asks other servers for style sheets,
runs what stands in a title, and has no legend, no search and no table. See `templates/`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2
from typing import TYPE_CHECKING

from queries.render.assets import (
    content_policy,
    drawing_script,
    drawing_style,
    own_script,
    own_style,
    page_environment,
)
from queries.render.claim_rows import ClaimRow, clean_text
from queries.render.tracing import EdgeKind, NodeKind
from queries.render.view_graph import CARD_WIDTH, DEFAULT_LIMIT, Node, ViewGraph, build_view

if TYPE_CHECKING:
    from pyvis.network import Network

# Okabe-Ito: told apart by people who do not see all colours; every kind has a shape of its own.
_LOOK = {
    NodeKind.REPORT: ("square", "#56B4E9"),
    NodeKind.MEDIUM: ("diamond", "#009E73"),
    NodeKind.SPEAKER: ("dot", "#0072B2"),
    NodeKind.UNNAMED: ("triangle", "#CC79A7"),
    NodeKind.STATEMENT: ("box", "#F4F4F0"),
    NodeKind.THING: ("triangleDown", "#E69F00"),
    NodeKind.ENTITY: ("hexagon", "#D55E00"),
}
_KIND_NAMES = {
    NodeKind.REPORT: ("Report", "Reports"),
    NodeKind.MEDIUM: ("Relayed by", "Relayed by"),
    NodeKind.SPEAKER: ("Named source", "Named sources"),
    NodeKind.UNNAMED: ("Unnamed source", "Unnamed sources"),
    NodeKind.STATEMENT: ("Statement", "Statements"),
    NodeKind.THING: ("About", "About"),
    NodeKind.ENTITY: ("Asked about", "Asked about"),
}
"""Each kind as one and as many."""
_SCRIPTS = (
    "elements.js",
    "files.js",
    "sorting.js",
    "answer.js",
    "cards.js",
    "picture.js",
    "panel.js",
    "saving.js",
    "entity.js",
)
# A word joiner: pyvis shows every title of a network as HTML when one of them holds "href".
_UNARMED = "h\u2060ref"


def render_entity_view(
    rows: Sequence[Mapping[str, object]],
    *,
    title: str,
    question: str = "",
    limit: int = DEFAULT_LIMIT,
) -> str:
    """A complete HTML page: picture, evidence, filters, table and downloads of the claim rows.

    The page needs no network, runs no code but its own, and is the same bytes for equal input.

    Args:
        rows: rows of a question command.
        title: what was asked about.
        question: the question as the reader put it, for the heading.
        limit: how many nodes may be drawn, brought into 10..500.
    """
    view = build_view(rows, title=title, limit=limit)
    network = to_pyvis(view)
    environment = page_environment()
    scripts = (drawing_script(), own_script(*_SCRIPTS))
    styles = (drawing_style(), own_style("page.css", "entity.css"))
    environment.globals["page"] = {
        "title": clean_text(title) or "On Record",
        "heading": clean_text(question or title) or "On Record",
        "summary": _summary(view),
        "message": view.message,
        "capped": len(view.statements) < view.total_statements,
        "policy": content_policy(scripts=scripts, styles=styles),
        "scripts": scripts,
        "styles": styles,
        "kinds": _kinds(view),
        "statements": [_table_row(statement.id, statement.row) for statement in view.statements],
        "answer": _answer(view, title, question),
    }
    network.templateEnv = environment
    network.path = "entity.html.j2"
    return str(network.generate_html())


def to_pyvis(view: ViewGraph) -> "Network":
    """The view as a plain pyvis network with fixed places, for notebooks and further styling.

    Titles are plain text. Never pass `select_menu`, `filter_menu` or `heading` to pyvis with text
    of reports: its own template does not escape them.
    """
    from pyvis.network import Network

    network = Network(height="720px", directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    network.set_edge_smooth("cubicBezier")
    kinds = {node.id: node.kind for node in view.nodes}
    inherited = {statement.id for statement in view.statements if statement.row.inherited}
    for node in view.nodes:
        shape, color = _LOOK[node.kind]
        network.add_node(
            node.id,
            label=node.label,
            shape=shape,
            color=color,
            title=node.name.replace("href", _UNARMED),
            kind=str(node.kind),
            **({} if node.kind is NodeKind.STATEMENT else {"name": node.name}),
            statements=node.statements,
            size=_size(node),
            x=node.x,
            y=node.y,
        )
    for edge in view.edges:
        carried = edge.kind is EdgeKind.CARRIED or (
            kinds[edge.target] is NodeKind.STATEMENT and edge.target in inherited
        )
        network.add_edge(
            edge.source,
            edge.target,
            id=edge.id,
            kind=str(edge.kind),
            title=edge.label.replace("href", _UNARMED),
            relation=edge.label,
            width=round(1 + log2(len(edge.statements)) / 2, 1),
            dashes=carried or edge.kind is EdgeKind.TIED,
            statements=list(edge.statements),
        )
    return network


def _size(node: Node) -> float:
    """Half the width of the mark in picture units, growing slowly with the statements."""
    base = 22.0 if node.kind is NodeKind.ENTITY else 11.0
    return round(min(base + 2 * log2(max(node.statements, 1)), 20.0), 1)


def _summary(view: ViewGraph) -> str:
    """How many statements, sources and reports the picture holds, as one line."""
    kinds = Counter(node.kind for node in view.nodes)
    sources = kinds[NodeKind.SPEAKER] + kinds[NodeKind.UNNAMED]
    return " · ".join(
        (
            _count(kinds[NodeKind.STATEMENT], "statement"),
            _count(sources, "source"),
            _count(kinds[NodeKind.REPORT], "report"),
        )
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _kinds(view: ViewGraph) -> list[dict[str, object]]:
    """The legend: every kind that occurs, with its name and number."""
    found = Counter(node.kind for node in view.nodes)
    return [
        {"kind": str(kind), "name": many, "count": found[kind]}
        for kind, (_, many) in _KIND_NAMES.items()
        if found[kind]
    ]


def _answer(view: ViewGraph, title: str, question: str) -> dict[str, object]:
    """What the page's script works on besides the nodes and edges."""
    return {
        "title": clean_text(title),
        "question": clean_text(question),
        "centre": view.centre,
        "total": view.total_statements,
        "card": CARD_WIDTH,
        "kinds": {str(kind): one for kind, (one, _) in _KIND_NAMES.items()},
        "statements": [
            {
                "id": statement.id,
                "nodes": list(statement.nodes),
                "edges": list(statement.edges),
                "row": statement.row.row,
                "media": list(statement.row.media),
                "basis": list(statement.row.basis),
            }
            for statement in view.statements
        ],
    }


def _table_row(key: str, row: ClaimRow) -> dict[str, object]:
    """One line of the table below the picture."""
    told = " > ".join(row.chain) or "the report itself"
    how = [word for word in (row.mode, row.certainty, row.polarity) if word]
    return {
        "id": key,
        "who": row.speaker or "the report itself",
        "chain": told,
        "carried": row.inherited,
        "words": row.words,
        "quoted": row.mode in {"direct", "mixed"},
        "how": ", ".join(how),
        "fit": row.fit,
        "when": row.said or row.published or "",
        "publisher": row.publisher or "",
        "file": row.file,
        "offsets": " ".join(f"{start}-{end}" for start, end in row.spans),
    }
