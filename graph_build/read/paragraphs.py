"""Text -> paragraphs with the few features that the rules for zones look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph_build.read.words import words_of

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
_INVISIBLE = [*range(0x20), 0x7F, *range(0x200B, 0x2010), 0x2060, 0xFEFF]
IGNORABLE = "".join(
    chr(code) for code in [*_INVISIBLE, *(c for c in range(0x80, 0x3001) if chr(c).isspace()), 0x20]
)
"""What counts as blank: white space, controls, marks of order and other invisible characters."""

_SENTENCE_END = re.compile(r"""[.!?…]["”’'»)\]]*\s*(?:\[\d{1,3}\])?\Z""")
_LIST_ITEM = re.compile(r"(?:[-*•·–—‣▪●]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\))\s")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_QUOTE = re.compile('["“”«»]')
_SMALL_WORDS = words_of(
    """a an and as at but by for from in into is nor of off on onto or over per so than the to up
    via vs with"""
)
_MAX_WRAPPED = 100
_MIN_WRAPPED = 45


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, trimmed: one line, or several where a text was wrapped at a fixed width."""

    start: int
    end: int
    text: str

    @property
    def word_count(self) -> int:
        """The number of words, as parted by white space."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with a full stop, question mark or the like, quotes not counted."""
        return _SENTENCE_END.search(self.text, max(0, len(self.text) - 12)) is not None

    @property
    def is_list_item(self) -> bool:
        """Whether it opens with a bullet, a dash or a number."""
        return _LIST_ITEM.match(self.text) is not None

    @property
    def has_quote(self) -> bool:
        """Whether a double quotation mark stands in it."""
        return _QUOTE.search(self.text) is not None

    @property
    def title_share(self) -> float:
        """The share of words with a capital first, small words apart; 0 to 1."""
        words = [w for w in _WORD.findall(self.text[:400]) if w.lower() not in _SMALL_WORDS]
        return sum(w[0].isupper() for w in words) / len(words) if words else 0.0

    @property
    def key(self) -> str:
        """The wording without case and spacing, for telling that two lines are the same."""
        return " ".join(self.text.casefold().split())


def split_paragraphs(content: str) -> list[Paragraph]:
    r"""The paragraphs of a text, in text order; they hold every character that is not blank.

    >>> [(p.start, p.text) for p in split_paragraphs("One.\r\n\r\n Two.\n")]
    [(0, 'One.'), (9, 'Two.')]
    """
    paragraphs: list[Paragraph] = []
    for block in _blocks(content):
        if _is_wrapped(block):
            start, end = block[0].start, block[-1].end
            paragraphs.append(Paragraph(start, end, content[start:end]))
        else:
            paragraphs += block
    return paragraphs


def _blocks(content: str) -> Iterator[list[Paragraph]]:
    """Runs of lines without an empty line between them."""
    block: list[Paragraph] = []
    for line in _lines(content):
        if block and len(_LINE_END.findall(content, block[-1].end, line.start)) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _lines(content: str) -> Iterator[Paragraph]:
    for match in _LINE.finditer(content):
        text = match[0].strip(IGNORABLE)
        if text:
            start = match.start() + len(match[0]) - len(match[0].lstrip(IGNORABLE))
            yield Paragraph(start, start + len(text), text)


def _is_wrapped(block: list[Paragraph]) -> bool:
    """Whether the lines of a block are one paragraph broken at a fixed width."""
    if len(block) < 2:
        return False
    lengths = [len(line.text) for line in block]
    widest = max(lengths)
    if not _MIN_WRAPPED <= widest <= _MAX_WRAPPED or min(lengths[:-1]) < 0.6 * widest:
        return False
    return any(
        not line.ends_sentence and after.text[0].islower() for line, after in pairwise(block)
    )
