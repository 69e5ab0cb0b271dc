"""The values of the curated world: entities, tenures, and the comparison form of names.

No file is read here; `ontology.world_reader` makes these values, `ontology.world` finds them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

PLACE_KINDS: Final = frozenset(
    {
        "Country", "AutonomousRegion", "AdministrativeArea", "Settlement", "Region", "Facility",
        "Base",
    }
)  # fmt: skip
PERSON_KINDS: Final = frozenset({"Person", "Official"})
BODY_KINDS: Final = frozenset(
    {
        "Organization", "Government", "GovernmentBody", "ArmedForce", "ArmedGroup",
        "NewsOrganization", "NewsAgency", "Coalition",
    }
)  # fmt: skip
ENTITY_KINDS: Final = PLACE_KINDS | PERSON_KINDS | BODY_KINDS | {"Post", "Agreement", "Event"}

_MARKS: Final = str.maketrans("’‘ʼʻ`‐‑‒–—/", "'''''------")
_INNER_DOT: Final = re.compile(r"(?<=\w)\.(?=\w|\s|$)")
_APOSTROPHE: Final = re.compile(r"'(?!s\b)")


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one post; the dates are EDTF at the precision that is known, or None."""

    iri: str
    person: str
    post: str
    start: str | None
    end: str | None

    def covers(self, date: str) -> bool:
        """Whether the person may have held the post on an EDTF year, month or day."""
        begun = self.start is None or self.start[: len(date)] <= date[: len(self.start)]
        lasting = self.end is None or date[: len(self.end)] <= self.end[: len(date)]
        return begun and lasting


@dataclass(frozen=True, slots=True)
class WorldEntity:
    """One thing in the world with everything by which a text may name or place it."""

    iri: str
    kind: str
    """Local name of its class, such as "Country"."""
    name: str
    labels: tuple[str, ...]
    """All names of its own, the preferred one first."""
    generic_names: tuple[str, ...] = ()
    """Names that need the country beside them, such as "foreign ministry"."""
    demonyms: tuple[str, ...] = ()
    located_in: str | None = None
    containers: tuple[str, ...] = ()
    """Every place it lies in, the nearest first."""
    around: tuple[str, ...] = ()
    """The nearest container below the rank of a country."""
    country: str | None = None
    """The country or autonomous region it lies in, rules, serves or belongs to."""
    capital_of: str | None = None
    governs: str | None = None
    affiliated_with: tuple[str, ...] = ()
    post_in: str | None = None
    stands_for: str | None = None
    """The government that the place's name may stand for, where it is no capital."""
    members: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    """Of a person: the posts held. Of a post: its holders. The earliest first."""
    is_description: bool = False
    """Whether its names describe rather than name ("Iran-backed militias")."""
    exact_matches: tuple[str, ...] = ()
    close_matches: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why several names were judged to be one thing, or a place put where it is."""

    @property
    def is_place(self) -> bool:
        """Whether the entity can contain or be contained in a place."""
        return self.kind in PLACE_KINDS

    @property
    def is_person(self) -> bool:
        """Whether the entity is a person, in office or not."""
        return self.kind in PERSON_KINDS


def fold_label(text: str) -> str:
    """Give the form in which names are compared: no case, accents, dots, dashes or article."""
    plain = text.translate(_MARKS).replace("-", " ")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = plain.casefold().replace("ı", "i")
    if "." in plain:
        plain = _INNER_DOT.sub("", plain)
    if "'" in plain:
        plain = _APOSTROPHE.sub("", plain)
    return " ".join(plain.split()).removeprefix("the ")


def abbreviations(label: str) -> frozenset[str]:
    """Give the words of a label that are written in capitals throughout, without their dots."""
    words = (word.replace(".", "") for word in re.split(r"[^\w.]+", label))
    return frozenset(w for w in words if 2 <= len(w) <= 8 and w.isalnum() and w.isupper())
