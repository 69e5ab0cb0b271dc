"""Things in the world, and the revocable judgements that tie names to them."""

from dataclasses import dataclass, field
from typing import Final

from graph_build.model.annotation import Mention
from graph_build.model.text import Span

MEDIA: Final = frozenset({"NewsAgency", "NewsOrganization"})
PEOPLE: Final = frozenset({"Person", "Official"})


@dataclass(frozen=True, order=True, slots=True)
class Entity:
    """A thing that claims are about or that speaks.

    A curated entity has the IRI of the gazetteer; a local one is known from one report alone and
    is anchored at `anchor`, its fullest mention there. `kind` is a class of the ontology.
    `role`, the words that one place adds to the name, is no part of what the thing is. `members`
    are those who speak as one where several do ("Iraq and the United States agreed").
    """

    name: str
    kind: str
    iri: str | None = None
    anchor: Span | None = None
    other_names: tuple[str, ...] = ()
    role: str | None = field(default=None, compare=False)
    members: tuple["Entity", ...] = ()

    @property
    def is_curated(self) -> bool:
        """Whether the gazetteer knows the thing."""
        return self.iri is not None


@dataclass(frozen=True, order=True, slots=True)
class EntityLink:
    """The judgement that a mention names an entity: how it was made, how sure, and why."""

    mention: Mention
    entity: Entity
    method: str
    score: float
    reason: str


@dataclass(frozen=True, order=True, slots=True)
class SourceGroupSize:
    """Part of a pool of unnamed people: how many of them, and of what affiliation."""

    label: str
    minimum: int | None
    maximum: int | None
    affiliation: Entity | None = None


@dataclass(frozen=True, order=True, slots=True)
class UnnamedSource:
    """People whom a report cites without naming them, as told by that report alone.

    `minimum` and `maximum` count people; None where the text sets no bound. Never merged with
    another on its number alone.
    """

    label: str
    anchor: Span
    wordings: tuple[Span, ...]
    minimum: int | None = None
    maximum: int | None = None
    groups: tuple[SourceGroupSize, ...] = ()
    affiliation: Entity | None = None
    rank: str | None = None
    reason: Span | None = None


Party = Entity | UnnamedSource
