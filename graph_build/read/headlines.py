"""Tells a headline from a first sentence, and one headline from another."""

import re
from collections.abc import Sequence

from graph_build.read.datelines import dateline_prefix
from graph_build.read.paragraphs import Paragraph
from graph_build.read.teasers import is_reporting

MAX_WORDS = 30
TITLE_CASE = 0.8
"""The share of words with a capital from which a line is set as a title."""

_OUTLET_AFTER = re.compile(r"\s+[|–—-]\s+[^|–—-]{1,40}\Z")
_MAX_LENGTH = 400
_LONGER = 1.5


def is_headline(line: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether the first line of a text is its headline.

    A line without full stop is, unless it is long, a list item or a lead-in. One with a full stop
    is only where it is set as a title, or asks or calls, over a longer paragraph.
    """
    if (
        len(line.text) > _MAX_LENGTH
        or line.word_count > MAX_WORDS
        or line.is_list_item
        or line.text[-1] in ":,"
    ):
        return False
    prefix = dateline_prefix(line)
    if prefix and prefix[1].startswith(("agency", "outlet")):
        return False
    if not line.ends_sentence:
        return line.text[0] not in '"“' or bool(following)
    if line.has_quote and is_reporting(line.text):
        return False
    if not following or len(following[0].text) < _LONGER * len(line.text):
        return False
    return line.word_count > 3 and (line.title_share >= TITLE_CASE or line.text[-1] in "?!")


def is_same_headline(line: Paragraph, headline: Paragraph) -> bool:
    """Whether a line is the headline once more, case, spacing and the outlet's name apart.

    >>> again = Paragraph(12, 40, "SHIPS LEAVE | Harbour News")
    >>> is_same_headline(again, Paragraph(0, 11, "Ships leave"))
    True
    """
    return len(line.text) < _MAX_LENGTH and _bare(line) == _bare(headline)


def _bare(line: Paragraph) -> str:
    return _OUTLET_AFTER.sub("", line.key)
