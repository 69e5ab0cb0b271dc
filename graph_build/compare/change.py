"""What may differ between two retellings, and one thing that does."""

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What may differ between two retellings; the kinds of a mutation."""

    NAME_CHANGED = "name-changed"
    NAME_SPELLED = "name-spelled-otherwise"
    NAME_ADDED = "name-added"
    NAME_DROPPED = "name-dropped"
    NUMBER_CHANGED = "number-changed"
    NUMBER_ADDED = "number-added"
    NUMBER_DROPPED = "number-dropped"
    DATE_CHANGED = "date-changed"
    DATE_ADDED = "date-added"
    DATE_DROPPED = "date-dropped"
    MARKS_ADDED = "quotation-marks-added"
    MARKS_DROPPED = "quotation-marks-dropped"
    SPEAKER_CHANGED = "speaker-changed"
    SPEAKER_WEAKENED = "speaker-weakened"
    SPEAKER_STRENGTHENED = "speaker-strengthened"
    SPEAKER_UNNAMED = "speaker-unnamed"
    SPEAKER_NAMED = "speaker-named"
    SPEAKER_ADDED = "speaker-added"
    SPEAKER_DROPPED = "speaker-dropped"
    CONDITION_ADDED = "condition-added"
    CONDITION_DROPPED = "condition-dropped"
    HEDGE_CHANGED = "hedge-changed"
    HEDGE_ADDED = "hedge-added"
    HEDGE_DROPPED = "hedge-dropped"
    NEGATION_ADDED = "negation-added"
    NEGATION_DROPPED = "negation-dropped"
    WORDS_CHANGED = "words-changed"
    WORDS_ADDED = "words-added"
    WORDS_DROPPED = "words-dropped"
    ONLY_HERE = "detail-only-here"


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a sentence has otherwise than a sibling's: `here` and `there` as worded.

    `place` is the half-open stretch of words of the sentence; empty where it lacks something.
    """

    change: Change
    here: str | None
    there: str | None
    place: tuple[int, int]

    @property
    def family(self) -> str:
        """What the change is about: "number", "condition", ..."""
        return self.change.value.rpartition("-")[0].removesuffix("-spelled")
