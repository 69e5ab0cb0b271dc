"""What an amount counts or measures: the noun it belongs to, by the parse."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graph_build.annotate.language import Doc, Token
from graph_build.annotate.parsed import Paragraph
from graph_build.model.text import ZoneKind

_PERCENT: Final = re.compile(
    r"\s*(?:%|(?:percent|per\s+cent|pct)\b)(?P<points>\s*-?\s*points?\b)?", re.IGNORECASE
)
_POINTS: Final = re.compile(r"\s+(?P<kind>percentage|basis)\s+points?\b", re.IGNORECASE)
_HYPHEN: Final = re.compile(r"-(?P<unit>[a-z]+)\b", re.IGNORECASE)
_MEASURES: Final = frozenset(
    [
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "mile",
        "kilometer",
        "kilometre",
        "km",
        "meter",
        "metre",
        "foot",
        "inch",
        "acre",
        "hectare",
        "ton",
        "tonne",
        "pound",
        "dollar",
        "euro",
        "percent",
        "point",
        "member",
        "seat",
        "page",
        "person",
        "man",
        "woman",
        "vote",
        "barrel",
        "megawatt",
        "story",
        "storey",
        "ship",
        "nation",
        "country",
        "state",
        "party",
        "bed",
        "room",
        "seater",
        "kg",
        "mph",
        "mm",
        "cm",
        "kilogram",
        "gram",
        "liter",
        "litre",
        "gallon",
        "degree",
        "mission",
        "plane",
        "vehicle",
        "soldier",
        "troop",
        "star",
    ]
)
_MONEY: Final = {
    "dollar": "USD",
    "euro": "EUR",
    "yen": "JPY",
    "ruble": "RUB",
    "rouble": "RUB",
    "yuan": "CNY",
    "sterling": "GBP",
}
_OTHER_DOLLARS: Final = frozenset(
    {"canadian", "australian", "kong", "zealand", "singapore", "taiwan"}
)
_PHRASE: Final = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "CCONJ", "VERB", "NUM"})
_SINGULARS: Final = {"olds": "year-old", "bases": "base", "axes": "axe", "lives": "life"}
_LONGEST: Final = 7
_SIZES: Final = frozenset({"dozen", "hundred", "thousand", "million", "billion", "score", "ten"})
_NO_COUNT: Final = frozenset({"a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "edt", "est"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit, and the characters of the noun for it; None where a sign stands for it."""

    unit: str
    head: tuple[int, int] | None
    end: int


