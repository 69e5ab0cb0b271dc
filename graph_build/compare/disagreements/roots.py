"""Where the words of a claim come from, as far as the text tells: the root of a claim.

The root of what a medium is credited with is that medium's report; of what a speaker with a name
says, the speaker; of the report's own voice, the report itself. Unknown is not independent: own
words in a report that credits a medium elsewhere may rest on that medium, and unnamed speakers of
two reports may be the same people.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from graph_build.model.edtf import moments
from graph_build.model.stated_fact import Telling

_DAY: Final = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<day>\d{2}-\d{2})[?~%]?")


class Voice(StrEnum):
    """Whose words a claim has."""

    OWN = "own"
    SPEAKER = "speaker"
    MEDIUM = "medium"
    UNNAMED = "unnamed"


_OPEN: Final = frozenset({Voice.OWN, Voice.UNNAMED})


class Independence(StrEnum):
    """Whether two claims have one root, as far as can be told."""

    ONE = "one"
    APART = "apart"
    UNKNOWN = "unknown"


@dataclass(frozen=True, order=True, slots=True)
class Root:
    """The origin of a claim: `key` is the IRI of report, speaker or medium.

    `said` is when the words were said or told, `published` when the report that holds the claim
    came out (both EDTF, "" where unknown); `credits` are the media that this report names.
    """

    voice: Voice
    key: str
    label: str
    report: str
    said: str = ""
    published: str = ""
    credits: frozenset[str] = field(default=frozenset(), compare=False)


def root_of(telling: Telling, names: Mapping[str, str]) -> Root:
    """The root of a claim; `names` are the names of things."""
    if telling.speaker is not None and telling.named and not telling.is_medium:
        voice, key = Voice.SPEAKER, telling.speaker
    elif telling.is_medium and telling.speaker is not None:
        voice, key = Voice.MEDIUM, telling.speaker
    elif telling.media:
        voice, key = Voice.MEDIUM, telling.media[-1]
    elif telling.speaker is not None:
        voice, key = Voice.UNNAMED, telling.speaker
    else:
        voice, key = Voice.OWN, telling.report
    label = telling.file_name if voice is Voice.OWN else names.get(key) or telling.speaker_label
    return Root(voice, key, label, telling.report, telling.said, telling.published, telling.credits)


def independence(one: Root, other: Root) -> tuple[Independence, str]:
    """Whether two claims have one root, and why that is held."""
    if (one.voice, one.key) == (other.voice, other.key):
        return _same_key(one, other)
    if one.voice is other.voice and one.voice not in _OPEN:
        return _two_of_a_kind(one, other)
    for here, there in ((one, other), (other, one)):
        if there.voice is Voice.MEDIUM and there.key in here.credits and here.voice in _OPEN:
            return Independence.UNKNOWN, f"{_told(here)}, which credits {there.label} elsewhere"
    if one.voice in _OPEN and other.voice in _OPEN:
        return _both_open(one, other)
    if one.report == other.report and Voice.OWN in (one.voice, other.voice):
        return Independence.UNKNOWN, "the report may rest on the speaker whom it cites"
    return Independence.APART, f"{_told(one)}, {_told(other)}"


def _two_of_a_kind(one: Root, other: Root) -> tuple[Independence, str]:
    """Two speakers, or two media, known to different IRIs."""
    if one.label == other.label and " " in one.label:
        return Independence.ONE, f"both are the words of {one.label}"
    return Independence.APART, f"{one.label} and {other.label} are two"


def roots_told_apart(roots: Iterable[Root]) -> int:
    """How many origins there are at least: what is not shown to be apart counts once."""
    groups: list[list[Root]] = []
    for root in sorted(set(roots)):
        joined = [g for g in groups if any(_may_be_one(root, r) for r in g)]
        rest = [g for g in groups if g not in joined]
        groups = [*rest, [root, *(r for g in joined for r in g)]]
    return len(groups)


def _may_be_one(one: Root, other: Root) -> bool:
    return independence(one, other)[0] is not Independence.APART


def _same_key(one: Root, other: Root) -> tuple[Independence, str]:
    if one.voice is Voice.OWN:
        return Independence.ONE, "both are the report's own words"
    if one.voice is Voice.SPEAKER:
        return Independence.ONE, f"both are the words of {one.label}"
    if one.voice is Voice.UNNAMED or one.report == other.report:
        return Independence.ONE, f"both come from {one.label}"
    for here, there in ((one, other), (other, one)):
        if told := _too_early(here, there):
            return told
    days = [_DAY.fullmatch(root.said) for root in (one, other)]
    if all(days) and not _may_be_same_day([d[0] for d in days if d is not None]):
        return Independence.APART, f"{one.label} is cited from two days"
    return Independence.ONE, f"both credit {one.label}"


def _too_early(here: Root, there: Root) -> tuple[Independence, str] | None:
    """What follows where one report came out before the day from which the other cites."""
    said, published = _DAY.fullmatch(there.said), moments(here.published)[1]
    if said is None or published is None:
        return None
    stamp = here.published[:10]
    if said["year"] == "XXXX":
        if f"{published:%m-%d}" >= said["day"]:
            return None
        why = f"a text stamped {stamp} may not rest on what {here.label} told on {said['day']}"
        return Independence.UNKNOWN, why
    first = moments(there.said)[0]
    if first is None or first <= published:
        return None
    why = f"a text stamped {stamp} cannot rest on what {here.label} told on {there.said}"
    return Independence.APART, why


def _may_be_same_day(days: Sequence[str]) -> bool:
    plain = [day.rstrip("?~%") for day in days]
    years = {day[:4] for day in plain} - {"XXXX"}
    return len({day[5:] for day in plain}) == 1 and len(years) < 2


def _both_open(one: Root, other: Root) -> tuple[Independence, str]:
    if one.report == other.report and one.voice is other.voice:
        return Independence.APART, f"{one.label} and {other.label} are told apart by the report"
    if Voice.UNNAMED in (one.voice, other.voice):
        return Independence.UNKNOWN, "who is not named may be anyone"
    if one.credits & other.credits:
        return Independence.UNKNOWN, "both reports credit the same medium elsewhere"
    return Independence.APART, "each report speaks in its own voice"


def _told(root: Root) -> str:
    own = root.voice is Voice.OWN
    return "the report speaks in its own voice" if own else f"told by {root.label}"
