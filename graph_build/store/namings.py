"""Reads back how reports name things, and which things are held to be one or close to another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from graph_build.model.framing import Family, Naming
from graph_build.model.text import Span
from graph_build.store.graph_store import GraphStore
from ontology.terms import BASE, LEX, Classes, Properties

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_DERIVED: Final = f"{BASE}graph/derived-0-1"
_GAZETTEER: Final = f"{BASE}graph/gazetteer"
_MENTIONS: Final = f"""
SELECT ?report ?start ?end ?exact ?thing WHERE {{ GRAPH ?g {{
  ?mention a <{Classes.Mention}> ; <{Properties.denotes}> ?thing ; <{Properties.spanOf}> ?report ;
    <{Properties.start}> ?start ; <{Properties.end}> ?end ; <{Properties.exact}> ?exact
}} }}
"""
_LEFT_OUT: Final = f"""
SELECT ?thing WHERE {{ GRAPH ?g {{ ?thing a ?kind }}
  VALUES ?kind {{ <{Classes.UnnamedSource}> <{Classes.Post}> }} }}
"""
_SAME: Final = f"""
SELECT ?one ?other WHERE {{
  GRAPH <{BASE}graph/identity-0-1> {{ ?one <{Properties.representedBy}> ?other }}
}}
"""
_CLOSE: Final = f"""
SELECT ?one ?other WHERE {{ GRAPH <{_GAZETTEER}> {{ ?one <{_SKOS}closeMatch> ?other .
  FILTER(STRSTARTS(STR(?other), "{BASE}")) }} }}
"""
_PEOPLE: Final = f"""
SELECT ?thing ?word WHERE {{ GRAPH <{_GAZETTEER}> {{ ?thing <{Properties.demonym}> ?word }} }}
"""
_OWN: Final = f"""
SELECT ?thing ?word WHERE {{ GRAPH <{_GAZETTEER}> {{
  ?thing <{_LABEL}>|<{_SKOS}altLabel>|<{Properties.properName}> ?word }} }}
"""
_NAMES: Final = f"""
SELECT ?thing ?name WHERE {{ GRAPH ?g {{ ?thing <{_LABEL}> ?name }} }}
"""
_DESCRIBED: Final = f"""
SELECT ?thing WHERE {{ GRAPH <{_GAZETTEER}> {{ ?thing <{LEX}isDescription> true }} }}
"""
_COMMON: Final = f"""
SELECT ?thing WHERE {{ GRAPH ?g {{ ?thing a ?kind }}
  VALUES ?kind {{ <{Classes.Country}> <{Classes.NewsAgency}> <{Classes.NewsOrganization}> }} }}
"""
_TOLD: Final = f"""
SELECT DISTINCT ?one ?other WHERE {{
  {{
    GRAPH <{_DERIVED}> {{ ?told <{Properties.comparesReport}> ?one , ?other }}
  }}
  UNION
  {{
    VALUES ?verdict {{ "same-utterance" "not-independent" "only-here" "rendered-differently" }}
    GRAPH <{_DERIVED}> {{
      ?told <{Properties.verdict}> ?verdict ; <{Properties.comparesClaim}> ?claim , ?beside .
    }}
    GRAPH ?g {{ ?claim <{Properties.reportedIn}> ?one }}
    GRAPH ?h {{ ?beside <{Properties.reportedIn}> ?other }}
  }}
  FILTER(STR(?one) < STR(?other))
}}
"""


def namings(store: GraphStore) -> tuple[Naming, ...]:
    """Every name in the reports, without posts, words for a people, and names within names."""
    left_out = {thing for (thing,) in _rows(store, _LEFT_OUT)}
    own = {(thing, word.casefold()) for thing, word in _rows(store, _OWN)}
    people = {(thing, word.casefold()) for thing, word in _rows(store, _PEOPLE)} - own
    found: dict[str, list[Naming]] = defaultdict(list)
    for report, start, end, exact, thing in _rows(store, _MENTIONS):
        if thing not in left_out and (thing, exact.casefold()) not in people:
            found[report].append(Naming(report, Span(int(start), int(end)), exact, thing))
    return tuple(one for _, held in sorted(found.items()) for one in _outermost(held))


def families(store: GraphStore, things: Iterable[str]) -> tuple[Family, ...]:
    """The things in families of those that are one or close, each family with its names."""
    parent: dict[str, str] = {}

    def root(thing: str) -> str:
        while parent.setdefault(thing, thing) != thing:
            thing = parent[thing]
        return thing

    links = [*_rows(store, _SAME), *_rows(store, _CLOSE)]
    for one, other in sorted(tuple(link) for link in links):
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    used = {thing: root(thing) for thing in things}
    members: dict[str, set[str]] = defaultdict(set)
    for thing in [*parent, *used]:
        members[root(thing)].add(thing)
    names = _names(store)
    described = {thing for (thing,) in _rows(store, _DESCRIBED)}
    common = {thing for (thing,) in _rows(store, _COMMON)}
    found = []
    for first in sorted(set(used.values())):
        held = sorted(members[first])
        named = {names.get(thing, "") for thing in held if thing in used} - {""}
        found.append(
            Family(
                things=tuple(held),
                names=tuple(sorted(named)),
                described=any(thing in described for thing in held),
                is_common=any(thing in common for thing in held),
            )
        )
    return tuple(found)


def peoples(store: GraphStore) -> frozenset[str]:
    """The words for peoples, in small letters."""
    return frozenset(word.casefold() for _, word in _rows(store, _PEOPLE))


def told_alike(store: GraphStore) -> tuple[tuple[str, str], ...]:
    """The pairs of reports that comparing holds to tell one story, sorted."""
    return tuple(sorted((one, other) for one, other in _rows(store, _TOLD)))


def _names(store: GraphStore) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for thing, name in sorted(tuple(row) for row in _rows(store, _NAMES)):
        found.setdefault(thing, name)
    return found


def _outermost(held: Iterable[Naming]) -> Iterator[Naming]:
    """Those that no longer name holds, in text order."""
    end = -1
    for one in sorted(held, key=lambda n: (n.span.start, -n.span.end, n.thing)):
        if one.span.end > end:
            yield one
            end = one.span.end


def _rows(store: GraphStore, query: str) -> Iterator[list[str]]:
    for row in store.select(query).rows:
        yield [term.value if term is not None else "" for term in row]
