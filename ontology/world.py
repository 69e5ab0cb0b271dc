"""The curated identities: countries, places, bases, offices and the people who held them.

`load_world` reads `gazetteer/world.ttl` (and files of the user beside it) into frozen values;
`world_ntriples` gives the same knowledge as the triples of the gazetteer graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ontology.gazetteer_file import RDFS_LABEL, GazetteerError, read_records
from ontology.terms import Properties
from ontology.world_model import Tenure, WorldEntity, abbreviations, fold_label
from ontology.world_reader import read_entities

__all__ = [
    "WORLD_FILE", "GazetteerError", "Tenure", "World", "WorldEntity", "fold_label", "load_world",
    "names_of", "read_world", "world_ntriples",
]  # fmt: skip

WORLD_FILE = Path(__file__).parent / "gazetteer" / "world.ttl"


@dataclass(frozen=True, slots=True)
class World:
    """All curated entities, found by IRI, by name and by the word for their people."""

    entities: Mapping[str, WorldEntity]
    by_label: Mapping[str, tuple[str, ...]]
    """Folded name -> IRIs, the names composed of a country and a generic name included."""
    by_demonym: Mapping[str, str]
    """Folded word for the people or the adjective -> the country or region."""
    metonyms: Mapping[str, str]
    """Capital, or other place that stands for one -> the government meant."""
    capitals: Mapping[str, tuple[frozenset[str], ...]] = field(repr=False)
    """Folded name -> the sets of words of which one must stand in capitals throughout."""
    lowercase: frozenset[str] = field(repr=False)
    """Folded names that may stand without any capital."""
    articled: frozenset[str] = field(repr=False)
    """Folded names to which the article belongs ("The Guardian")."""

    def find(self, text: str) -> tuple[WorldEntity, ...]:
        """Give the entities of this name; abbreviations and proper names must keep capitals."""
        key = fold_label(text)
        if key not in self.by_label or not self._written_as_name(key, text):
            return ()
        return tuple(self.entities[iri] for iri in self.by_label[key])

    def _written_as_name(self, key: str, text: str) -> bool:
        if key not in self.lowercase and not any(c.isupper() for c in text):
            return False
        if key in self.articled and not text.lower().startswith("the "):
            return False
        needed = self.capitals.get(key)
        return needed is None or any(words <= abbreviations(text) for words in needed)

    def government_of(self, iri: str) -> WorldEntity | None:
        """Give the government of a country or autonomous region, if it is curated."""
        found = (e for e in self.entities.values() if e.kind == "Government" and e.governs == iri)
        return next(found, None)

    def holders(self, post: str, *, on: str | None = None) -> tuple[WorldEntity, ...]:
        """Give who held the post, on an EDTF year, month or day if one is given."""
        tenures = self.entities[post].tenures
        people = dict.fromkeys(t.person for t in tenures if on is None or t.covers(on))
        return tuple(self.entities[iri] for iri in people)

    def places_in(self, iri: str) -> tuple[WorldEntity, ...]:
        """Give the places that lie, at any depth, in the given place."""
        return tuple(e for e in self.entities.values() if iri in e.containers)


def load_world(extra: Sequence[Path] = ()) -> World:
    """Read the gazetteer, and the user's files beside it; raise GazetteerError on a fault."""
    return read_world((WORLD_FILE, *extra))


def read_world(paths: Sequence[Path]) -> World:
    """Read these files and no other; for a gazetteer of one's own in place of ours."""
    return _index(read_entities(read_records(paths)))


def names_of(entity: WorldEntity, entities: Mapping[str, WorldEntity]) -> tuple[str, ...]:
    """Give every name of an entity, those composed with its country's name included."""
    return tuple(dict.fromkeys((*entity.labels, *_composed(entity, entities))))


def _composed(entity: WorldEntity, entities: Mapping[str, WorldEntity]) -> Iterator[str]:
    country = entities.get(entity.country or "")
    if country is None:
        return
    words = country.demonyms
    adjectives = [w for w in words if not (w.endswith("s") and w[:-1] in words)]
    for generic in entity.generic_names:
        for name in (*country.labels, *adjectives):
            yield f"{name} {generic}"
        for name in country.labels:
            yield f"{name}'s {generic}"
            yield f"{generic} of {name}"
            yield f"{generic} of the {name}"


def _index(entities: dict[str, WorldEntity]) -> World:
    by_label: dict[str, dict[str, None]] = {}
    needed: dict[str, set[frozenset[str]]] = {}
    lowercase: set[str] = set()
    bare: set[str] = set()
    for iri, entity in entities.items():
        for label in names_of(entity, entities):
            key = fold_label(label)
            by_label.setdefault(key, {})[iri] = None
            needed.setdefault(key, set()).add(abbreviations(label))
            if label.islower():
                lowercase.add(key)
            if not label.startswith("The "):
                bare.add(key)
    return World(
        entities=entities,
        by_label={key: tuple(by_label[key]) for key in sorted(by_label)},
        by_demonym=dict(sorted(_demonyms(entities))),
        metonyms=dict(_metonyms(entities)),
        capitals={
            key: tuple(sorted(sets, key=sorted))
            for key, sets in sorted(needed.items())
            if frozenset() not in sets
        },
        lowercase=frozenset(lowercase),
        articled=frozenset(by_label.keys() - bare),
    )


def _demonyms(entities: Mapping[str, WorldEntity]) -> Iterator[tuple[str, str]]:
    for iri, entity in entities.items():
        for word in entity.demonyms:
            yield fold_label(word), iri


def _metonyms(entities: Mapping[str, WorldEntity]) -> Iterator[tuple[str, str]]:
    governed = {e.governs: iri for iri, e in entities.items() if e.kind == "Government"}
    for iri, entity in entities.items():
        if entity.stands_for:
            yield iri, entity.stands_for
        elif entity.capital_of in governed:
            yield iri, governed[entity.capital_of]


def world_ntriples(extra: Sequence[Path] = ()) -> str:
    """Give the gazetteer graph as sorted N-Triples, with containment and sort names added."""
    from rdflib import Graph, Literal, URIRef

    paths = (WORLD_FILE, *extra)
    graph = Graph()
    for entity in read_entities(read_records(paths)).values():
        subject = URIRef(entity.iri)
        for container in entity.containers:
            graph.add((subject, URIRef(Properties.locatedIn), URIRef(container)))
        for near in entity.around:
            graph.add((subject, URIRef(Properties.around), URIRef(near)))
        graph.add((subject, URIRef(RDFS_LABEL), Literal(entity.name, lang="en")))
        if not entity.is_description:
            graph.add((subject, URIRef(Properties.properName), Literal(entity.name)))
        graph.add((subject, URIRef(Properties.sortName), Literal(fold_label(entity.name))))
    for path in paths:
        graph.parse(path, format="turtle")
    lines = (line for line in graph.serialize(format="nt").splitlines() if line)
    return "".join(f"{line}\n" for line in sorted(lines))
