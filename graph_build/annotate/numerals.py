"""Numbers in digits and in words, as they stand in running English, and what they come to."""

import re
from decimal import Decimal
from typing import Final

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL: Final = {word: Decimal(at) for at, word in enumerate(_ONES.split())} | {
    word: Decimal(10 * at) for at, word in enumerate(_TENS.split(), start=2)
}
_GREAT: Final = {
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_SHORT: Final = {
    "k": _GREAT["thousand"],
    "m": _GREAT["million"],
    "mn": _GREAT["million"],
    "bn": _GREAT["billion"],
    "tn": _GREAT["trillion"],
}
_HUNDRED: Final = Decimal(100)
_DOZEN: Final = Decimal(12)

NUMBER_WORDS: Final = frozenset({*_SMALL, *_GREAT, "hundred", "dozen"})
_WORD: Final = "|".join(sorted(NUMBER_WORDS, key=lambda w: (len(w), w), reverse=True))
_MAGNITUDE: Final = "hundred|thousand|million|billion|trillion|dozen"
DIGITS: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,9})?"
IN_WORDS: Final = (
    rf"(?:half\s+)?(?:a\s+(?={_MAGNITUDE}))?(?:{_WORD})\b"
    rf"(?:(?:[\s-]+(?:(?:(?<=hundred\s)|(?<=thousand\s)|(?<=million\s))and\s+)?)(?:{_WORD})\b){{0,9}}"
)
# A number in digits, with a magnitude in words behind it, or one in words alone.
NUMERAL: Final = rf"(?:{DIGITS}(?:[\s-]+(?:{_MAGNITUDE})\b)?|{IN_WORDS})"
_SPLIT: Final = re.compile(r"[\s-]+")
_NUMBER: Final = re.compile(rf"({DIGITS})(?:[\s-]*(\w+))?")


def number_of(wording: str) -> Decimal | None:
    """What a numeral comes to; None where its words make no one number.

    >>> [str(number_of(w)) for w in ("2,500", "1.5 million", "two hundred and one")]
    ['2500', '1500000.0', '201']
    >>> number_of("two three") is None
    True
    """
    text = wording.strip().lower()
    match = _NUMBER.fullmatch(text)
    if match is None:
        return _of_words(_SPLIT.split(text))
    number, magnitude = Decimal(match[1].replace(",", "")), match[2]
    if magnitude is None:
        return number
    factor = _factor(magnitude)
    return None if factor is None else number * factor


def decimal_text(number: Decimal) -> str:
    """The number in digits without exponent and without idle noughts.

    >>> decimal_text(Decimal("1500000.0")), decimal_text(Decimal("0.50"))
    ('1500000', '0.5')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _factor(word: str) -> Decimal | None:
    if word == "hundred":
        return _HUNDRED
    return _DOZEN if word == "dozen" else _GREAT.get(word, _SHORT.get(word))


def _of_words(words: list[str]) -> Decimal | None:
    half = words[:1] == ["half"]
    words = [w for w in words[int(half) :] if w != "and"]
    if words[:1] == ["a"]:
        words = ["one", *words[1:]]
    total, group, last = Decimal(0), Decimal(0), ""
    for word in words:
        if not _may_follow(last, word):
            return None
        if word in _SMALL:
            group += _SMALL[word]
        elif word in {"hundred", "dozen"}:
            group = (group or Decimal(1)) * (_HUNDRED if word == "hundred" else _DOZEN)
        elif word in _GREAT:
            total, group = total + (group or Decimal(1)) * _GREAT[word], Decimal(0)
        else:
            return None
        last = word
    return (total + group) * (Decimal("0.5") if half else 1) if words else None


def _may_follow(last: str, word: str) -> bool:
    """Whether one number can go on so: ones after tens, anything small after a magnitude."""
    if word not in _SMALL:
        return word != last
    if last not in _SMALL:
        return last != "dozen"
    return _SMALL[last] >= 20 and 1 <= _SMALL[word] <= 9
