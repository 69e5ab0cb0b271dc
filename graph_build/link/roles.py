"""People meant by what they are: "the minister" for the person whom the report calls one."""

from collections.abc import Sequence

from graph_build.model.entity import PEOPLE, Entity, EntityLink
from graph_build.model.text import ReadingText, Span

_BEFORE = 60
_AFTER = 80
_DETERMINERS = {"the", "this", "that"}


def holder_of_role(
    surface: str, at: int, links: Sequence[EntityLink], reading: ReadingText
) -> Entity | None:
    """The person named nearest before whose name stands beside this role noun in the report.

    A role before any name ("Minister: ..." in a headline) is that of the only person of the report
    who bears it. None where nobody or, in that case, several do.
    """
    words = surface.lower().split()
    if words and words[0] in _DETERMINERS:
        words = words[1:]
    if not words:
        return None
    role = " ".join(words)
    bearers = [
        k for k in links if k.entity.kind in PEOPLE and _bears(k.mention.span, role, reading)
    ]
    before = [k.entity for k in bearers if k.mention.span.end <= at]
    if before:
        return before[-1]
    distinct = list(dict.fromkeys(k.entity for k in bearers))
    return distinct[0] if len(distinct) == 1 else None


def _bears(name: Span, role: str, reading: ReadingText) -> bool:
    """Whether the role stands directly around a name: before it, or after it behind a comma."""
    start, end = reading.from_raw(name.start), reading.from_raw(name.end)
    before = reading.content[max(0, start - _BEFORE) : start].lower()
    before = before.rsplit(".", 1)[-1].rsplit("\n", 1)[-1]
    if f" {before.strip(' ,')} ".endswith(f" {role} ") or f" {role} " in f" {before.strip()} ":
        return True
    after = reading.content[end : end + _AFTER].lower()
    return after.startswith(", ") and role in after[2:].split(",", 1)[0].split(".", 1)[0]
