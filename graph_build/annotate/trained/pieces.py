"""Which pieces of a content belong together: the links alone gather too much under one cue.

A content in pieces is one that its own source or cue parts ("A," he said, "B"), or words in marks
that go on. Unquoted words of another sentence, or of another clause before "but X said", are not.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph_build.annotate.trained.encoding import Encoding, QuoteState
from graph_build.annotate.trained.linking import Draft
from graph_build.annotate.trained.spans import FoundSpan
from graph_build.annotate.trained.tags import PieceSpan

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Lt|No))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Sgt|Rev|Hon))"
    r"[.!?][”\"’')]*\s+(?=[“\"‘'(]*[A-Z])"
)
_WORD = re.compile(r"\w+")
_FEW = 2
_CONJUNCTION = re.compile(r"\b(?:while|but|though|although|whereas)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*,\s*without\s*\Z", re.IGNORECASE)
_LONGEST_GAP = 4
_CLAUSE_MARK = re.compile(r"[,.;:!?()“”\"–—]|\bbut\b")


def tidied(draft: Draft, encoding: Encoding) -> Draft:
    """The draft without pieces that belong elsewhere, small holes between its pieces filled."""
    if len(draft.content) < 2 or draft.cue is None:
        return draft
    own = [found.span for found in (draft.source, draft.cue) if found is not None]
    kept = [f for f in draft.content if _is_quoted(f.span, encoding) or _belongs(f, own, encoding)]
    return replace(draft, content=tuple(_filled(kept or list(draft.content), own, encoding)))


def _is_quoted(span: PieceSpan, encoding: Encoding) -> bool:
    """Whether marks stand in it."""
    return bool((encoding.features[span[0] : span[1], 0] != QuoteState.OUTSIDE).any())


def _belongs(found: FoundSpan, own: list[PieceSpan], encoding: Encoding) -> bool:
    """Whether a piece stands in the sentence of the cue, and in the clause of who says it."""
    start, end = found.span
    cue = own[-1]
    between = _text(encoding, (end, cue[0]) if end <= cue[0] else (cue[1], start))
    if _SENTENCE_END.search(between):
        return False
    after = [a for a, _ in own if a >= end]
    if end > cue[0]:
        return not _ASIDE.fullmatch(between + _text(encoding, (start, start + 1)))
    if not after:
        return True
    words = _text(encoding, (end, min(after)))
    return not _CONJUNCTION.search(words) and not 0 < len(_WORD.findall(words)) <= _FEW


def _filled(
    pieces: list[FoundSpan], own: list[PieceSpan], encoding: Encoding
) -> Iterator[FoundSpan]:
    """The pieces, two of them one where but a few words of the same clause part them."""
    before = pieces[0]
    for found in pieces[1:]:
        gap = (before.span[1], found.span[0])
        quoted = all(_is_quoted(f.span, encoding) for f in (before, found))
        if not quoted and _is_hole(gap, own, encoding):
            before = _joined(before, found)
            continue
        yield before
        before = found
    yield before


def _is_hole(gap: PieceSpan, own: list[PieceSpan], encoding: Encoding) -> bool:
    if any(a < gap[1] and gap[0] < b for a, b in own) or gap[0] >= gap[1]:
        return False
    words = _text(encoding, (gap[0], gap[1]))
    return len(_WORD.findall(words)) <= _LONGEST_GAP and not _CLAUSE_MARK.search(words)


def _joined(one: FoundSpan, other: FoundSpan) -> FoundSpan:
    sizes = [f.span[1] - f.span[0] for f in (one, other)]
    inside = (one.inside * sizes[0] + other.inside * sizes[1]) / sum(sizes)
    return FoundSpan((one.span[0], other.span[1]), min(one.exact, other.exact), inside)


def _text(encoding: Encoding, span: PieceSpan) -> str:
    """The characters from the end of the piece before a range to the start of the one after it."""
    first, after = span
    if first >= after and first == 0:
        return ""
    line = encoding.texts[int(encoding.lines[max(0, first - 1)])]
    begin = int(encoding.ends[first - 1]) if first else line.start
    end = int(encoding.starts[after]) if after < len(encoding) else line.start + len(line.text)
    return line.text[begin - line.start : max(begin, end) - line.start]
