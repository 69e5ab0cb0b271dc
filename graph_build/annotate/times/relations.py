"""How a time stands to what happens: the words before it, and what those words take with them."""

import re
from dataclasses import dataclass
from typing import Final

from graph_build.annotate.times.meaning import Core, Direction, Length
from graph_build.model.values import TimeRelation

_REACH: Final = 40
_WORDS: Final[tuple[tuple[str, TimeRelation], ...]] = (
    (r"(?:by\s+)?(?:no|not)\s+later\s+than", TimeRelation.BY),
    (r"on\s+or\s+before", TimeRelation.BY),
    (r"deadline\s+(?:of|for)|deadline\s+set\s+(?:for|at)", TimeRelation.BY),
    (r"by", TimeRelation.BY),
    (r"(?:some\s+time\s+|sometime\s+)?before|prior\s+to|ahead\s+of", TimeRelation.BEFORE),
    (r"no\s+(?:earlier|sooner)\s+than|not\s+before", TimeRelation.AFTER),
    (r"after|following", TimeRelation.AFTER),
    (r"(?:ever\s+)?since", TimeRelation.SINCE),
    (r"(?:starting|beginning)(?:\s+(?:in|on|from|around))?|effective", TimeRelation.SINCE),
    (
        r"until|till|up\s+(?:to|until)|through",
        TimeRelation.UNTIL,
    ),
    (r"within|inside(?:\s+of)?", TimeRelation.WITHIN),
    (
        r"for",
        TimeRelation.FOR,
    ),
    (
        r"(?:back\s+|some\s+time\s+|sometime\s+|early\s+|late\s+|as\s+(?:early|late)\s+as\s+)?"
        r"(?:in|on|at|around|during|over|throughout|circa|as\s+of|from|of)",
        TimeRelation.AT,
    ),
)
_BOUND: Final = (
    r"(?:(?:at\s+least|at\s+most|(?:more|less|fewer)\s+than|about|around|roughly|approximately"
    r"|nearly|almost|just|over|under|up\s+to|as\s+(?:early|late|long)\s+as)\s+)?(?:the\s+|a\s+)?"
)
_BEFORE: Final = tuple(
    (re.compile(rf"(?:^|(?<=[^\w-]))(?:{words})\s+{_BOUND}$", re.IGNORECASE), relation)
    for words, relation in _WORDS
)
_ON: Final = re.compile(r"\s+(?:onwards?|on(?=[\s,.;]|$)(?!\s+the\b))", re.IGNORECASE)
_DEADLINE: Final = re.compile(r"(?:\s+[\w-]+){0,1}\s+deadline\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standing:
    """The relation of a time, and where the words that say so begin and end."""

    relation: TimeRelation
    start: int
    end: int
    word: str = ""

    @property
    def is_from(self) -> bool:
        """Whether "from" stands before it, which may or may not start a stretch."""
        return self.word.startswith("from")

    @property
    def is_back(self) -> bool:
        """Whether "back in" puts it in the past."""
        return self.word.startswith("back")


def standing_of(text: str, core: Core) -> Standing:
    """The relation that the words around a time give it; AT where they give none."""
    low = max(0, core.start - _REACH)
    before = text[low : core.start]
    behind = _DEADLINE.match(text, core.end, core.end + _REACH)
    if behind is not None:
        return Standing(TimeRelation.BY, core.start, behind.end())
    for pattern, relation in _BEFORE:
        match = pattern.search(before)
        if match is not None:
            word = " ".join(match[0].lower().split())
            return _fitted(text, core, Standing(relation, low + match.start(), core.end, word))
    return _fitted(text, core, Standing(TimeRelation.AT, core.start, core.end))


def _fitted(text: str, core: Core, found: Standing) -> Standing:
    """The relation as the kind of time takes it: durations last, dates do not."""
    on = _ON.match(text, core.end, core.end + 12) if found.is_from else None
    if on is not None:
        return Standing(TimeRelation.SINCE, found.start, on.end(), found.word)
    if not isinstance(core.meaning, Length):
        relation = TimeRelation.AT if found.relation is TimeRelation.FOR else found.relation
        within = relation is TimeRelation.WITHIN
        return Standing(TimeRelation.AT if within else relation, found.start, found.end, found.word)
    counted = core.meaning.direction in {Direction.AGO, Direction.AHEAD}
    if counted and found.relation is TimeRelation.FOR:  # "planned for two weeks ago"
        return Standing(TimeRelation.AT, found.start, found.end, found.word)
    if core.meaning.direction is Direction.BARE and found.relation is TimeRelation.AT:
        return Standing(TimeRelation.FOR, found.start, found.end, found.word)
    return found
