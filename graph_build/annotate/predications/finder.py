"""All predications of a report."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph_build.annotate.parsed import ParsedReport
from graph_build.annotate.predications.board import (
    Board,
    is_measure,
    locate_quantities,
    locate_times,
)
from graph_build.annotate.predications.counting import Counting
from graph_build.annotate.predications.dating import Dating
from graph_build.annotate.predications.found import Found, Quantity, Time
from graph_build.annotate.predications.geography import memberships, places
from graph_build.annotate.predications.lexical import Reader, lexical
from graph_build.annotate.predications.offices import OfficeWords, offices
from graph_build.annotate.predications.sourcing import sources as sourcing
from graph_build.annotate.predications.spans import predication
from graph_build.annotate.predications.tree import Tree
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.annotation import SourceDescription
from graph_build.model.predication import Predication, Slot
from graph_build.model.text import Span
from graph_build.model.values import QuantityPhrase, TimePhrase
from ontology.predicates import Predicates

_INSIDE = frozenset({"compound", "nummod", "nmod", "amod", "poss"})


@dataclass(frozen=True)
class Values:
    """What other finders found in the report, on which predications rest; each in text order."""

    times: Sequence[TimePhrase] = ()
    quantities: Sequence[QuantityPhrase] = ()
    sources: Sequence[SourceDescription] = ()

    def within(self, span: Span) -> "Values":
        """Those that stand in a stretch of the text."""
        return Values(
            _slice(self.times, span), _slice(self.quantities, span), _slice(self.sources, span)
        )


_Spanned = TypeVar("_Spanned", TimePhrase, QuantityPhrase, SourceDescription)


def _slice(found: Sequence[_Spanned], span: Span) -> Sequence[_Spanned]:
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    after = bisect_left(found, span.end, key=lambda one: one.span.start)
    return found[first:after]


def find_predications(
    parsed: ParsedReport,
    values: Values,
    predicates: Predicates,
    vocabulary: Vocabulary,
) -> tuple[Predication, ...]:
    """The predications in text order; each time and each number belongs to one of them."""
    words = OfficeWords.of(vocabulary, predicates.office_nouns)
    found: list[Predication] = []
    for paragraph in parsed.paragraphs:
        here = values.within(paragraph.raw_chars(0, len(paragraph.text)))
        found += _in_paragraph(Tree(paragraph), here, predicates, words)
    return tuple(sorted(found, key=_order))


def _order(one: Predication) -> tuple[Span, Span, str, str, str]:
    words = " ".join(str(a.span.start) for a in one.arguments)
    return one.span, one.trigger, one.attribute or "", one.method, words


def _in_paragraph(
    tree: Tree, values: Values, predicates: Predicates, words: OfficeWords
) -> Iterator[Predication]:
    if not tree.size:
        return
    times = locate_times(tree, values.times)
    quantities = locate_quantities(tree, values.quantities)
    taken = frozenset(i for t in times for i in range(*t.tokens))
    measures = frozenset(q.root for q in quantities if is_measure(q.phrase))
    loose = frozenset(i for t in times if not _is_inside(tree, t) for i in range(*t.tokens))
    found = lexical(Reader(tree, predicates, taken, loose, measures))
    _share_with_absolutes(tree, found)
    used = frozenset(h for f in found for h in f.heads())
    beside = list(_beside(tree, values, quantities, predicates, words))
    beside += memberships(tree, predicates, used)
    counted = {id(f.value.phrase) for f in beside if f.value is not None}
    board = Board(tree, found, predicates, taken)
    lengths = [q for q in quantities if _is_length(q, times)]
    counted.update(id(q.phrase) for q in lengths)
    Counting(board).add([q for q in quantities if id(q.phrase) not in counted])
    Dating(board).add(times)
    _add_lengths(board.found, lengths)
    _share_leading_times(tree, board.found)
    kept = [f for f in map(_as_stated, board.found) if _says_something(f)]
    triggers = frozenset(f.trigger for f in kept)
    for one in kept:
        yield predication(tree, one, triggers)
    for one in beside:
        yield predication(tree, one, frozenset())


def _share_with_absolutes(tree: Tree, found: Sequence[Found]) -> None:
    """What leaves from where in "A to leave B in two waves, with the last departure in May"."""
    for one in found:
        link = tree.head[one.trigger]
        if not one.is_noun or tree.dep[one.trigger] != "pobj" or tree.word[link] != "with":
            continue
        unit = tree.sentence[one.trigger]
        alike = (f for f in found if f.attribute == one.attribute and f.trigger < link)
        main = next((f for f in alike if tree.sentence[f.trigger] == unit), None)
        if main is not None:
            for slot in (Slot.SUBJECT, Slot.OBJECT):
                if slot in main.arguments:
                    one.arguments.setdefault(slot, main.arguments[slot])


def _is_inside(tree: Tree, time: Time) -> bool:
    """Whether a time stands before the noun that it belongs to: "the 2019 pact"."""
    return tree.dep[time.root] in _INSIDE and tree.head[time.root] >= time.tokens[1]


def _beside(
    tree: Tree,
    values: Values,
    quantities: Sequence[Quantity],
    predicates: Predicates,
    words: OfficeWords,
) -> Iterator[Found]:
    """What names, lists and descriptions of sources say beside any verb."""
    attribute = predicates.attribute
    yield from offices(tree, words, attribute("holds-office"))
    yield from places(tree, predicates, attribute("located-in"))
    yield from sourcing(tree, values.sources, quantities, predicates)


def _is_length(quantity: Quantity, times: Sequence[Time]) -> bool:
    """Whether a quantity is the number of a time: the two in "for two years"."""
    span = quantity.phrase.span
    return any(t.phrase.whole.overlaps(span) and t.phrase.length is not None for t in times)


def _add_lengths(found: Sequence[Found], lengths: Sequence[Quantity]) -> None:
    """How long it lasts is the value of what the time belongs to, where it has no other."""
    for quantity in lengths:
        for one in found:
            counts = one.attribute is not None and one.attribute.counts is not None
            if one.value is None and not counts and _is_length(quantity, one.times):
                one.value = quantity


def _share_leading_times(tree: Tree, found: list[Found]) -> None:
    """By June they will leave A and reduce B: a time before both verbs is that of both."""
    at = {f.trigger: f for f in found if not f.is_noun}
    for one in list(at.values()):
        for other in _conjoined(tree, one.trigger):
            later = at.get(other)
            if later is not None and not later.times:
                later.shared_times += [t for t in one.times if t.tokens[1] <= one.trigger]


def _conjoined(tree: Tree, verb: int) -> Iterator[int]:
    for child in tree.kids(verb, "conj"):
        yield child
        yield from _conjoined(tree, child)


def _as_stated(found: Found) -> Found:
    """A word that is no fact as it stands, but has a number or date: it counts as any word does."""
    counted = [f.quantity for f in found.arguments.values() if f.quantity is not None]
    if not _is_complete(found) and (counted or found.times or found.value):
        found.attribute, found.needs = None, None
        found.value = found.value or next(iter(counted), None)
    return found


def _is_complete(found: Found) -> bool:
    """Whether the number or date is there without which the word states no fact."""
    wanted = {found.needs}
    if found.attribute is not None:
        wanted.add(found.attribute.only_with)
    if "time" in wanted and not found.times:
        return False
    return found.value is not None or "quantity" not in wanted


def _says_something(found: Found) -> bool:
    """Whether it is to be told: a name such as "border war" alone is not."""
    if found.is_name and not found.times and found.value is None:
        return False
    return _is_complete(found) and bool(found.arguments or found.times or found.value)
