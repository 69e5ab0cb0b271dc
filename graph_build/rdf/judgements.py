"""Judgements as quads: those that people gave, and what follows from names alone."""

from collections.abc import Iterable, Iterator
from typing import Final

from graph_build.model.identity import (
    DIFFERENT,
    RIGHT,
    SAME,
    UNSURE,
    WRONG,
    Identities,
    Judgement,
)
from graph_build.model.quad import RDFS_LABEL, Iri, Literal, Quad, decimal
from graph_build.rdf import iris
from graph_build.rdf.scope import describe
from ontology.terms import Classes, Properties

_PROPERTIES: Final = {
    SAME: Properties.judgesSame,
    DIFFERENT: Properties.judgesDifferent,
    UNSURE: Properties.judgesUnsure,
    RIGHT: Properties.judgesRight,
    WRONG: Properties.judgesWrong,
}


def judgement_quads(
    judgements: Iterable[Judgement], graph: str = iris.JUDGEMENTS_GRAPH
) -> Iterator[Quad]:
    """The quads of judgements, all in one graph; those who decided are named beside them."""
    deciders: set[str] = set()
    for one in judgements:
        iri = iris.judgement_iri(one.first, one.second, one.method)
        decider = iris.decider_iri(one.decided_by) if one.decided_by else None
        matter = [(_PROPERTIES[one.verdict], Iri(thing)) for thing in (one.first, one.second)]
        yield from describe(
            iri,
            Classes.Judgement,
            [
                *(pair for pair in matter if pair[1].value),
                (Properties.method, Literal(one.method)),
                (Properties.score, decimal(one.score)),
                (Properties.reason, Literal(one.reason)),
                (Properties.decidedBy, Iri(decider) if decider else None),
            ],
            graph,
        )
        if one.decided_by:
            deciders.add(one.decided_by)
    for name in sorted(deciders):
        pairs = [(RDFS_LABEL, Literal(name))]
        yield from describe(iris.decider_iri(name), Classes.Agent, pairs, graph)


def identity_quads(identities: Identities) -> Iterator[Quad]:
    """What follows from all judgements: hypotheses with their reasons, and what stands for what."""
    graph = iris.IDENTITY_GRAPH
    yield from judgement_quads(identities.hypotheses, graph)
    for same in identities.classes:
        for member, reason in ((same.representative, ""), *same.others):
            yield Quad(member, Properties.representedBy, Iri(same.representative), graph)
            if reason:
                yield Quad(member, Properties.sameReason, Literal(reason), graph)
