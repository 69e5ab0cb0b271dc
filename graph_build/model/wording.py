"""Words made plain, so that wordings can be told apart by what they say and not by their marks."""

import re
import unicodedata
from typing import Final

_POINT: Final = re.compile(r"(?<=\d)\.(?=\d)")
_KEPT_POINT: Final = "⸱"  # a mark that stands for the point while punctuation is taken out
_KEPT: Final = frozenset(f"{_KEPT_POINT}%")


def plain_wording(words: str) -> str:
    """The words for comparing: case-folded, without punctuation or a leading "that".

    A hyphen or dash parts words, an apostrophe does not; the point of 1.5 and the sign % stay.
    Words without any letter or digit stay as they are, so that they are not all one wording.

    >>> plain_wording("That “it’s   over” for 2,500, he—they—said")
    'its over for 2500 he they said'
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", words).casefold())
    kept = "".join(_plain(character) for character in _POINT.sub(_KEPT_POINT, folded))
    plain = " ".join(kept.replace(_KEPT_POINT, ".").split()).removeprefix("that ")
    return plain or " ".join(folded.split())


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Pd" or character in "/…" or character.isspace():
        return " "
    if character in "`´" or (category[0] == "P" and character not in _KEPT):
        return ""
    return "" if category in {"Cf", "Cc"} else character