@dataclass(frozen=True)
class Counting:
    """Looks for what the amounts of one paragraph count."""

    paragraph: Paragraph

    @property
    def doc(self) -> Doc:
        """The parse of the paragraph."""
        return self.paragraph.doc

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [t.idx for t in self.doc]

    def token_at(self, offset: int) -> Token:
        """The token that holds this character, or the one before it."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def first_after(self, offset: int) -> int:
        """The index of the first token that starts at or after this character."""
        return bisect_left(self._starts, offset)

    def of_amount(self, start: int, end: int) -> Counted | None:
        """What the amount at [start, end) counts, None where the text leaves it out."""
        text = self.paragraph.text
        points = _POINTS.match(text, end)
        if points is not None:
            at = points.start("kind")
            return Counted(f"{points['kind'].lower()} point", (at, points.end()), points.end())
        percent = _PERCENT.match(text, end)
        if percent is not None:
            first = end + len(percent[0]) - len(percent[0].lstrip())
            unit = "percentage point" if percent["points"] else "percent"
            return Counted(unit, (first, percent.end()), percent.end())
        hyphen = _HYPHEN.match(text, end)
        if hyphen is not None:
            return self._hyphened(hyphen)
        return self._noun(start, end)

    def _hyphened(self, match: re.Match[str]) -> Counted | None:
        """The measure behind a hyphen ("three-year"); other compounds count nothing ("two-way")."""
        word = match["unit"].lower()
        if word == "strong":
            return self._next_noun(self.first_after(match.end()))
        lemma = word.removesuffix("s") if word.removesuffix("s") in _MEASURES else word
        if lemma not in _MEASURES:
            return None
        return Counted(lemma, match.span("unit"), match.end())

    def _noun(self, start: int, end: int) -> Counted | None:
        last, after = self.token_at(end - 1), self.first_after(end)
        if after >= len(self.doc):
            return None
        if self.doc[after].lower_ == "of":
            return self._of(after)
        noun = self._governor(last, after)
        if noun is not None:
            return self._counted(noun)
        return self._right_of(after)

    def _governor(self, number: Token, after: int) -> Token | None:
        """The noun to the right that the number modifies, over other parts of the number."""
        token = number
        for _ in range(4):
            if token.head.i == token.i:
                return None
            token = token.head
            if token.i < after:
                continue
            fits = token.pos_ in {"NOUN", "PROPN"} and token.i - after < _LONGEST
            clear = fits and not any(
                t.pos_ == "ADP" or t.text in {",", ";", "(", ")"} for t in self.doc[after : token.i]
            )
            while clear and token.dep_ == "compound" and token.head.i == token.i + 1:
                token = token.head  # "three president debates"
            return token if clear else None
        return None

    def _of(self, at: int) -> Counted | None:
        """The plural behind "of": "hundreds of troops", "three of the men"."""
        inside = [t for t in self.doc[at].children if t.dep_ == "pobj"]
        if not inside or inside[0].pos_ == "PRON":
            return None
        noun = inside[0]
        plural = noun.tag_ in {"NNS", "NNPS"} or self.doc[at - 1].lower_.endswith("s")
        return self._counted(noun) if plural and noun.i - at < _LONGEST else None

    def _next_noun(self, after: int) -> Counted | None:
        nouns = (t for t in self.doc[after : after + 3] if t.pos_ in {"NOUN", "PROPN"})
        return next((self._counted(t) for t in nouns), None)

    def _right_of(self, after: int) -> Counted | None:
        """The plural that ends the run of words behind the number, where the parse gives none."""
        noun: Token | None = None
        for token in self.doc[after : after + _LONGEST]:
            if token.pos_ not in _PHRASE or token.text in {
                ",",
                ";",
                ":",
                "(",
                ")",
                "–",
                "—",
                ".",
                '"',
            }:
                break
            if noun is not None and token.pos_ not in {"NOUN", "PROPN"}:
                break
            if token.pos_ == "VERB" and token.tag_ not in {"VBN", "VBG"}:
                break
            if token.tag_ in {"NNS", "NNPS"}:
                noun = token
        return None if noun is None else self._counted(noun)

    def _counted(self, noun: Token) -> Counted | None:
        if (
            noun.lower_ in _NO_COUNT
            or noun.lemma_.lower() in _SIZES
            or not any(c.isalpha() for c in noun.text)
        ):
            return None
        is_name = noun.tag_ == "NNP" and not noun.lower_.endswith("s")
        if is_name and self.paragraph.kind is not ZoneKind.HEADLINE:
            return None  # "10 Downing Street"
        lemma = _lemma(noun)
        unit = _MONEY.get(lemma, lemma)
        if lemma == "dollar" and noun.i and noun.nbor(-1).lower_ in _OTHER_DOLLARS:
            unit = lemma
        end = noun.idx + len(noun.text)
        return Counted(unit, (noun.idx, end), end)


def _lemma(noun: Token) -> str:
    """The singular in lower case; the parse leaves plural names as they are."""
    word, lemma = str(noun.lower_), str(noun.lemma_.lower())
    if word in _SINGULARS:
        return _SINGULARS[word]
    if lemma != word or noun.tag_ not in {"NNPS", "NNP"} or not word.endswith("s"):
        return lemma
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word if word.endswith("ss") else word[:-1]
