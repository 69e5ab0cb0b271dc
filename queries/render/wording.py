"""The short words that stand in the picture: wrapped labels and their size."""

import textwrap

from queries.render.tracing import NodeKind

_WIDTH = {
    NodeKind.REPORT: 21,
    NodeKind.MEDIUM: 15,
    NodeKind.STATEMENT: 33,
    NodeKind.THING: 15,
    NodeKind.ENTITY: 13,
}
_LINES = {NodeKind.REPORT: 4, NodeKind.UNNAMED: 4}
_DIRECT = frozenset({"direct", "mixed"})


NEGATIVE = "⊖"


def label_of(kind: NodeKind, name: str, *, mode: str = "", polarity: str = "") -> str:
    """The name cut to a few short lines; words spoken directly stand in quotation marks."""
    text = f"“{name}”" if kind is NodeKind.STATEMENT and mode in _DIRECT else name
    if polarity == "negative":
        text = f"{NEGATIVE} {text}"
    width, most = _WIDTH.get(kind, 19), _LINES.get(kind, 3)
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _wrap(part, width, hyphens=kind is NodeKind.REPORT)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: width - 1].rstrip(" ,.;:") + "…"]
    return "\n".join(lines) or "(no name)"


def _wrap(text: str, width: int, *, hyphens: bool) -> list[str]:
    """Lines of at most `width` characters; a text that fits is never broken at its hyphens."""
    if len(text) <= width:
        return [text] if text.strip() else []
    return textwrap.wrap(text, width, break_on_hyphens=hyphens)
