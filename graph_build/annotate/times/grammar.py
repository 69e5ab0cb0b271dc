"""What the parse says about a time: the tense of its verb, and whether a word is a time at all."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graph_build.annotate.language import Doc, Token
from graph_build.annotate.parsed import Paragraph
from graph_build.annotate.times.meaning import Core, DateOf, Stretch, Tense, Unit, Weekday

_MODALS: Final = frozenset(
    {
        "will",
        "'ll",
        "’ll",
        "wo",
        "shall",
        "would",
        "'d",
        "may",
        "might",
        "can",
        "could",
        "should",
        "must",
    }
)
_PLANS: Final = frozenset(
    {"expect", "schedule", "set", "plan", "slate", "intend", "aim", "hope", "want", "due", "poise"}
)
_HAVE: Final = frozenset({"have", "has", "had", "'ve", "’ve", "was", "were", "been"})
_MAX_CLIMB: Final = 12

_DOUBTFUL_MONTHS: Final = frozenset({"may", "march", "april", "june", "august"})
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|by|since|of|until|till|before|after|from|to|last|next|this|between|during|and|through|on"
    r"|each|every|for|throughout|around|late|early|mid|past)[\s-]+$",
    re.IGNORECASE,
)
_NAMED_DAY: Final = re.compile(
    r"\b(?:Black|Super|Good|Bloody|Ash|Palm|Easter|Cyber|Giving|Shrove|Fat|Maundy|Casual|News|Football)\s+$"
)
_NAMED_BY_DAY: Final = re.compile(
    r"\s+(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|Night\s+(?:Football|Live|Lights)|Review"
    r"|Independent|World|Tribune|Star|Sun|Age|Group|Club|Madness)\b"
)
_IN_A_NAME: Final = re.compile(r"[$€£¥#@&+=_/]$|[A-Za-z0-9][.\-–]$|\d[,:]$")
_DATE_WORD: Final = re.compile(
    r"(?:\b(?:in|since|from|by|until|till|to|of|before|after|circa|during|between|and|through|on|around"
    r"|late|early|mid|year|fiscal|for|than|is|was|below|above|under|over)\s+|[(–,-]\s*|[Mm]id-)$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"\b(?:article|resolution|flight|route|highway|room|no|number|section|model|page|chapter|rule|bill"
    r"|about|than|least|nearly|almost|some|approximately|roughly|least|over|decree|law|unit|brigade)"
    r"\.?\s+$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\s+(?:more\s+|other\s+|new\s+|additional\s+|US\s+|American\s+|armed\s+)?(?:troops|soldiers|people"
    r"|men|women|children|dollars|euros|pounds|votes|jobs|miles|feet|meters|metres|kilomet\w+|acres"
    r"|cases|deaths|attacks|times|years|days|hours|points|tons|tonnes|fighters|personnel|members"
    r"|employees|workers|homes|houses|delegates|words|pages|square|cubic|km|kg|a\.?m|p\.?m|GMT|ET)\b",
)


@dataclass(frozen=True)
class Grammar:
    """The parse of one paragraph, asked about the words at an offset."""

    paragraph: Paragraph

    @property
    def doc(self) -> Doc:
        """The parse itself."""
        return self.paragraph.doc

    @cached_property
    def _starts(self) -> list[int]:
        return [t.idx for t in self.doc]

    @cached_property
    def _unit_starts(self) -> list[int]:
        return [u.start for u in self.paragraph.units]

    def token_at(self, offset: int) -> Token:
        """The token that holds this character, or the one before it."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def unit_at(self, offset: int) -> int:
        """The number of the sentence that holds this character."""
        return bisect_right(self._unit_starts, self.token_at(offset).i) - 1

    def is_quoted(self, offset: int) -> bool:
        """Whether the character stands in double quotation marks."""
        return any(q.double and q.start <= offset < q.end for q in self.paragraph.quotations)

    def tense_at(self, start: int, end: int) -> Tense:
        """Where the verb that governs these words puts them."""
        first, last = self.token_at(start), self.token_at(end - 1)
        token, steps, nouns = first, 0, 0
        while token.head.i != token.i and steps < _MAX_CLIMB:
            if token.pos_ in {"VERB", "AUX"}:
                break
            inside = first.i <= token.i <= last.i
            nouns += not inside and token.pos_ in {"NOUN", "PROPN"}
            token, steps = token.head, steps + 1
        tense = _tense(token, 0)
        return Tense.NEAREST if nouns and tense is Tense.FUTURE else tense

    def clause_mark_at(self, start: int) -> tuple[str, int] | None:
        """The word that opens the clause of a time ("since the war began in 2023"), and where."""
        verb = self.token_at(start)
        for _ in range(4):  # from the month over its year and preposition
            if verb.pos_ not in {"VERB", "AUX"}:
                verb = verb.head
        if verb.pos_ not in {"VERB", "AUX"} or self._hangs_on_noun(verb, start):
            return None
        marks = [t for t in verb.children if t.dep_ == "mark" and t.idx < start]
        return (marks[0].lower_, marks[0].idx) if marks else None

    def _hangs_on_noun(self, verb: Token, start: int) -> bool:
        """Whether the time belongs to a noun under the verb ("his 1995 return")."""
        token = self.token_at(start)
        while token.i != verb.i:
            token = token.head
            if token.pos_ == "NOUN":
                return True
        return False

    def complement_at(self, start: int, after: int) -> tuple[int, int] | None:
        """The phrase or clause that the preposition at `start` governs, from `after` on."""
        word = self.token_at(start)
        inside = [t for t in word.children if t.i > word.i and t.dep_ in {"pobj", "pcomp"}]
        if not inside and word.dep_ in {"mark", "prep"} and word.head.i > word.i:
            inside = [word.head]
        if not inside:
            return None
        last = inside[0]
        edge = last.i if last.pos_ in {"VERB", "AUX"} else max(_near_edge(last), last.i)
        stop = self.doc[edge]
        first = bisect_left(self._starts, after)
        if first > edge:
            return None
        return (self.doc[first].idx, stop.idx + len(stop.text))

    def is_time(self, core: Core) -> bool:
        """Whether the words are a time here, not a name, a verb or a number of things."""
        meaning, text = core.meaning, self.paragraph.text
        if isinstance(meaning, Weekday):
            return _is_no_name(text, core)
        if isinstance(meaning, Stretch):
            words = text[core.start : core.end].lower().split()
            if words[:1] in (["today"], ["tonight"], ["this"]) and text[core.start].isupper():
                return _opens_sentence(text, core.start)  # not "USA Today"
            return not (
                meaning.unit is Unit.DAY and words[-2:] in (["last", "day"], ["this", "day"])
            )
        if isinstance(meaning, DateOf):
            return self._is_date(core, meaning)
        return True

    def _is_date(self, core: Core, meaning: DateOf) -> bool:
        text = self.paragraph.text
        if _IN_A_NAME.search(text, max(0, core.start - 2), core.start) and not _is_range(
            text, core
        ):
            return False
        if meaning.month is None:
            return meaning.season is not None or self._is_year(core, meaning)
        words = text[core.start : core.end]
        if meaning.day is not None or " " in words.strip() or "-" in words:
            return _is_no_name(text, core)
        if words.lower() in _DOUBTFUL_MONTHS or words.isupper():
            return self._is_bare_month(core)
        return _is_no_name(text, core)

    def _is_bare_month(self, core: Core) -> bool:
        """A month that may be a name or a verb: only after a word that asks for a time."""
        text, token = self.paragraph.text, self.token_at(core.start)
        if token.pos_ in {"AUX", "VERB"} or not _is_no_name(text, core):
            return False
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        if after is not None and after.pos_ == "PROPN" and after.text[0].isupper():
            return False
        if token.dep_ == "compound" and token.head.pos_ == "NOUN":
            return True  # "a May interview"
        low = max(0, core.start - 14)
        return _BEFORE_MONTH.search(text[low : core.start]) is not None

    def _is_year(self, core: Core, meaning: DateOf) -> bool:
        text, year = self.paragraph.text, meaning.year or ""
        if "X" in year or meaning.part is not None:
            return True
        if _COUNTED.match(text, core.end, core.end + 40):
            return False
        before = text[max(0, core.start - 24) : core.start]
        if _LABELLED.search(before):
            return False
        asked = _DATE_WORD.search(before) is not None
        token = self.token_at(core.end - 1)
        counts = token.dep_ == "nummod" and token.head.i > token.i
        if not 1900 <= int(year) <= 2099:
            return asked and not counts
        return asked or not (counts and _is_plain_plural(token))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip()[-1:]
    return not before or before in '.?!:;“"‘—–-'


