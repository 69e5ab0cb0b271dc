"""Words of names made comparable: one alphabet, one case, and the sound behind the spelling."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_APOSTROPHES: Final = re.compile("['`´ʹʻʼʽʾʿˈ‘’]")
_SINGLE_LETTERS: Final = re.compile(r"\b(?:\w[. ]\s?){2,}\w?(?=\W|$)")
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")
_DOUBLED: Final = re.compile(r"(.)\1+")

# How one sound is written in different ways of romanising; applied in this order. What stands for a
# sound of its own is a capital.
_CONSONANTS: Final = (
    ("tsch", "X"), ("sch", "X"), ("sh", "X"), ("ch", "C"), ("ph", "f"), ("ck", "k"), ("kh", "G"),
    ("gh", "G"), ("dh", "d"), ("th", "t"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("ce", "se"),
    ("ci", "si"), ("cy", "sy"), ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "v"),
)  # fmt: skip
_DIPHTHONGS: Final = (("ai", "e"), ("ay", "e"), ("ei", "e"), ("ey", "e"))
_VOWELS: Final = (
    ("oe", "o"), ("ue", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ye", "i"),
    ("y", "i"), ("e", "i"), ("o", "u"),
)  # fmt: skip
_CLASSES: Final = str.maketrans("bpfvcgjkqsxzdtlrmn", "111122222222334455", "aeiouhwy'0123456789")
_SYLLABIC: Final = ("CJK", "HANGUL")
_VOWEL_POOR: Final = (
    "ARABIC", "HEBREW", "CJK", "HANGUL", "HIRAGANA", "KATAKANA", "KHMER", "THAI", "LAO", "MYANMAR",
)  # fmt: skip
_LEET: Final = str.maketrans("013459", "oieasg")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text in small Latin letters without marks; words are parted by single spaces.

    >>> plain("Recep Tayyip Erdoğan"), plain("Лавров"), plain("Ain al-Asad")
    ('recep tayyip erdogan', 'lavrov', 'ain al asad')
    """
    if not text.isascii():
        text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text))
        if not text.isascii():
            from anyascii import anyascii

            text = anyascii(text)
    return _BETWEEN.sub(" ", _APOSTROPHES.sub("", text).lower()).strip()


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A plain word as it sounds, the same for many ways of writing it in Latin letters.

    >>> sound("abassi") == sound("abbasi"), sound("rouhani") == sound("rohani")
    (True, False)
    """
    word = _replaced(word, _CONSONANTS)
    word = _replaced(word[:-1], _DIPHTHONGS) + word[-1:]
    if word.endswith(("iy", "ii", "ij")):
        word = word[:-1]
    word = _replaced(word, _VOWELS)
    return _DOUBLED.sub(r"\1", word[:-1] if word.endswith("h") and len(word) > 1 else word)


def _replaced(word: str, pairs: Iterable[tuple[str, str]]) -> str:
    for written, sounded in pairs:
        if written in word:
            word = word.replace(written, sounded)
    return word


@lru_cache(maxsize=65536)
def consonants(words: str) -> str:
    """The classes of the consonants, for scripts that write no vowels or other ones."""
    return _DOUBLED.sub(r"\1", words.replace(" ", "").translate(_CLASSES))


def without_digits(word: str) -> str:
    """A word of a person's name with the letters that digits were put for."""
    return word if word.isalpha() or word.isdigit() else word.translate(_LEET)


def joined_initials(text: str) -> str:
    """The text with letters that stand alone put together: "A.B.C. Corp" is "ABC Corp"."""
    return _SINGLE_LETTERS.sub(lambda m: re.sub(r"[^\w]", "", m[0]) + " ", text)


def script(text: str) -> str:
    """Whether names in this script are compared by letter, by sign, or by consonants alone.

    Gives "letters", "signs" (Chinese, Korean) or "consonants" (Arabic, Japanese kana, Thai, ...).
    """
    if text.isascii():
        return "letters"
    names = {unicodedata.name(c, "").split()[0] for c in text if c.isalpha() and not c.isascii()}
    if names & set(_SYLLABIC):
        return "signs"
    return "consonants" if names & set(_VOWEL_POOR) else "letters"
