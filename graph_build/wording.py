"""Who is left unnamed and how things are named, over all reports: worked out anew from the graph.

Comes after comparing and after identities, since it rests on both.
"""

from functools import cache

from graph_build.compare.framing import Texts, labels
from graph_build.compare.framing_words import loaded_words, ways_of_naming
from graph_build.compare.pools import compare_sources
from graph_build.model.framing import TermsOfNaming
from graph_build.model.identity import DIFFERENT
from graph_build.rdf.framing_quads import framing_quads
from graph_build.rdf.iris import FRAMING_GRAPH, POOLS_GRAPH
from graph_build.rdf.source_quads import source_quads
from graph_build.store import GraphStore, compared_reports, surroundings
from graph_build.store.cited_sources import cited_sources
from graph_build.store.judgements import decided
from graph_build.store.namings import families, namings, peoples, told_alike
from ontology.framing import FramingWords, load_framing


def renew_wording(store: GraphStore) -> None:
    """Counts the unnamed sources anew, and compares anew how things are named."""
    _renew_pools(store)
    _renew_framing(store)


def _renew_pools(store: GraphStore) -> None:
    world = surroundings(store)
    apart = [judged.pair for judged in decided(store) if judged.verdict == DIFFERENT]
    found = compare_sources(cited_sources(store, world), world.names, apart)
    store.replace_graph(POOLS_GRAPH, source_quads(found))


def _renew_framing(store: GraphStore) -> None:
    names = namings(store)
    held = families(store, {naming.thing for naming in names})
    texts = Texts(compared_reports(store), names, held, peoples(store))
    words = _words()
    kinds = {kind.iri: (kind.label, *kind.other_names) for kind in words.kinds}
    loaded = [TermsOfNaming(word.forms, word.reason) for word in words.loaded]
    ways = [
        TermsOfNaming(way.forms, way.reason, way.names, kinds[way.names][0]) for way in words.ways
    ]
    found = (
        *labels(texts),
        *ways_of_naming(texts, ways, told_alike(store)),
        *loaded_words(texts, loaded),
    )
    store.replace_graph(FRAMING_GRAPH, framing_quads(found, kinds))


@cache
def _words() -> FramingWords:
    return load_framing()
