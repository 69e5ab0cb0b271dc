"""Turns the records of gazetteer files into checked entities.

Every fault is a GazetteerError that names the file, the thing and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ontology.gazetteer_file import RDF_TYPE, SKOS, Records
from ontology.terms import LEX, ONR, Properties
from ontology.world_model import ENTITY_KINDS, PLACE_KINDS, Tenure, WorldEntity

_PREF: Final = SKOS + "prefLabel"
_ALT: Final = SKOS + "altLabel"
_GENERIC: Final = LEX + "genericName"
_STANDS_FOR: Final = LEX + "standsFor"
_IS_DESCRIPTION: Final = LEX + "isDescription"
_LOCATED: Final = Properties.directlyLocatedIn

_SINGLE: Final = (
    RDF_TYPE, _PREF, _LOCATED, _STANDS_FOR, Properties.governs, Properties.postIn,
    Properties.tenureOf, Properties.tenurePost, Properties.tenureStart, Properties.tenureEnd,
)  # fmt: skip
_LINKS: Final = (
    _LOCATED, _STANDS_FOR, Properties.governs, Properties.capitalOf, Properties.postIn,
    Properties.tenureOf, Properties.tenurePost, Properties.affiliatedWith, Properties.hasMember,
    Properties.leadsCoalition,
)  # fmt: skip
_EDTF_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read_entities(records: Records) -> dict[str, WorldEntity]:
    """Check the records and give the entities by IRI, in the order of the IRIs."""
    for subject in records.values:
        _check_subject(records, subject)
    for subject in records.values:
        _check_links(records, subject)
    tenures = _tenures(records)
    return {e.iri: e for e in _entities(records, tenures)}


def _kind(records: Records, subject: str) -> str:
    return (records.one(subject, RDF_TYPE) or "").removeprefix(ONR)


def _labels(records: Records, subject: str) -> tuple[str, ...]:
    return (*records.all(subject, _PREF), *records.all(subject, _ALT))


def _local(predicate: str) -> str:
    return re.split("[#/]", predicate)[-1]


def _check_subject(records: Records, subject: str) -> None:
    for predicate in _SINGLE:
        if len(found := records.all(subject, predicate)) > 1:
            raise records.fail(subject, f"has more than one {_local(predicate)}: {list(found)}")
    kind = _kind(records, subject)
    if kind not in ENTITY_KINDS | {"Tenure"}:
        raise records.fail(subject, f"has no type that the gazetteer knows (found {kind!r})")
    if kind == "Tenure":
        _check_tenure(records, subject)
        return
    if not records.one(subject, _PREF):
        raise records.fail(subject, "has no skos:prefLabel")
    for label in (*_labels(records, subject), *records.all(subject, _GENERIC)):
        if len(label.strip()) < 2 or label != label.strip():
            raise records.fail(subject, f"has a label that is too short or padded: {label!r}")


def _check_tenure(records: Records, subject: str) -> None:
    for predicate in (Properties.tenureOf, Properties.tenurePost):
        if not records.one(subject, predicate):
            raise records.fail(subject, f"lacks onr:{_local(predicate)}")
    dates = [records.one(subject, p) for p in (Properties.tenureStart, Properties.tenureEnd)]
    for date in dates:
        if date is not None and not _EDTF_DATE.fullmatch(date):
            raise records.fail(subject, f"has a date that is no year, month or day: {date!r}")
    start, end = dates
    if start and end and end[: len(start)] < start[: len(end)]:
        raise records.fail(subject, f"ends ({end}) before it starts ({start})")


def _check_links(records: Records, subject: str) -> None:
    for predicate in _LINKS:
        for target in records.all(subject, predicate):
            if target not in records.values:
                raise records.fail(subject, f"has {_local(predicate)} <{target}>, not curated")
    container = records.one(subject, _LOCATED)
    if container and _kind(records, container) not in PLACE_KINDS:
        raise records.fail(subject, f"lies in <{container}>, which is no place")


def _tenures(records: Records) -> tuple[Tenure, ...]:
    found = []
    for iri in records.of_type("Tenure"):
        person = records.one(iri, Properties.tenureOf) or ""
        post = records.one(iri, Properties.tenurePost) or ""
        start, end = (records.one(iri, p) for p in (Properties.tenureStart, Properties.tenureEnd))
        found.append(Tenure(iri, person, post, start, end))
    return tuple(sorted(found, key=lambda t: (t.start or "", t.iri)))


def _containers(records: Records, iri: str) -> tuple[str, ...]:
    chain: list[str] = []
    here = records.one(iri, _LOCATED)
    while here is not None:
        if here == iri or here in chain:
            raise records.fail(records.latest([iri, *chain]), "lies, at some remove, in itself")
        chain.append(here)
        here = records.one(here, _LOCATED)
    return tuple(chain)


def _country(records: Records, iri: str, containers: tuple[str, ...]) -> str | None:
    if _kind(records, iri) in {"Country", "AutonomousRegion"}:
        return iri
    for container in containers:
        if _kind(records, container) == "Country":
            return container
    for predicate in (Properties.governs, Properties.affiliatedWith):
        if found := records.one(iri, predicate):
            return found
    organization = records.one(iri, Properties.postIn)
    return _country(records, organization, ()) if organization else None


def _entities(records: Records, tenures: tuple[Tenure, ...]) -> Iterator[WorldEntity]:
    of: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        of.setdefault(tenure.person, []).append(tenure)
        of.setdefault(tenure.post, []).append(tenure)
    for iri in records.values:
        if _kind(records, iri) not in ENTITY_KINDS:
            continue
        containers = _containers(records, iri)
        below = tuple(c for c in containers if _kind(records, c) != "Country")
        yield WorldEntity(
            iri=iri,
            kind=_kind(records, iri),
            name=_labels(records, iri)[0],
            labels=_labels(records, iri),
            generic_names=records.all(iri, _GENERIC),
            demonyms=records.all(iri, Properties.demonym),
            located_in=records.one(iri, _LOCATED),
            containers=containers,
            around=below[:1],
            country=_country(records, iri, containers),
            capital_of=records.one(iri, Properties.capitalOf),
            governs=records.one(iri, Properties.governs),
            affiliated_with=records.all(iri, Properties.affiliatedWith),
            post_in=records.one(iri, Properties.postIn),
            stands_for=records.one(iri, _STANDS_FOR),
            members=records.all(iri, Properties.hasMember),
            tenures=tuple(of.get(iri, ())),
            is_description=records.one(iri, _IS_DESCRIPTION) == "true",
            exact_matches=records.all(iri, SKOS + "exactMatch"),
            close_matches=records.all(iri, SKOS + "closeMatch"),
            reasons=records.all(iri, Properties.judgementReason),
        )
