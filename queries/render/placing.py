"""Places for the nodes: columns from left to right, statements one below the other.

Nothing is random: the order of the statements comes from repeated averaging over their sources,
which keeps arrows short and seldom crossing, and every other node stands at the mean height of
its statements, moved only as far as its neighbours need room.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

_ROUNDS = 12
_GAP = 16.0
_GROUP_GAP = 16.0
_COLUMN_GAP = 58.0
_INDENT = 50.0


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node needs around its place, in the units of the picture."""

    column: float
    width: float
    above: float
    below: float
    under: str | None = None
    """The node right below which, and somewhat to the right, this one stands."""


@dataclass(frozen=True, slots=True)
class Track:
    """One statement as the placing sees it."""

    statement: str
    group: str
    """Statements of one group stay together."""
    sources: tuple[str, ...]
    """Nodes left of the statement; they decide its height."""
    ends: tuple[str, ...]
    """Nodes right of the statement."""
    rank: tuple[str, int]
    """Order within the group, all else being equal."""


def order_tracks(tracks: Sequence[Track]) -> list[Track]:
    """The tracks from top to bottom, groups together, sources shared by neighbours."""
    members: dict[str, list[Track]] = {}
    for track in tracks:
        members.setdefault(track.group, []).append(track)
    groups = _first_order(members)
    for _ in range(_ROUNDS):
        at = {group: float(number) for number, group in enumerate(groups)}
        heights = _source_heights(members, at)
        pull = {group: _pull(members[group], heights) for group in groups}
        groups = sorted(groups, key=lambda group: (pull[group], at[group]))
    at = {group: float(number) for number, group in enumerate(groups)}
    heights = _source_heights(members, at)
    return [
        track
        for group in groups
        for track in sorted(
            members[group], key=lambda track: (_pull([track], heights), track.rank, track.statement)
        )
    ]


def place_tracks(
    ordered: Sequence[Track], boxes: Mapping[str, Box]
) -> dict[str, tuple[float, float]]:
    """A place (x, y) for every node with a box, rounded to 0.1 and centred on the origin."""
    heights = _statement_heights(ordered, boxes)
    wanted: dict[str, list[float]] = {}
    for track in ordered:
        for node in dict.fromkeys((*track.sources, *track.ends)):
            wanted.setdefault(node, []).append(heights[track.statement])
    columns: dict[float, list[str]] = {}
    for node in wanted:
        columns.setdefault(boxes[node].column, []).append(node)
    for nodes in columns.values():
        heights |= _spread(
            {node: fmean(wanted[boxes[node].under or node]) for node in nodes}, boxes
        )
    across = _column_places(boxes)
    return {
        node: (
            round(across[box.column] + (_INDENT if box.under else 0.0), 1),
            round(heights[node], 1) + 0.0,
        )
        for node, box in boxes.items()
    }


def _first_order(members: Mapping[str, Sequence[Track]]) -> list[str]:
    """Groups by the part of the graph they hang in, largest part and largest group first."""
    import networkx as nx

    graph = nx.Graph()
    for group, tracks in members.items():
        graph.add_node(("group", group))
        graph.add_edges_from(
            (("group", group), ("source", source)) for track in tracks for source in track.sources
        )
    parts = [
        sorted(
            (name for sort, name in part if sort == "group"),
            key=lambda group: (-len(members[group]), min(track.rank for track in members[group])),
        )
        for part in nx.connected_components(graph)
    ]
    parts.sort(key=lambda part: (-sum(len(members[group]) for group in part), part))
    return [group for part in parts for group in part]


def _source_heights(
    members: Mapping[str, Sequence[Track]], at: Mapping[str, float]
) -> dict[str, float]:
    """The mean place of the statements of every source."""
    found: dict[str, list[float]] = {}
    for group, tracks in members.items():
        for track in tracks:
            for source in track.sources:
                found.setdefault(source, []).append(at[group])
    return {source: fmean(places) for source, places in found.items()}


def _pull(tracks: Sequence[Track], heights: Mapping[str, float]) -> float:
    """Where the sources of the tracks would have them."""
    return fmean(heights[source] for track in tracks for source in track.sources)


def _statement_heights(ordered: Sequence[Track], boxes: Mapping[str, Box]) -> dict[str, float]:
    heights: dict[str, float] = {}
    y, group = 0.0, None
    for track in ordered:
        box = boxes[track.statement]
        y += _GROUP_GAP if group not in {None, track.group} else 0.0
        heights[track.statement] = y + box.above
        y += box.above + box.below + _GAP
        group = track.group
    middle = (y - _GAP) / 2
    return {statement: height - middle for statement, height in heights.items()}


def _spread(wanted: Mapping[str, float], boxes: Mapping[str, Box]) -> dict[str, float]:
    """Heights as near to the wanted ones as the room that each node needs allows."""
    order = sorted(
        wanted, key=lambda node: (wanted[node], boxes[node].under or node, boxes[node].under or "")
    )
    offsets: list[float] = []
    for number, node in enumerate(order):
        before = order[number - 1] if number else None
        room = boxes[before].below + boxes[node].above + _GAP if before else 0.0
        offsets.append((offsets[-1] if offsets else 0.0) + room)
    # Neighbours that want to stand closer than they may form one block at their mean.
    blocks: list[tuple[float, int]] = []
    for node, offset in zip(order, offsets, strict=True):
        mean, count = wanted[node] - offset, 1
        while blocks and blocks[-1][0] > mean:
            earlier, size = blocks.pop()
            mean = (earlier * size + mean * count) / (size + count)
            count += size
        blocks.append((mean, count))
    bases = [mean for mean, count in blocks for _ in range(count)]
    return {node: base + offset for node, base, offset in zip(order, bases, offsets, strict=True)}


def _column_places(boxes: Mapping[str, Box]) -> dict[float, float]:
    """The middle of every column that is used, centred on the origin."""
    widths: dict[float, float] = {}
    for box in boxes.values():
        widths[box.column] = max(widths.get(box.column, 0.0), box.width)
    x, across = 0.0, {}
    for column in sorted(widths):
        across[column] = x + widths[column] / 2
        x += widths[column] + _COLUMN_GAP
    middle = (x - _COLUMN_GAP) / 2
    return {column: place - middle for column, place in across.items()}
