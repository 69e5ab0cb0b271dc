"""Quads gathered by the thing that they describe."""

from collections.abc import Iterable

from graph_build.model.quad import Quad


def by_subject(quads: Iterable[Quad]) -> dict[str, dict[str, str]]:
    """One value of each property of each thing; of several the least."""
    things: dict[str, dict[str, str]] = {}
    for quad in quads:
        thing, value = things.setdefault(quad.subject, {}), quad.object.value
        if thing.setdefault(quad.predicate, value) > value:
            thing[quad.predicate] = value
    return things