def _is_no_name(text: str, core: Core) -> bool:
    low = max(0, core.start - 12)
    if _NAMED_DAY.search(text[low : core.start]):
        return False
    return _NAMED_BY_DAY.match(text, core.end, core.end + 20) is None


def _is_range(text: str, core: Core) -> bool:
    """Whether a year stands before the dash ("2014-2017")."""
    return (
        re.search(r"(?:1\d|20)\d\d\s*[-–/]$", text[max(0, core.start - 7) : core.start]) is not None
    )


def _is_plain_plural(number: Token) -> bool:
    """Whether the number counts a plural by itself: "2000 ships", not "the 2000 polls"."""
    before = number.doc[number.i - 1] if number.i else None
    fixed = before is not None and (before.pos_ in {"DET", "PRON"} or before.tag_ == "POS")
    return number.head.tag_ == "NNS" and not fixed and number.head.i == number.i + 1


def _near_edge(noun: Token) -> int:
    """The last token of the noun phrase before a comma or relative clause."""
    edge: int = noun.i
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "prep" and child.i == edge + 1:
            edge = max(edge, child.right_edge.i)
    return edge


def _tense(token: Token, depth: int) -> Tense:
    """The tense of a verb; one without its own takes that of the verb above it."""
    if token.pos_ not in {"VERB", "AUX"}:
        return Tense.UNKNOWN
    helpers = {t.lower_ for t in token.children if t.dep_ in {"aux", "auxpass"} and t.i < token.i}
    if "to" in helpers and token.head.pos_ in {"NOUN", "PROPN"}:
        return Tense.NEAREST  # "a decision to meet in June" may have been carried out
    if helpers & _MODALS or "to" in helpers:
        return Tense.FUTURE
    if helpers & _HAVE:
        return Tense.FUTURE if token.lemma_ in _PLANS else Tense.PAST
    if token.lemma_ in _PLANS and token.tag_ != "VBD":
        return Tense.FUTURE
    return _by_form(token, helpers, depth)


def _by_form(token: Token, helpers: set[str], depth: int) -> Tense:
    """The tense that the form of the verb alone tells."""
    if token.tag_ == "VBD" or (token.tag_ == "VBN" and not helpers):
        return Tense.PAST
    if token.tag_ != "VBG":
        return Tense.UNKNOWN
    if helpers:
        return Tense.FUTURE
    if token.head.i == token.i or depth >= _MAX_CLIMB:
        return Tense.UNKNOWN
    return _tense(token.head, depth + 1)
