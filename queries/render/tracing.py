"""The way of each statement: from the report through its sources to what the words are about.

Equal names of named parties are one node; unnamed sources are never joined across reports.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from queries.render.claim_rows import ClaimRow, is_unnamed, short_id


class NodeKind(StrEnum):
    """What a node stands for, in the order of the picture from left to right."""

    REPORT = "report"
    MEDIUM = "medium"
    SPEAKER = "speaker"
    UNNAMED = "unnamed"
    STATEMENT = "statement"
    THING = "thing"
    ENTITY = "entity"


class EdgeKind(StrEnum):
    """How two nodes hang together, read in the direction of the arrow."""

    CITES = "cites"
    RELAYS = "relays"
    SAID = "said"
    RESTS_ON = "rests on"
    OWN_VOICE = "in its own voice"
    CARRIED = "carried over to"
    ABOUT = "about"
    TIED = "tied to"


@dataclass(frozen=True, slots=True)
class Step:
    """One arrow of one statement."""

    source: str
    target: str
    kind: EdgeKind
    label: str

    @property
    def id(self) -> str:
        """The same id for the same arrow of another statement."""
        return short_id("edge", self.source, self.target, self.kind, self.label)


@dataclass(frozen=True, slots=True)
class Trace:
    """One statement with all nodes and arrows of its way."""

    id: str
    row: ClaimRow
    names: Mapping[str, str]
    """Full name of every node by id; the words, for the statement itself."""
    report: str
    media: tuple[str, ...]
    teller: str
    """The node the words hang on: the speaker, or the report in its own voice."""
    basis: tuple[str, ...]
    things: tuple[str, ...]
    entity: str | None
    steps: tuple[Step, ...]


def find_centre(rows: Sequence[ClaimRow], title: str) -> str | None:
    """The thing asked about: named in the title, or the only one that all rows share."""
    named = [set(row.about) for row in rows if row.via is None]
    in_title = [name for name in set().union(*named) if _holds(title, name)]
    if in_title:
        return min(in_title, key=lambda name: (-len(name), name))
    shared = set.intersection(*named) if named else set()
    if len(shared) == 1:
        return shared.pop()
    reasons = [row.via[1] for row in rows if row.via is not None]
    return title if title and any(_holds(reason, title) for reason in reasons) else None


def trace_row(row: ClaimRow, centre: str | None) -> Trace:
    """The way of one statement."""
    statement, report = short_id("claim", row.claim), short_id("report", row.report)
    parties = {name: _party_id(name, report) for name in (*row.chain, row.speaker) if name}
    teller = report if row.speaker is None else parties[row.speaker]
    media = _others(teller, (parties[name] for name in row.media))
    basis = _others(teller, (parties[name] for name in row.basis))
    names = {report: _report_name(row)} | {node: name for name, node in parties.items()}
    names[statement] = row.words
    things, entity = _ends(row, centre)
    names |= things | entity
    steps = (
        *_telling(report, media, teller, statement),
        *_resting(teller, basis),
        *_aiming(row, statement, tuple(things), tuple(entity)),
    )
    return Trace(
        id=statement,
        row=row,
        names=names,
        report=report,
        media=media,
        teller=teller,
        basis=basis,
        things=tuple(things),
        entity=next(iter(entity), None),
        steps=tuple(dict.fromkeys(steps)),
    )


def _holds(text: str, name: str) -> bool:
    """True when the text holds the name as whole words."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _party_id(name: str, report: str) -> str:
    return short_id("party", report, name) if is_unnamed(name) else short_id("party", "", name)


def _others(teller: str, parties: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for party in parties if party != teller))


def _report_name(row: ClaimRow) -> str:
    file = row.file or row.report
    return f"{row.publisher}\n{file}" if row.publisher else file


def _ends(row: ClaimRow, centre: str | None) -> tuple[dict[str, str], dict[str, str]]:
    """The things and the entity asked about that the statement leads to, as ids with names."""
    if centre is None or (row.via is None and centre not in row.about):
        return {short_id("thing", "", name): name for name in row.about}, {}
    entity = {short_id("entity", "", centre): centre}
    if row.via is None:
        return {}, entity
    return {short_id("thing", "", row.via[0]): row.via[0]}, entity


def _telling(report: str, media: tuple[str, ...], teller: str, statement: str) -> Iterator[Step]:
    """The arrows from the report to the words."""
    own_voice = teller == report
    told = (report, *media) if own_voice else (report, *media, teller)
    for source, target in pairwise(told):
        kind = EdgeKind.CITES if source == report else EdgeKind.RELAYS
        yield Step(source, target, kind, kind)
    kind = EdgeKind.SAID
    if own_voice:
        kind = EdgeKind.CARRIED if media else EdgeKind.OWN_VOICE
    yield Step(told[-1], statement, kind, kind)


def _resting(teller: str, basis: tuple[str, ...]) -> Iterator[Step]:
    """The arrows from the speaker to those the speaker rests on."""
    for source, target in pairwise((teller, *basis)):
        yield Step(source, target, EdgeKind.RESTS_ON, EdgeKind.RESTS_ON)


def _aiming(
    row: ClaimRow, statement: str, things: tuple[str, ...], entity: tuple[str, ...]
) -> Iterator[Step]:
    """The arrows from the words to what they are about, and on to what was asked about."""
    for end in things or entity:
        yield Step(statement, end, EdgeKind.ABOUT, EdgeKind.ABOUT)
    if row.via is not None:
        for thing in things:
            for middle in entity:
                yield Step(thing, middle, EdgeKind.TIED, row.via[1] or EdgeKind.TIED)
