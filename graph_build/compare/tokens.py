"""Cuts a text into words for comparing: plain forms, where they stand, whether quoted."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from graph_build.compare.function_words import FUNCTION_WORDS, NUMBER_WORDS
from graph_build.model.text import Span

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])"
    r"|[^\W_]+(?:['’‘ʼ`´][^\W\d_]+)*"
    r"|%"
)
_QUOTED: Final = re.compile(r"“[^”“\n]*”?|«[^»«\n]*»?|\"[^\"\n]*\"?|„[^“”\n]*[“”]?")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘ʼ`´.,")
_NO_PUNCTUATION: Final = re.compile(r"[\s\"“”«»„]+")
_GENITIVE: Final = re.compile(r"['’ʼ]s$")
_SPELLINGS: Final = (
    (re.compile(r"is(e[sd]?|ing|ations?)$"), r"iz\1"),
    (re.compile(r"our(s|ed|ing|able)?$"), r"or\1"),
    (re.compile(r"(?<=[vs])or(s?)$"), r"er\1"),
    (re.compile(r"tre(s?)$"), r"ter\1"),
    (re.compile(r"ll(ed|ing)$"), r"l\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
)
_STEM: Final = 5


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: as written, where, and in the form in which it is compared.

    `gap` is what stands between it and the next word of its stretch.
    """

    raw: str
    start: int
    end: int
    plain: str
    quoted: bool = False
    gap: str = ""

    @property
    def after(self) -> str:
        """The punctuation between it and the next word."""
        return _NO_PUNCTUATION.sub("", self.gap)

    @property
    def is_content(self) -> bool:
        """Whether it says something by itself; "US" does, "us" does not."""
        is_abbreviation = len(self.raw) > 1 and self.raw.isupper()
        return is_abbreviation or self.plain not in FUNCTION_WORDS

    @property
    def stem(self) -> str:
        """The first letters, by which forms of one word are alike."""
        return stem_of(self.plain)


def tokens_in(text: str, spans: Sequence[Span], *, quoted: Sequence[Span] = ()) -> list[Token]:
    """The words of some stretches of a text, in the order of the stretches.

    Args:
        text: the whole text, so that offsets are those of the text.
        spans: the stretches.
        quoted: what of the text stands between quotation marks, sorted.
    """
    found: list[Token] = []
    starts = [q.start for q in quoted]
    for span in spans:
        matches = list(_WORD.finditer(text, span.start, span.end))
        ends = [match.start() for match in matches[1:]]
        for match, following in zip_longest(matches, ends):
            start, end = match.span()
            place = bisect_right(starts, start) - 1
            inside = place >= 0 and end <= quoted[place].end
            gap = text[end:following] if following is not None else ""
            found.append(Token(match[0], start, end, plain_word(match[0]), inside, gap))
    return found


def quoted_spans(text: str, spans: Sequence[Span] | None = None) -> tuple[Span, ...]:
    """What stands between double quotation marks, line by line.

    >>> quoted_spans('He wants “a quick end” to it')
    (Span(start=9, end=22),)
    """
    places = spans if spans is not None else (Span(0, len(text)),) if text else ()
    return tuple(
        Span(*match.span())
        for span in places
        for match in _QUOTED.finditer(text, span.start, span.end)
    )


@lru_cache(maxsize=100_000)
def plain_word(raw: str) -> str:
    """The form in which a word is compared: spelling, case and apostrophes made one.

    >>> [plain_word(w) for w in ("It’s", "U.S.", "three", "2,500", "advisor", "realised")]
    ['its', 'us', '3', '2500', 'adviser', 'realized']
    """
    plain = raw.casefold()
    if plain[0].isdigit():
        return plain.replace(",", "").rstrip("stndrh") or plain
    plain = plain.translate(_APOSTROPHES)
    if plain in NUMBER_WORDS:
        return NUMBER_WORDS[plain]
    for pattern, form in _SPELLINGS:
        if len(plain) > _STEM and pattern.search(plain):
            return pattern.sub(form, plain)
    return plain


@lru_cache(maxsize=100_000)
def stem_of(plain: str) -> str:
    """The first letters of a plain word; numbers stay whole."""
    return plain if plain[0].isdigit() else plain[:_STEM].removesuffix("s")


def written(tokens: Sequence[Token]) -> str:
    """Neighbouring words of a text as they stand there, blanks collapsed."""
    pieces = [token.raw + token.gap for token in tokens[:-1]] + [t.raw for t in tokens[-1:]]
    return " ".join("".join(pieces).split())


def without_genitive(raw: str) -> str:
    """The word without "'s"."""
    return _GENITIVE.sub("", raw)


def runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The half-open stretches of a list in which the flag stands.

    >>> list(runs([True, False, True, True]))
    [(0, 1), (2, 4)]
    """
    start = None
    for index, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index
            start = None
