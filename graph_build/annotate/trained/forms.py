"""Speech that the layout gives away: speaker labels, and quotations signed on the next line.

Such forms are rare in what the encoder was trained on, and leave little doubt.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from graph_build.annotate.trained.encoding import Encoding, Line
from graph_build.annotate.trained.linking import Draft
from graph_build.annotate.trained.spans import FoundSpan
from graph_build.annotate.trained.tags import PieceSpan

FORM_CONFIDENCE = 0.85
_SAME = 0.5
_LABELS = 2

_NAME = r"[A-Z][\w.'’-]*(?:,? [A-Z][\w.'’-]*){0,4}"
_CAPITALS = re.compile(
    r"[“\"]?(?P<source>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?P<cue>:)\s+(?=\S)"
)
_BEFORE_MARK = re.compile(rf"(?P<source>{_NAME})(?P<cue>:)\s+(?=[“\"])")
_TAIL = re.compile(r"(?P<words>.{8,}?)(?P<cue>:| [-–—|]) +(?P<source>[^:|–—]{2,60})\Z")
_SAYS = re.compile(
    r"(?P<words>.{8,}), (?P<source>[^,:]{2,60}?) (?P<cue>says?|said)\Z", re.IGNORECASE
)
_SIGNER = (
    r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|del|la|van|von|der|bin|al|of|the|and)){0,6}"
    r"(?:,[^.!?:;“”\"]{1,60})?"
)
_SIGNED = rf"(?P<cue>―|—|–|--?)\s*(?P<source>{_SIGNER})(?<=\w)\W*\Z"
_SIGNATURE = re.compile(_SIGNED)
_QUOTED = re.compile(r"[“”\"].{8,}[”\"]\W*\Z")
_QUOTED_AND_SIGNED = re.compile(rf"(?P<words>[“”\"].{{8,}}[”\"])\s*{_SIGNED}")


def find_forms(encoding: Encoding, speakers: frozenset[str] = frozenset()) -> list[Draft]:
    """The attributions that the layout gives away.

    `speakers` are case-folded names of media and nouns for people who speak; without them no
    headline is read.
    """
    return [*_headlines(encoding, speakers), *_labelled(encoding), *_signed(encoding)]


def _headlines(encoding: Encoding, speakers: frozenset[str]) -> Iterator[Draft]:
    """Headlines "Words: Agency", "Words - Agency", "Words, sources say"."""
    for i, line in enumerate(encoding.texts):
        if not line.is_headline:
            continue
        match = _TAIL.match(line.text) or _SAYS.match(line.text)
        if match and _speaks(match["source"], speakers):
            parts = [(i, match.span("words")), (i, match.span("source"))]
            yield from _draft(encoding, "headline", parts, match, i)


def _speaks(words: str, speakers: frozenset[str]) -> bool:
    """Whether a name of a medium, or a phrase that ends with a noun for those who speak."""
    name = words.casefold().strip()
    return name in speakers or name.split()[-1] in speakers


def _labelled(encoding: Encoding) -> Iterator[Draft]:
    """Lines "SPEAKER: words" where several are so; "Name: “words”" anywhere below the headline."""
    lines = [(i, line) for i, line in enumerate(encoding.texts) if not line.is_headline]
    labels = [(i, line, m) for i, line in lines if (m := _CAPITALS.match(line.text))]
    if len(labels) < _LABELS:
        labels = []
    taken = {i for i, _, _ in labels}
    marked = [
        (i, line, m) for i, line in lines if i not in taken and (m := _BEFORE_MARK.match(line.text))
    ]
    for i, line, match in sorted(labels + marked, key=lambda x: x[0]):
        words = (match.end(), len(line.text))
        yield from _draft(encoding, "label", [(i, words), (i, match.span("source"))], match, i)


def _signed(encoding: Encoding) -> Iterator[Draft]:
    """A quotation that fills its line, with a dash and a name behind it or on the line below."""
    for i, line in enumerate(encoding.texts):
        match = _QUOTED_AND_SIGNED.match(line.text)
        if match:
            parts = [(i, match.span("words")), (i, match.span("source"))]
            yield from _draft(encoding, "signature", parts, match, i)
    for i, (line, below) in enumerate(pairwise(encoding.texts)):
        match = _SIGNATURE.match(below.text)
        if match and _QUOTED.match(line.text):
            parts = [(i, (0, len(line.text))), (i + 1, match.span("source"))]
            yield from _draft(encoding, "signature", parts, match, i + 1)


def _draft(
    encoding: Encoding,
    form: str,
    parts: Sequence[tuple[int, tuple[int, int]]],
    match: re.Match[str],
    cue_line: int,
) -> Iterator[Draft]:
    """A draft of content and source, each given as line and characters in it."""
    content, source = (_pieces(encoding, encoding.texts[i], chars) for i, chars in parts)
    cue = _pieces(encoding, encoding.texts[cue_line], match.span("cue"))
    if content and source:
        yield Draft(
            (_sure(content),), _sure(source), _sure(cue) if cue else None, 0.0, 0.0, form=form
        )


def _pieces(encoding: Encoding, line: Line, chars: tuple[int, int]) -> PieceSpan | None:
    first = int(np.searchsorted(encoding.ends, line.start + chars[0], side="right"))
    after = int(np.searchsorted(encoding.starts, line.start + chars[1], side="left"))
    return (first, after) if first < after else None


def _sure(span: PieceSpan) -> FoundSpan:
    return FoundSpan(span, 0.0, 1.0)


def with_forms(found: Sequence[Draft], forms: Sequence[Draft]) -> list[Draft]:
    """The drafts of the encoder and those of the forms; of two for the same words the form's.

    What is said inside the words of a labelled speaker stays.
    """
    pieces = [_pieces_of(form) for form in forms]
    at: dict[int, list[int]] = {}
    for number, theirs in enumerate(pieces):
        for i in theirs:
            at.setdefault(i, []).append(number)
    kept = []
    for draft in found:
        mine = _pieces_of(draft)
        near = {number for i in mine for number in at.get(i, ())}
        if not any(_likeness(mine, pieces[number]) >= _SAME for number in near):
            kept.append(draft)
    return sorted([*kept, *forms], key=lambda d: d.content[0].span)


def _pieces_of(draft: Draft) -> set[int]:
    return {i for found in draft.content for i in range(*found.span)}


def _likeness(mine: set[int], theirs: set[int]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))
