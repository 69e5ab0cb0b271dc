"""What each report calls the same thing, in whose voice, and which loaded words stand beside it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from graph_build.compare.function_words import FUNCTION_WORDS
from graph_build.compare.voices import Voice, Voices
from graph_build.model.comparison import ComparedReport, Verdict
from graph_build.model.framing import Family, Framing, Naming

VERSION: Final = "0.1"
LABELS_RULE: Final = "names-of-one-thing-1"
ALIKE: Final = 75  # of 100: two spellings of one name
MOST_TOLD: Final = 6
MOST_NAMES: Final = 2

_WORD: Final = re.compile(r"[\w’'-]+")
_ARTICLE: Final = re.compile(r"^(the|an|a)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Used:
    """Words that stand somewhere, with the voice they stand in."""

    naming: Naming
    voice: Voice


@dataclass(frozen=True)
class Texts:
    """The reports, and the names in them that stand in somebody's voice, by family."""

    reports: Sequence[ComparedReport]
    namings: Sequence[Naming]
    families: Sequence[Family]
    peoples: frozenset[str] = frozenset()
    """Words for peoples and of countries, in small letters: they tell no stories apart."""

    @cached_property
    def voices(self) -> Mapping[str, Voices]:
        """The voices of each report, by IRI."""
        return {report.report: Voices(report) for report in self.reports}

    @cached_property
    def family_of(self) -> Mapping[str, Family]:
        """The family of each thing."""
        return {thing: family for family in self.families for thing in family.things}

    @cached_property
    def named(self) -> Mapping[str, Sequence[Naming]]:
        """The names in each report, without mere pronouns and words that point back."""
        found: dict[str, list[Naming]] = defaultdict(list)
        for naming in sorted(self.namings):
            words = folded(naming.words).split()
            if naming.report in self.voices and not set(words) <= FUNCTION_WORDS:
                found[naming.report].append(naming)
        return found

    def voice_at(self, naming: Naming) -> Voice | None:
        """In whose voice it stands, if any claim holds it."""
        return self.voices[naming.report].at(naming.span)


def labels(texts: Texts) -> Iterator[Framing]:
    """Each name of each thing, once a voice; the verdict says where reports name it otherwise."""
    used: dict[Family, list[Used]] = defaultdict(list)
    for namings in texts.named.values():
        for naming in namings:
            voice = texts.voice_at(naming)
            if voice is not None and naming.thing in texts.family_of:
                used[texts.family_of[naming.thing]].append(Used(naming, voice))
    for family, uses in sorted(used.items()):
        yield from _labels_of(family, uses)


def folded(words: str) -> str:
    """Words as they are compared: without case, article, points, and kinds of apostrophe."""
    plain = " ".join(words.replace("’", "'").replace(".", "").casefold().split())
    return _ARTICLE.sub("", plain)


def gathered(
    uses: Iterable[tuple[str, Used]],
) -> Mapping[tuple[str, str, str], list[Used]]:
    """The uses by a key of theirs and by voice: (key, kind of voice, voice)."""
    found: dict[tuple[str, str, str], list[Used]] = defaultdict(list)
    for key, use in uses:
        found[(key, use.voice.kind, use.voice.label)].append(use)
    return dict(sorted(found.items()))


def shown(uses: Sequence[Used]) -> str:
    """The spelling that is used most, the first of several."""
    counts = Counter(" ".join(use.naming.words.split()) for use in uses)
    return min(counts, key=lambda words: (-counts[words], words))


def resting(uses: Iterable[Used]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The reports and the claims in which the words stand."""
    held = list(uses)
    reports = sorted({use.naming.report for use in held})
    return tuple(reports), tuple(sorted({use.voice.claim.claim for use in held}))


def listed(words: Iterable[str]) -> str:
    """The first words in marks, and how many more there are."""
    held = list(words)
    more = f" and {len(held) - MOST_TOLD} more" if len(held) > MOST_TOLD else ""
    return ", ".join(f"“{word}”" for word in held[:MOST_TOLD]) + more


def family_name(family: Family) -> str:
    """The names of a family side by side, since none of them is the right one."""
    more = len(family.names) - MOST_NAMES
    return " / ".join(family.names[:MOST_NAMES]) + (f" / {more} more" if more > 0 else "")


# labels


def _labels_of(family: Family, uses: Sequence[Used]) -> Iterator[Framing]:
    rows = gathered((folded(use.naming.words), use) for use in uses)
    reports = {use.naming.report for use in uses}
    differ = _differ(family, uses)
    names = listed(sorted({shown(held) for held in _by_label(uses).values()}))
    close = " (held to be close, not the same)" if family.described else ""
    count = f"{len(reports)} report{'s' if len(reports) > 1 else ''}"
    for (_, kind, voice), held in rows.items():
        own_reports, claims = resting(held)
        verb = "call it otherwise" if differ else "call it alike"
        yield Framing(
            kind="label",
            entity=family_name(family),
            words=shown(held),
            voice_kind=kind,
            voice=voice,
            rule=LABELS_RULE,
            reason=f"{count} {verb}{close}: {names}" if len(reports) > 1 else f"{count}: {names}",
            version=VERSION,
            things=family.things,
            reports=own_reports,
            claims=claims,
            count=len(held),
            verdict=Verdict.DIFFERS if differ else None,
        )


def _by_label(uses: Iterable[Used]) -> Mapping[str, list[Used]]:
    found: dict[str, list[Used]] = defaultdict(list)
    for use in uses:
        found[folded(use.naming.words)].append(use)
    return found


def _differ(family: Family, uses: Sequence[Used]) -> bool:
    """Whether some report shares no name with another, short forms and spellings apart."""
    by_spelling = {shown(held): held for held in _by_label(uses).values()}
    group = _groups(list(by_spelling), family.described)
    sets: dict[str, set[int]] = defaultdict(set)
    for spelling, held in by_spelling.items():
        for use in held:
            sets[use.naming.report].add(group[spelling])
    distinct = {frozenset(one) for one in sets.values()}
    return any(not one & other for one, other in combinations(distinct, 2))


def _groups(words: Sequence[str], described: bool) -> Mapping[str, int]:
    """Names that are forms of one another under one number."""
    number = {word: at for at, word in enumerate(words)}
    for one, other in combinations(words, 2):
        if number[one] != number[other] and _is_form(one, other, described):
            old, new = number[other], number[one]
            number = {word: new if at == old else at for word, at in number.items()}
    return number


def _is_form(one: str, other: str, described: bool) -> bool:
    """Whether one is the other shortened, abbreviated or, for a proper name, spelt otherwise."""
    short, long = sorted((_WORD.findall(folded(one)), _WORD.findall(folded(other))), key=len)
    if not short:
        return False
    initials = "".join(word[0] for word in long if word not in FUNCTION_WORDS)
    if len(short) == 1 and len(long) > 1 and short[0] == initials:
        return True
    written = _WORD.findall(f"{one} {other}".replace("’", "'").replace(".", ""))
    capitals = {word.casefold() for word in written if word != word.lower()}
    proper = set() if described else capitals
    return all(any(_same_word(a, b, proper) for b in long) for a in short)


def _same_word(one: str, other: str, proper: set[str]) -> bool:
    if _stem(one) == _stem(other):
        return True
    return {one, other} <= proper and fuzz.ratio(one, other) >= ALIKE


def _stem(word: str) -> str:
    """Without hyphens and the ends of "Iraq's" and "northern"."""
    return word.replace("-", "").removesuffix("'s").removesuffix("ern")
