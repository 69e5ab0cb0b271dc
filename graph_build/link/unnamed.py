"""Unnamed people as sources: from the description in the text to one node of this report."""

from collections.abc import Sequence

from graph_build.model.annotation import SourceDescription, SourceGroup
from graph_build.model.entity import Entity, EntityLink, SourceGroupSize, UnnamedSource
from graph_build.model.text import ReadingText, Span

_DETERMINERS = {"a", "an", "the", "one", "these", "those", "such"}
_RANKS = ("senior", "top", "high-ranking", "former", "junior", "ranking", "western")


def unnamed_source(
    description: SourceDescription, links: Sequence[EntityLink], reading: ReadingText
) -> UnnamedSource:
    """The node for a description; its parts become groups, and their least numbers add up."""
    groups = tuple(_group(part, links, reading) for part in description.parts)
    head = description.head
    if groups:
        minimum: int | None = sum(g.minimum or 1 for g in groups)
        maximum = None if description.open_ended else _total(groups)
    else:
        minimum, maximum = head.minimum, head.maximum
    return UnnamedSource(
        label=_pool_label(groups) if groups else _label(description, reading),
        anchor=description.span,
        wordings=(description.span,),
        minimum=minimum,
        maximum=maximum,
        groups=groups,
        affiliation=None if groups else _affiliation(head, links),
        rank=next((r for r in _RANKS if r in head.qualifier.lower().split()), None),
        reason=description.reason,
    )


def _total(groups: Sequence[SourceGroupSize]) -> int | None:
    sizes = [g.maximum for g in groups]
    return None if None in sizes else sum(s for s in sizes if s is not None)


def _group(part: SourceGroup, links: Sequence[EntityLink], reading: ReadingText) -> SourceGroupSize:
    affiliation = _affiliation(part, links)
    label = part.qualifier
    if _is_coalition(affiliation) or "coalition" in label.lower():
        label = "coalition"
    elif len(label.split()) > 3 and affiliation is not None:
        label = affiliation.name
    return SourceGroupSize(label or part.noun, part.minimum, part.maximum, affiliation)


def _is_coalition(entity: Entity | None) -> bool:
    return entity is not None and entity.kind == "Coalition"


def _affiliation(group: SourceGroup, links: Sequence[EntityLink]) -> Entity | None:
    """What the words of the group name, coalitions first ("of nations in the US-led coalition")."""
    inside = [link.entity for link in links if group.span.contains(link.mention.span)]
    inside = [e for e in inside if e.kind not in {"Person", "Official"}]
    coalitions = [e for e in inside if e.kind == "Coalition"]
    distinct = list(dict.fromkeys(coalitions or inside))
    return distinct[0] if len(distinct) == 1 else None


def _pool_label(groups: Sequence[SourceGroupSize]) -> str:
    parts = ", ".join(f"{_size(g)} {g.label}".strip() for g in groups)
    return f"unnamed officials ({parts})"


def _size(group: SourceGroupSize) -> str:
    if group.minimum == group.maximum and group.minimum is not None:
        return str(group.minimum)
    return "several" if group.minimum is None else f"at least {group.minimum}"


def _label(description: SourceDescription, reading: ReadingText) -> str:
    words = reading.surface(description.head.span).split()
    while words and words[0].lower() in _DETERMINERS:
        words = words[1:]
    text = " ".join(words) or description.head.noun
    if text.split()[0].istitle() and not description.head.qualifier.startswith(text.split()[0]):
        text = text[0].lower() + text[1:]
    return f"{text} (unnamed)"


def is_bare(description: SourceDescription) -> bool:
    """Whether the words say nothing of who the sources are: "sources", "multiple sources"."""
    return not description.head.qualifier and not description.parts


def best_description(
    descriptions: Sequence[SourceDescription], spans: Sequence[Span]
) -> SourceDescription | None:
    """The description that shares most characters with the spans, if any does."""
    best, most = None, 0
    for description in descriptions:
        shared = sum(
            min(s.end, description.span.end) - max(s.start, description.span.start)
            for s in spans
            if s.overlaps(description.span)
        )
        if shared > most:
            best, most = description, shared
    return best
