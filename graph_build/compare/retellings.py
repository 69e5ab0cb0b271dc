"""Finds the reports that tell one story, and which of their sentences tell the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from graph_build.compare.alignment import Alignment, align
from graph_build.compare.candidates import FEW, Index, key_of, pairs_within
from graph_build.compare.passages import Passage, passages_of
from graph_build.model.comparison import ComparedReport, Comparison

FEWEST_SHARED: Final = 3  # stems
HELD: Final = 0.5  # of the stems of the shorter sentence stand in the other
ALIKE: Final = 0.4  # of the words stand in both, in one order
NEARLY_EQUAL: Final = 0.7
LOOSELY: Final = 0.25  # of the words, where many stems are shared
HELD_LOOSELY: Final = 0.45
MANY_SHARED: Final = 6
FEWEST_ALIKE: Final = 2  # sentences of two reports that credit one medium
FEWEST_ALONE: Final = 3  # sentences of two reports that share nothing else
CLOSE: Final = 0.15  # of the sentences of the shorter report tell the same
MOST_SIBLINGS: Final = 24

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence of a sibling that tells the same as one of ours, and how they lie together."""

    passage: Passage
    alignment: Alignment

    @property
    def is_nearly_equal(self) -> bool:
        """Whether what differs can be read off word by word."""
        return self.alignment.likeness >= NEARLY_EQUAL

    @property
    def is_loose(self) -> bool:
        """Whether the two tell the same only in part."""
        return self.alignment.likeness < ALIKE


@dataclass(frozen=True, slots=True)
class Retelling:
    """A report beside its siblings: the retellings of the same story that it is compared with.

    `close` are the siblings of which enough sentences tell the same. `counterparts` gives, for each
    of its sentences by number, the best in each sibling.
    """

    report: ComparedReport
    passages: tuple[Passage, ...]
    siblings: tuple[str, ...]
    close: frozenset[str]
    counterparts: Mapping[int, Mapping[str, Retold]] = field(default_factory=dict)


def retellings(
    reports: Sequence[ComparedReport], comparisons: Iterable[Comparison]
) -> tuple[tuple[Retelling, ...], Mapping[str, tuple[Passage, ...]]]:
    """Every report that has siblings, and the sentences of all that are one.

    Two reports tell one story if one is nearly a copy of the other, if they share a quotation, or
    if enough of their sentences tell the same: fewer where both credit one medium.
    """
    passages = {report.report: passages_of(report) for report in reports}
    linked = _linked(reports, comparisons, passages)
    pairs = {pair: _aligned(passages[pair[0]], passages[pair[1]]) for pair in linked}
    of_report: dict[str, list[Pair]] = defaultdict(list)
    for pair in linked:
        for report in pair:
            of_report[report].append(pair)
    found = [
        _retelling(report, passages, {pair: pairs[pair] for pair in of_report[report.report]})
        for report in reports
        if report.report in of_report
    ]
    return tuple(found), passages


def _linked(
    reports: Sequence[ComparedReport],
    comparisons: Iterable[Comparison],
    passages: Mapping[str, Sequence[Passage]],
) -> dict[Pair, int]:
    """The pairs of reports that tell one story, with how much links them."""
    report_of = {c.claim: report.report for report in reports for c in report.claims}
    links: Counter[Pair] = Counter()
    for comparison in comparisons:
        first, second = comparison.first, comparison.second
        if not comparison.of_reports:
            first, second = report_of[first], report_of[second]
        links[min(first, second), max(first, second)] += FEWEST_ALONE
    media = {report.report: report.media for report in reports}
    alike = Counter(_alike(passages))
    for pair, count in alike.items():
        shared = media[pair[0]] & media[pair[1]]
        if pair in links or count >= (FEWEST_ALIKE if shared else FEWEST_ALONE):
            links[pair] += count
    return _strongest(links)


