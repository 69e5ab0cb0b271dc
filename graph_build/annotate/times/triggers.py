"""Where in a text a time may stand: around the words that every form of a family needs.

The forms are costly patterns; they are tried only in windows around these words.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from enum import Enum
from typing import Final

from graph_build.annotate.times.words import MONTHS, UNITS, WEEKDAYS
from graph_build.annotate.windows import Window, around


class Family(Enum):
    """Which kind of word a form needs."""

    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    WEEKDAY = "weekday"
    DAY = "day"
    UNIT = "unit"
    SEASON = "season"


_WORD: Final = re.compile(r"[^\W\d_]+|[0-9]+s?\b|[0-9]+")
_BEFORE, _BEHIND = 56, 40
_SEASONS: Final = ("spring", "summer", "autumn", "fall", "winter")
_FAMILIES: Final[dict[str, tuple[Family, ...]]] = (
    dict.fromkeys(MONTHS, (Family.MONTH,))
    | dict.fromkeys(WEEKDAYS, (Family.WEEKDAY,))
    | dict.fromkeys(("today", "tonight", "yesterday", "tomorrow"), (Family.DAY,))
    | dict.fromkeys(("morning", "afternoon", "evening", "night"), (Family.DAY,))
    | {form: (Family.UNIT,) for unit in UNITS for form in (unit, f"{unit}s")}
    | {"centuries": (Family.UNIT,), "yearend": (Family.UNIT,)}
    | dict.fromkeys(_SEASONS, (Family.SEASON, Family.UNIT))
)


def windows_of(text: str) -> Mapping[Family, list[Window]]:
    """For each family the stretches of text in which its forms may stand, disjoint and in order."""
    found: defaultdict[Family, list[Window]] = defaultdict(list)
    for match in _WORD.finditer(text):
        for family in _families(match[0]):
            found[family].append(match.span())
    return {
        family: around(text, places, before=_BEFORE, behind=_BEHIND)
        for family, places in found.items()
    }


def _families(word: str) -> tuple[Family, ...]:
    if not word[0].isdigit():
        return _FAMILIES.get(word.lower(), ())
    if word[-1] == "s":
        return (Family.DECADE,)
    return (Family.YEAR,) if len(word) == 4 or len(word) == 2 else ()
