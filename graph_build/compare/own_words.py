"""Finds short quotations that siblings give in their own words, without quotation marks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph_build.compare.change import Change
from graph_build.compare.passages import Passage
from graph_build.compare.retellings import Retelling
from graph_build.compare.tokens import Token, runs, written
from graph_build.model.comparison import Mutation, Verdict
from graph_build.model.text import Span

RULE: Final = "quoted-only-here-1"
VERSION: Final = "0.1"
LONGEST: Final = 6  # words; longer ones are found word for word or are not told elsewhere
SHARED: Final = 1 / 3  # of the words of content of the quotation
FEWEST_SHARED: Final = 3  # words that the two sentences share
BEFORE, AFTER = 1, 2  # words shown around the shared one


def own_words(
    retelling: Retelling, passages: Mapping[str, Sequence[Passage]]
) -> Iterator[Mutation]:
    """A mutation for each short quotation whose thought siblings have, but not as a quotation.

    Only where a sibling is close.
    """
    if not retelling.close:
        return
    for number, passage in enumerate(retelling.passages):
        counterparts = retelling.counterparts.get(number, {})
        if any(retold.is_nearly_equal for retold in counterparts.values()):
            continue
        for start, end in runs([token.quoted for token in passage.tokens]):
            if end - start <= LONGEST:
                yield from _of_quotation(retelling, passages, passage, (start, end))


def _of_quotation(
    retelling: Retelling,
    passages: Mapping[str, Sequence[Passage]],
    passage: Passage,
    place: tuple[int, int],
) -> Iterator[Mutation]:
    quotation = passage.tokens[slice(*place)]
    told = {
        sibling: best
        for sibling in retelling.siblings
        if (best := _best(passage, quotation, passages[sibling])) is not None
    }
    if not told or any(_has_words(quotation, passages[s]) for s in retelling.siblings):
        return
    there = {sibling: _shown(quotation, best) for sibling, best in told.items()}
    here = written(quotation)
    words = " and ".join(f"“{text}”" for text in sorted(set(there.values())))
    span = Span(quotation[0].start, quotation[-1].end)
    yield Mutation(
        report=passage.report,
        span=span,
        kind=Change.MARKS_ADDED.value,
        rule=RULE,
        reason=(
            f"This retelling alone has “{here}” as a quotation; {len(told)} of "
            f"{len(retelling.siblings)} others tell it in their own words ({words})."
        ),
        version=VERSION,
        verdict=Verdict.RENDERED_DIFFERENTLY,
        here=f"“{here}”",
        there=tuple(sorted(set(there.values()))),
        claims=tuple(c.claim for c in passage.claims if any(span.overlaps(s) for s in c.content)),
        siblings=tuple(sorted({c.claim for best in told.values() for c in best.claims})),
        compared=len(retelling.siblings),
        against=len(told),
    )


def _best(
    passage: Passage, quotation: Sequence[Token], candidates: Sequence[Passage]
) -> Passage | None:
    """The sentence of a sibling that tells the same, in words outside quotation marks."""
    words = {token.plain for token in quotation if token.is_content}
    found = []
    for number, candidate in enumerate(candidates):
        plain = {token.plain for token in candidate.tokens if not token.quoted}
        shared = len(passage.stems & candidate.stems)
        if words and len(words & plain) >= SHARED * len(words) and shared >= FEWEST_SHARED:
            found.append((-shared, number))
    return candidates[min(found)[1]] if found else None


def _has_words(quotation: Sequence[Token], candidates: Sequence[Passage]) -> bool:
    wanted = [token.plain for token in quotation]
    for candidate in candidates:
        words = [token.plain for token in candidate.tokens]
        if any(words[i : i + len(wanted)] == wanted for i in range(len(words))):
            return True
    return False


def _shown(quotation: Sequence[Token], passage: Passage) -> str:
    words = {token.plain for token in quotation if token.is_content}
    places = [i for i, t in enumerate(passage.tokens) if t.plain in words]
    first, last = max(0, places[0] - BEFORE), places[-1] + AFTER
    if last - first > 2 * LONGEST:
        last = places[0] + AFTER
    return written(passage.tokens[first : last + 1])
