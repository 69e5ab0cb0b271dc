"""Reads back what comparing facts needs: every fact of every claim, and the world around them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from graph_build.model.edtf import moments
from graph_build.model.stated_fact import (
    StatedArgument,
    StatedFact,
    StatedQuantity,
    StatedTime,
    Surroundings,
    Telling,
)
from graph_build.store.graph_store import GraphStore
from ontology.terms import BASE, ONR, Classes, Properties
from ontology.world_model import PLACE_KINDS

_GAZETTEER: Final = f"{BASE}graph/gazetteer"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_MEDIA: Final = (Classes.NewsOrganization, Classes.NewsAgency)
_SLOTS: Final = ("subject", "object", "agent", "place", "recipient")
_THINGS: Final = {
    Properties.hasSubject: "subject",
    Properties.hasObject: "object",
    Properties.hasAgent: "agent",
    Properties.placeScope: "place",
    Properties.hasRecipient: "recipient",
}
_WORDINGS: Final = {
    Properties.subjectWording: "subject",
    Properties.objectWording: "object",
    Properties.agentWording: "agent",
    Properties.placeWording: "place",
    Properties.recipientWording: "recipient",
}
_LABELS: Final = {
    Properties.subjectLabel: "subject",
    Properties.objectLabel: "object",
    Properties.agentLabel: "agent",
    Properties.placeLabel: "place",
    Properties.recipientLabel: "recipient",
}

_CLAIMS: Final = f"""
SELECT ?claim ?report ?file ?speaker ?label ?said ?published WHERE {{
  GRAPH ?g {{ ?claim <{Properties.reportedIn}> ?report ; <{Properties.hop}> ?hop .
    ?report <{Properties.fileName}> ?file . }}
  OPTIONAL {{ GRAPH ?g {{ ?claim <{Properties.speaker}> ?speaker }} }}
  OPTIONAL {{ GRAPH ?g {{ ?claim <{Properties.speakerLabel}> ?label }} }}
  OPTIONAL {{ GRAPH ?g {{ ?claim <{Properties.saidOn}> ?said }} }}
  OPTIONAL {{ GRAPH ?g {{ ?report <{Properties.publishedOn}> ?published }} }}
}}
"""
_CARRIED: Final = f"""
SELECT ?claim ?party WHERE {{ GRAPH ?g {{
  ?next <{Properties.hopKind}> "speaker" ; <{Properties.inherited}> true ;
    <{Properties.hasSource}> ?party .
  ?claim <{Properties.relays}>|<{Properties.relays}>/<{Properties.relays}> ?next ;
    <{Properties.isHead}> true ; <{Properties.hop}> 0 .
}} }} ORDER BY ?claim ?party
"""
_VIA: Final = f"""
SELECT ?claim ?medium WHERE {{
  GRAPH ?g {{ ?claim <{Properties.via}> ?medium }}
}} ORDER BY ?claim ?medium
"""
_CREDITS: Final = f"""
SELECT ?report ?medium WHERE {{ GRAPH ?g {{ ?report <{Properties.citesMedium}> ?medium }} }}
"""
_TYPED: Final = f"""
SELECT ?thing ?kind WHERE {{
  VALUES ?kind {{ <{Classes.UnnamedSource}> {" ".join(f"<{kind}>" for kind in _MEDIA)} }}
  GRAPH ?g {{ ?thing a ?kind }}
}}
"""
_READ: Final = (
    Properties.predicatedBy, Properties.statesProposition, Properties.factWords,
    Properties.attributeLabel, Properties.factOffsets, Properties.valueLabel,
    Properties.certaintyLabel, Properties.polarityLabel, Properties.actLabel,
    Properties.timeRelation, Properties.edtf, Properties.timeResolution, Properties.lowerBound,
    Properties.upperBound, Properties.lowerInclusive, Properties.upperInclusive,
    Properties.isApproximate, Properties.unit, *_LABELS,
)  # fmt: skip
_PROPOSITIONS: Final = f"""
SELECT ?stated ?property ?value WHERE {{
  VALUES ?property {{ <{Properties.hasAttribute}>
    {" ".join(f"<{p}>" for p in (*_THINGS, *_WORDINGS))} }}
  GRAPH <{BASE}graph/propositions> {{ ?stated ?property ?value }}
}}
"""
_CONDITIONS: Final = f"""
SELECT ?fact ?exact WHERE {{ GRAPH ?g {{
  ?fact <{Properties.conditionEvidence}> ?span . ?span <{Properties.exact}> ?exact
}} }}
"""
_KNOWN: Final = f"""
SELECT ?one ?property ?other WHERE {{
  VALUES ?property {{ <{Properties.locatedIn}> <{Properties.affiliatedWith}>
    <{Properties.governs}> <{Properties.hasMember}> <{Properties.leadsCoalition}>
    <{Properties.capitalOf}> }}
  GRAPH <{_GAZETTEER}> {{ ?one ?property ?other }}
}}
"""
_KINDS: Final = f"SELECT ?thing ?kind WHERE {{ GRAPH <{_GAZETTEER}> {{ ?thing a ?kind }} }}"
_NAMES: Final = f"""
SELECT ?thing ?name WHERE {{ GRAPH ?g {{ ?thing <{_LABEL}> ?name }} }} ORDER BY ?thing ?name
"""
_Described = Mapping[str, list[str]]


def stated_facts(store: GraphStore) -> tuple[StatedFact, ...]:
    """Every fact that the store holds, by report, place in the text and IRI."""
    told = tellings(store)
    propositions: dict[str, dict[str, list[str]]] = {}
    for stated, name, value in _rows(store, _PROPOSITIONS):
        propositions.setdefault(stated, {}).setdefault(name, []).append(value)
    conditions = dict(sorted(_rows(store, _CONDITIONS)))
    found = []
    for iri, held in _described(store).items():
        (claim,), (stated, *_) = held[Properties.predicatedBy], held[Properties.statesProposition]
        if claim in told:
            fact = _fact(iri, held, propositions.get(stated, {}), told[claim])
            found.append(replace(fact, condition=conditions.get(iri, "")))
    return tuple(sorted(found, key=lambda f: (f.telling.report, f.start, f.fact)))


def _described(store: GraphStore) -> dict[str, dict[str, list[str]]]:
    """What is read of each fact: property by property, which is many times faster than at once."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in _READ:
        for fact, value in _rows(store, f"SELECT ?x ?y WHERE {{ GRAPH ?g {{ ?x <{name}> ?y }} }}"):
            if name == Properties.predicatedBy:
                found[fact] = {name: [value]}
            elif fact in found:
                found[fact].setdefault(name, []).append(value)
    return found


