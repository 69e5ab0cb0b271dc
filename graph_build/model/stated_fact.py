"""Facts as comparing needs them, read back from a graph, and what setting them side by side gives.

A fact is what the words of one claim state; a disagreement is one question to which the facts of
some claims give answers that differ, or only seem to. Nothing here says which answer is right.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from graph_build.model.comparison import Verdict

EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, order=True, slots=True)
class StatedArgument:
    """What stands in one slot: its wording as shown, and the IRIs of the things it names.

    `is_whole` says that the things are all that the words mean ("the coalition"), not only whose it
    is ("bases of the coalition").
    """

    words: str
    things: tuple[str, ...] = ()
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class StatedTime:
    """When: the date in EDTF with its first and last second, how it stands to the fact, its origin.

    `relation` is at, by, before, after, since, until, within or for; `resolution` given, resolved,
    uncertain or open. Without a date `edtf` is empty and both bounds are None.
    """

    relation: str
    edtf: str = ""
    earliest: datetime | None = None
    latest: datetime | None = None
    resolution: str = "given"


@dataclass(frozen=True, slots=True)
class StatedQuantity:
    """How many: bounds (None where there is none), whether they are included, and of what."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_included: bool = True
    high_included: bool = True
    approximate: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """The claim that states a fact: whose words they are, through whom, and in which report.

    `speaker` is the IRI of the one whose words they are, None in the report's own voice. `media`
    are the outlets that the report has it from, `credits` all that it credits anywhere. `said` is
    when it was said or told, `published` when the report came out, both in EDTF. `named` says
    whether the speaker has a name of his own, `is_medium` that it is itself an outlet, `is_carried`
    that the report goes on in the voice of a speaker of the sentences before.
    """

    claim: str
    report: str
    file_name: str
    speaker: str | None = None
    speaker_label: str = ""
    named: bool = False
    is_medium: bool = False
    is_carried: bool = False
    media: tuple[str, ...] = ()
    said: str = ""
    published: str = ""
    credits: frozenset[str] = EMPTY


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One fact of one claim. `fact` and `attribute` are IRIs; `start` says where in the text.

    `attribute` is None for a word that the lexicon does not list. Certainty, polarity and act are
    those of the clause; `condition` are the words on which it depends, "" where it does not.
    """

    fact: str
    telling: Telling
    start: int
    words: str
    attribute: str | None
    label: str
    arguments: Mapping[str, StatedArgument] = field(default_factory=dict)
    time: StatedTime | None = None
    quantity: StatedQuantity | None = None
    value: str = ""
    certainty: str = "certain"
    polarity: str = "positive"
    act: str = "asserting"
    condition: str = ""

    def things(self, slot: str) -> tuple[str, ...]:
        """The things that the argument in this slot names."""
        argument = self.arguments.get(slot)
        return argument.things if argument is not None else ()

    def wording(self, slot: str) -> str:
        """The argument in this slot as shown, "" where there is none."""
        argument = self.arguments.get(slot)
        return argument.words if argument is not None else ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the gazetteer says of the things that facts name.

    `within` gives the places that a place lies in, `stands_for` the country that a government or an
    army acts for, `part_of` the bodies of which a thing is part, member or leader, `capitals` the
    country of a capital, `names` the name of each thing. `places` are those that are places,
    `countries` those of them that are countries.
    """

    within: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stands_for: Mapping[str, str] = field(default_factory=dict)
    part_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    capitals: Mapping[str, str] = field(default_factory=dict)
    places: frozenset[str] = EMPTY
    countries: frozenset[str] = EMPTY

    def actor(self, thing: str) -> str:
        """The one that acts where this thing acts: the country for its government and its army."""
        return self.stands_for.get(thing, thing)

    def name(self, thing: str) -> str:
        """Its name, the last part of its IRI where it has none."""
        return self.names.get(thing) or thing.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class FactComparison:
    """Two facts side by side, `first` < `second` as IRIs, with the verdict, its rule and reason.

    `scopes` says in words how place, time and parties of the two stand to each other.
    """

    first: str
    second: str
    verdict: Verdict
    rule: str
    reason: str
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One question to which facts answer differently, or seem to: `pairs` rest on `facts`.

    The verdict is the strongest among the pairs, with the rule and the reason of that pair.
    `values` are the answers in words, `reports` counts reports, `roots` the origins told apart (a
    lower bound: what cannot be told apart counts once).
    """

    verdict: Verdict
    kind: str
    rule: str
    reason: str
    attribute: str
    subject: str
    object: str
    scope: str
    values: tuple[str, ...]
    about: tuple[str, ...]
    facts: tuple[str, ...]
    claims: tuple[str, ...]
    pairs: tuple[FactComparison, ...]
    reports: int
    roots: int
    version: str
