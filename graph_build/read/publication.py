"""What the zones of a report say of its publication: outlet and date, never guessed."""

from collections.abc import Sequence

from graph_build.model.text import Publication, Zone, ZoneKind
from graph_build.read.datelines import outlet_of
from graph_build.read.dates import date_of, is_of_update

BASIS = "dateline"


def publication_in(content: str, zones: Sequence[Zone]) -> Publication:
    """The outlet and the date that stand in the datelines of a text; empty where none stands there.

    The first date that is not one of an update is taken. A place ("Baghdad, Iraq –") and an agency
    in brackets are no publisher: neither says who published this text.
    """
    lines = [z.span.cut(content) for z in zones if z.kind is ZoneKind.DATELINE]
    name = next((found for line in lines if (found := outlet_of(line))), None)
    day = next((d for line in lines if not is_of_update(line) and (d := date_of(line))), None)
    return Publication(name, day, BASIS) if name or day else Publication()
