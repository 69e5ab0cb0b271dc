"""Decides how two renderings of words stand to each other: same, shortened, reworded, ..."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from graph_build.compare.alignment import Alignment
from graph_build.compare.function_words import PRONOUNS
from graph_build.compare.tokens import Token

FEWEST_EQUAL: Final = 3
FEWEST_WITHIN: Final = 5
FEWEST_CONTENT: Final = 3  # words that say something by themselves
MANY: Final = 8  # words in a row are no chance whatever they say
FEWEST_ALIKE: Final = 6  # where some words differ, or one has no marks
LONGEST_BLOCK: Final = 4  # at least so many of them in a row
REWORDED: Final = 0.75  # of the shorter quotation stand in the longer one in the same order
UNMARKED: Final = 0.8  # of a quotation stand, without marks, in the other claim
LONGEST_SUBJECT: Final = 3

_SHIFTED: Final = {
    **dict.fromkeys(["i", "we", "he", "she", "they", "it", "you"], "they"),
    **dict.fromkeys(["me", "us", "him", "her", "them"], "them"),
    **dict.fromkeys(["my", "our", "his", "its", "their", "your"], "their"),
    **dict.fromkeys(["will", "would", "shall", "should"], "would"),
    **dict.fromkeys(["can", "could"], "could"),
    **dict.fromkeys(["may", "might"], "might"),
    **dict.fromkeys(["am", "is", "was", "are", "were"], "was"),
    **dict.fromkeys(["has", "have", "had"], "had"),
}


class WordingKind(StrEnum):
    """How the words of two claims stand to each other."""

    SAME_WORDS = "same-words"
    SHORTENED = "shortened"
    SUBJECT_CHANGED = "subject-changed"
    REWORDED = "reworded"
    MOVED_INTO_MARKS = "moved-into-quotation-marks"


def shifted_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words with what indirect speech shifts made one: persons, tenses.

    >>> shifted_words(("we", "will", "sign"))
    ('they', 'would', 'sign')
    """
    return tuple(_SHIFTED.get(word, word) for word in words)


def wording_kind(
    one: Sequence[Token], other: Sequence[Token], alignment: Alignment, *, quoted: tuple[bool, bool]
) -> WordingKind | None:
    """The kind of likeness; None where there is too little of it.

    Args:
        one: the words of the one claim that are compared.
        other: those of the other.
        alignment: of the two.
        quoted: which of them stand between quotation marks.
    """
    if quoted[0] != quoted[1]:
        unmarked = _is_unmarked(one, other, alignment, quoted)
        return WordingKind.MOVED_INTO_MARKS if unmarked else None
    shorter = min(len(one), len(other))
    if alignment.matched == len(one) == len(other):
        return WordingKind.SAME_WORDS if shorter >= FEWEST_EQUAL else None
    few = _content_matched(one, alignment) < FEWEST_CONTENT and alignment.longest < MANY
    if shorter < FEWEST_WITHIN or few:
        return None
    if alignment.matched == shorter and len(alignment.blocks) == 1:
        left_out = _before(one, other, alignment)
        return WordingKind.SUBJECT_CHANGED if is_subject(left_out) else WordingKind.SHORTENED
    if alignment.matched == shorter and all(n >= FEWEST_EQUAL for _, _, n in alignment.blocks):
        return WordingKind.SHORTENED
    enough = alignment.matched >= max(FEWEST_ALIKE, REWORDED * shorter)
    return WordingKind.REWORDED if enough and alignment.longest >= LONGEST_BLOCK else None


def is_subject(words: Sequence[Token]) -> bool:
    """Whether the words that a quotation leaves out at its start are its subject ("We are")."""
    few = 0 < len(words) <= LONGEST_SUBJECT
    return few and words[0].plain in PRONOUNS and not any(word.is_content for word in words)


def _before(one: Sequence[Token], other: Sequence[Token], alignment: Alignment) -> Sequence[Token]:
    """The words of the longer one before the first that both have."""
    ours, theirs, _ = alignment.blocks[0]
    return one[:ours] if len(one) > len(other) else other[:theirs]


def _content_matched(one: Sequence[Token], alignment: Alignment) -> int:
    return sum(
        token.is_content
        for start, _, length in alignment.blocks
        for token in one[start : start + length]
    )


def _is_unmarked(
    one: Sequence[Token], other: Sequence[Token], alignment: Alignment, quoted: tuple[bool, bool]
) -> bool:
    """Whether the words of the quotation stand in the other claim, and there without marks."""
    matched = [
        (one[a + step], other[b + step])
        for a, b, length in alignment.blocks
        for step in range(length)
    ]
    size = len(one) if quoted[0] else len(other)
    enough = len(matched) >= max(FEWEST_ALIKE, UNMARKED * size)
    content = sum(token.is_content for token, _ in matched)
    marked = sum(pair[0].quoted and pair[1].quoted for pair in matched)
    return enough and content >= FEWEST_CONTENT and 2 * marked < len(matched)
