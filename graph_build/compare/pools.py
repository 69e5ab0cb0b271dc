"""Unnamed sources of all reports together: which are one pool, how many people, why unnamed.

Two sources are one pool where they are made of the same groups, each with its number and what it
belongs to, and speak through the same medium; never for a number alone. How many people they are is
given in bounds: what may overlap counts once, and only people of different countries add up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from graph_build.model.cited_source import CitedGroup, CitedSource, SourceComparison
from graph_build.model.comparison import Verdict

VERSION: Final = "0.1"
POOL_RULE: Final = "make-up-and-medium-1"
COUNT_RULE: Final = "overlap-unless-told-apart-1"
REASONS_RULE: Final = "reasons-for-anonymity-1"
FEWEST_GROUPS: Final = 2  # numbered, and each said to belong somewhere

Pool = tuple[CitedSource, ...]
_GroupKey = tuple[str, int | None, int | None]


def compare_sources(
    sources: Iterable[CitedSource],
    names: Mapping[str, str],
    apart: Iterable[tuple[str, str]] = (),
) -> tuple[SourceComparison, ...]:
    """Everything that comparing unnamed sources finds, whatever their order.

    Args:
        sources: those of all reports.
        names: the name of each medium, by IRI.
        apart: pairs of sources that a person holds to be different people.
    """
    held = sorted(sources)
    pools = _pools(held, {frozenset(pair) for pair in apart})
    found = []
    for pool in pools:
        if len(pool) > 1:
            found.append(_same_pool(pool, names))
            found.extend(_reasons(pool))
    by_report: dict[str, list[CitedSource]] = defaultdict(list)
    for source in held:
        by_report[source.report].append(source)
    pool_of = {member: pool for pool in pools for member in pool}
    for _, own in sorted(by_report.items()):
        found.append(_total("report-total", own, [pool_of[source] for source in own]))
    if held:
        found.append(_total("total", held, pools))
    return tuple(sorted(found, key=lambda one: (one.kind, one.sources)))


def bounds(sources: Iterable[CitedSource], pools: Iterable[Pool] = ()) -> tuple[int, int | None]:
    """How many people the sources are at least, and at most (None where nothing limits it).

    `pools` are sources known to be the same people; what is part of another is not counted.
    """
    chosen = sorted(set(sources))
    known = {source.source for source in chosen}
    whole = [source for source in chosen if source.whole not in known]
    return _least(whole), _most(whole, pools)


# pools


def _pools(sources: Sequence[CitedSource], apart: set[frozenset[str]]) -> tuple[Pool, ...]:
    """The sources, those that are the same people together; each is in one pool, perhaps alone."""
    like: dict[tuple[_GroupKey, ...], list[CitedSource]] = defaultdict(list)
    pools: list[list[CitedSource]] = []
    for source in sources:
        key = _make_up(source)
        if len(key) < FEWEST_GROUPS:
            pools.append([source])
        else:
            like[key].append(source)
    for _, alike in sorted(like.items(), key=lambda pair: pair[1]):
        joined: list[list[CitedSource]] = []
        for source in alike:
            pool = next((p for p in joined if _fits(source, p, apart)), None)
            if pool is None:
                joined.append([source])
            else:
                pool.append(source)
        pools.extend(joined)
    return tuple(tuple(pool) for pool in pools)


def _make_up(source: CitedSource) -> tuple[_GroupKey, ...]:
    """What the source is made of, as far as it can be told again; () where a part is left open."""
    keys = [_group_key(group) for group in source.groups if group.minimum is not None]
    belongs = any(group.affiliation for group in source.groups)
    is_told = belongs and all(key[0] for key in keys) and len(keys) == len(source.groups)
    return tuple(sorted(keys, key=str)) if is_told else ()


def _group_key(group: CitedGroup) -> _GroupKey:
    return group.country or group.label.casefold(), group.minimum, group.maximum


def _fits(source: CitedSource, pool: Sequence[CitedSource], apart: set[frozenset[str]]) -> bool:
    """Whether the source speaks through a medium that all of the pool speak through.

    Two sources of one report are never one pool: the report tells them apart.
    """
    shared = source.media.intersection(*(other.media for other in pool))
    return bool(shared) and all(
        source.report != other.report and frozenset((source.source, other.source)) not in apart
        for other in pool
    )


def _same_pool(pool: Pool, names: Mapping[str, str]) -> SourceComparison:
    shared = frozenset.intersection(*(source.media for source in pool))
    media = ", ".join(sorted(names.get(medium, medium) for medium in shared))
    make_up = _groups_in_words(pool[0])
    least, most = bounds(pool, [pool])
    reports = len({source.report for source in pool})
    reason = (
        f"{reports} reports count them alike ({', '.join(make_up)}) "
        f"and have them through the same medium ({media})"
    )
    return SourceComparison(
        kind="same-pool",
        rule=POOL_RULE,
        reason=reason,
        version=VERSION,
        label=pool[0].label,
        sources=_iris(pool),
        reports=_reports(pool),
        claims=_claims(pool),
        verdict=Verdict.NOT_INDEPENDENT,
        least=least,
        most=most,
        make_up=make_up,
        stated=_stated(pool),
    )


def _groups_in_words(source: CitedSource) -> tuple[str, ...]:
    return tuple(f"{group.minimum} {group.label}".strip() for group in source.groups)


# reasons for not being named


def _reasons(pool: Pool) -> Iterable[SourceComparison]:
    """The reasons of one pool side by side, where reports give two that differ."""
    stated = _stated(pool)
    if len(stated) < 2:
        return
    given = "; ".join(f"{s.file_name} “{s.reason}”" for s in pool if s.reason)
    silent = [source.file_name for source in pool if not source.reason]
    none = f"; {', '.join(silent)} none" if silent else ""
    least, most = bounds(pool, [pool])
    yield SourceComparison(
        kind="reasons-for-anonymity",
        rule=REASONS_RULE,
        reason=f"why the same people are not named: {given}{none}; all reasons may hold",
        version=VERSION,
        label=pool[0].label,
        sources=_iris(pool),
        reports=_reports(pool),
        claims=tuple(sorted({c for source in pool for c in _claims_for_reason(source)})),
        verdict=Verdict.RENDERED_DIFFERENTLY,
        least=least,
        most=most,
        make_up=_groups_in_words(pool[0]),
        stated=stated,
    )


def _stated(sources: Iterable[CitedSource]) -> tuple[str, ...]:
    reasons = {" ".join(s.reason.split()).casefold(): s.reason for s in sources if s.reason}
    longest = [
        words
        for key, words in reasons.items()
        if not any(key != other and key in other for other in reasons)
    ]
    return tuple(sorted(longest))


def _claims_for_reason(source: CitedSource) -> tuple[str, ...]:
    """The claims whose words hold the stated reason, else none where none is stated, else all."""
    if not source.reason:
        return ()
    holding = tuple(claim for claim, words in source.claims if source.reason in words)
    return holding or tuple(claim for claim, _ in source.claims)


# counts


def _total(kind: str, sources: Sequence[CitedSource], pools: Sequence[Pool]) -> SourceComparison:
    least, most = bounds(sources, pools)
    reports = {source.report for source in sources}
    where = f"{len(reports)} reports" if kind == "total" else sources[0].file_name
    shown = f"at least {least}" if most != least else f"exactly {least}"
    label = f"all unnamed sources of {where}"
    limit = f"at most {most}" if most is not None else "no upper bound, since a text sets none"
    reason = (
        f"{shown} people, {limit}: sources that may overlap count once, "
        "people of different countries add up"
    )
    return SourceComparison(
        kind=kind,
        rule=COUNT_RULE,
        reason=reason,
        version=VERSION,
        label=label,
        sources=_iris(sources),
        reports=_reports(sources),
        claims=_claims(sources),
        least=least,
        most=most,
        stated=_stated(sources),
    )


def _least(sources: Sequence[CitedSource]) -> int:
    """The greatest number that is sure: one source whole, with those it cannot hold beside it.

    Of each country there are as many as one source counts at most; what one source has of it, or
    has of people whose country is open, is taken off before the rest is added.
    """
    needed: dict[str, int] = {}
    for source in sources:
        for country, number in _by_country(source).items():
            needed[country] = max(needed.get(country, 0), number)
    least = sum(needed.values())
    for source in sources:
        own = _by_country(source)
        missing = sum(max(0, number - own.get(country, 0)) for country, number in needed.items())
        undetermined = source.least - sum(own.values())
        least = max(least, source.least + max(0, missing - undetermined))
    return least


def _by_country(source: CitedSource) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for group in source.groups:
        if group.country is not None:
            found[group.country] = found.get(group.country, 0) + max(group.minimum or 1, 1)
    return found


def _most(sources: Sequence[CitedSource], pools: Iterable[Pool]) -> int | None:
    """The sum over all who may be different people; None where one of them has no upper bound."""
    pool_of = {member.source: pool for pool in pools for member in pool}
    most: dict[str, int] = {}
    for source in sources:
        if source.maximum is None:
            return None
        pool = pool_of.get(source.source, (source,))
        first = pool[0].source
        most[first] = min(most.get(first, source.maximum), source.maximum)
    return sum(most.values())


def _iris(sources: Iterable[CitedSource]) -> tuple[str, ...]:
    return tuple(sorted(source.source for source in sources))


def _reports(sources: Iterable[CitedSource]) -> tuple[str, ...]:
    return tuple(sorted({source.report for source in sources}))


def _claims(sources: Iterable[CitedSource]) -> tuple[str, ...]:
    return tuple(sorted({claim for source in sources for claim, _ in source.claims}))
