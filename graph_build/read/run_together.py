"""Words that lost the space between them, found by rules that prefer to miss one.

Two kinds of evidence. A strong finding stands by itself: a space missing after a comma, a word in
small letters running into a capital ("inMay"), an unknown word that is an ordinary word and a
function word ("plansof"). A weak one ("agreedplan", "NorthKorea") has innocent readings, new
compounds and brand names, and counts only in a text whose strong findings show that spaces were
lost on the way. Web addresses, handles, hashtags and figures are left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_build.model.text import Span
from graph_build.read.joined_words import WORD, Census, Join, take_census
from graph_build.read.words import WordList, english_words

_STRONG_NEEDED = 3
_WORDS_PER_STRONG = 500
_MAX_BREAKS = 3  # more in one stretch are a list or a table, not prose
_REACH = 60  # characters looked at on each side for the rest of a web address

_TECHNICAL = re.compile(
    r"[@#_\\/=<>{}|~&%]|://|\bwww\.|\w\.(?:com|org|net|gov|edu|info|io|co|tv|us|uk|eu|ir|iq)\b",
    re.IGNORECASE,
)
_LETTER = r"[^\W\d_]"
_POINT = re.compile(rf"""(?<={_LETTER})(?:[,;:.?!]["“”’]?|[“”])(?={_LETTER})""")
_LETTERS_BEFORE = re.compile(rf"{_LETTER}+\Z")
_SENTENCE_START = re.compile(r"""(?:^|[.?!:”"“\n\r])\s*["“'‘(]*\Z""")
_TAKES_PREPOSITION = re.compile(
    r"""\s+(?:\d|["“A-Z]|(?:the|a|an|its|their|his|her|this|that|these|those|which|order)\b)"""
)
_OPEN_MARKS = frozenset(",;")


@dataclass(frozen=True, order=True, slots=True)
class Repair:
    """A stretch in which words run together: where the spaces belong, and how it reads then."""

    span: Span
    breaks: tuple[int, ...]
    wording: str

    @property
    def parted(self) -> str:
        """The wording with its spaces put in."""
        return part(self.wording, (at - self.span.start for at in self.breaks))


def part(text: str, breaks: Iterable[int]) -> str:
    """The text with a space put in before each of these offsets, which must be ascending.

    >>> part("inMay2024", [2, 5])
    'in May 2024'
    """
    pieces, at = [], 0
    for cut in breaks:
        pieces.append(text[at:cut])
        at = cut
    return " ".join([*pieces, text[at:]])


def find_run_together(content: str, words: WordList | None = None) -> tuple[Repair, ...]:
    """The repairs that a text needs, in text order and disjoint; empty for clean text.

    >>> [repair.parted for repair in find_run_together("After monthsof talks inMay")]
    ['months of', 'in May']
    """
    words = words or english_words()
    census = take_census(content, words)
    points = _united(content, list(_lost_after_points(content, census)))
    strong = [repair for repair in points if len(repair.breaks) <= _MAX_BREAKS]
    weak: list[Repair] = []
    joins = census.joins()
    if joins:
        for match in WORD.finditer(content):
            join = joins.get(match[0])
            if join and _fits_context(content, match.start(), match.end(), join):
                cut = match.start() + join.cut
                repair = Repair(Span(match.start(), match.end()), (cut,), match[0])
                (strong if join.strong else weak).append(repair)
    if _is_worn(len(strong), census.total):
        strong += weak
    return _united(content, strong)


def _is_worn(strong: int, words: int) -> bool:
    """Whether so many spaces are certainly missing that doubtful cases are missing ones too."""
    return strong >= _STRONG_NEEDED and strong * _WORDS_PER_STRONG >= words


def _fits_context(content: str, start: int, end: int, join: Join) -> bool:
    if _is_technical(content, start, end):
        return False
    if join.opens_sentence and not _SENTENCE_START.search(content[max(0, start - 8) : start]):
        return False
    return not join.before_phrase or bool(_TAKES_PREPOSITION.match(content, end))


def _is_technical(content: str, start: int, end: int) -> bool:
    """Whether a word is part of an address, a handle, code or a figure."""
    before = content[max(0, start - _REACH) : start].split()
    after = content[end : end + _REACH].split()
    head = before[-1] if before and not content[start - 1].isspace() else ""
    tail = after[0] if after and not content[end : end + 1].isspace() else ""
    if head[-1:].isdigit() or tail[:1].isdigit():
        return True
    return _TECHNICAL.search(head + content[start:end] + tail) is not None


def _lost_after_points(content: str, census: Census) -> Iterator[Repair]:
    for point in _POINT.finditer(content):
        before = _LETTERS_BEFORE.search(content[max(0, point.start() - _REACH) : point.start()])
        after = WORD.match(content, point.end(), point.end() + _REACH)
        assert before is not None
        assert after is not None
        start, mark, end = point.start() - len(before[0]), point[0], after.end()
        if not _is_lost_after(before[0], mark, after[0], census):
            continue
        if not _is_technical(content, start, end):
            opens_quote = mark.endswith("“") or mark == ':"'
            cut = point.end() - 1 if opens_quote else point.end()
            yield Repair(Span(start, end), (cut,), content[start:end])


def _is_lost_after(left: str, mark: str, right: str, census: Census) -> bool:
    if mark in "“”":
        return len(right) > 1 and census.is_word(right)
    if len(left) < 2 or not left[-1].islower():
        return mark in _OPEN_MARKS and len(left) > 1 and census.is_word(right)
    if mark[0] in _OPEN_MARKS:
        return len(right) > 1 or right in "aAI"
    starts_anew = right[0].isupper() and (right[1:].islower() or right in ("A", "I"))
    return starts_anew and census.is_word(left) and census.is_word(right)


def _united(content: str, repairs: list[Repair]) -> tuple[Repair, ...]:
    """Repairs that share characters become one; the rest stay as they are, in text order."""
    groups: list[list[Repair]] = []
    end = -1
    for repair in sorted(repairs):
        if repair.span.start < end:
            groups[-1].append(repair)
        else:
            groups.append([repair])
        end = max(end, repair.span.end)
    return tuple(_one_of(content, group) for group in groups)


def _one_of(content: str, group: list[Repair]) -> Repair:
    if len(group) == 1:
        return group[0]
    span = Span(group[0].span.start, max(repair.span.end for repair in group))
    breaks = sorted({cut for repair in group for cut in repair.breaks})
    return Repair(span, tuple(breaks), span.cut(content))
