"""Reads back the decisions that people took, and the things that they and names may be about."""

from collections import defaultdict
from typing import Final

from graph_build.model.identity import DIFFERENT, RIGHT, SAME, UNSURE, WRONG, Judgement, KnownThing
from graph_build.store.graph_store import GraphStore
from ontology.terms import BASE, ONR, Classes, Properties

_JUDGEMENTS: Final = f"{BASE}graph/judgements"
_GAZETTEER: Final = f"{BASE}graph/gazetteer"
_VERDICTS: Final = {
    Properties.judgesSame: SAME,
    Properties.judgesDifferent: DIFFERENT,
    Properties.judgesUnsure: UNSURE,
    Properties.judgesRight: RIGHT,
    Properties.judgesWrong: WRONG,
}
_KINDS: Final = (
    Classes.Person, Classes.Official, Classes.Organization, Classes.Government,
    Classes.GovernmentBody, Classes.ArmedForce, Classes.ArmedGroup, Classes.NewsOrganization,
    Classes.NewsAgency, Classes.Coalition,
)  # fmt: skip
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"

_DECIDED: Final = f"""
SELECT ?judgement ?verdict ?thing ?method ?score ?reason ?by WHERE {{ GRAPH <{_JUDGEMENTS}> {{
  VALUES ?verdict {{ {" ".join(f"<{verdict}>" for verdict in _VERDICTS)} }}
  ?judgement ?verdict ?thing ; <{Properties.method}> ?method ; <{Properties.score}> ?score ;
    <{Properties.reason}> ?reason .
  OPTIONAL {{ ?judgement <{Properties.decidedBy}>/<{_LABEL}> ?by }}
}} }} ORDER BY ?judgement ?thing
"""
_ALL: Final = f"VALUES ?kind {{ {' '.join(f'<{kind}>' for kind in _KINDS)} }}"
_JUDGED: Final = f"""GRAPH <{_JUDGEMENTS}> {{
    ?judgement <{Properties.judgesSame}>|<{Properties.judgesDifferent}> ?thing
  }}"""
_THINGS: Final = f"""
SELECT ?thing ?kind ?label ?report WHERE {{
  WHICH
  GRAPH ?graph {{ ?thing a ?kind ; <{_LABEL}> ?label }}
  OPTIONAL {{ GRAPH ?graph {{ ?thing <{Properties.inReport}> ?report }} }}
}} ORDER BY ?thing ?kind ?label
"""
_OTHER_NAMES: Final = f"""
SELECT ?thing ?name WHERE {{
  GRAPH ?graph {{ ?thing <{_SKOS}altLabel>|<{Properties.properName}> ?name }}
}}
"""
_MENTIONS: Final = f"""
SELECT ?thing (COUNT(?mention) AS ?count) WHERE {{
  GRAPH ?graph {{ ?mention <{Properties.denotes}> ?thing }}
}} GROUP BY ?thing
"""
_ROLES: Final = f"""
SELECT ?thing ?role WHERE {{
  {{ GRAPH ?graph {{ ?thing <{Properties.roleWording}> ?role }} }}
  UNION
  {{ GRAPH <{_GAZETTEER}> {{ ?tenure <{Properties.tenureOf}> ?thing ;
       <{Properties.tenurePost}>/(<{_LABEL}>|<{_SKOS}altLabel>) ?role }} }}
}}
"""
_QUOTED: Final = f"""
SELECT ?thing ?comparison WHERE {{
  GRAPH ?derived {{ ?comparison <{Properties.comparesClaim}> ?claim ;
    <{Properties.comparisonKind}> "same-words" }}
  GRAPH ?graph {{ ?claim <{Properties.speaker}> ?thing }}
}}
"""


def decided(store: GraphStore) -> tuple[Judgement, ...]:
    """The decisions that people took, sorted."""
    things: dict[str, list[str]] = defaultdict(list)
    rest: dict[str, tuple[str, ...]] = {}
    for row in store.select(_DECIDED).rows:
        iri, verdict, thing, *values = (term.value if term else "" for term in row)
        things[iri].append(thing)
        rest[iri] = (verdict, *values)
    found = []
    for iri, (verdict, method, score, reason, by) in rest.items():
        first, second = [*sorted(things[iri]), ""][:2]
        found.append(
            Judgement(first, second, _VERDICTS[verdict], method, float(score), reason, by or None)
        )
    return tuple(sorted(found))


def known_things(store: GraphStore) -> tuple[KnownThing, ...]:
    """The people and bodies of the gazetteer and of the reports, and all that was judged."""
    kinds: dict[str, tuple[str, str, str]] = {}
    for which in (_ALL, _JUDGED):
        for thing, kind, label, report in _rows(store, _THINGS.replace("WHICH", which)):
            kinds.setdefault(thing, (label, kind.removeprefix(ONR), report))
    names = _gathered(store, _OTHER_NAMES)
    roles = _gathered(store, _ROLES)
    quoted = _gathered(store, _QUOTED)
    mentions = {thing: int(count) for thing, count in _rows(store, _MENTIONS)}
    return tuple(
        KnownThing(
            iri=iri,
            name=label,
            kind=kind,
            report=report,
            names=tuple(sorted({label, *names[iri]})),
            roles=tuple(sorted(roles[iri])),
            comparisons=tuple(sorted(quoted[iri])),
            mentions=mentions.get(iri, 0),
        )
        for iri, (label, kind, report) in sorted(kinds.items())
    )


def _gathered(store: GraphStore, query: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for thing, value in _rows(store, query):
        found[thing].add(value)
    return found


def _rows(store: GraphStore, query: str) -> list[tuple[str, ...]]:
    return [tuple(term.value if term else "" for term in row) for row in store.select(query).rows]
