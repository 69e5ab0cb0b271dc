"""Decisions on identity and on extractions: taken, taken back, and what follows from them.

A decision is data beside the claims: it renames none, outlives the reports it is about, and is
gone without a trace when it is taken back.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

from graph_build.errors import UnknownJudgementError
from graph_build.identity import NameMatcher, group_decided, hypotheses, settle
from graph_build.model.identity import Judgement
from graph_build.rdf.iris import IDENTITY_GRAPH, JUDGEMENTS_GRAPH
from graph_build.rdf.judgements import identity_quads, judgement_quads
from graph_build.store import GraphStore, open_store
from graph_build.store.judgements import decided, known_things
from graph_build.weighing import renew_origins
from graph_build.wording import renew_wording


@cache
def name_matcher() -> NameMatcher:
    """The matcher with what is generally known of names; made once a process."""
    from ontology.names import load_names

    return NameMatcher(load_names())


def judge(graph: Path, judgement: Judgement) -> None:
    """Keeps a decision in place of an earlier one on the same, and renews what follows.

    Raises:
        ConflictingJudgementsError: it contradicts other decisions; nothing is changed.
        NotAGraphError, GraphBusyError.
    """
    first, second = judgement.pair
    if second and second < first:
        judgement = replace(judgement, first=second, second=first)
    with open_store(graph) as store:
        others = [one for one in decided(store) if one.pair != judgement.pair]
        _keep(store, [*others, judgement])


def forget(graph: Path, one: str, other: str = "") -> Judgement:
    """Takes back the decision on two things or on one claim, and gives it.

    Raises:
        UnknownJudgementError: there is none.
    """
    pair = (min(one, other), max(one, other)) if other else (one, "")
    with open_store(graph) as store:
        held = decided(store)
        found = next((judgement for judgement in held if judgement.pair == pair), None)
        if found is None:
            about = f"<{one}> and <{other}>" if other else f"<{one}>"
            raise UnknownJudgementError(f"nobody judged {about}; see: onrecord judge list")
        _keep(store, [judgement for judgement in held if judgement is not found])
    return found


def judgements(graph: Path) -> tuple[Judgement, ...]:
    """The decisions that people took, sorted."""
    with open_store(graph, read_only=True) as store:
        return decided(store)


def renew_identities(store: GraphStore) -> None:
    """Works out anew which things count as one, and then all that rests on it.

    Follows from the reports, their comparisons and the decisions alone.
    """
    _renew_classes(store)
    renew_origins(store)
    renew_wording(store)


def _renew_classes(store: GraphStore) -> None:
    things = {thing.iri: thing for thing in known_things(store)}
    is_local = any(not thing.is_curated for thing in things.values())
    suggested = hypotheses(things.values(), name_matcher()) if is_local else ()
    identities = settle(decided(store), suggested, things)
    store.replace_graph(IDENTITY_GRAPH, identity_quads(identities))


def _keep(store: GraphStore, all_judgements: list[Judgement]) -> None:
    group_decided(sorted(all_judgements))
    store.replace_graph(JUDGEMENTS_GRAPH, judgement_quads(all_judgements))
    renew_identities(store)
