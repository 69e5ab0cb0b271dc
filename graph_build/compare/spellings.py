"""Finds names that one retelling spells otherwise than its siblings, wherever they stand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz.distance import Indel

from graph_build.compare.change import Change
from graph_build.compare.passages import Passage, compared_words, is_country
from graph_build.compare.retellings import Retelling
from graph_build.compare.values import Marked, Sort
from graph_build.model.comparison import Mutation, Verdict
from graph_build.model.text import Span

RULE: Final = "spelling-of-name-1"
VERSION: Final = "0.1"
FEWEST_WORDS: Final = 2
FEWEST_LETTERS: Final = 4
ALIKE: Final = 0.8

Words = tuple[str, ...]
Places = dict[Words, list[tuple[Passage, tuple[int, int], str]]]


def names_by_report(passages: Mapping[str, Sequence[Passage]]) -> Mapping[str, Places]:
    """The names of two words and more in each report, and where they stand."""
    return {report: _names(held) for report, held in passages.items()}


def spellings(retelling: Retelling, names: Mapping[str, Places]) -> Iterator[Mutation]:
    """A mutation for each name that siblings have, but for letters, otherwise."""
    own = names[retelling.report.report]
    for words, places in own.items():
        alike: dict[Words, list[str]] = defaultdict(list)
        agreeing = 0
        for sibling in retelling.siblings:
            if words in names[sibling]:
                agreeing += 1
                continue
            for other in names[sibling]:
                if other not in own and is_spelling(words, other):
                    alike[other].append(sibling)
        if alike and max(map(len, alike.values())) > agreeing:
            yield _mutation(places, alike, names, agreeing)


def is_spelling(one: Words, other: Words) -> bool:
    """Whether two names differ in few letters of their long words alone.

    The last word of the one may be missing in the other ("airbase").

    >>> is_spelling(("port", "aldar"), ("port", "alder"))
    True
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return 0 < len(differing) < min(len(one), len(other)) and all(
        min(len(a), len(b)) >= FEWEST_LETTERS
        and a[0] == b[0]
        and a.removesuffix("s") != b.removesuffix("s")
        and Indel.normalized_similarity(a, b) >= ALIKE
        for a, b in differing
    )


def _names(passages: Sequence[Passage]) -> Places:
    found: Places = defaultdict(list)
    for passage in passages:
        marked = passage.marked
        for run in marked.runs(Sort.NAME):
            place = _without_countries(marked, run)
            words = compared_words(marked.tokens[slice(*place)])
            if len(words) >= FEWEST_WORDS:
                found[words].append((passage, place, marked.text(*place)))
    return dict(found)


def _without_countries(marked: Marked, run: tuple[int, int]) -> tuple[int, int]:
    """The name without the country before it ("Iraqi Prime Minister")."""
    start, end = run
    words = compared_words(marked.tokens[start:end])
    while start < end and is_country(words[start - run[0]]):
        start += 1
    return start, end


def _mutation(
    places: Sequence[tuple[Passage, tuple[int, int], str]],
    alike: Mapping[Words, Sequence[str]],
    names: Mapping[str, Places],
    agreeing: int,
) -> Mutation:
    passage, (start, end), here = places[0]
    others = [names[s][other][0] for other, held in alike.items() for s in held]
    there = tuple(sorted({text for _, _, text in others}))
    against = len({s for held in alike.values() for s in held})
    shown = " and ".join(f"“{text}”" for text in there)
    return Mutation(
        report=passage.report,
        span=Span(passage.tokens[start].start, passage.tokens[end - 1].end),
        kind=Change.NAME_SPELLED.value,
        rule=RULE,
        reason=(
            f"This retelling spells “{here}” what {against} of {against + agreeing} others that "
            f"have the name spell {shown}."
        ),
        version=VERSION,
        verdict=Verdict.RENDERED_DIFFERENTLY,
        here=here,
        there=there,
        claims=tuple(claim.claim for claim in passage.claims),
        siblings=tuple(sorted({c.claim for p, _, _ in others for c in p.claims})),
        compared=against + agreeing,
        against=against,
    )
