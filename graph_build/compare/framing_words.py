"""Loaded words beside things, and ways of naming one kind of thing that reports choose between."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from graph_build.compare.framing import (
    VERSION,
    Texts,
    Used,
    family_name,
    folded,
    gathered,
    listed,
    resting,
    shown,
)
from graph_build.compare.function_words import DAYS, MONTHS
from graph_build.model.comparison import ComparedReport, Verdict
from graph_build.model.framing import Family, Framing, Naming, TermsOfNaming
from graph_build.model.text import Span

LOADED_RULE: Final = "loaded-words-1"
WAYS_RULE: Final = "ways-of-naming-1"
FEWEST_SHARED: Final = 2  # names by which two reports may tell of the same
COMMON: Final = 24  # reports: a name that more of them have tells no stories apart
MOST_NAMES: Final = 3

_PROPER: Final = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]{2,}(?: [A-Z][\w’'-]+)*")

Pair = tuple[str, str]
_Written = tuple[Span, str, bool]
Uses = Mapping[str, Mapping[TermsOfNaming, Sequence[Used]]]


def loaded_words(texts: Texts, terms: Sequence[TermsOfNaming]) -> Iterator[Framing]:
    """Each loaded word once a voice and a thing: the one named nearest in its claim, if any."""
    beside: dict[tuple[str, str], list[tuple[Used, list[Family]]]] = defaultdict(list)
    term_of: dict[str, TermsOfNaming] = {}
    for report in texts.reports:
        for term, use in _uses(report, texts, terms):
            near = _named_beside(use, texts)
            nearest = family_name(near[0]) if near else ""
            key = folded(use.naming.words)
            term_of[key] = term
            beside[(key, nearest)].append((use, near))
    for (key, entity), found in sorted(beside.items(), key=lambda pair: pair[0]):
        near_to: dict[tuple[str, str], set[str]] = defaultdict(set)
        for use, near in found:
            voice_of = (use.voice.kind, use.voice.label)
            near_to[voice_of].update(thing for family in near for thing in family.things)
        for (_, kind, voice), held in gathered((key, use) for use, _ in found).items():
            things = near_to[(kind, voice)]
            reports, claims = resting(held)
            yield Framing(
                kind="loaded-word",
                entity=entity,
                words=key,
                voice_kind=kind,
                voice=voice,
                rule=LOADED_RULE,
                reason=term_of[key].reason,
                version=VERSION,
                things=tuple(sorted(things)),
                reports=reports,
                claims=claims,
                count=len(held),
            )


def ways_of_naming(
    texts: Texts, terms: Sequence[TermsOfNaming], told: Iterable[Pair]
) -> Iterator[Framing]:
    """How reports that may tell of the same name one kind of thing, where they choose otherwise.

    `told` are pairs of reports that tell one story.
    """
    stories = {frozenset(pair) for pair in told}
    by_kind: dict[str, dict[str, dict[TermsOfNaming, list[Used]]]] = {}
    for report in texts.reports:
        for term, use in _uses(report, texts, terms):
            if _in_name(use.naming, texts, described=True):
                continue
            of_report = by_kind.setdefault(term.kind or "", {}).setdefault(report.report, {})
            of_report.setdefault(term, []).append(use)
    written = {report.report: _proper_names(report, texts) for report in texts.reports}
    for kind, uses in sorted(by_kind.items()):
        names = {report: _Names.of(written[report], chosen) for report, chosen in uses.items()}
        for group, shared in _same_matter(uses, names, stories):
            chosen = {report: uses[report] for report in group}
            if len({frozenset(terms) for terms in chosen.values()}) > 1:
                tied = _as_written(shared, next(r for r in texts.reports if r.report in group))
                yield from _ways_of(kind, chosen, tied, texts)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of a report, and those beside the words in question, with and without common ones."""

    proper: frozenset[str]
    beside: frozenset[str]
    beside_common: frozenset[str]

    @classmethod
    def of(
        cls, written: Sequence[_Written], chosen: Mapping[TermsOfNaming, Sequence[Used]]
    ) -> "_Names":
        """The names, from all that are written and the words that are chosen."""
        claims = {use.voice.claim for held in chosen.values() for use in held}
        spans = [span for claim in claims for span in (*claim.content, *claim.source)]
        near = [one for one in written if any(span.contains(one[0]) for span in spans)]
        return cls(
            frozenset(word for _, word, common in written if not common),
            frozenset(word for _, word, common in near if not common),
            frozenset(word for _, word, _ in near),
        )


def _uses(
    report: ComparedReport, texts: Texts, terms: Sequence[TermsOfNaming]
) -> Iterator[tuple[TermsOfNaming, Used]]:
    """Where the words stand in somebody's voice, outside proper names."""
    term_of = {form: term for term in terms for form in term.forms}
    if not term_of:
        return
    for found in _pattern(tuple(term_of)).finditer(report.text):
        span = Span(found.start(), found.end())
        naming = Naming(report.report, span, found[0], "")
        voice = texts.voice_at(naming)
        if voice is not None and not (
            found[0][0].isupper() and _in_name(naming, texts, described=False)
        ):
            yield term_of[" ".join(found[0].casefold().split())], Used(naming, voice)


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(forms, key=lambda form: (-len(form), form))
    words = (r"\s+".join(map(re.escape, form.split())) for form in longest)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)


