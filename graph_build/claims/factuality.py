"""How sure, whether so, and what is done by saying it: relative to the source, as worded.

What counts is the main predicate of the content, seen through the words around it (Modality) and
through the cue, and any clause that holds a third of the words or more ("they made a deal, which
could ..."). A hedge elsewhere does not make the whole less sure; it belongs to its own facts.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph_build.model.annotation import Annotations
from graph_build.model.factuality import (
    Certainty,
    Modality,
    Operator,
    Polarity,
    joined,
    weakest,
)
from graph_build.model.text import Span, covered
from ontology.lexicon import Cue

__all__ = [
    "Stand",
    "bearing_of",
    "certainty_of",
    "main_predicates",
    "polarity_of",
    "stands_of",
    "weakest",
]

_WITHHELD = {"Asserting", "Confirming", "Denying", "DecliningToDisclose"}
_TURNED = {"Agreeing": "Refusing", "Refusing": "Asserting"}
_ASIDE = 3
_TOLD = {"Predicting"}
_DOUBTS = {Certainty.PROBABLE, Certainty.POSSIBLE}


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a reporting word does to its content."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    act: str | None = None


_KEPT_BACK = Bearing(Certainty.UNDERSPECIFIED, Polarity.UNDERSPECIFIED, "DecliningToDisclose")


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a source stands to some content.

    `hearsay` are words by which the report marks it as told by others ("reportedly"): they are
    about the report's certainty and not about that of its source.
    """

    certainty: Certainty
    polarity: Polarity
    act: str
    hedges: tuple[Span, ...] = ()
    condition: Span | None = None
    hearsay: tuple[Span, ...] = ()


def stands_of(
    content: Sequence[Span],
    annotations: Annotations,
    cue: Cue | None,
    *,
    cue_spans: Sequence[Span] = (),
    own_hearsay: bool = True,
) -> tuple[Stand, ...]:
    """The stand of a source to a content; two where it tells of its own act beside another's.

    "He proposed a year, and I refused" is told by the one who refused: he asserts that there was
    a proposal, and refuses it.

    Args:
        content: the words of the source.
        annotations: the report's.
        cue: the lexicon's entry of the reporting word.
        cue_spans: where that word stands, so that "did not say" is seen to be negated.
        own_hearsay: whether words such as "reportedly" are those of the source itself, as they
            are in the report's own voice.
    """
    outer = bearing_of(cue, cue_spans, annotations, content)
    mains = main_predicates(content, annotations.modalities)
    heard = _hearsay(mains, content) if not own_hearsay else ()
    seen = [m.within(content, hearsay=own_hearsay) for m in mains]
    if not mains:
        seen = _nominal(content, annotations, own_hearsay=own_hearsay)
    heavy = [m.within(content, hearsay=own_hearsay) for m in _heavy(content, annotations, mains)]
    acting = [m for m in seen if _performed(m) is not None]
    others = [m for m in seen if m not in acting]
    if outer.act is not None or not acting:
        return (_doubted(_stand(seen, outer, heard), heavy),)
    own = _performed_stand(acting, heard)
    return (_doubted(_stand(others, outer, heard), heavy), own) if others else (own,)


def certainty_of(
    content: Sequence[Span], annotations: Annotations, cue: Cue | None
) -> tuple[Certainty, tuple[Span, ...]]:
    """How sure the source of a content is, and the words that say so."""
    stand = stands_of(content, annotations, cue)[0]
    return stand.certainty, stand.hedges


def polarity_of(content: Sequence[Span], annotations: Annotations, cue: Cue | None) -> Polarity:
    """Whether the source of a content holds it to be so."""
    return stands_of(content, annotations, cue)[0].polarity


def main_predicates(
    content: Sequence[Span], modalities: Sequence[Modality]
) -> tuple[Modality, ...]:
    """The predicates of a content that stand in no other clause of it, in text order."""
    clauses = [m for m in _inside(content, modalities) if m.clause is not None]
    return tuple(
        m for m in clauses if not any(_holds(n, m) for n in clauses) and not _describes(m, content)
    )


def _describes(modality: Modality, content: Sequence[Span]) -> bool:
    """Whether the clause only describes a noun of the content."""
    noun = modality.attached_to
    return noun is not None and any(s.contains(noun) for s in content)


def bearing_of(
    cue: Cue | None,
    cue_spans: Sequence[Span],
    annotations: Annotations,
    content: Sequence[Span] = (),
) -> Bearing:
    """What the reporting word does to the content, with its own negation."""
    if cue is None:
        return Bearing()
    if cue.act == "DecliningToDisclose":
        return _KEPT_BACK
    bearing = Bearing(
        certainty=Certainty((cue.certainty or "Certain").lower()),
        polarity=_polarity(cue.polarity),
        act=_act_of(cue, cue_spans, annotations, content),
    )
    words = tuple(_inside(cue_spans, annotations.modalities))
    is_negated = bool(words) and words[-1].polarity is Polarity.NEGATIVE
    return _negated(bearing, cue) if is_negated else bearing


def _act_of(
    cue: Cue, cue_spans: Sequence[Span], annotations: Annotations, content: Sequence[Span]
) -> str | None:
    """The act of a cue: that of its infinitive where one hangs on it ("asked them to leave")."""
    turned = cue.infinitive_act
    bidden = (
        o
        for m in _inside(content, annotations.modalities)
        for o in m.operators
        if o.act == turned and any(s.overlaps(o.span) for s in cue_spans)
    )
    act = turned if turned is not None and any(bidden) else cue.act
    return None if act == "Asserting" else act


