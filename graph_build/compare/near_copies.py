"""Finds reports whose text is (nearly) the same: agency copy, a file held twice.

Says that two such reports are not independent, not which of them is the copy.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from graph_build.compare.candidates import Index, key_of, pairs_between, pairs_within, shingles
from graph_build.compare.tokens import tokens_in
from graph_build.model.comparison import ComparedReport, Comparison, Verdict

KIND: Final = "near-copy"
RULE: Final = "text-shingles-1"
VERSION: Final = "0.1"
SHINGLE: Final = 5
SHARED: Final = 0.6  # of the shingles of the shorter text
FEWEST_EQUAL: Final = 10  # words
FEWEST: Final = 40  # words, where the texts are not wholly equal

Words = tuple[str, ...]


def near_copies(reports: Iterable[ComparedReport]) -> tuple[Comparison, ...]:
    """The pairs of reports of which the shorter stands, nearly, in the longer; sorted.

    Only the body of a report counts: another headline or footer makes no other text.
    """
    holders: dict[Words, list[str]] = defaultdict(list)
    for report in reports:
        words = tuple(token.plain for token in tokens_in(report.text, report.body))
        if len(words) >= FEWEST_EQUAL:
            holders[words].append(report.report)
    texts = sorted(holders)
    found = [
        _comparison(pair, f"All {len(words)} words of the two texts are the same.")
        for words in texts
        for pair in pairs_within(sorted(holders[words]))
    ]
    for one, other, shared in _alike(texts):
        size = min(len(texts[one]), len(texts[other]))
        reason = (
            f"{round(100 * shared)}% of the stretches of {SHINGLE} words of the shorter text "
            f"({size} words) stand in the longer one."
        )
        pairs = pairs_between(sorted(holders[texts[one]]), sorted(holders[texts[other]]))
        found.extend(_comparison(pair, reason) for pair in pairs)
    return tuple(sorted(found))


def _alike(texts: list[Words]) -> Iterator[tuple[int, int, float]]:
    keys = [frozenset(key_of(s) for s in shingles(words, SHINGLE)) for words in texts]
    index = Index()
    for owner, own in enumerate(keys):
        if len(texts[owner]) >= FEWEST:
            index.add(owner, own)
    for one, other in index.pairs(fewest=2):
        size = min(len(keys[one]), len(keys[other]))
        shared = len(keys[one] & keys[other]) / size
        if shared >= SHARED:
            yield one, other, shared


def _comparison(pair: tuple[str, str], reason: str) -> Comparison:
    first, second = sorted(pair)
    return Comparison(
        first, second, KIND, RULE, reason, VERSION, Verdict.NOT_INDEPENDENT, of_reports=True
    )