def surroundings(store: GraphStore) -> Surroundings:
    """What the gazetteer says of the things of the graph."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for thing, kind in _rows(store, _KINDS):
        kinds[thing].add(kind.removeprefix(ONR))
    links: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, name, other in sorted(_rows(store, _KNOWN)):
        links[name].append((one, other))
    forces = {one for one, held in kinds.items() if "ArmedForce" in held}
    of_others = links[Properties.affiliatedWith]
    acts_for = [*links[Properties.governs], *(pair for pair in of_others if pair[0] in forces)]
    parts = [
        *((member, body) for body, member in links[Properties.hasMember]),
        *links[Properties.leadsCoalition],
        *(pair for pair in of_others if pair[0] not in forces),
    ]
    names: dict[str, str] = {}
    for thing, label in _rows(store, _NAMES):
        names.setdefault(thing, label)
    return Surroundings(
        within=_sets(links[Properties.locatedIn]),
        stands_for=dict(reversed(acts_for)),
        part_of=_sets(parts),
        names=names,
        capitals=dict(reversed(links[Properties.capitalOf])),
        countries=frozenset(t for t, held in kinds.items() if "Country" in held),
        places=frozenset(t for t, held in kinds.items() if held & PLACE_KINDS),
    )


def _sets(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return {one: frozenset(others) for one, others in sorted(found.items())}


# tellings


@dataclass(frozen=True, slots=True)
class _Kinds:
    unnamed: frozenset[str]
    media: frozenset[str]


def tellings(store: GraphStore) -> dict[str, Telling]:
    """Whose words each claim has, by the IRI of the claim."""
    typed = list(_rows(store, _TYPED))
    kinds = _Kinds(
        frozenset(t for t, kind in typed if kind == Classes.UnnamedSource),
        frozenset(t for t, kind in typed if kind in _MEDIA),
    )
    carried = dict(_rows(store, _CARRIED))
    via: dict[str, list[str]] = defaultdict(list)
    for claim, medium in _rows(store, _VIA):
        via[claim].append(medium)
    credited: dict[str, set[str]] = defaultdict(set)
    for report, medium in _rows(store, _CREDITS):
        credited[report].add(medium)
    found: dict[str, Telling] = {}
    for claim, report, file, speaker, label, said, published in _rows(store, _CLAIMS):
        voice = speaker or carried.get(claim)
        found[claim] = Telling(
            claim=claim,
            report=report,
            file_name=file,
            speaker=voice,
            speaker_label=label,
            named=voice is not None and voice not in kinds.unnamed,
            is_medium=voice in kinds.media,
            is_carried=voice is not None and not speaker,
            media=tuple(via[claim]),
            said=said,
            published=published,
            credits=frozenset(credited[report]),
        )
    return found


# facts


def _fact(iri: str, held: _Described, stated: _Described, telling: Telling) -> StatedFact:
    def one(name: str) -> str:
        return min(held.get(name, [""]))

    attributes = stated.get(Properties.hasAttribute)
    return StatedFact(
        fact=iri,
        telling=telling,
        start=int(one(Properties.factOffsets).partition("-")[0] or 0),
        words=one(Properties.factWords),
        attribute=min(attributes) if attributes else None,
        label=one(Properties.attributeLabel),
        arguments=dict(_arguments(held, stated)),
        time=_time(held),
        quantity=_quantity(held),
        value=one(Properties.valueLabel),
        certainty=one(Properties.certaintyLabel),
        polarity=one(Properties.polarityLabel),
        act=one(Properties.actLabel),
    )


def _arguments(held: _Described, stated: _Described) -> Iterator[tuple[str, StatedArgument]]:
    things = {slot: stated.get(name, []) for name, slot in _THINGS.items()}
    wordings = {slot: stated.get(name, []) for name, slot in _WORDINGS.items()}
    labels = {slot: held.get(name, []) for name, slot in _LABELS.items()}
    for slot in _SLOTS:
        if things[slot] or labels[slot]:
            shown = min(labels[slot], default=min(wordings[slot], default=""))
            named = tuple(sorted(things[slot]))
            yield slot, StatedArgument(shown, named, bool(named) and not wordings[slot])


def _time(held: _Described) -> StatedTime | None:
    relation = held.get(Properties.timeRelation)
    if relation is None:
        return None
    edtf = min(held.get(Properties.edtf, [""]))
    earliest, latest = moments(edtf) if edtf else (None, None)
    resolution = min(held.get(Properties.timeResolution, ["given"]))
    return StatedTime(relation[0], edtf, earliest, latest, resolution)


def _quantity(held: _Described) -> StatedQuantity | None:
    low, high = held.get(Properties.lowerBound), held.get(Properties.upperBound)
    if low is None and high is None:
        return None
    return StatedQuantity(
        low=Decimal(low[0]) if low else None,
        high=Decimal(high[0]) if high else None,
        low_included="false" not in held.get(Properties.lowerInclusive, []),
        high_included="false" not in held.get(Properties.upperInclusive, []),
        approximate="true" in held.get(Properties.isApproximate, []),
        unit=min(held.get(Properties.unit, [""])),
    )


def _rows(store: GraphStore, query: str) -> Iterator[list[str]]:
    for row in store.select(query).rows:
        yield [term.value if term is not None else "" for term in row]
