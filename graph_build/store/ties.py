"""Reads back how claims and reports hang together, for counting origins.

The comparisons of the derived graph and the identities must be there already.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from graph_build.model.support import Ties, Told
from graph_build.store.graph_store import GraphStore
from graph_build.store.stated_facts import tellings
from ontology.terms import BASE, Classes, Properties

_DERIVED: Final = f"{BASE}graph/derived-0-1"
_IDENTITY: Final = f"{BASE}graph/identity-0-1"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_FEW: Final = 24  # reports in one mutation that are tied pair by pair

_COMPARED: Final = f"""
SELECT ?one ?other WHERE {{
  GRAPH <{_DERIVED}> {{
    ?comparison <{Properties.verdict}> VERDICT ; COMPARES ?one , ?other
  }}
  FILTER(STR(?one) < STR(?other))
}}
"""
_MUTATIONS: Final = f"""
SELECT ?mutation ?report WHERE {{
  GRAPH <{_DERIVED}> {{
    ?mutation <{Properties.mutatedIn}> ?in ; <{Properties.comparesClaim}> ?claim
  }}
  GRAPH ?g {{ ?claim <{Properties.reportedIn}> ?report }}
}} ORDER BY ?mutation ?report
"""
_PARTS: Final = f"""
SELECT ?pool ?part ?label ?least ?most WHERE {{ GRAPH ?g {{
  ?pool <{Properties.hasSubgroup}> ?part .
  ?part <{_LABEL}> ?label ; <{Properties.minSize}> ?least ; <{Properties.maxSize}> ?most
}} }} ORDER BY ?pool ?part
"""
_RESTS: Final = f"""
SELECT ?claim ?pool WHERE {{ GRAPH ?g {{
  ?pool a <{Classes.UnnamedSource}> .
  ?claim <{Properties.speaker}>|<{Properties.restsOn}> ?pool
}} }} ORDER BY ?claim ?pool
"""
_MOST: Final = f"SELECT ?x ?most WHERE {{ GRAPH ?g {{ ?x <{Properties.maxSize}> ?most }} }}"
_SAME: Final = f"""
SELECT ?one ?other WHERE {{ GRAPH <{_IDENTITY}> {{ ?one <{Properties.representedBy}> ?other }} }}
"""
_WORDS: Final = f"""
SELECT ?claim ?words ?offsets WHERE {{
  GRAPH <{_DERIVED}> {{
    ?comparison <{Properties.verdict}> "same-utterance" ; <{Properties.comparesClaim}> ?claim
  }}
  GRAPH ?g {{ ?claim <{Properties.words}> ?words ; <{Properties.contentOffsets}> ?offsets }}
}}
"""


def ties(store: GraphStore) -> Ties:
    """What comparing and identity have shown of the claims and reports of the graph."""
    return Ties(
        same_words=_pairs(store, "same-utterance", Properties.comparesClaim),
        copies=_pairs(store, "not-independent", Properties.comparesReport),
        retold=_retold(store),
        pools=_pools(store),
        most={source: int(most) for source, most in _rows(store, _MOST)},
        representative=dict(sorted(_rows(store, _SAME))),
    )


def quoted_claims(store: GraphStore) -> dict[str, Told]:
    """The claims that give an utterance which another report gives too."""
    told = tellings(store)
    return {
        claim: Told(told[claim], words, int(offsets.partition("-")[0]))
        for claim, words, offsets in sorted(_rows(store, _WORDS))
        if claim in told
    }


def _pairs(store: GraphStore, verdict: str, compares: str) -> frozenset[tuple[str, str]]:
    query = _COMPARED.replace("VERDICT", f'"{verdict}"').replace("COMPARES", f"<{compares}>")
    return frozenset((one, other) for one, other in _rows(store, query))


def _retold(store: GraphStore) -> frozenset[tuple[str, str]]:
    """The pairs of reports that a mutation sets beside each other, or that share a quotation."""
    reports: dict[str, set[str]] = defaultdict(set)
    for mutation, report in _rows(store, _MUTATIONS):
        reports[mutation].add(report)
    found: set[tuple[str, str]] = set()
    for held in reports.values():
        found.update(combinations(sorted(held)[:_FEW], 2))
    return frozenset(found)


def _pools(store: GraphStore) -> dict[str, str]:
    """For each claim the make-up of the pool it rests on, where that has two counted parts."""
    parts: dict[str, list[str]] = defaultdict(list)
    for pool, _, label, least, most in _rows(store, _PARTS):
        if least == most:
            parts[pool].append(f"{least} {label}")
    counted = {pool: ", ".join(held) for pool, held in parts.items() if len(held) > 1}
    return _first((claim, counted[pool]) for claim, pool in _rows(store, _RESTS) if pool in counted)


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def _rows(store: GraphStore, query: str) -> Iterator[list[str]]:
    for row in store.select(query).rows:
        yield [term.value if term is not None else "" for term in row]
