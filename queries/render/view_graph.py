"""From claim rows to a small graph that can be drawn: who said what about whom, told by whom.

The graph reads from left to right like a sentence: a report cites a medium, the medium relays a
speaker, the speaker said some words, the words are about a thing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from queries.render.claim_rows import ClaimRow, is_unnamed, read_rows
from queries.render.placing import Box, Track, order_tracks, place_tracks
from queries.render.tracing import EdgeKind, NodeKind, Step, Trace, find_centre, trace_row
from queries.render.wording import label_of

DEFAULT_LIMIT = 150
HARD_LIMIT = 500
SMALLEST_LIMIT = 10
CARD_WIDTH = 320.0
"""Width of the card that holds the words, in the units of the picture."""

_COLUMN = {
    NodeKind.REPORT: 0.0,
    NodeKind.MEDIUM: 1.0,
    NodeKind.SPEAKER: 2.0,
    NodeKind.UNNAMED: 2.0,
    NodeKind.STATEMENT: 3.0,
    NodeKind.THING: 4.0,
    NodeKind.ENTITY: 5.0,
}
_WIDTH = {
    NodeKind.REPORT: 168.0,
    NodeKind.MEDIUM: 116.0,
    NodeKind.STATEMENT: CARD_WIDTH,
    NodeKind.THING: 116.0,
    NodeKind.ENTITY: 100.0,
}
_LINE = 19.0
_MARK = 16.0


@dataclass(frozen=True, slots=True)
class Node:
    """One node with its place in the picture."""

    id: str
    kind: NodeKind
    name: str
    label: str
    """The name cut to a few short lines."""
    statements: int
    """How many of the statements given run through the node, drawn or not."""
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow with the statements that it rests on."""

    id: str
    source: str
    target: str
    kind: EdgeKind
    label: str
    statements: tuple[str, ...]
    """Ids of the statement nodes that are the evidence of the arrow."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with the nodes and arrows of its way from the report to what it is about."""

    id: str
    row: ClaimRow
    nodes: tuple[str, ...]
    edges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ViewGraph:
    """What is drawn, and how much there was to draw."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    statements: tuple[Statement, ...]
    """In the order in which the picture shows them, top to bottom."""
    centre: str | None
    """Name of the thing asked about, where the rows tell it."""
    total_statements: int
    total_nodes: int

    @property
    def message(self) -> str:
        """One honest sentence on how much of the answer is drawn."""
        shown, total = len(self.statements), self.total_statements
        if shown == total:
            few = {0: "No statement was found.", 1: "One statement is shown."}
            return few.get(total, f"All {total} statements are shown.")
        return (
            f"Showing {shown:,} of {total:,} statements "
            f"({len(self.nodes):,} of {self.total_nodes:,} nodes); sources ranked by number of "
            "statements, one statement of each source in turn."
        )


def build_view(
    rows: Iterable[Mapping[str, object]], *, title: str = "", limit: int = DEFAULT_LIMIT
) -> ViewGraph:
    """A graph of at most `limit` nodes of the claim rows, with a place for every node.

    Args:
        rows: rows of a question command.
        title: what was asked about, or a sentence that names it; tells it from the other things
            that the rows are about.
        limit: how many nodes may be drawn, brought into 10..500.
    """
    read = read_rows(rows)
    centre = find_centre(read, title)
    traces = [trace_row(row, centre) for row in read]
    weights = Counter(node for trace in traces for node in trace.names)
    chosen = _choose(traces, min(max(limit, SMALLEST_LIMIT), HARD_LIMIT))
    by_id = {trace.id: trace for trace in chosen}
    ordered = [by_id[track.statement] for track in order_tracks([_track(t) for t in chosen])]
    return ViewGraph(
        nodes=_nodes(ordered, weights),
        edges=_edges(ordered),
        statements=tuple(
            Statement(
                id=trace.id,
                row=trace.row,
                nodes=tuple(trace.names),
                edges=tuple(step.id for step in trace.steps),
            )
            for trace in ordered
        ),
        centre=centre,
        total_statements=len(traces),
        total_nodes=len(weights),
    )


def _choose(traces: Sequence[Trace], limit: int) -> list[Trace]:
    """Statements whose nodes fit into the limit, one of each source in turn, big sources first."""
    by_teller: dict[str, list[Trace]] = defaultdict(list)
    for trace in traces:
        by_teller[trace.teller].append(trace)
    ranked = sorted(by_teller, key=lambda teller: (-len(by_teller[teller]), teller))
    turns = [
        (turn, rank, trace)
        for rank, teller in enumerate(ranked)
        for turn, trace in enumerate(by_teller[teller])
    ]
    turns.sort(key=lambda entry: entry[:2])
    chosen: list[Trace] = []
    drawn: set[str] = set()
    for _, _, trace in turns:
        wider = drawn | set(trace.names)
        if chosen and len(wider) > limit:
            break
        chosen.append(trace)
        drawn = wider
    return chosen


def _track(trace: Trace) -> Track:
    sources = (trace.report, *trace.media, trace.teller, *trace.basis)
    return Track(
        statement=trace.id,
        group=trace.teller,
        sources=tuple(dict.fromkeys(sources)),
        ends=trace.things if trace.entity is None else (*trace.things, trace.entity),
        rank=(trace.row.file, trace.row.spans[0][0] if trace.row.spans else 0),
    )


def _nodes(ordered: Sequence[Trace], weights: Mapping[str, int]) -> tuple[Node, ...]:
    kinds = _kinds(ordered)
    names = {node: name for trace in ordered for node, name in trace.names.items()}
    labels = {node: label_of(kind, names[node]) for node, kind in kinds.items()}
    for trace in ordered:
        row = trace.row
        labels[trace.id] = label_of(
            NodeKind.STATEMENT, row.words, mode=row.mode, polarity=row.polarity
        )
    places = place_tracks([_track(trace) for trace in ordered], _boxes(ordered, kinds, labels))
    order = list(NodeKind)
    nodes = [
        Node(node, kind, names[node], labels[node], weights[node], *places[node])
        for node, kind in kinds.items()
    ]
    return tuple(sorted(nodes, key=lambda node: (order.index(node.kind), node.y, node.id)))


def _kinds(ordered: Sequence[Trace]) -> dict[str, NodeKind]:
    """What every node stands for; who relays anywhere is a medium, unless left unnamed."""
    kinds: dict[str, NodeKind] = {}
    for trace in ordered:
        kinds[trace.report] = NodeKind.REPORT
        kinds[trace.id] = NodeKind.STATEMENT
        kinds |= dict.fromkeys(trace.things, NodeKind.THING)
        if trace.entity is not None:
            kinds[trace.entity] = NodeKind.ENTITY
        for node in (trace.teller, *trace.basis):
            kinds.setdefault(node, NodeKind.SPEAKER)
    for trace in ordered:
        kinds |= dict.fromkeys(trace.media, NodeKind.MEDIUM)
    names = {node: name for trace in ordered for node, name in trace.names.items()}
    parties = {NodeKind.SPEAKER, NodeKind.MEDIUM}
    return {
        node: NodeKind.UNNAMED if kind in parties and is_unnamed(names[node]) else kind
        for node, kind in kinds.items()
    }


def _boxes(
    ordered: Sequence[Trace], kinds: Mapping[str, NodeKind], labels: Mapping[str, str]
) -> dict[str, Box]:
    depth: dict[str, int] = {}
    for trace in ordered:
        for number, node in enumerate(trace.media):
            depth[node] = max(depth.get(node, 0), number)
    tellers = {trace.teller for trace in ordered}
    rests = {node: trace.teller for trace in ordered for node in trace.basis}
    boxes: dict[str, Box] = {}
    for node, kind in kinds.items():
        lines = labels[node].count("\n") + 1
        column = 1 + depth[node] / 10 if node in depth else _COLUMN[kind]
        half = lines * _LINE / 2 + 10
        boxes[node] = Box(
            column=column,
            width=_WIDTH.get(kind, 150.0),
            above=half if kind is NodeKind.STATEMENT else _MARK,
            below=half if kind is NodeKind.STATEMENT else _MARK + lines * _LINE,
            under=None if node in depth or node in tellers else rests.get(node),
        )
    return boxes


def _edges(ordered: Sequence[Trace]) -> tuple[Edge, ...]:
    steps: dict[str, Step] = {}
    evidence: dict[str, list[str]] = defaultdict(list)
    for trace in ordered:
        for step in trace.steps:
            steps[step.id] = step
            evidence[step.id].append(trace.id)
    return tuple(
        Edge(key, step.source, step.target, step.kind, step.label, tuple(evidence[key]))
        for key, step in steps.items()
    )
