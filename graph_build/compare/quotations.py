"""Finds quotations of different reports that are made of the same words, and says what differs.

Says nothing of who spoke first, nor that two reports are independent: the same words are rather a
sign that they are not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.compare.alignment import Alignment, align, find_within
from graph_build.compare.candidates import Index, key_of, pairs_between, pairs_within, shingles
from graph_build.compare.differences import Rendering, explain
from graph_build.compare.tokens import Token, quoted_spans, runs, tokens_in
from graph_build.compare.wording import WordingKind, shifted_words, wording_kind
from graph_build.model.comparison import ComparedClaim, ComparedReport, Comparison, Verdict

RULE: Final = "quotation-words-2"
VERSION: Final = "0.1"
SHINGLE: Final = 4
FEWEST_EQUAL: Final = 3  # two whole quotations of fewer words are no sign of anything
FEWEST_WITHIN: Final = 5  # so many words in a row are rarely the same by chance

Words = tuple[str, ...]
Rank = tuple[bool, int]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of a claim that are compared as one: all it quotes, a part of that, or all it says.

    `lead` are the claim's own words before the first that it quotes.
    """

    claim: ComparedClaim
    report: str
    tokens: tuple[Token, ...]
    quoted: bool
    whole: bool
    lead: tuple[Token, ...] = ()

    @property
    def rendering(self) -> Rendering:
        """What `differences` needs of it."""
        speaker = self.claim.speaker_label
        return Rendering(self.tokens, speaker, self.quoted, self.whole, self.lead)


def quotations(reports: Iterable[ComparedReport]) -> tuple[Comparison, ...]:
    """The pairs of claims of different reports that give the same words, sorted.

    At least one of the two has them between quotation marks. The work grows with the number of
    distinct wordings and of the pairs found, not with the square of the claims.
    """
    wordings = _by_wording(s for report in reports for s in _stretches(report))
    found: dict[tuple[str, str], tuple[Rank, Comparison]] = {}
    for one, other in _candidates(wordings):
        same = one == other
        pairs = (
            pairs_within(wordings[one]) if same else pairs_between(wordings[one], wordings[other])
        )
        kinds: dict[tuple[bool, bool], tuple[WordingKind, Alignment] | None] = {}
        for first, second in pairs:
            if first.report == second.report or not (first.quoted or second.quoted):
                continue
            shape = first.quoted, second.quoted
            if shape not in kinds:
                kinds[shape] = _kind(first, second)
            if (kind := kinds[shape]) is not None:
                rank = (not all(shape), -kind[1].matched)
                _keep(found, rank, _compare(first, second, *kind))
    return tuple(comparison for _, (_, comparison) in sorted(found.items()))


def _stretches(report: ComparedReport) -> Iterator[_Stretch]:
    quoted = quoted_spans(report.text)
    for claim in report.claims:
        tokens = tuple(tokens_in(report.text, claim.content, quoted=quoted))
        flags = [token.quoted for token in tokens]
        if claim.mode == "direct" and not any(flags):
            flags = [True] * len(tokens)
        said = tuple(token for token, flag in zip(tokens, flags, strict=True) if flag)
        if len(said) >= FEWEST_EQUAL:
            lead = tokens[: flags.index(True)]
            yield _Stretch(claim, report.report, said, quoted=True, whole=True, lead=lead)
        for start, end in runs(flags):
            if FEWEST_WITHIN <= end - start < len(said):
                part, lead = tokens[start:end], tokens[:start]
                yield _Stretch(claim, report.report, part, quoted=True, whole=False, lead=lead)
        if len(tokens) - len(said) >= FEWEST_WITHIN:
            yield _Stretch(claim, report.report, tokens, quoted=False, whole=True)


def _by_wording(stretches: Iterable[_Stretch]) -> dict[Words, list[_Stretch]]:
    found: dict[Words, list[_Stretch]] = defaultdict(list)
    for stretch in stretches:
        found[tuple(token.plain for token in stretch.tokens)].append(stretch)
    for group in found.values():
        group.sort(key=lambda s: (s.claim.claim, not s.quoted, not s.whole))
    return {words: found[words] for words in sorted(found)}


def _candidates(wordings: dict[Words, list[_Stretch]]) -> Iterator[tuple[Words, Words]]:
    """Pairs of wordings that may go together; equal ones first."""
    names = list(wordings)
    quoted = [any(s.quoted for s in wordings[words]) for words in names]
    yield from ((w, w) for w, is_quoted in zip(names, quoted, strict=True) if is_quoted)
    keys = [[key_of(s) for s in shingles(shifted_words(words), SHINGLE)] for words in names]
    known = {key for own, is_quoted in zip(keys, quoted, strict=True) if is_quoted for key in own}
    index = Index()
    for owner, own in enumerate(keys):
        index.add(owner, (key for key in own if key in known))
    for one, other in index.pairs():
        if quoted[one] or quoted[other]:
            yield names[one], names[other]


def _kind(one: _Stretch, other: _Stretch) -> tuple[WordingKind, Alignment] | None:
    """How the wordings stand to each other; None where they are only alike here and there."""
    words = [[token.plain for token in stretch.tokens] for stretch in (one, other)]
    alignment = align_within(words[0], words[1])
    kind = wording_kind(one.tokens, other.tokens, alignment, quoted=(one.quoted, other.quoted))
    if kind is None and one.quoted != other.quoted:
        alignment = align_within(*(shifted_words(w) for w in words))
        kind = wording_kind(one.tokens, other.tokens, alignment, quoted=(one.quoted, other.quoted))
    return None if kind is None else (kind, alignment)


def align_within(one: Sequence[str], other: Sequence[str]) -> Alignment:
    """The alignment of two lists of words, that of the shorter within a window of the longer."""
    if len(one) > len(other):
        turned = align_within(other, one)
        blocks = tuple((theirs, ours, size) for ours, theirs, size in turned.blocks)
        return Alignment(blocks, (len(one), len(other)))
    start, end = find_within(one, other)
    blocks = align(one, other[start:end]).blocks
    return Alignment(tuple((a, b + start, n) for a, b, n in blocks), (len(one), len(other)))


def _compare(one: _Stretch, other: _Stretch, kind: WordingKind, alignment: Alignment) -> Comparison:
    reason, differences = explain(kind, (one.rendering, other.rendering), alignment)
    first, second = sorted((one.claim.claim, other.claim.claim))
    return Comparison(
        first, second, kind.value, RULE, reason, VERSION, Verdict.SAME_UTTERANCE, differences
    )


def _keep(
    found: dict[tuple[str, str], tuple[Rank, Comparison]], rank: Rank, comparison: Comparison
) -> None:
    """Keeps, of two comparisons of one pair, that of quotation and quotation, of more words."""
    pair = comparison.first, comparison.second
    if pair not in found or (rank, comparison) < found[pair]:
        found[pair] = rank, comparison
