"""Says in sentences how two renderings of the same words differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.compare.alignment import Alignment, Hunk
from graph_build.compare.tokens import Token, plain_word, written
from graph_build.compare.wording import WordingKind

_APOSTROPHES: Final = frozenset("'’‘ʼ`´")
LONGEST_SHOWN: Final = 12  # words
LONGEST_LEAD: Final = 5


@dataclass(frozen=True, slots=True)
class Rendering:
    """Words as one claim has them, to whom it gives them, whether it has them in marks.

    `whole` says whether the claim quotes nothing else, `lead` are its own words before the quoted.
    """

    tokens: Sequence[Token]
    speaker: str | None
    quoted: bool
    whole: bool
    lead: Sequence[Token] = ()


def explain(
    kind: WordingKind, renderings: tuple[Rendering, Rendering], alignment: Alignment
) -> tuple[str, tuple[str, ...]]:
    """Why two renderings match, and what differs; the same whichever of the two comes first."""
    differences = tuple(dict.fromkeys(_differences(kind, renderings, alignment)))
    reason = _likeness(kind, renderings, alignment)
    if differences:
        return f"{reason}; {'; '.join(differences)}.", differences
    return f"{reason}, letter by letter.", differences


def _likeness(
    kind: WordingKind, renderings: tuple[Rendering, Rendering], alignment: Alignment
) -> str:
    matched, sizes = alignment.matched, sorted(alignment.sizes)
    if kind is WordingKind.SAME_WORDS:
        if all(rendering.whole for rendering in renderings):
            return f"All {matched} quoted words are the same"
        return f"{matched} quoted words in a row are the same"
    if kind is WordingKind.MOVED_INTO_MARKS:
        quoted = len(next(r for r in renderings if r.quoted).tokens)
        return (
            f"{matched} of the {quoted} words that one claim has between quotation marks stand in "
            "the other without them"
        )
    if kind is WordingKind.REWORDED:
        return f"{matched} of the {sizes[0]} words of the shorter quotation stand in the longer one"
    return (
        f"The {sizes[0]} words of the shorter quotation stand within the {sizes[1]} words of the "
        "longer one"
    )


def _differences(
    kind: WordingKind, renderings: tuple[Rendering, Rendering], alignment: Alignment
) -> Iterator[str]:
    one, other = renderings
    hunks = alignment.hunks()
    if kind is WordingKind.MOVED_INTO_MARKS:
        yield "quotation marks stand in one only"
        unquoted = 0 if other.quoted else 1
        hunks = [h for h in hunks if not _at_border(h, unquoted, alignment.sizes[unquoted])]
    for hunk in hunks:
        parts = (one.tokens[slice(*hunk.one)], other.tokens[slice(*hunk.other)])
        if kind is WordingKind.SUBJECT_CHANGED and hunk.one[0] == 0 == hunk.other[0]:
            yield _subject(parts[0] or parts[1], other if parts[0] else one)
        else:
            yield _hunk(parts)
    pairs = [
        (one.tokens[a + step], other.tokens[b + step])
        for a, b, length in alignment.blocks
        for step in range(length)
    ]
    yield from _spelling(pairs)
    yield from _punctuation(pairs)
    names = sorted(rendering.speaker or "nobody" for rendering in renderings)
    if len({tuple(map(plain_word, name.split())) for name in names}) > 1:
        yield f"the words of {names[0]} in one, of {names[1]} in the other"


def _at_border(hunk: Hunk, side: int, size: int) -> bool:
    """Whether the hunk stands before or after all that both have: what one claim says besides."""
    start, end = (hunk.one, hunk.other)[side]
    return start == 0 or end == size


def _subject(words: Sequence[Token], shorter: Rendering) -> str:
    lead = shorter.lead[-LONGEST_LEAD:]
    if lead and lead[0].plain == "that":
        lead = lead[1:]
    if not lead:
        return f"the subject is left out in one: {shown(words)}"
    return f"the subject {shown(words)} became {shown(lead)} in the words of the report"


def _hunk(parts: tuple[Sequence[Token], Sequence[Token]]) -> str:
    if all(parts):
        words = sorted(shown(part) for part in parts)
        return f"{words[0]} in one is {words[1]} in the other"
    return f"left out in one: {shown(parts[0] or parts[1])}"


def shown(tokens: Sequence[Token]) -> str:
    """Some words in quotation marks, cut short where they are many."""
    if len(tokens) > LONGEST_SHOWN:
        return f"“{written(tokens[: LONGEST_SHOWN - 3])} … {written(tokens[-2:])}”"
    return f"“{written(tokens)}”"


def _punctuation(pairs: Sequence[tuple[Token, Token]]) -> Iterator[str]:
    for one, other in pairs[:-1]:
        if one.after != other.after:
            yield f"other punctuation after “{min(one.raw, other.raw)}”"


def _spelling(pairs: Sequence[tuple[Token, Token]]) -> Iterator[str]:
    """How equal words are written otherwise."""
    for one, other in pairs:
        if one.raw == other.raw:
            continue
        raw = sorted((one.raw, other.raw))
        yield _spelled(*raw)


def _spelled(one: str, other: str) -> str:
    """How two writings of one word differ; `one` sorts first."""
    letters = [re.sub(r"\W", "", word).casefold() for word in (one, other)]
    if letters[0] != letters[1]:
        return f"“{one}” in one is spelled “{other}” in the other"
    marked = [word for word in (one, other) if any(c in _APOSTROPHES for c in word)]
    if len(marked) == 1:
        return f"the apostrophe of “{marked[0]}” is lost in one"
    if marked:
        return "another form of apostrophe"
    if one.casefold() == other.casefold():
        return "capital letters"
    return f"“{one}” in one is written “{other}” in the other"
