"""One claim walked back to its words: the chain, the values and the marked text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from queries.cells import Row
from queries.claim_names import find_claim
from queries.errors import UnknownClaimError
from queries.lookup import look_up, text_of
from queries.sparql_source import SparqlSource
from queries.term_text import iri_text

_CONTEXT_CHARS = 160
_GAP = " [...] "


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text as held and what it is to the claim: said, speaker or cue."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with the hops of its chain and its words marked in their context."""

    claim: Row
    hops: list[Row]
    marks: tuple[Mark, ...]
    context: str
    words_in_text: str


def explain_claim(
    source: SparqlSource, name: str, text_of_report: Callable[[str], str]
) -> Explanation:
    """The explanation of the claim called so; a hop is explained by the claim it belongs to.

    Args:
        source: The graph.
        name: An IRI, an id or the beginning of an id.
        text_of_report: Gives the text as held of the report with an id.

    Raises:
        UnknownClaimError: the graph holds no claim called so.
    """
    heads = look_up(source, "head-of", {"claim": [iri_text(find_claim(source, name))]})
    claims = [
        row
        for head in heads[:1]
        for row in look_up(source, "claim", {"claim": [iri_text(text_of(head, "head"))]})
    ]
    if not claims:
        raise UnknownClaimError(f'"{name}" is no claim of the graph.', name=name)
    claim = claims[0]
    text = text_of_report(text_of(claim, "report_id"))
    marks = _marks(claim)
    return Explanation(
        claim=claim,
        hops=_hops(source, text_of(claim, "claim")),
        marks=marks,
        context=mark_text(text, marks),
        words_in_text=" ... ".join(
            text[one.start : one.end] for one in marks if one.role == "said"
        ),
    )


def mark_text(text: str, marks: Sequence[Mark], *, around: int = _CONTEXT_CHARS) -> str:
    """The text around the marks, each marked stretch written `[role: words]`.

    >>> mark_text("It is so, she said.", [Mark(0, 8, "said"), Mark(10, 13, "speaker")])
    '[said: It is so], [speaker: she] said.'
    """
    pieces: list[str] = []
    shown_to = 0
    for start, end in _windows(text, marks, around):
        pieces.append(_GAP if start > shown_to else "")
        pieces.append(_marked(text, start, end, marks))
        shown_to = end
    if shown_to < len(text):
        pieces.append(_GAP)
    return "".join(pieces).strip()


def _windows(text: str, marks: Sequence[Mark], around: int) -> list[tuple[int, int]]:
    """The stretches to show, merged where they meet, cut between words."""
    windows: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        start = _word_start(text, max(0, mark.start - around))
        end = _word_end(text, min(len(text), mark.end + around))
        if windows and start <= windows[-1][1]:
            start, end = windows[-1][0], max(end, windows[-1][1])
            windows.pop()
        windows.append((start, end))
    return windows


def _word_start(text: str, place: int) -> int:
    while place > 0 and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    while place < len(text) and not text[place].isspace():
        place += 1
    return place


def _marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """The stretch cut at every edge of a mark, equal neighbours joined."""
    edges = {start, end, *(place for one in marks for place in (one.start, one.end))}
    cuts = sorted(place for place in edges if start <= place <= end)
    parts = [(_roles(marks, left), text[left:right]) for left, right in pairwise(cuts)]
    joined = (
        (roles, "".join(words for _, words in group))
        for roles, group in groupby(parts, key=lambda part: part[0])
    )
    return "".join(f"[{roles}: {words}]" if roles else words for roles, words in joined)


def _roles(marks: Sequence[Mark], place: int) -> str:
    return " + ".join(dict.fromkeys(one.role for one in marks if one.start <= place < one.end))


def _marks(claim: Row) -> tuple[Mark, ...]:
    columns = (("spans", "said"), ("speaker_spans", "speaker"), ("cue_spans", "cue"))
    return tuple(
        Mark(start, end, role) for column, role in columns for start, end in _pairs(claim[column])
    )


def _pairs(value: object) -> list[tuple[int, int]]:
    return [(span[0], span[1]) for span in value] if isinstance(value, list) else []


def _hops(source: SparqlSource, claim: str) -> list[Row]:
    """The hops in the order told, one row each; closed-list values by their local names."""
    hops: dict[str, Row] = {}
    for row in look_up(source, "hops", {"head": [iri_text(claim)]}):
        hop = hops.setdefault(text_of(row, "claim"), {**row, "hedges": []})
        hop.pop("hedge", None)
        hedges = hop["hedges"]
        hedge = row["hedge"]
        if isinstance(hedges, list) and hedge and hedge not in hedges:
            hedges.append(hedge)
        for column in ("certainty", "polarity", "mode", "act"):
            hop[column] = text_of(row, column).rpartition("#")[2] or None
    return list(hops.values())