def _negated(bearing: Bearing, cue: Cue) -> Bearing:
    """A negated cue: "did not say" keeps back, "did not agree" refuses, "do not think" negates."""
    if cue.act in _WITHHELD:
        return _KEPT_BACK
    if cue.act == "Refusing":
        return Bearing(Certainty.UNDERSPECIFIED, Polarity.UNDERSPECIFIED)
    turned = joined(bearing.polarity, Polarity.NEGATIVE)
    return replace(bearing, polarity=turned, act=_TURNED.get(cue.act, cue.act))


def _polarity(name: str | None) -> Polarity:
    if name == "UnderspecifiedPolarity":
        return Polarity.UNDERSPECIFIED
    return Polarity((name or "Positive").lower())


def _inside(content: Sequence[Span], modalities: Sequence[Modality]) -> Iterator[Modality]:
    """The modalities whose trigger stands in one of the spans; the list is in text order."""
    for span in sorted(content):
        at = bisect_left(modalities, span.start, key=lambda m: m.trigger.start)
        while at < len(modalities) and modalities[at].trigger.start < span.end:
            if span.contains(modalities[at].trigger):
                yield modalities[at]
            at += 1


def _holds(outer: Modality, inner: Modality) -> bool:
    """Whether one predicate's clause holds the other's."""
    one, other = outer.clause, inner.clause
    if one is None or other is None or outer.trigger == inner.trigger:
        return False
    if not one.contains(other):
        return False
    return one != other or outer.trigger < inner.trigger


def _nominal(
    content: Sequence[Span], annotations: Annotations, *, own_hearsay: bool
) -> list[Modality]:
    """The first noun of a content without any clause ("a possible delay")."""
    first = next(_inside(content, annotations.modalities), None)
    return [first.within(content, hearsay=own_hearsay)] if first is not None else []


def _heavy(
    content: Sequence[Span], annotations: Annotations, mains: Sequence[Modality]
) -> list[Modality]:
    """The predicates whose clause is too large a part of the content for an aside."""
    least = covered(content) / _ASIDE
    return [
        m
        for m in _inside(content, annotations.modalities)
        if m.clause is not None and m not in mains and _shared(m.clause, content) >= least
    ]


def _doubted(stand: Stand, heavy: Sequence[Modality]) -> Stand:
    """The stand, less sure where a clause that holds most of the words is."""
    doubts = [o for m in heavy for o in m.operators if o.certainty in _DOUBTS]
    certainty = weakest([stand.certainty, *(o.certainty for o in doubts)])
    hedges = {*stand.hedges, *(o.span for o in doubts)}
    return replace(stand, certainty=certainty, hedges=tuple(sorted(hedges)))


def _shared(clause: Span, content: Sequence[Span]) -> int:
    return sum(
        min(clause.end, s.end) - max(clause.start, s.start) for s in content if s.overlaps(clause)
    )


def _hearsay(mains: Sequence[Modality], content: Sequence[Span]) -> tuple[Span, ...]:
    found = (o.span for m in mains for o in m.operators if o.hearsay)
    return tuple(sorted({s for s in found if any(c.contains(s) for c in content)}))


def _performed(modality: Modality) -> Operator | None:
    """The act of the speaker's own that a predicate tells of, or stands under."""
    own = next((o for o in modality.operators if o.first_person and o.act), None)
    return own or modality.performs


def _stand(seen: Sequence[Modality], outer: Bearing, heard: tuple[Span, ...]) -> Stand:
    polarity = joined(_majority(seen), outer.polarity)
    acts = {m.act for m in seen}
    told = next(iter(acts)) if len(acts) == 1 else None
    total = sum(_weight(m) for m in seen)
    counted = [m for m in seen if _ASIDE * _weight(m) >= total]
    hedges = {h for m in counted for h in m.hedges}
    return Stand(
        certainty=weakest([outer.certainty, *(m.certainty for m in counted)]),
        polarity=polarity,
        act=outer.act or (told if told in _TOLD else None) or "Asserting",
        hedges=tuple(sorted(hedges)),
        condition=next((m.condition for m in seen if m.condition), None),
        hearsay=heard,
    )


def _performed_stand(acting: Sequence[Modality], heard: tuple[Span, ...]) -> Stand:
    """The stand of somebody who says what they do themselves."""
    first = acting[0]
    operator = _performed(first)
    assert operator is not None
    if operator in first.operators:
        return replace(_stand(acting, Bearing(), heard), act=operator.act or "")
    negated = first.polarity is Polarity.NEGATIVE
    act = _TURNED.get(operator.act or "", operator.act) if negated else operator.act
    polarity = joined(first.polarity, operator.polarity)
    return Stand(
        certainty=weakest([operator.certainty, first.certainty]),
        polarity=polarity,
        act=act or "Asserting",
        hedges=first.hedges,
        condition=first.condition,
        hearsay=heard,
    )


def _majority(seen: Sequence[Modality]) -> Polarity:
    """The polarity that at least half of the words of the main clauses share, else positive."""
    total = sum(_weight(m) for m in seen)
    for polarity in (Polarity.NEGATIVE, Polarity.UNDERSPECIFIED):
        if total and 2 * sum(_weight(m) for m in seen if m.polarity is polarity) >= total:
            return polarity
    return Polarity.POSITIVE


def _weight(modality: Modality) -> int:
    return covered((modality.clause or modality.trigger,))
