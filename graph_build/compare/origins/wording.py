"""Origins and verdicts in words: who it comes from, and how that was found."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from graph_build.compare.disagreements.roots import Voice
from graph_build.compare.origins.bounds import Counted, Piece
from graph_build.model.comparison import Verdict
from graph_build.model.support import Origin, Ties

SHOWN: Final = 6  # files named in one sentence
_KINDS: Final = {
    Voice.MEDIUM: "medium", Voice.SPEAKER: "speaker", Voice.UNNAMED: "unnamed",
    Voice.OWN: "own-voice",
}  # fmt: skip
_FIRM: Final = (Voice.SPEAKER, Voice.MEDIUM, Voice.UNNAMED, Voice.OWN)


def verdict_of(counted: Counted) -> Verdict:
    """Whether it rests on one origin, on several independent ones, or that cannot be told."""
    if counted.least > 1:
        return Verdict.INDEPENDENT
    is_one = len(counted.origins) == 1
    if is_one and any(p.root.voice is not Voice.OWN for p in counted.origins[0]):
        return Verdict.SINGLE_ORIGIN
    return Verdict.UNKNOWN


def origins_of(counted: Counted, ties: Ties) -> tuple[Origin, ...]:
    """The origins with their grounds, that of most claims first."""
    return tuple(_origin(pieces, ties) for pieces in counted.origins)


def _origin(pieces: Sequence[Piece], ties: Ties) -> Origin:
    first = min(pieces, key=lambda p: (_FIRM.index(p.root.voice), p.order))
    return Origin(
        kind=_KINDS[first.root.voice],
        label=_label(first),
        party=first.root.key,
        said=min((p.root.said for p in pieces if p.root.said), default=""),
        reports=tuple(sorted({p.report for p in pieces})),
        files=tuple(dict.fromkeys(p.file_name for p in pieces)),
        claims=tuple(sorted({p.claim for p in pieces})),
        facts=tuple(sorted({p.fact for p in pieces} - {""})),
        grounds=tuple(dict.fromkeys((*_told(pieces), *_ties(pieces, ties)))),
    )


def _label(piece: Piece) -> str:
    is_own = piece.root.voice is Voice.OWN
    return f"own voice of {piece.file_name}" if is_own else piece.root.label


def _told(pieces: Sequence[Piece]) -> Iterator[str]:
    """How each report tells whose words they are."""
    for piece in pieces:
        root = piece.root
        when = f" for what it told on {root.said}" if root.said and not piece.lent else ""
        if root.voice is Voice.MEDIUM:
            yield f"{piece.file_name} credits {root.label}{when}"
        elif root.voice is Voice.OWN:
            yield f"{piece.file_name} says it in its own voice"
        else:
            yield f"{piece.file_name} gives it as the words of {root.label}"


def _ties(pieces: Sequence[Piece], ties: Ties) -> Iterator[str]:
    """What else shows that the reports of one origin have it from one place."""
    files = {p.report: p.file_name for p in pieces}
    claims = {p.claim for p in pieces}
    quoted = [pair for pair in ties.same_words if set(pair) <= claims]
    if quoted:
        yield f"the same quotation stands in {_listed(_files_of(pieces, quoted))}"
    pools = sorted({ties.pools[p.claim] for p in pieces if p.claim in ties.pools})
    for pool in pools:
        held = {p.file_name for p in pieces if ties.pools.get(p.claim) == pool}
        if len(held) > 1:
            yield f"the same unnamed sources ({pool}) in {_listed(sorted(held))}"
    joining = (("have nearly the same text", ties.copies), ("tell one story", ties.retold))
    for kind, pairs in joining:
        joined = {r for pair in combinations(sorted(files), 2) if pair in pairs for r in pair}
        if joined:
            yield f"{_listed(sorted(files[r] for r in joined))} {kind}"


def _files_of(pieces: Sequence[Piece], pairs: Iterable[tuple[str, str]]) -> list[str]:
    held = {claim for pair in pairs for claim in pair}
    return sorted({p.file_name for p in pieces if p.claim in held})


def reason_of(verdict: Verdict, counted: Counted, origins: Sequence[Origin]) -> str:
    """The verdict in one sentence."""
    files = sorted({name for origin in origins for name in origin.files})
    many = f"{len(files)} report{'' if len(files) == 1 else 's'}"
    if verdict is Verdict.INDEPENDENT:
        labels = _listed([_named(origin) for origin in origins])
        places = [_places(pieces) for pieces in counted.origins]
        where = f"; of {'; '.join(places)}" if len(set(places)) > 1 and all(places) else ""
        return f"{many}, at least {counted.least} origins: {labels}{where}; {counted.apart}"
    first = _named(origins[0])
    if verdict is Verdict.SINGLE_ORIGIN:
        return f"{many}, one origin: {first}"
    if len(origins) == 1:
        return f"{many}: {first}, so that its origin is not known"
    return f"{many}, perhaps of one origin: {counted.unsure}"


def _places(pieces: Sequence[Piece]) -> str:
    label = pieces[0].root.label
    places = _listed(list(dict.fromkeys(p.place for p in pieces if p.place)))
    return f"{places} ({label})" if places else ""


def _named(origin: Origin) -> str:
    return f"{origin.label} ({_listed(origin.files)})" if len(origin.files) > 1 else origin.label


def _listed(names: Sequence[str]) -> str:
    if len(names) > SHOWN:
        return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
