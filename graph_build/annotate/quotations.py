"""Quotation marks in one paragraph: which stretches stand between them.

Not for deciding whether a stretch is speech: that is the rules' business.
"""

import re
from dataclasses import dataclass

_MARK = re.compile(r"[“”„\"«»]|``|''|(?<!\w)‘|’(?!\w)")
_OPENERS = {"“", "„", "``", "«", "‘"}
_CLOSERS = {"”", "»", "’"}
_FAMILY = {"“": "double", "”": "double", "„": "double", '"': "double", "``": "double"}
_FAMILY |= {"''": "double", "«": "double", "»": "double", "‘": "single", "’": "single"}


@dataclass(frozen=True, order=True, slots=True)
class Quotation:
    """A stretch with its marks: offsets [start, end) of the paragraph; `closed` if both stand."""

    start: int
    end: int
    closed: bool
    double: bool = True


def find_quotations(paragraph: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a paragraph, in order.

    A straight mark or '' opens where none is open and closes otherwise. A quotation that is still
    open at the end of the paragraph runs to the end (speech over several paragraphs repeats the
    opening mark) and is not `closed`. A closing mark with none open is no quotation.

    >>> [(q.start, q.end) for q in find_quotations('He said "no" and “yes”.')]
    [(8, 12), (17, 22)]
    """
    found: list[Quotation] = []
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(paragraph):
        mark = match.group()
        family = _FAMILY[mark]
        if opened is None:
            if mark in _CLOSERS or _is_apostrophe_like(paragraph, match.start(), mark):
                continue
            opened = (family, match.start())
        elif family == opened[0] and mark not in _OPENERS:
            found.append(Quotation(opened[1], match.end(), True, family == "double"))
            opened = None
    if opened is not None and opened[0] == "double":
        end = len(paragraph.rstrip())
        if end > opened[1] + 1:
            found.append(Quotation(opened[1], end, False))
    return tuple(found)


def _is_apostrophe_like(paragraph: str, at: int, mark: str) -> bool:
    """Whether a mark that could open follows a letter or digit directly (5' 10", James'')."""
    return mark in {'"', "''"} and at > 0 and (paragraph[at - 1].isalnum())
