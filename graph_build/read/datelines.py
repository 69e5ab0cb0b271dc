"""Where, when and from whom: what stands before the first words of a report, and bylines."""

import re

from graph_build.read.dates import DATE
from graph_build.read.paragraphs import Paragraph

_NAME = r"[^\W\d_a-z][\w.'’&-]*"
_PLACE = rf"{_NAME}(?: (?:{_NAME}|al|as|of|el|de)){{0,3}}"
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:,? \d{4})?)"
)
_WHERE = rf"{_PLACE}(?:[,/] ?{_PLACE}){{0,2}}"
_NEXT = r"(?=[“\"'‘(]*[^\W_a-z])"  # the report begins with a capital or a figure
_DASH = r"(?:--|[–—-])"
_MEDIA = re.compile(
    r"\b(?:news|agency|press|times|post|media|network|tv|television|radio|daily|tribune|herald"
    r"|gazette|telegraph|journal|today|monitor|observer|chronicle|broadcasting|online|mail)\b",
    re.IGNORECASE,
)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "agency in brackets before the first sentence",
        re.compile(
            rf"(?:{_WHERE}(?:,? {_DAY})?|{_DAY})?,? ?\((?![RDI]-){_NAME}(?:[ /]{_NAME}){{0,3}}\)"
            rf"\s*{_DASH}\s*{_NEXT}"
        ),
    ),
    (
        "outlet or place and a stroke before the first sentence",
        re.compile(rf"{_PLACE}(?:,? {_DAY})? ?/ {_NEXT}"),
    ),
    (
        "place and day before the first sentence",
        re.compile(rf"{_WHERE},? {_DAY},?\s*(?:{_DASH}|:)\s*{_NEXT}"),
    ),
    (
        "place and a dash before the first sentence",
        re.compile(rf"{_WHERE}\s*(?:\s--\s|\s?[–—]\s|\s-\s|—)\s*{_NEXT}"),
    ),
    (
        "place in capitals before the first sentence",
        re.compile(
            rf"(?:[A-Z]{{3,}}[A-Z.'’-]*(?: [A-Z.'’-]+){{0,2}}(?:, {_PLACE})?)\s*:\s*{_NEXT}"
        ),
    ),
)
_LABELLED_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,40}:\s")
_OUTLET = re.compile(rf"(?P<name>{_PLACE}) ?/ ")
_BYLINE = re.compile(
    r"(?:by|byline|written by|story by|report by|reported by|reporting by|editing by|compiled by"
    r"|edited by|additional reporting by|translated by|author|source|sources)\s*:?\s+\S",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[]?(?:additional |with )?report(?:ing|ed) by\b.*\b(?:edit|writ)", re.IGNORECASE
)
_TAG = re.compile(
    r"(?:BREAKING|EXCLUSIVE|UPDATE|WATCH|NOTE|WARNING|ANALYSIS|BYLINE|ABSTRACT|Q|A)\s*:"
    r"|(?:I|He|She|It)\b"
)
_MAX_WORDS = 8
_LOOK_AHEAD = 160
_MAX_BYLINE_WORDS = 24


def dateline_prefix(paragraph: Paragraph) -> tuple[int, str] | None:
    """How far into a first paragraph its dateline reaches, and why; None where it has none.

    The length includes the blank after the mark: the report itself begins there.

    >>> dateline_prefix(Paragraph(0, 30, "PARIS (AFP) - Two ships sailed."))[0]
    14
    """
    head = paragraph.text[:_LOOK_AHEAD]
    for reason, pattern in _FORMS:
        match = pattern.match(head)
        if match and match.end() and _is_plausible(match[0]):
            return match.end(), reason
    return None


def is_speaker_label(paragraph: Paragraph) -> bool:
    """Whether a paragraph opens like a turn in a transcript: a name in capitals and a colon."""
    return _LABELLED_SPEAKER.match(paragraph.text) is not None


def outlet_of(dateline: str) -> str | None:
    """The outlet that a dateline names, None where it names a place only.

    >>> outlet_of("Harbour News/ "), outlet_of("Baghdad/ ")
    ('Harbour News', None)
    """
    match = _OUTLET.match(dateline + " ")
    return match["name"] if match and _MEDIA.search(match["name"]) else None


def is_byline(paragraph: Paragraph) -> bool:
    """Whether a line names the makers of the report: "By Ann Lee", "Source: agencies"."""
    text = paragraph.text
    if paragraph.word_count > _MAX_BYLINE_WORDS or len(text) > 240:
        return False
    if _CREDIT.match(text):
        return True
    if not _BYLINE.match(text):
        return False
    named = DATE.sub("", text)
    words = [word for word in re.findall(r"[^\W\d_]+", named)[1:] if len(word) > 3]
    return not paragraph.ends_sentence and sum(w[0].isupper() for w in words) >= 0.6 * len(words)


def _is_plausible(dateline: str) -> bool:
    """Not too long for a place, and no word that opens a sentence or labels the story."""
    return len(dateline.split()) <= _MAX_WORDS and not _TAG.match(dateline)
