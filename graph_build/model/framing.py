"""How reports name things, as comparing needs it, and what setting the names side by side gives."""

from dataclasses import dataclass

from graph_build.model.comparison import Verdict
from graph_build.model.text import Span


@dataclass(frozen=True, order=True, slots=True)
class Naming:
    """A name in a text: the report's IRI, where it stands, its words, and the thing it names."""

    report: str
    span: Span
    words: str
    thing: str


@dataclass(frozen=True, order=True, slots=True)
class Family:
    """Things that references take for one, or for nearly one: their IRIs, and the names of each.

    `described` says that the names are descriptions ("the northern rebels"), not names of its own;
    `is_common` that it is a country or a medium, which too many reports name to tell stories apart.
    """

    things: tuple[str, ...]
    names: tuple[str, ...]
    described: bool = False
    is_common: bool = False


@dataclass(frozen=True, slots=True)
class TermsOfNaming:
    """A word, or several, with its forms and why it is told: loaded, or one way of naming a kind.

    `kind` is the IRI of what is named in several ways, None for a loaded word.
    """

    forms: tuple[str, ...]
    reason: str
    kind: str | None = None
    kind_name: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Framing:
    """Words for one thing, or beside things, in one voice; `kind` is label or loaded-word.

    `entity` names the thing, `things` gives the IRIs by which it is found, `voice` whose words they
    are and `voice_kind` whether those of the report (own), of a named or of an unnamed speaker.
    """

    kind: str
    entity: str
    words: str
    voice_kind: str
    voice: str
    rule: str
    reason: str
    version: str
    things: tuple[str, ...]
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    count: int
    verdict: Verdict | None = None
