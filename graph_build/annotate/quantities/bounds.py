"""The words around an amount that make it a bound or an approximation.

"Nearly 2,500" is an upper bound that is not reached, and approximate: [.., 2500) with the mark. How
far below it may lie is for those who compare to say, not for the text.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from graph_build.annotate.quantities.amounts import Amount
from graph_build.model.values import QuantityPhrase


class Bound(Enum):
    """What a word does to the number beside it."""

    ABOVE = "above"
    AT_LEAST = "at least"
    BELOW = "below"
    AT_MOST = "at most"
    NEARLY = "nearly"
    ABOUT = "about"
    EXACT = "exact"


_REACH: Final = 36
_BEFORE: Final = tuple(
    (
        re.compile(
            rf"(?:^|(?<=[^\w-]))(?:{words})\s+(?:a\s+total\s+of\s+|the\s+)?$", re.IGNORECASE
        ),
        bound,
    )
    for words, bound in (
        (
            r"at\s+least|(?:no|not)\s+(?:fewer|less)\s+than|a\s+minimum\s+of|minimum\s+of",
            Bound.AT_LEAST,
        ),
        (
            r"up\s+to|as\s+(?:many|much|few|little|high)\s+as|at\s+most|(?:no|not)\s+more\s+than"
            r"|a\s+maximum\s+of|maximum\s+of",
            Bound.AT_MOST,
        ),
        (
            r"more\s+than|(?:just\s+|well\s+)?over|(?:just\s+|well\s+)?above|upwards?\s+of"
            r"|in\s+excess\s+of|greater\s+than|exceed(?:s|ed|ing)?|north\s+of|better\s+than",
            Bound.ABOVE,
        ),
        (r"nearly|almost|close\s+to|just\s+(?:under|below|shy\s+of)|approaching", Bound.NEARLY),
        (r"(?:fewer|less|lower)\s+than|(?:well\s+)?(?:under|below)", Bound.BELOW),
        (
            r"about|around|approximately|approx\.?|roughly|some|circa|an\s+estimated|estimated|perhaps"
            r"|in\s+the\s+(?:region|order)\s+of|somewhere\s+around|maybe|or\s+so",
            Bound.ABOUT,
        ),
        (r"exactly|precisely", Bound.EXACT),
    )
)
_BEHIND: Final = (
    (
        re.compile(r"(?:\s+or\s+more|\+|-plus|\s+and\s+(?:up|more)|\s+plus)(?!\w)", re.IGNORECASE),
        Bound.AT_LEAST,
    ),
    (re.compile(r"\s+or\s+(?:fewer|less)\b", re.IGNORECASE), Bound.AT_MOST),
    (re.compile(r"(?:-odd|\s+or\s+so|\s+or\s+thereabouts|-some)\b", re.IGNORECASE), Bound.ABOUT),
)


@dataclass(frozen=True, slots=True)
class Bounded:
    """An amount with the words of its bound."""

    amount: Amount
    start: int
    end: int
    bound: Bound | None


def bounded(text: str, amount: Amount) -> Bounded:
    """The amount together with the bound that stands before or behind it."""
    low = max(0, amount.start - _REACH)
    before = text[low : amount.start]
    for pattern, bound in _BEFORE:
        match = pattern.search(before)
        if match is not None:
            return Bounded(amount, low + match.start(), amount.end, bound)
    for pattern, bound in _BEHIND:
        match = pattern.match(text, amount.end)
        if match is not None:
            return Bounded(amount, amount.start, match.end(), bound)
    return Bounded(amount, amount.start, amount.end, None)


def with_bounds(phrase: QuantityPhrase, bound: Bound | None) -> QuantityPhrase:
    """The phrase with the bounds that its words set; without any it stays as it is."""
    low, high = phrase.minimum, phrase.maximum
    if bound is Bound.ABOVE:
        return replace(phrase, maximum=None, minimum_included=False)
    if bound is Bound.AT_LEAST:
        return replace(phrase, maximum=None)
    if bound is Bound.AT_MOST:
        return replace(phrase, minimum=None, maximum=high or low)
    if bound in {Bound.BELOW, Bound.NEARLY}:
        near = phrase.approximate or bound is Bound.NEARLY
        return replace(
            phrase, minimum=None, maximum=high or low, maximum_included=False, approximate=near
        )
    return replace(phrase, approximate=phrase.approximate or bound is Bound.ABOUT)
