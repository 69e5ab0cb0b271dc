"""What the zones of a report say of its publication: outlet and date, never guessed."""

from collections.abc import Sequence

from graph_build.model.text import Publication, Span, Zone, ZoneKind
from graph_build.read.datelines import outlet_of
from graph_build.read.dates import date_of, is_of_update

BASIS = "dateline"


def publication_in(content: str, zones: Sequence[Zone]) -> Publication:
    """The outlet and the date that stand in the datelines of a text; empty where none stands there.

    The first date that is not one of an update is taken. A place ("Baghdad, Iraq –") and an agency
    in brackets are no publisher: neither says who published this text.
    """
    lines = [(z.span, z.span.cut(content)) for z in zones if z.kind is ZoneKind.DATELINE]
    name, where = next(((n, s) for s, line in lines if (n := outlet_of(line))), (None, None))
    day, when = next(
        ((d, s) for s, line in lines if not is_of_update(line) and (d := date_of(line))),
        (None, None),
    )
    if name is None and day is None:
        return Publication()
    named = _find(content, name, where) if name is not None and where is not None else None
    return Publication(name, day, BASIS, publisher_span=named, published_span=when)


def _find(content: str, name: str, zone: Span) -> Span:
    """Where the name stands in its dateline."""
    at = content.find(name, zone.start, zone.end)
    return Span(at, at + len(name)) if at >= 0 else zone
