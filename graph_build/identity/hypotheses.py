"""What the names of people and bodies in different reports suggest: the same, or perhaps the same.

A name that is only spelt otherwise is the same; anything less needs the same office beside it, and
a letter that is simply another stays a question. Compared are only things that share a key, so that
the work does not grow with the square of the things.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from graph_build.identity.matcher import PEOPLE, THRESHOLD, NameMatcher
from graph_build.identity.roles import role_keys, roles_clash, shared_role
from graph_build.identity.words import plain, sound
from graph_build.model.identity import (
    NAME_METHOD,
    SAME,
    UNSURE,
    Judgement,
    KnownThing,
    NameMatch,
)

CLEAR: Final = 0.93  # names that differ in spelling or in order alone
LIKELY: Final = 0.85  # initials, short forms, words left out: enough beside the same office
HINT: Final = 0.5  # the score of a question that rests on the office or on the words alone
TELLING: Final = 6  # a word of an office and a part of a name that more people share tell nothing
WINDOW: Final = 40  # neighbours compared where very many names share a key

_OFFICE: Final = "office"


def hypotheses(things: Iterable[KnownThing], matcher: NameMatcher) -> tuple[Judgement, ...]:
    """The pairs of things that names, offices and quotations suggest to be one, sorted.

    Two curated things are never compared, nor two of one report: on these the gazetteer and the
    linker have decided. The order in which the things come does not matter.
    """
    found: dict[tuple[str, str], Judgement] = {}
    anchors: list[KnownThing] = []
    for namesakes in _by_name(things, matcher):
        joined, judgements = _join_namesakes(namesakes)
        anchors += joined
        found.update((one.pair, one) for one in judgements)
    seen: set[tuple[str, str]] = set()
    for one, other in _candidates(anchors, matcher):
        first, second = sorted((one, other), key=lambda thing: thing.iri)
        if (first.iri, second.iri) not in seen:
            seen.add((first.iri, second.iri))
            judgement = _compare(first, second, matcher)
            if judgement is not None:
                found.setdefault(judgement.pair, judgement)
    return tuple(found[pair] for pair in sorted(found))


def _by_name(things: Iterable[KnownThing], matcher: NameMatcher) -> list[list[KnownThing]]:
    """Things of one and the same full name together; a curated one stands for itself."""
    groups: dict[tuple[object, ...], list[KnownThing]] = defaultdict(list)
    for thing in things:
        words = matcher.words(thing.name, thing.kind)
        is_alone = thing.is_curated or (_is_person(thing) and len(words) < 2)
        signature = matcher.signature(thing.name, thing.kind)
        groups[_is_person(thing), signature, thing.iri if is_alone else ""].append(thing)
    return [sorted(groups[key], key=lambda t: t.iri) for key in sorted(groups, key=str)]


def _join_namesakes(
    things: Sequence[KnownThing],
) -> tuple[list[KnownThing], list[Judgement]]:
    """One thing for all of a name whose offices do not clash, and why they are taken as one."""
    anchors: list[KnownThing] = []
    judgements: list[Judgement] = []
    for thing in things:
        at = next((i for i, a in enumerate(anchors) if not roles_clash(a.roles, thing.roles)), None)
        if at is None:
            anchors.append(thing)
            continue
        anchor = anchors[at]
        if anchor.report != thing.report:
            judgements.append(_judgement(anchor, thing, SAME, NameMatch(1.0, "the same name")))
        anchors[at] = replace(
            anchor,
            roles=tuple(sorted({*anchor.roles, *thing.roles})),
            comparisons=tuple(sorted({*anchor.comparisons, *thing.comparisons})),
        )
    return anchors, judgements


def _candidates(
    things: Sequence[KnownThing], matcher: NameMatcher
) -> Iterator[tuple[KnownThing, KnownThing]]:
    by_key: dict[str, list[tuple[str, KnownThing]]] = defaultdict(list)
    for thing in things:
        for key in set(_keys(thing, matcher)):
            by_key[key].append((plain(thing.name), thing))
    for key in sorted(by_key):
        if key.startswith(_OFFICE) and len(by_key[key]) > TELLING:
            continue
        sharing = sorted(by_key[key])
        for at, (_, one) in enumerate(sharing):
            for _, other in sharing[at + 1 : at + 1 + WINDOW]:
                if one.report != other.report and _is_person(one) == _is_person(other):
                    yield one, other


def _keys(thing: KnownThing, matcher: NameMatcher) -> Iterator[str]:
    """What things must share to be compared: sounds of a name, an office, a quotation."""
    group = "person" if _is_person(thing) else "body"
    for name in thing.names:
        plain_words = matcher.words(name, thing.kind)
        words = [sound(word) for word in plain_words]
        yield f"{group} whole {''.join(words)}"
        starts = sorted({word[:3] for word in words})
        yield from (f"{group} pair {one} {other}" for one, other in combinations(starts, 2))
        if group == "body":
            yield f"body start {words[0][:4]}" if words else ""
            continue
        if len(words) > 1:
            given = sorted({plain_words[0][0], *matcher.given_names(plain_words[0])})
            yield from (f"given {one} {words[-1]}" for one in given)
        edges = {words[0], words[-1]} if words else set()
        yield from (f"{_OFFICE} {w} {role}" for w in edges for role in role_keys(thing.roles))
    yield from (f"quotation {comparison}" for comparison in thing.comparisons)


def _compare(one: KnownThing, other: KnownThing, matcher: NameMatcher) -> Judgement | None:
    pairs = [(a, b) for a in _full(one, matcher) for b in _full(other, matcher)]
    matches = [matcher.match(a, b, one.kind) for a, b in pairs]
    best = max(
        matches, key=lambda match: (match.score, match.reason), default=NameMatch(0, "no full name")
    )
    if not _is_person(one):
        return _of_bodies(one, other, best)
    office = shared_role(one.roles, other.roles)
    clash = roles_clash(one.roles, other.roles)
    if best.score >= THRESHOLD and (office or best.edits <= 1):
        return _of_names(one, other, best, office, clash)
    if not _share_an_edge(one, other, matcher):
        return None
    if office:
        apart = matcher.match(one.name, other.name, one.kind).reason
        reason = f"one office (“{office[0]}”, “{office[1]}”) and part of the name; {apart}"
        return _judgement(one, other, UNSURE, NameMatch(HINT, reason))
    if set(one.comparisons) & set(other.comparisons):
        reason = f"the same words are quoted from both, and part of the name; {best.reason}"
        return _judgement(one, other, UNSURE, NameMatch(HINT, reason))
    return None


def _full(thing: KnownThing, matcher: NameMatcher) -> list[str]:
    """The names of a thing, of people only those of more than one word."""
    fewest = 2 if _is_person(thing) else 1
    return [name for name in thing.names if len(matcher.words(name, thing.kind)) >= fewest]


def _of_bodies(one: KnownThing, other: KnownThing, best: NameMatch) -> Judgement | None:
    if best.score < THRESHOLD:
        return None
    return _judgement(one, other, SAME if best.score >= CLEAR else UNSURE, best)


def _of_names(
    one: KnownThing,
    other: KnownThing,
    best: NameMatch,
    office: tuple[str, str] | None,
    clash: tuple[str, str] | None,
) -> Judgement:
    """What near names say, with what is known of the offices of the two people."""
    if office:
        best = replace(best, reason=f"{best.reason}; both are “{office[0]}”")
    if clash:
        reason = f"{best.reason}; but one is “{clash[0]}”, the other “{clash[1]}”"
        return _judgement(one, other, UNSURE, NameMatch(HINT, reason))
    is_clear = best.score >= CLEAR or (best.score >= LIKELY and office and not best.edits)
    return _judgement(one, other, SAME if is_clear else UNSURE, best)


def _share_an_edge(one: KnownThing, other: KnownThing, matcher: NameMatcher) -> bool:
    """Whether some full names of two people begin or end with one word, as it sounds."""
    edges = []
    for thing in (one, other):
        names = [matcher.words(name, thing.kind) for name in thing.names]
        edges.append({(at, sound(words[at])) for words in names if words for at in (0, -1)})
    return bool(edges[0] & edges[1])


def _judgement(one: KnownThing, other: KnownThing, verdict: str, match: NameMatch) -> Judgement:
    first, second = sorted((one.iri, other.iri))
    return Judgement(first, second, verdict, NAME_METHOD, match.score, match.reason)


def _is_person(thing: KnownThing) -> bool:
    return thing.kind in PEOPLE
