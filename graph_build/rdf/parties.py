"""Those who speak or are spoken of and are known from one report alone, as quads."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_build.model.entity import Entity, Party, UnnamedSource
from graph_build.model.quad import RDFS_LABEL, Iri, Literal, Quad, Term
from graph_build.model.statement import ReportGraph
from graph_build.rdf import iris
from graph_build.rdf.labels import clean_name
from graph_build.rdf.scope import ReportScope, class_iri, integer_or_none, text_or_none
from ontology.terms import Classes, Properties

_ALT_LABEL: Final = "http://www.w3.org/2004/02/skos/core#altLabel"


def local_parties(scope: ReportScope, report_graph: ReportGraph) -> dict[str, Party]:
    """Everyone in the report whom the gazetteer does not know, by IRI, sorted.

    Of a person whom several places describe, the first role that is told counts.
    """
    found: dict[str, Party] = {}
    for party in _parties(report_graph):
        if isinstance(party, Entity) and party.is_curated:
            continue
        held = found.setdefault(scope.party_iri(party), party)
        if isinstance(held, Entity) and isinstance(party, Entity) and not held.role:
            found[scope.party_iri(party)] = replace(held, role=party.role)
    return dict(sorted(found.items()))


def party_quads(scope: ReportScope, party: Party) -> Iterator[Quad]:
    """The quads of a local entity or of unnamed people."""
    if isinstance(party, Entity):
        return entity_quads(scope, party)
    return unnamed_quads(scope, party)


def entity_quads(scope: ReportScope, entity: Entity) -> Iterator[Quad]:
    """A person or organisation that the gazetteer does not know."""
    pairs: list[tuple[str, Term | None]] = [
        (RDFS_LABEL, Literal(clean_name(entity.name))),
        (Properties.properName, None if entity.members else Literal(clean_name(entity.name))),
        (Properties.roleWording, text_or_none(entity.role)),
        (Properties.inReport, Iri(scope.iri)),
    ]
    pairs.extend((_ALT_LABEL, Literal(clean_name(name))) for name in entity.other_names)
    pairs.extend((Properties.speaksFor, Iri(scope.party_iri(m))) for m in entity.members)
    return scope.node(scope.party_iri(entity), class_iri(entity.kind), pairs)


def unnamed_quads(scope: ReportScope, source: UnnamedSource) -> Iterator[Quad]:
    """People cited without their names, and the parts that the report counts them in."""
    iri = scope.party_iri(source)
    pairs: list[tuple[str, Term | None]] = [
        (RDFS_LABEL, Literal(clean_name(source.label))),
        (Properties.inReport, Iri(scope.iri)),
        (Properties.minSize, integer_or_none(source.minimum)),
        (Properties.maxSize, integer_or_none(source.maximum)),
        (Properties.affiliatedWith, _affiliation(scope, source.affiliation)),
        (Properties.rankWording, text_or_none(source.rank)),
    ]
    if source.reason is not None:
        pairs.append((Properties.anonymityReason, Literal(scope.cut(source.reason))))
    pairs.extend((Properties.wording, Literal(scope.cut(span))) for span in source.wordings)
    subgroups = [iris.subgroup_iri(iri, number + 1) for number in range(len(source.groups))]
    pairs.extend((Properties.hasSubgroup, Iri(subgroup)) for subgroup in subgroups)
    yield from scope.node(iri, Classes.UnnamedSource, pairs)
    for subgroup, group in zip(subgroups, source.groups, strict=True):
        group_pairs: list[tuple[str, Term | None]] = [
            (RDFS_LABEL, Literal(clean_name(group.label))),
            (Properties.inReport, Iri(scope.iri)),
            (Properties.minSize, integer_or_none(group.minimum)),
            (Properties.maxSize, integer_or_none(group.maximum)),
            (Properties.affiliatedWith, _affiliation(scope, group.affiliation)),
        ]
        yield from scope.node(subgroup, Classes.UnnamedSource, group_pairs)


def _affiliation(scope: ReportScope, entity: Entity | None) -> Iri | None:
    return None if entity is None else Iri(scope.party_iri(entity))


def _parties(report_graph: ReportGraph) -> Iterator[Party]:
    yield from report_graph.entities
    yield from report_graph.unnamed
    yield from (link.entity for link in report_graph.links)
    if report_graph.publisher is not None:
        yield report_graph.publisher
    for statement in report_graph.statements:
        yield from statement.about
        yield from (party for hop in statement.hops for party in _with_members(hop.party))
        for fact in (*statement.facts, *statement.frame_facts):
            yield from (thing for argument in fact.arguments for thing in argument.things)
    for source in report_graph.unnamed:
        yield from (group.affiliation for group in source.groups if group.affiliation)
        if source.affiliation is not None:
            yield source.affiliation


def _with_members(party: Party | None) -> Iterator[Party]:
    if party is not None:
        yield party
        yield from party.members if isinstance(party, Entity) else ()
