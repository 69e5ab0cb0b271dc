"""Unnamed sources as comparing needs them, read back from a graph, and what comes of it."""

from dataclasses import dataclass

from graph_build.model.comparison import Verdict


@dataclass(frozen=True, order=True, slots=True)
class CitedGroup:
    """A part of unnamed people: what they are called, how many they are, of which country.

    `country` is an IRI, None where the words name no country or nothing that acts for one;
    `affiliation` the IRI of what the words name.
    """

    label: str
    minimum: int | None = None
    maximum: int | None = None
    affiliation: str | None = None
    country: str | None = None


@dataclass(frozen=True, order=True, slots=True)
class CitedSource:
    """Unnamed people whom one report cites; `source`, `report`, `media` and `claims` are IRIs.

    `groups` are the parts that the report counts them in; where it counts none, they are one group.
    `media` are those through which they speak, `claims` (IRI and words) what rests on them,
    `whole` the source that they are a part of.
    """

    source: str
    report: str
    file_name: str
    label: str
    minimum: int | None
    maximum: int | None
    groups: tuple[CitedGroup, ...]
    media: frozenset[str]
    claims: tuple[tuple[str, str], ...]
    reason: str | None = None
    whole: str | None = None

    @property
    def least(self) -> int:
        """How many they are at least: one where nothing is said."""
        return max(self.minimum or 1, 1)


@dataclass(frozen=True, order=True, slots=True)
class SourceComparison:
    """What is held of unnamed sources together: one pool, a count, or reasons side by side.

    `make_up` names the groups with their numbers, `stated` the reasons for not being named in the
    words of the reports.
    """

    kind: str
    rule: str
    reason: str
    version: str
    label: str
    sources: tuple[str, ...]
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    least: int
    most: int | None
    verdict: Verdict | None = None
    make_up: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
