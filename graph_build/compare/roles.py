"""Finds speakers whom retellings word or name otherwise: of one quotation, or in one office."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.compare.edits import name_change
from graph_build.compare.passages import stems_of
from graph_build.compare.retellings import Retelling
from graph_build.compare.speakers import source_change
from graph_build.compare.tokens import Token, plain_word, tokens_in
from graph_build.compare.wording import WordingKind
from graph_build.model.comparison import (
    ComparedClaim,
    ComparedReport,
    Comparison,
    Mutation,
    Verdict,
)
from graph_build.model.text import Span

QUOTATION_RULE: Final = "speaker-of-quotation-1"
ROLE_RULE: Final = "same-role-1"
VERSION: Final = "0.1"
SAME_ROLE: Final = 0.75  # of the words of the shorter description
SAME_ROLE_LONGER: Final = 0.6
FEWEST_SHARED: Final = 3
FEWEST_EQUAL: Final = 2

_ALIGNED: Final = frozenset(WordingKind) - {WordingKind.MOVED_INTO_MARKS}


@dataclass(frozen=True, slots=True)
class _Voice:
    """A claim with the words in which its report gives the source."""

    report: ComparedReport
    claim: ComparedClaim
    words: tuple[Token, ...]

    @property
    def text(self) -> str:
        """Those words as written."""
        return " ".join(span.cut(self.report.text) for span in self.claim.source)

    @property
    def name(self) -> str:
        """How the report names the speaker, as far as the words go."""
        label = set(map(plain_word, (self.claim.speaker_label or "").split()))
        label |= {part for word in label for part in word.split("-")}
        return " ".join(t.raw for t in self.words if t.plain in label)

    @property
    def role(self) -> frozenset[str]:
        """What the words say of the speaker beside the name."""
        name = set(map(plain_word, self.name.split()))
        return stems_of(token for token in self.words if token.plain not in name)


def speakers_of_quotations(
    reports: Sequence[ComparedReport], comparisons: Iterable[Comparison]
) -> Iterator[Mutation]:
    """Claims that give the speaker of a shared quotation otherwise than the others that have it."""
    voices = {v.claim.claim: v for report in reports for v in _voices(report)}
    beside: dict[str, set[str]] = defaultdict(set)
    for comparison in comparisons:
        if comparison.kind in _ALIGNED:
            beside[comparison.first].add(comparison.second)
            beside[comparison.second].add(comparison.first)
    for claim in sorted(beside.keys() & voices.keys()):
        others = [voices[other] for other in sorted(beside[claim]) if other in voices]
        changes: dict[str, list[_Voice]] = defaultdict(list)
        for other in others:
            changes[_change(voices[claim], other)].append(other)
        agreeing = changes.pop("", [])
        for change, against in sorted(changes.items()):
            if len(against) > len(agreeing):
                yield _of_quotation(voices[claim], change, against, len(others))


def _change(one: _Voice, other: _Voice) -> str:
    return source_change(one.claim, one.words, other.claim, other.words, loosely=True)


def _of_quotation(voice: _Voice, change: str, against: Sequence[_Voice], compared: int) -> Mutation:
    kind = f"speaker-{change}"
    if change == "name":
        kind = name_change(voice.name, against[0].name).value
    elif change == "number":
        kind = "number-changed"
    there = tuple(sorted({other.text for other in against}))
    others = " and ".join(f"“{text}”" for text in there)
    reason = (
        f"The same quotation is given to “{voice.text}” here and to {others} in "
        f"{len(against)} of {compared} retellings compared."
    )
    return _mutation(voice, (kind, QUOTATION_RULE, reason), against, compared, (voice.text, there))


def names_in_one_role(told: Sequence[Retelling]) -> Iterator[Mutation]:
    """Speakers who have another name than those whom siblings give in the same office."""
    voices = {r.report.report: _named_voices(r.report) for r in told}
    for retelling in told:
        for voice in voices[retelling.report.report]:
            same = [
                other
                for sibling in retelling.siblings
                for other in voices.get(sibling, ())
                if _is_same_role(voice.role, other.role)
            ]
            against = [other for other in same if _is_other_name(voice, other)]
            agreeing = {o.report.report for o in same} - {o.report.report for o in against}
            names: dict[str, list[_Voice]] = defaultdict(list)
            for other in against:
                names[other.name].append(other)
            if names and max(len(_files(held)) for held in names.values()) > len(agreeing):
                yield _of_role(voice, against, len(_files(same)))


def _of_role(voice: _Voice, against: Sequence[_Voice], compared: int) -> Mutation:
    there = tuple(sorted({other.name for other in against}))
    shared = set(voice.name.casefold().split()) & set(there[0].casefold().split())
    hint = f" (“{min(shared)}” stands in both names)" if shared else ""
    role = voice.text.replace(voice.name, "").strip(" ,")
    reason = (
        f"The speaker described as “{role}” is called “{voice.name}” here and "
        f"{' or '.join(f'“{name}”' for name in there)} in {len(_files(against))} of {compared} "
        f"retellings compared{hint}; both names are kept."
    )
    kind = name_change(voice.name, there[0]).value
    return _mutation(voice, (kind, ROLE_RULE, reason), against, compared, (voice.name, there))


def _files(voices: Iterable[_Voice]) -> set[str]:
    return {voice.report.report for voice in voices}


def _mutation(
    voice: _Voice,
    judgement: tuple[str, str, str],
    against: Sequence[_Voice],
    compared: int,
    values: tuple[str, tuple[str, ...]],
) -> Mutation:
    kind, rule, reason = judgement
    return Mutation(
        report=voice.report.report,
        span=Span(voice.words[0].start, voice.words[-1].end),
        kind=kind,
        rule=rule,
        reason=reason,
        version=VERSION,
        verdict=Verdict.RENDERED_DIFFERENTLY,
        here=values[0],
        there=values[1],
        claims=(voice.claim.claim,),
        siblings=tuple(sorted({other.claim.claim for other in against})),
        compared=compared,
        against=len(_files(against)),
    )


def _voices(report: ComparedReport) -> Iterator[_Voice]:
    for claim in report.claims:
        words = tuple(tokens_in(report.text, claim.source))
        if words and claim.speaker:
            yield _Voice(report, claim, words)


def _named_voices(report: ComparedReport) -> tuple[_Voice, ...]:
    """One voice for each speaker whom the report names and describes, the fullest."""
    best: dict[str, _Voice] = {}
    for voice in _voices(report):
        speaker = voice.claim.speaker or ""
        if voice.claim.named and voice.name and len(voice.role) >= FEWEST_EQUAL:
            held = best.get(speaker)
            if held is None or len(voice.role) > len(held.role):
                best[speaker] = voice
    return tuple(best[speaker] for speaker in sorted(best))


def _is_same_role(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    if one == other:
        return shared >= FEWEST_EQUAL
    sizes = sorted((len(one), len(other)))
    enough = shared >= SAME_ROLE * sizes[0] and shared >= SAME_ROLE_LONGER * sizes[1]
    return shared >= FEWEST_SHARED and enough


def _is_other_name(one: _Voice, other: _Voice) -> bool:
    if one.claim.speaker == other.claim.speaker:
        return False
    names = [frozenset(map(plain_word, voice.name.split())) for voice in (one, other)]
    lengths = [len(voice.name.split()) for voice in (one, other)]
    shorter = names[0] <= names[1] or names[1] <= names[0]
    return names[0] != names[1] and not (shorter and lengths[0] != lengths[1])
