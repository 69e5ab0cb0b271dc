"""Reads back the unnamed sources of all reports, with their parts, media, reasons and claims."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from graph_build.model.cited_source import CitedGroup, CitedSource
from graph_build.model.stated_fact import Surroundings
from graph_build.store.graph_store import GraphStore
from ontology.terms import Classes, Properties

_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_ONE_VALUED: Final = (
    _LABEL,
    Properties.inReport,
    Properties.minSize,
    Properties.maxSize,
    Properties.affiliatedWith,
    Properties.anonymityReason,
)
_SOURCES: Final = f"""
SELECT ?source ?property ?value WHERE {{
  VALUES ?property {{ {" ".join(f"<{name}>" for name in _ONE_VALUED)} }}
  GRAPH ?g {{ ?source a <{Classes.UnnamedSource}> ; ?property ?value }}
}} ORDER BY ?source ?property DESC(?value)
"""
_PARTS: Final = f"""
SELECT ?source ?part WHERE {{ GRAPH ?g {{ ?source <{Properties.hasSubgroup}> ?part }} }}
ORDER BY ?source ?part
"""
_FILES: Final = f"SELECT ?r ?file WHERE {{ GRAPH ?g {{ ?r <{Properties.fileName}> ?file }} }}"
_CLAIMS: Final = f"""
SELECT DISTINCT ?source ?claim ?words WHERE {{ GRAPH ?g {{
  ?source a <{Classes.UnnamedSource}> ; <{Properties.hasSubgroup}>? ?party .
  ?hop <{Properties.hasSource}> ?party .
  ?hop (<{Properties.relays}>|^<{Properties.relays}>)* ?claim .
  ?claim <{Properties.isHead}> true ; <{Properties.words}> ?words .
}} }} ORDER BY ?source ?claim
"""
_MEDIA: Final = f"""
SELECT ?claim ?medium WHERE {{
  {{ GRAPH ?g {{ ?claim <{Properties.via}> ?medium }} }}
  UNION
  {{ GRAPH ?g {{ ?claim <{Properties.speaker}> ?medium }}
    VALUES ?kind {{ <{Classes.NewsAgency}> <{Classes.NewsOrganization}> }}
    GRAPH ?h {{ ?medium a ?kind }} }}
}}
"""


def cited_sources(store: GraphStore, world: Surroundings) -> tuple[CitedSource, ...]:
    """Every unnamed source that is not itself a counted part of one, by IRI."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for source, name, value in _rows(store, _SOURCES):
        known[source][name] = value
    parts: dict[str, list[str]] = defaultdict(list)
    for source, part in _rows(store, _PARTS):
        parts[source].append(part)
    files = dict(_rows(store, _FILES))
    media: dict[str, set[str]] = defaultdict(set)
    for claim, medium in _rows(store, _MEDIA):
        media[claim].add(medium)
    claims: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for source, claim, words in _rows(store, _CLAIMS):
        claims[source].append((claim, words))
    counted = {part for held in parts.values() for part in held}
    by_label = {
        (held.get(Properties.inReport, ""), held.get(_LABEL, "")): source
        for source, held in sorted(known.items(), reverse=True)
    }
    found = []
    for source in sorted(known.keys() - counted):
        held = known[source]
        own = tuple(_group(known[part], world) for part in parts[source])
        found.append(
            CitedSource(
                source=source,
                report=held.get(Properties.inReport, ""),
                file_name=files.get(held.get(Properties.inReport, ""), ""),
                label=held.get(_LABEL, ""),
                minimum=_number(held, Properties.minSize),
                maximum=_number(held, Properties.maxSize),
                groups=own or (_group(held, world),),
                media=frozenset(m for claim, _ in claims[source] for m in media[claim]),
                claims=tuple(claims[source]),
                reason=held.get(Properties.anonymityReason),
                whole=_whole(held, by_label),
            )
        )
    return tuple(found)


def _group(held: Mapping[str, str], world: Surroundings) -> CitedGroup:
    affiliation = held.get(Properties.affiliatedWith)
    actor = world.actor(affiliation) if affiliation else ""
    return CitedGroup(
        label=held.get(_LABEL, ""),
        minimum=_number(held, Properties.minSize),
        maximum=_number(held, Properties.maxSize),
        affiliation=affiliation,
        country=actor if actor in world.countries else None,
    )


def _whole(held: Mapping[str, str], by_label: Mapping[tuple[str, str], str]) -> str | None:
    """The source of the same report that this one is "several of"."""
    _, of, rest = held.get(_LABEL, "").partition(" of the ")
    return by_label.get((held.get(Properties.inReport, ""), rest)) if of else None


def _number(held: Mapping[str, str], name: str) -> int | None:
    return int(held[name]) if name in held else None


def _rows(store: GraphStore, query: str) -> Iterator[list[str]]:
    for row in store.select(query).rows:
        yield [term.value if term is not None else "" for term in row]
