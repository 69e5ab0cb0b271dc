"""All that the language tools find in one report, before anything is tied to the world."""

from dataclasses import dataclass
from enum import StrEnum

from graph_build.model.attribution import Attribution
from graph_build.model.factuality import Modality
from graph_build.model.predication import Predication
from graph_build.model.text import Issue, Span, ZoneKind
from graph_build.model.values import QuantityPhrase, TimePhrase


class MentionKind(StrEnum):
    """What kind of thing a name in the text seems to name."""

    NAMED = "named"  # a label of the gazetteer
    DEMONYM = "demonym"  # an adjective or people form of a country ("Iraqi")
    PERSON = "person"
    ORGANIZATION = "organization"


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """A name in the text, not yet a thing in the world. `surface` is the repaired wording."""

    span: Span
    kind: MentionKind
    surface: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, order=True, slots=True)
class Sentence:
    """A sentence that is read; `section` counts subheadings passed so far, `kind` is its zone's."""

    span: Span
    section: int
    paragraph: int
    kind: ZoneKind = ZoneKind.BODY


@dataclass(frozen=True, order=True, slots=True)
class Hedge:
    """A word that lowers the certainty of what stands around it."""

    span: Span
    certainty: str


@dataclass(frozen=True, order=True, slots=True)
class SourceGroup:
    """Part of a description of unnamed sources: "five US officials" is 5, "US", "official".

    `minimum` and `maximum` count people; None where the text sets no such bound.
    """

    span: Span
    minimum: int | None
    maximum: int | None
    qualifier: str
    noun: str


@dataclass(frozen=True, order=True, slots=True)
class SourceDescription:
    """A phrase that describes unnamed people as sources, with its parts in text order.

    `open_ended` is set by "including": the parts do not add up to the whole.
    """

    span: Span
    head: SourceGroup
    parts: tuple[SourceGroup, ...] = ()
    open_ended: bool = False
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """The findings for one report, each list in text order.

    `clauses` are the cores of finite clauses: from the subject to the last complement of the verb.
    """

    sentences: tuple[Sentence, ...] = ()
    clauses: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    source_descriptions: tuple[SourceDescription, ...] = ()
    times: tuple[TimePhrase, ...] = ()
    quantities: tuple[QuantityPhrase, ...] = ()
    modalities: tuple[Modality, ...] = ()
    predications: tuple[Predication, ...] = ()
    issues: tuple[Issue, ...] = ()