def _strongest(links: Counter[Pair]) -> dict[Pair, int]:
    """Of the pairs, those that either report has among its strongest."""
    by_report: dict[str, list[tuple[int, Pair]]] = defaultdict(list)
    for pair, count in links.items():
        for report in pair:
            by_report[report].append((-count, pair))
    kept = {pair for held in by_report.values() for _, pair in sorted(held)[:MOST_SIBLINGS]}
    return {pair: links[pair] for pair in sorted(kept)}


def _alike(passages: Mapping[str, Sequence[Passage]]) -> Iterator[Pair]:
    """A pair of reports for each two of their sentences that tell the same."""
    wordings: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for held in passages.values():
        for passage in held:
            wordings[passage.words].append(passage)
    names = sorted(wordings)
    for words in names:
        if len(wordings[words][0].stems) >= FEWEST_SHARED:
            yield from _report_pairs(pairs_within(wordings[words]))
    index = Index()
    for owner, words in enumerate(names):
        stems = [token.stem for token in wordings[words][0].tokens if token.is_content]
        index.add(owner, (key_of(pair) for pair in pairwise(stems)))
    for one, other in index.pairs(fewest=2):
        first, second = wordings[names[one]], wordings[names[other]]
        if _tells_same(first[0], second[0]) is not None:
            yield from _report_pairs((a, b) for a in first[:FEW] for b in second[:FEW])


def _report_pairs(pairs: Iterable[tuple[Passage, Passage]]) -> Iterator[Pair]:
    for one, other in pairs:
        if one.report != other.report:
            yield min(one.report, other.report), max(one.report, other.report)


def _tells_same(one: Passage, other: Passage, *, loosely: bool = False) -> Alignment | None:
    """How the words of two sentences lie together; None where they do not tell the same."""
    shared = len(one.stems & other.stems)
    if shared < min(FEWEST_SHARED, len(one.stems), len(other.stems)) or not shared:
        return None
    held = HELD_LOOSELY if loosely and shared >= MANY_SHARED else HELD
    if shared < held * min(len(one.stems), len(other.stems)):
        return None
    alignment = align(one.words, other.words)
    needed = LOOSELY if loosely and shared >= MANY_SHARED else ALIKE
    return alignment if alignment.likeness >= needed else None


def _aligned(one: Sequence[Passage], other: Sequence[Passage]) -> list[tuple[int, int, Alignment]]:
    found = []
    for mine, passage in enumerate(one):
        for theirs, counterpart in enumerate(other):
            alignment = _tells_same(passage, counterpart, loosely=True)
            if alignment is not None:
                found.append((mine, theirs, alignment))
    return found


def _retelling(
    report: ComparedReport,
    passages: Mapping[str, tuple[Passage, ...]],
    pairs: Mapping[Pair, Sequence[tuple[int, int, Alignment]]],
) -> Retelling:
    own = report.report
    counterparts: dict[int, dict[str, Retold]] = defaultdict(dict)
    siblings = {pair: pair[0] if pair[1] == own else pair[1] for pair in pairs}
    for pair, sibling in siblings.items():
        for mine, theirs, alignment in pairs[pair]:
            turned = alignment if pair[0] == own else alignment.turned()
            number, other = (mine, theirs) if pair[0] == own else (theirs, mine)
            held = counterparts[number].get(sibling)
            if held is None or held.alignment.likeness < turned.likeness:
                counterparts[number][sibling] = Retold(passages[sibling][other], turned)
    close = frozenset(
        sibling
        for sibling in siblings.values()
        if _is_close(sibling, counterparts, min(len(passages[own]), len(passages[sibling])))
    )
    ordered = tuple(sorted(siblings.values()))
    return Retelling(report, passages[own], ordered, close, counterparts)


def _is_close(
    sibling: str, counterparts: Mapping[int, Mapping[str, Retold]], sentences: int
) -> bool:
    told = (held[sibling] for held in counterparts.values() if sibling in held)
    alike = sum(not retold.is_loose for retold in told)
    return alike >= max(FEWEST_ALIKE, int(CLOSE * sentences))
