"""The quantities of a report in text order: number, bounds and what is counted."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph_build.annotate.numerals import decimal_text
from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.annotate.quantities.amounts import Amount, Amounts
from graph_build.annotate.quantities.bounds import Bound, Bounded, bounded, with_bounds
from graph_build.annotate.quantities.counted import Counted, Counting
from graph_build.annotate.quantities.gates import counts
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.text import Span, merge_spans
from graph_build.model.values import QuantityPhrase, TimePhrase, TimeRelation

SHARE = "fraction"
_JOINS = (" and ", ", and ", ", ", " or ", " while ", "; ", " plus ", " but ", " as well as ")
# What befell those who are not named again: "12 people were killed and 30 wounded".
_FATES = frozenset(
    {"killed", "wounded", "injured", "dead", "hurt", "missing", "arrested", "died", "were"}
)
_OPENS = frozenset(
    {"in", "at", "on", "from", "near", "across", "inside", "outside", "to", "for", "by"}
)


@dataclass(frozen=True)
class QuantityFinder:
    """Finds quantities with the vague sizes of one vocabulary."""

    vocabulary: Vocabulary

    @cached_property
    def _amounts(self) -> Amounts:
        return Amounts(self.vocabulary.lexicon)

    def find(
        self, parsed: ParsedReport, times: Sequence[TimePhrase] = ()
    ) -> tuple[QuantityPhrase, ...]:
        """All quantities of headline, subheadings and body; numbers inside dates are left out."""
        dates = merge_spans(t.span for t in times if _is_date(t))
        found: list[QuantityPhrase] = []
        for paragraph in parsed.paragraphs:
            found += self._in_paragraph(paragraph, dates)
        return tuple(sorted(found))

    def _in_paragraph(
        self, paragraph: Paragraph, dates: Sequence[Span]
    ) -> Iterator[QuantityPhrase]:
        amounts = self._amounts.in_text(paragraph.text)
        if not amounts:
            return
        counting = Counting(paragraph)
        earlier: _Found | None = None
        for amount in amounts:
            span = paragraph.raw_chars(amount.start, amount.end)
            if _is_inside(span, dates) or not counts(amount, counting):
                continue
            found = _found(amount, counting, earlier)
            if found is not None:
                yield found.phrase(paragraph)
                earlier = found


def _is_inside(span: Span, dates: Sequence[Span]) -> bool:
    """Whether the span touches one of these, which are in order and apart."""
    at = bisect_left(dates, span.end, key=lambda d: d.start)
    return at > 0 and dates[at - 1].overlaps(span)


def _is_date(time: TimePhrase) -> bool:
    """Whether the numbers of a time belong to a date or say how long ago; a length counts units."""
    counted = time.relation is TimeRelation.AT and time.length is not None  # "two weeks ago"
    return time.length is None or time.edtf is not None or counted


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity with what it counts; `inherited` where that stands with an earlier one."""

    bounded: Bounded
    counted: Counted | None
    inherited: bool = False
    also_approximate: bool = False

    def phrase(self, paragraph: Paragraph) -> QuantityPhrase:
        """The quantity as a value."""
        amount, counted = self.bounded.amount, self.counted
        raw = paragraph.raw_chars
        end = self.bounded.end
        if counted is not None and not self.inherited:
            end = max(end, counted.end)
        noun = None if counted is None else counted.unit
        unit = amount.currency or (SHARE if amount.is_share else noun)
        plain = QuantityPhrase(
            span=raw(self.bounded.start, self.bounded.end),
            whole=raw(self.bounded.start, end),
            minimum=None if amount.minimum is None else decimal_text(amount.minimum),
            maximum=None if amount.maximum is None else decimal_text(amount.maximum),
            approximate=amount.approximate or self.also_approximate,
            unit=unit,
            head=raw(*counted.head) if counted is not None and counted.head else None,
        )
        return with_bounds(plain, self.bounded.bound)


def _found(amount: Amount, counting: Counting, earlier: "_Found | None") -> "_Found | None":
    whole = bounded(counting.paragraph.text, amount)
    if whole.bound is Bound.ABOVE and counting.token_at(whole.start).dep_ == "prt":
        whole = Bounded(amount, amount.start, amount.end, None)  # "handed over millions"
    if amount.currency:
        return _Found(whole, None)
    counted = counting.of_amount(amount.start, max(whole.end, amount.end))
    if counted is not None and amount.is_one and counted.unit in {"one", "other"}:
        return None
    if counted is not None or amount.is_share:
        return _Found(whole, counted)
    inherited = _inherited(whole, counting, earlier)
    if inherited is not None:
        return inherited
    if amount.is_vague and not _stands_alone(amount, counting):
        return None
    big = amount.is_vague or whole.bound is not None or (amount.minimum or 0) >= 1000
    return _Found(whole, None) if big or _is_argument(amount, counting) else None


def _stands_alone(amount: Amount, counting: Counting) -> bool:
    """Whether a vague size stands for people or things, and does not only qualify a word."""
    token = counting.token_at(amount.end - 1)
    return token.pos_ in {"NOUN", "PRON", "NUM", "ADJ"} and token.dep_ != "advmod"


def _is_argument(amount: Amount, counting: Counting) -> bool:
    """Whether a number in digits stands for people or things: "14 died", "killing 30"."""
    token = counting.token_at(amount.start)
    return token.is_digit and token.dep_ in {"nsubj", "nsubjpass", "dobj"}


def _inherited(whole: Bounded, counting: Counting, earlier: "_Found | None") -> "_Found | None":
    """The unit of the quantity that this one is coordinated with: "2,500 men here and 900 there".

    The head then stands with the other quantity, outside this one; an approximation holds on.
    """
    if earlier is None or earlier.counted is None or earlier.counted.head is None:
        return None
    text = counting.paragraph.text
    first, second = counting.token_at(earlier.bounded.start), counting.token_at(whole.start)
    if first.sent.start != second.sent.start or whole.amount.is_one:
        return None
    before = text[max(0, whole.start - 12) : whole.start].lower()
    if not any(before.endswith(join) for join in _JOINS) and not _ends_with_more(text, whole.end):
        return None
    if not _is_elliptic(text, whole.end):
        return None
    go_on = whole.bound is None and earlier.bounded.bound is Bound.ABOUT
    return replace(
        earlier, bounded=whole, inherited=True, also_approximate=go_on or earlier.also_approximate
    )


def _is_elliptic(text: str, end: int) -> bool:
    """Whether a place or the end follows where the noun would stand."""
    rest = text[end : end + 24].split()
    if not rest or text[end : end + 1] in ".;":
        return True
    if rest[0].lower().rstrip(".,;") in _FATES:
        return True
    return rest[0].lower() in _OPENS or _ends_with_more(text, end)


def _ends_with_more(text: str, end: int) -> bool:
    """Whether "more" or "others" stands in place of the noun: "and dozens more."."""
    rest = text[end : end + 12].split()
    return bool(rest) and rest[0].lower().rstrip(".,;") in {"more", "others"}
