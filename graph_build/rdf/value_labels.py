"""Times and quantities in normalised words: "by 2025-09", "more than 170", "for 1 year"."""

import re
from decimal import Decimal
from typing import Final

from graph_build.model.values import QuantityPhrase, TimePhrase, TimeRelation

_LENGTH: Final = re.compile(
    r"P(?:(?P<year>[\d.]+)Y)?(?:(?P<month>[\d.]+)M)?(?:(?P<week>[\d.]+)W)?(?:(?P<day>[\d.]+)D)?"
    r"(?:T(?:(?P<hour>[\d.]+)H)?(?:(?P<minute>[\d.]+)M)?(?:(?P<second>[\d.]+)S)?)?"
)


def value_label(time: TimePhrase | None, quantity: QuantityPhrase | None) -> str:
    """The quantity and the time of a fact, joined by "; "; "" where it has neither.

    A quantity that only counts the years or days of the time is told by the time alone.
    """
    if time is not None and time.length and quantity and time.whole.overlaps(quantity.span):
        quantity = None
    parts = (
        quantity_label(quantity) if quantity is not None else "",
        time_label(time) if time is not None else "",
    )
    return "; ".join(part for part in parts if part)


def quantity_label(quantity: QuantityPhrase) -> str:
    """The bounds of a quantity in words, without its unit; "" where it has no bound.

    >>> from graph_build.model.text import Span
    >>> here = Span(0, 1)
    >>> quantity_label(QuantityPhrase(here, here, minimum="170", minimum_included=False))
    'more than 170'
    >>> quantity_label(QuantityPhrase(here, here, "150", "150", approximate=True))
    'about 150'
    """
    return _bounds_label(quantity, "about " if quantity.approximate else "")


def _bounds_label(quantity: QuantityPhrase, about: str) -> str:
    low, high = (None if n is None else number(n) for n in (quantity.minimum, quantity.maximum))
    if low is not None and low == high:
        return f"{about}{low}"
    if high is None:
        return "" if low is None else f"{_low_word(quantity)} {about}{low}"
    top = f"{'at most' if quantity.maximum_included else 'fewer than'} {about}{high}"
    if low is None:
        return top
    if quantity.minimum_included and quantity.maximum_included:
        return f"{about}{low} to {high}"
    return f"{_low_word(quantity)} {about}{low} and {top}"


def _low_word(quantity: QuantityPhrase) -> str:
    return "at least" if quantity.minimum_included else "more than"


def number(digits: str) -> str:
    """A decimal number in its shortest form, without an exponent.

    >>> number("2500.0"), number("0.5"), number("2e3")
    ('2500', '0.5', '2000')
    """
    plain = f"{Decimal(digits):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def time_label(time: TimePhrase) -> str:
    """How a time stands to what happens, and the date or the length; "" where it has neither."""
    relation = "" if time.relation is TimeRelation.AT else f"{time.relation.value} "
    length = length_label(time.length) if time.length is not None else ""
    if time.edtf is None:
        return f"{relation}{length}" if length else ""
    about = "about " if time.approximate else ""
    since = time.relation is TimeRelation.SINCE
    date = f"{relation}{about}{time.edtf.removesuffix('/..') if since else time.edtf}"
    return f"{length}, {date}" if length else date


def length_label(length: str) -> str:
    """An ISO 8601 duration in words.

    >>> length_label("P1Y6M"), length_label("P3D")
    ('1 year 6 months', '3 days')
    """
    match = _LENGTH.fullmatch(length)
    if match is None:
        return length
    parts = ((unit, count) for unit, count in match.groupdict().items() if count)
    return " ".join(f"{n} {unit}{'' if n == '1' else 's'}" for unit, n in parts)
