"""Which topics are set side by side: those that share an attribute, or a contrary one, and a part.

Work grows with the facts, not with their pairs: a bucket of more topics than `MOST` is parted by a
further key, and what is still larger is only compared along its order, each with the next `NEXT`.
So among very many facts on one thing some pairs are not seen; none is invented.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from graph_build.compare.disagreements.language import FactLanguage
from graph_build.compare.disagreements.topics import Topic
from graph_build.model.stated_fact import Surroundings

MOST: Final = 48
NEXT: Final = 8
Key = tuple[str, ...]
Bucket = Sequence[Topic]


def candidates(
    topics: Sequence[Topic], language: FactLanguage, known: Surroundings
) -> Iterator[tuple[Topic, Topic]]:
    """Pairs worth comparing, each once, the first before the second, in their order."""
    buckets: dict[Key, list[Topic]] = defaultdict(list)
    for topic in topics:
        for affair in _affairs(topic, language):
            for part in parts(topic, known):
                buckets[(affair, *part)].append(topic)
    seen: set[tuple[int, int]] = set()
    for key in sorted(buckets):
        for one, other in _paired(buckets[key], known):
            seen.add((min(one.number, other.number), max(one.number, other.number)))
    for first, second in sorted(seen):
        yield topics[first], topics[second]


def _affairs(topic: Topic, language: FactLanguage) -> list[str]:
    """The attribute itself, each pair of it with a contrary, and what begins or ends."""
    attribute = language.attribute(topic.fact.attribute)
    if attribute is None or not _can_differ(topic, language):
        return []
    found = [attribute.iri]
    contrary = set(attribute.contrary)
    contrary |= {a.iri for a in language.attributes.values() if attribute.iri in a.contrary}
    found += ["|".join(sorted((attribute.iri, c))) for c in contrary]
    if topic.process is not None:
        found.append(f"process {topic.process}")
    return sorted(found)


def _can_differ(topic: Topic, language: FactLanguage) -> bool:
    """Whether the fact gives a value, a denial, or what a denial could be set against."""
    fact = topic.fact
    if fact.time is not None or fact.quantity is not None or fact.polarity != "positive":
        return True
    attribute = language.attribute(fact.attribute)
    return attribute is not None and (attribute.value == "time" or attribute.compared_by_wording)


def parts(topic: Topic, known: Surroundings) -> set[Key]:
    """The parts by which a topic can be found: parties, things, places below country, words."""
    found: set[Key] = {("who", party) for party in topic.parties}
    found |= {("what", thing) for thing in topic.what}
    found |= {("where", place) for place in topic.where}
    found |= {
        ("where", wide)
        for place in topic.where
        for wide in known.within.get(place, frozenset())
        if wide not in known.countries
    }
    if not topic.who and topic.heads:
        found.add(("head", topic.heads[-1]))
    return found


def _paired(bucket: Bucket, known: Surroundings) -> Iterator[tuple[Topic, Topic]]:
    if len(bucket) <= MOST:
        yield from _all_pairs(bucket)
        return
    finer: dict[Key, list[Topic]] = defaultdict(list)
    for topic in bucket:
        for part in _finer(topic, known):
            finer[part].append(topic)
    for key in sorted(finer):
        held = finer[key]
        if len(held) <= MOST:
            yield from _all_pairs(held)
        else:
            yield from _neighbours(held)


def _finer(topic: Topic, known: Surroundings) -> set[Key]:
    """Pairs of the parts of one topic: what a large bucket is parted by."""
    held = sorted(parts(topic, known)) or [("none",)]
    return {(*a, *b) for n, a in enumerate(held) for b in held[n:] if len(held) == 1 or a != b}


def _all_pairs(bucket: Bucket) -> Iterator[tuple[Topic, Topic]]:
    for position, one in enumerate(bucket):
        for other in bucket[position + 1 :]:
            yield one, other


def _neighbours(bucket: Bucket) -> Iterator[tuple[Topic, Topic]]:
    ordered = sorted(bucket, key=lambda t: (t.fact.value, t.fact.fact))
    for position, one in enumerate(ordered):
        for other in ordered[position + 1 : position + 1 + NEXT]:
            yield one, other