def _in_name(naming: Naming, texts: Texts, *, described: bool) -> bool:
    """Whether it is part of a name; with `described` also of a description that names."""
    return any(
        name.span.contains(naming.span)
        and name.thing in texts.family_of
        and (described or not texts.family_of[name.thing].described)
        for name in texts.named.get(naming.report, ())
    )


def _named_beside(use: Used, texts: Texts) -> list[Family]:
    """The families named in the claim of the words, the nearest first."""
    spans = use.voice.claim.content
    at = use.naming.span
    near = [
        (max(0, name.span.start - at.end, at.start - name.span.end), name)
        for name in texts.named.get(use.naming.report, ())
        if name.thing in texts.family_of and any(span.contains(name.span) for span in spans)
    ]
    return list(dict.fromkeys(texts.family_of[name.thing] for _, name in sorted(near)))


# ways of naming


def _proper_names(report: ComparedReport, texts: Texts) -> Sequence[_Written]:
    """Each word of each proper name: where, in small letters, and whether it is too common."""
    found: list[_Written] = []
    for name in texts.named.get(report.report, ()):
        family = texts.family_of.get(name.thing)
        common = family is not None and family.is_common
        if any(word[0].isupper() for word in name.words.split()):
            found.extend((name.span, word, common) for word in _parts(name.words))
    known = {word for _, word, common in found if common} | texts.peoples | DAYS | MONTHS
    for match in _PROPER.finditer(report.text):
        span = Span(match.start(), match.end())
        found.extend((span, word, False) for word in _parts(match[0]))
    return [one for one in found if one[2] or one[1].partition("-")[0] not in known]


def _parts(name: str) -> list[str]:
    return [word.removesuffix("'s") for word in folded(name).split()]


def _same_matter(
    uses: Uses, names: Mapping[str, _Names], stories: set[frozenset[str]]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Groups of reports that may tell of the same, each with the names that tie it together."""
    group_of = {report: {report} for report in uses}
    shared: dict[str, set[str]] = defaultdict(set)
    for one, other in _candidates(uses, names, stories):
        tied = _tie(names[one], names[other], is_story=frozenset((one, other)) in stories)
        if tied:
            shared[one].update(tied)
            if group_of[one] is not group_of[other]:
                group_of[one] |= group_of[other]
                group_of.update(dict.fromkeys(group_of[other], group_of[one]))
    for first, group in sorted(group_of.items()):
        if len(group) > 1 and first == min(group):
            yield (
                tuple(sorted(group)),
                tuple(sorted({name for report in group for name in shared[report]})),
            )


def _tie(one: _Names, other: _Names, *, is_story: bool) -> frozenset[str]:
    """The names by which two reports may tell of the same, none where they may not.

    One must stand beside the words in both; of a story that is known it may be a common one.
    """
    common = one.proper & other.proper
    if is_story:
        beside = one.beside_common & other.beside_common
        return (common | beside) if beside else frozenset()
    return common if one.beside & other.beside and len(common) >= FEWEST_SHARED else frozenset()


def _candidates(
    uses: Uses, names: Mapping[str, _Names], stories: set[frozenset[str]]
) -> Sequence[Pair]:
    having: dict[str, list[str]] = defaultdict(list)
    for report in sorted(uses):
        for name in names[report].proper:
            having[name].append(report)
    pairs = {
        pair for held in having.values() if len(held) <= COMMON for pair in combinations(held, 2)
    }
    pairs.update(
        (min(story), max(story)) for story in stories if len(story) > 1 and story <= uses.keys()
    )
    return sorted(pairs)


def _as_written(shared: Iterable[str], report: ComparedReport) -> tuple[str, ...]:
    """The names that tie reports together, as the first of them writes them, at most three."""
    wanted = set(shared)
    found = (
        " ".join(word for word in name.split() if folded(word).removesuffix("'s") in wanted)
        for name in _PROPER.findall(report.text)
    )
    whole = dict.fromkeys(name.removesuffix("’s").removesuffix("'s") for name in found if name)
    longest = [n for n in whole if not any(n != other and n in other for other in whole)]
    return tuple(longest[:MOST_NAMES])


def _ways_of(kind: str, uses: Uses, names: Sequence[str], texts: Texts) -> Iterator[Framing]:
    rows: list[tuple[str, Used]] = []
    term_of: dict[str, TermsOfNaming] = {}
    for chosen in uses.values():
        for term, held in chosen.items():
            term_of.update((folded(use.naming.words), term) for use in held)
            rows.extend((folded(use.naming.words), use) for use in held)
    words = listed(sorted(term_of))
    tied = ", ".join(names)
    about = f" ({tied})" if tied else ""
    why = f"{len(uses)} reports that name the same ({tied})" if tied else f"{len(uses)} reports"
    families = {f for _, use in rows for f in _named_beside(use, texts) if not f.is_common}
    things = {kind, *(thing for family in families for thing in family.things)}
    for (key, voice_kind, voice), held in gathered(rows).items():
        reports, claims = resting(held)
        term = term_of[key]
        yield Framing(
            kind="label",
            entity=f"{term.kind_name}{about}",
            words=shown(held).casefold(),
            voice_kind=voice_kind,
            voice=voice,
            rule=WAYS_RULE,
            reason=f"{why} use other words, whether of one event or not: {words}; "
            f"this one {term.reason}",
            version=VERSION,
            things=tuple(sorted(things)),
            reports=reports,
            claims=claims,
            count=len(held),
            verdict=None if all(term in terms for terms in uses.values()) else Verdict.DIFFERS,
        )
