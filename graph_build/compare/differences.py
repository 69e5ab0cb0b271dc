"""Says in a sentence how two renderings of the same words differ."""

import re
from collections.abc import Iterator
from typing import Final

_APOSTROPHES: Final = frozenset("'’‘ʼ`´")
_QUOTES: Final = frozenset('"“”„«»‹›')


def equal_reason(one: str, other: str, words: int, *, whole: bool) -> str:
    """Why two renderings of equal words match, the same whichever of the two comes first.

    Args:
        one: the quoted words as they stand.
        other: those of the other claim.
        words: how many there are.
        whole: whether both claims quote nothing else.

    >>> equal_reason("it’s over now", "it's over now", 3, whole=True)
    'All 3 quoted words are the same; they differ in the form of an apostrophe.'
    """
    what = f"All {words} quoted words" if whole else f"{words} quoted words in a row"
    differences = ", ".join(_differences(one, other))
    if not differences:
        return f"{what} are the same, character by character."
    return f"{what} are the same; they differ in {differences}."


def within_reason(shorter: int, longer: int) -> str:
    """Why a quotation of so many words matches one of more words."""
    return (
        f"The {shorter} words of the shorter quotation stand in a row within the {longer} words "
        f"of the longer one (left out: {longer - shorter})."
    )


def _differences(one: str, other: str) -> Iterator[str]:
    if one == other:
        return
    apostrophes = _marks(one, _APOSTROPHES), _marks(other, _APOSTROPHES)
    if len(apostrophes[0]) != len(apostrophes[1]):
        yield "an apostrophe that one of them lacks"
    elif apostrophes[0] != apostrophes[1]:
        yield "the form of an apostrophe"
    if _marks(one, _QUOTES) != _marks(other, _QUOTES):
        yield "quotation marks"
    if re.findall(r"\s+", one.strip()) != re.findall(r"\s+", other.strip()):
        yield "blanks"
    if _letters(one) != _letters(other):
        yield "capital letters"
    if _punctuation(one) != _punctuation(other):
        yield "punctuation"


def _marks(text: str, marks: frozenset[str]) -> str:
    return "".join(character for character in text if character in marks)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _punctuation(text: str) -> str:
    known = _APOSTROPHES | _QUOTES
    return "".join(c for c in text if not (c.isalnum() or c.isspace() or c in known))
