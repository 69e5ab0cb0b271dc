"""Finds quotations of different reports that are made of the same words.

Says nothing of who spoke first, nor that two reports are independent: the same words are rather a
sign that they are not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from graph_build.compare.differences import equal_reason, within_reason
from graph_build.model.comparison import Comparison, QuotedClaim
from graph_build.model.wording import plain_wording

KIND: Final = "same-words"
RULE: Final = "quotation-words-1"
VERSION: Final = "0.1"
SHINGLE: Final = 5  # so many words in a row are rarely the same by chance
FEWEST_EQUAL: Final = 3  # two whole quotations of fewer words are no sign of anything

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Quoted words of a claim as they stand; whether the claim quotes nothing else."""

    claim: QuotedClaim
    raw: str
    whole: bool


def same_words(quotations: Iterable[QuotedClaim]) -> tuple[Comparison, ...]:
    """The pairs of claims of different reports whose quoted words are the same, sorted.

    Two match if, made plain, all quoted words of the one equal those of the other (three words or
    more), or if those of the one, or one unbroken stretch of them, stand within those of the other
    (five words or more). The work grows with the number of distinct wordings and of the pairs
    found, not with the square of the claims.
    """
    by_words = _by_words(quotations)
    found: dict[tuple[str, str], Comparison] = {}
    for shorter, longer in _matches(by_words):
        pairs: Iterable[tuple[_Quotation, _Quotation]] = (
            combinations(by_words[shorter], 2)
            if shorter == longer
            else product(by_words[shorter], by_words[longer])
        )
        for one, other in pairs:
            if one.claim.report != other.claim.report:
                comparison = _compare(one, other, shorter, longer)
                found.setdefault((comparison.first, comparison.second), comparison)
    return tuple(found[pair] for pair in sorted(found))


def _by_words(quotations: Iterable[QuotedClaim]) -> dict[Words, list[_Quotation]]:
    """The quotations of each distinct plain wording: whole ones, and long stretches of them."""
    found: dict[Words, list[_Quotation]] = defaultdict(list)
    for claim in sorted(set(quotations)):
        whole = " ".join(claim.quoted)
        for raw, fewest in [(whole, FEWEST_EQUAL), *((s, SHINGLE) for s in claim.quoted)]:
            words = tuple(plain_wording(raw).split())
            known = found.get(words)
            if len(words) >= fewest and (known is None or known[-1].claim != claim):
                found[words].append(_Quotation(claim, raw, fewest == FEWEST_EQUAL))
    return found


def _matches(by_words: Mapping[Words, object]) -> Iterator[tuple[Words, Words]]:
    """Pairs of wordings, equal ones first, then those of which one stands within the other."""
    wordings = sorted(by_words)
    yield from ((words, words) for words in wordings)
    holders: dict[Words, list[Words]] = defaultdict(list)
    for words in wordings:
        for shingle in dict.fromkeys(_shingles(words)):
            holders[shingle].append(words)
    for words in wordings:
        candidates = min((holders[s] for s in _shingles(words)), key=len, default=[])
        yield from ((words, longer) for longer in candidates if _is_within(words, longer))


def _shingles(words: Words) -> Iterator[Words]:
    return (words[start : start + SHINGLE] for start in range(len(words) - SHINGLE + 1))


def _is_within(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    size = len(shorter)
    starts = range(len(longer) - size + 1)
    return size < len(longer) and any(longer[s : s + size] == shorter for s in starts)


def _compare(one: _Quotation, other: _Quotation, shorter: Words, longer: Words) -> Comparison:
    first, second = sorted((one.claim.claim, other.claim.claim))
    if shorter == longer:
        whole = one.whole and other.whole
        reason = equal_reason(one.raw, other.raw, len(shorter), whole=whole)
    else:
        reason = within_reason(len(shorter), len(longer))
    return Comparison(first, second, KIND, RULE, reason, VERSION)
