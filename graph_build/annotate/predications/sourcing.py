"""How many unnamed sources there are, of which kind, and why they are not named."""

from collections.abc import Iterator, Sequence

from graph_build.annotate.predications.found import Filler, Found, Quantity
from graph_build.annotate.predications.tree import Tree
from graph_build.model.annotation import SourceDescription, SourceGroup
from graph_build.model.predication import Slot
from graph_build.model.text import Span
from graph_build.model.values import QuantityPhrase
from ontology.predicates import Predicates


def sources(
    tree: Tree,
    described: Sequence[SourceDescription],
    quantities: Sequence[Quantity],
    predicates: Predicates,
) -> Iterator[Found]:
    """Each counted part of a description of sources, the whole, and the reason given."""
    reasons: set[Span] = set()
    for description in described:
        if description.parts:
            yield from _parts(tree, description, quantities, predicates)
        if description.reason is not None and description.reason not in reasons:
            reasons.add(description.reason)
            yield from _reason(tree, description, predicates)


def _parts(
    tree: Tree,
    description: SourceDescription,
    quantities: Sequence[Quantity],
    predicates: Predicates,
) -> Iterator[Found]:
    counted = [g for g in (description.head, *description.parts) if g.minimum is not None]
    parts = [g for g in counted if g is not description.head or g.maximum is not None]
    for group in parts:
        value = next((q.phrase for q in quantities if group.span.contains(q.phrase.span)), None)
        one = _count(tree, group.span, group, value or _phrase(group), predicates)
        if one is not None:
            yield one
    yield from _whole(tree, description, predicates)


def _whole(tree: Tree, description: SourceDescription, predicates: Predicates) -> Iterator[Found]:
    parts = [p for p in description.parts if p.minimum is not None]
    if len(parts) < 2 or len(parts) < len(description.parts):
        return
    least = sum(p.minimum or 0 for p in parts)
    most = None if description.open_ended else sum(p.maximum or p.minimum or 0 for p in parts)
    if description.head in description.parts:
        return
    whole = Span(parts[0].span.start, parts[-1].span.end)
    phrase = QuantityPhrase(
        span=whole, whole=whole, minimum=str(least), maximum=None if most is None else str(most),
        unit="source",
    )  # fmt: skip
    one = _count(tree, whole, description.head, phrase, predicates)
    head = tree.tokens_of(description.head.span)
    if one is not None and head is not None:
        one.method = "sources:sum"
        one.arguments[Slot.SUBJECT] = Filler(one.trigger, head)
        members = tuple(t for p in parts if (t := tree.tokens_of(p.span)) is not None)
        tokens = tree.tokens_of(whole)
        if tokens is not None:
            one.arguments[Slot.OBJECT] = Filler(members[-1][1] - 1, tokens, members)
        yield one


def _count(
    tree: Tree, span: Span, group: SourceGroup, phrase: QuantityPhrase, predicates: Predicates
) -> Found | None:
    tokens, own = tree.tokens_of(span), tree.tokens_of(group.span)
    number = tree.tokens_of(phrase.whole)
    if tokens is None or own is None or number is None:
        return None
    head = max((i for i in range(*own) if tree.lemma[i] == group.noun), default=own[1] - 1)
    attribute = predicates.attribute("number-of-sources")
    one = Found(head, group.noun, "sources:group", attribute, is_noun=True)
    one.arguments[Slot.SUBJECT] = Filler(head, tokens)
    one.value = Quantity(phrase, tokens, head, head)
    return one


def _phrase(group: SourceGroup) -> QuantityPhrase:
    low = None if group.minimum is None else str(group.minimum)
    high = None if group.maximum is None else str(group.maximum)
    return QuantityPhrase(group.span, group.span, low, high, unit=group.noun)


def _reason(tree: Tree, description: SourceDescription, predicates: Predicates) -> Iterator[Found]:
    assert description.reason is not None
    tokens = tree.tokens_of(description.reason)
    if tokens is None:
        return
    attribute = predicates.attribute("reason-for-anonymity")
    one = Found(tokens[0], tree.lemma[tokens[0]], "sources:reason", attribute, is_noun=True)
    one.arguments[Slot.OBJECT] = Filler(tokens[0], tokens)
    who = tree.tokens_of(description.span)
    if who is not None and who[1] <= tokens[0] + 1:
        one.arguments[Slot.SUBJECT] = Filler(who[1] - 1, who)
    yield one
