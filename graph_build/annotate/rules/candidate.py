"""What a rule proposes: an attribution in tokens of one paragraph."""

from dataclasses import dataclass

from graph_build.annotate.parsed import Paragraph, Range

_LOOSE = frozenset({",", ";", ":", "–", "—", "-"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed attribution; every role is a tuple of half-open token ranges."""

    rule: str
    content: tuple[Range, ...]
    source: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ()
    channel: tuple[Range, ...] = ()
    basis: tuple[Range, ...] = ()
    lemma: str | None = None
    confidence: float = 0.8

    @property
    def content_tokens(self) -> frozenset[int]:
        """The token indexes of the content."""
        return tokens_of(self.content)


def tokens_of(ranges: tuple[Range, ...]) -> frozenset[int]:
    """All token indexes of some ranges."""
    return frozenset(i for a, b in ranges for i in range(a, b))


def trim(paragraph: Paragraph, span: Range) -> Range | None:
    """The range without blank tokens, dangling commas and a final full stop.

    A closing quotation mark is kept where its opening one stands inside.
    """
    doc, (start, end) = paragraph.doc, span
    while start < end and (doc[start].is_space or doc[start].text in _LOOSE):
        start += 1
    while start < end and _is_droppable_end(paragraph, start, end - 1):
        end -= 1
    return (start, end) if start < end else None


def _is_droppable_end(paragraph: Paragraph, start: int, last: int) -> bool:
    token = paragraph.doc[last]
    if token.is_space or token.text in _LOOSE or token.text == ".":
        return True
    opens_here = any(a >= start and b == last + 1 for a, b in paragraph.quoted_ranges)
    return bool(token.is_quote) and not opens_here and not _closes_single(paragraph, start, last)


def _closes_single(paragraph: Paragraph, start: int, last: int) -> bool:
    """Whether the token closes a quotation (of any family) that opens inside the range."""
    doc = paragraph.doc
    at = doc[last].idx + len(doc[last].text)
    return any(q.end == at and q.start >= doc[start].idx for q in paragraph.quotations)


def minus(span: Range, holes: tuple[Range, ...]) -> tuple[Range, ...]:
    """The parts of a range outside the holes, in order."""
    parts: list[Range] = []
    at = span[0]
    for a, b in sorted(holes):
        if b <= at or a >= span[1]:
            continue
        if a > at:
            parts.append((at, a))
        at = max(at, b)
    if at < span[1]:
        parts.append((at, span[1]))
    return tuple(parts)
