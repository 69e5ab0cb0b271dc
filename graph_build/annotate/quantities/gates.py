"""Numbers that count nothing: names, labels, scores, clock times, ages by the way, lists."""

import re
from typing import Final

from graph_build.annotate.language import Token
from graph_build.annotate.quantities.amounts import Amount
from graph_build.annotate.quantities.counted import Counting
from graph_build.model.text import ZoneKind

_LABEL: Final = re.compile(
    r"\b(?:articles?|resolutions?|sections?|chapters?|highways?|routes?|flights?|channel|pages?|no|nos"
    r"|number|rules?|amendments?|phases?|grades?|levels?|types?|category|class|group|version|parts?"
    r"|volume|vol|verse|title|act|proposition|prop|room|gate|camp|unit|brigade|division|district|ward"
    r"|precinct|table|figure|line|psalm|interstate|formula|windows|apollo|boeing|airbus|ranked|top|step"
    r"|steps|paragraph|annex|appendix|season|episode|round|week|day|form|schedule|measure|question"
    r"|bloc|quarter|sector|zone|platform|track|lot|bus|line|model|series|tier|stage|pier|terminal"
    r"|super\s+bowl|fortune|catch|studio|radio|fm|am|big|core)\.?\s+$",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"(?::\d\d)?\s*(?:a\.?\s?m\b|p\.?\s?m\b|o['’]clock|GMT|UTC|E[SD]T\b|ET\b|hrs\b)|:\d\d",
    re.IGNORECASE,
)
_GLUED: Final = re.compile(r"=[\"']$|[\w@#&/:=~^]$|[A-Za-z][-.]$|\.\d*$|\d[-,–]$|#\s?$")
_GLUED_BEHIND: Final = re.compile(r"[/:@_=]\w|[-.]\d|(?:st|nd|rd|th)\b|['’]s?\b|[A-Za-z]")
_ONE_IDIOM: Final = re.compile(
    r"\s+(?:of|another|day|thing|way|side|hand|point|time|reason|night|morning|man['’]s|more|on|who)\b",
    re.IGNORECASE,
)
_BEFORE_ONE: Final = re.compile(
    r"\b(?:no|the|this|that|which|each|any|every|number|not|only|another|some|last|next)\s+$",
    re.IGNORECASE,
)
_LESS: Final = re.compile(r"\s+(?:as\s+(?:many|much|likely)|more\s+likely|the\s)", re.IGNORECASE)
_REACH: Final = 24


def counts(amount: Amount, counting: Counting) -> bool:
    """Whether the number may count something at all, by the words around it."""
    text = counting.paragraph.text
    before = text[max(0, amount.start - _REACH) : amount.start]
    if amount.is_scored:
        return False
    if amount.is_share or amount.is_vague or amount.currency:
        return True
    if _GLUED.search(before) or _GLUED_BEHIND.match(text, amount.end):
        return False
    if _CLOCK.match(text, amount.end) or _LABEL.search(before):
        return False
    if amount.is_one and (_ONE_IDIOM.match(text, amount.end) or _BEFORE_ONE.search(before)):
        return False
    return not _is_in_name(amount, counting)


def _is_in_name(amount: Amount, counting: Counting) -> bool:
    """Whether the number ends the name before it ("Boeing 737") or starts one ("Five Eyes")."""
    text = counting.paragraph.text
    if counting.paragraph.kind is ZoneKind.HEADLINE:
        return False
    number = counting.token_at(amount.start)
    if text[amount.start].isalpha():
        return _starts_name(text, amount, number)
    before = number.nbor(-1) if number.i else None
    if before is None or before.pos_ != "PROPN" or not before.text[0].isupper():
        return False
    plain = text[amount.start : amount.end].isdecimal() and amount.end - amount.start <= 4
    return plain and not (number.dep_ == "nummod" and number.head.i > number.i)


def _starts_name(text: str, amount: Amount, number: Token) -> bool:
    """A capital inside a sentence, with another behind it."""
    if not text[amount.start].isupper() or number.is_sent_start:
        return False
    lead = text[max(0, amount.start - 3) : amount.start].rstrip()[-1:]
    behind = text[amount.end : amount.end + 2].strip()
    return bool(lead) and lead not in ".?!:\"“'‘—–•-" and behind[:1].isupper()
