"""What is stated alike in several places, and the origins on which it rests."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph_build.model.comparison import Verdict
from graph_build.model.stated_fact import Telling

EMPTY: frozenset[str] = frozenset()
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Ties:
    """How claims and reports hang together, as far as comparing them has shown.

    `same_words` are pairs of claims that give one utterance, `copies` pairs of reports of (nearly)
    one text, `retold` pairs of reports that tell one story; each pair sorted. `pools` gives for a
    claim the make-up of the unnamed people it rests on ("2 Norland, 3 fleet"), `most` for an
    unnamed source how many they are at most. `representative` is the one that stands for a thing
    that counts as one with others.
    """

    same_words: Pairs = frozenset()
    copies: Pairs = frozenset()
    retold: Pairs = frozenset()
    pools: Mapping[str, str] = field(default_factory=dict)
    most: Mapping[str, int] = field(default_factory=dict)
    representative: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, order=True, slots=True)
class Origin:
    """One origin of what several claims state: where it comes from, as far as the texts tell.

    `kind` is medium (what a medium is credited with), speaker (a named one), unnamed (people whom a
    report does not name) or own-voice (a report that names no source for it). `party` is an IRI,
    `said` when it was said or told (EDTF, "" where unknown), `grounds` say one by one how the
    claims were found to have this origin.
    """

    kind: str
    label: str
    party: str
    said: str
    reports: tuple[str, ...]
    files: tuple[str, ...]
    claims: tuple[str, ...]
    facts: tuple[str, ...]
    grounds: tuple[str, ...]


@dataclass(frozen=True, order=True, slots=True)
class Support:
    """What is stated alike in one or several places, with its origins counted.

    `least` origins at least: what is not shown to be apart counts once. `most` at most: what is not
    shown to be one counts apart; None where the texts set no such bound.
    """

    kind: str
    verdict: Verdict
    rule: str
    reason: str
    version: str
    attribute: str
    subject: str
    object: str
    scope: str
    value: str
    about: tuple[str, ...]
    reports: int
    least: int
    most: int | None
    origins: tuple[Origin, ...]
    claims: tuple[str, ...]
    facts: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A head claim with its telling, its words, and where in the text they begin."""

    telling: Telling
    words: str
    start: int
