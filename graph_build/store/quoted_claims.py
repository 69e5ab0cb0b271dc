"""Reads back, from the claims alone, what stands between quotation marks in each of them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from graph_build.model.comparison import QuotedClaim
from graph_build.store.graph_store import GraphStore
from ontology.terms import Properties

_QUERY: Final = f"""
SELECT ?claim ?report ?mode ?exact WHERE {{ GRAPH ?g {{
  VALUES ?mode {{ "direct" "mixed" }}
  ?claim <{Properties.modeLabel}> ?mode ;
    <{Properties.reportedIn}> ?report ;
    <{Properties.evidence}> ?span .
  ?span <{Properties.start}> ?start ;
    <{Properties.exact}> ?exact .
}} }} ORDER BY ?claim ?start
"""
_STRETCH: Final = re.compile(r"“([^”“]+)”?|«([^»«]+)»?|\"([^\"]+)\"?")


def quoted_claims(store: GraphStore) -> tuple[QuotedClaim, ...]:
    """Every claim in direct or mixed speech with its quoted words, sorted by IRI.

    Of mixed speech only what stands between double quotation marks counts; where a mark stands
    outside the claim's own words, the stretch runs to the edge of these.
    """
    quoted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in store.select(_QUERY).rows:
        claim, report, mode, exact = (term.value if term else "" for term in row)
        stretches = [exact] if mode == "direct" else list(stretches_in(exact))
        quoted[claim, report].extend(stretches)
    return tuple(
        QuotedClaim(claim, report, tuple(stretches))
        for (claim, report), stretches in quoted.items()
        if stretches
    )


def stretches_in(words: str) -> Iterator[str]:
    """The words between double quotation marks, in text order.

    >>> list(stretches_in('still needs “a final go-ahead” and, he said, "soon'))
    ['a final go-ahead', 'soon']
    """
    for match in _STRETCH.finditer(words):
        yield next(group for group in match.groups() if group is not None)
