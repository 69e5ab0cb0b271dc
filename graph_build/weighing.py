"""On how many origins each statement rests: worked out anew from what the graph holds.

Comes after comparing and after identities, since it rests on both.
"""

from graph_build.compare.origins import find_supports
from graph_build.rdf.iris import ORIGINS_GRAPH
from graph_build.rdf.origin_quads import origin_quads
from graph_build.store import GraphStore, stated_facts, surroundings
from graph_build.store.ties import quoted_claims, ties


def renew_origins(store: GraphStore) -> None:
    """Counts anew the origins of everything that is stated, whatever the order of the reports."""
    found = find_supports(
        stated_facts(store), quoted_claims(store), ties(store), surroundings(store)
    )
    store.replace_graph(ORIGINS_GRAPH, origin_quads(found))
