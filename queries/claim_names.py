"""Claims by what people call them: an IRI, an id or the beginning of an id."""

from __future__ import annotations

from queries.errors import BadValueError, UnknownClaimError
from queries.lookup import is_iri, look_up, text_of
from queries.sparql_source import SparqlSource
from queries.term_text import iri_text, literal_text

_SHORTEST_ID = 4


def find_claim(source: SparqlSource, name: str) -> str:
    """The IRI of the claim called so.

    Raises:
        UnknownClaimError: no claim is called so.
        BadValueError: the beginning is too short, or fits several claims.
    """
    if is_iri(name):
        known = look_up(source, "known", {"entity": [iri_text(name)]})
        if not any(row["entity"] for row in known):
            raise _unknown(name)
        return name
    if len(name) < _SHORTEST_ID:
        message = f'"{name}" is too short; give at least {_SHORTEST_ID} characters of the id.'
        raise BadValueError(message)
    rows = look_up(source, "claim-ids", {"key": [literal_text(name.casefold())]})
    found = [text_of(row, "claim") for row in rows]
    if not found:
        raise _unknown(name)
    if len(found) > 1:
        message = f'"{name}" fits several claims; give more of the id.'
        raise BadValueError(message)
    return found[0]


def _unknown(name: str) -> UnknownClaimError:
    message = (
        f'The graph holds no claim "{name}". The column "claim" of an answer holds the ids: '
        "onrecord query report-claims --format json"
    )
    return UnknownClaimError(message, name=name)
