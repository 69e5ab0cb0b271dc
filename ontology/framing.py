"""Words that take a side: loaded words, and ways of naming one thing between which reports choose.

`load_framing` reads `gazetteer/framing.ttl` (and files of the user beside it) into frozen values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.gazetteer_file import RDFS_LABEL, SKOS, Records, read_records
from ontology.terms import LEX, ONR

FRAMING_FILE = Path(__file__).parent / "gazetteer" / "framing.ttl"


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word, or several, that judge what they tell of, with the reason why they are listed."""

    iri: str
    forms: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class WayOfNaming:
    """One of several ways of naming one kind of thing, with what it says beside the others."""

    iri: str
    forms: tuple[str, ...]
    reason: str
    names: str
    """The IRI of what is named."""


@dataclass(frozen=True, slots=True)
class NamedOtherwise:
    """A kind of thing that is named in several ways; `other_names` are words to find it by."""

    iri: str
    label: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FramingWords:
    """All loaded words and ways of naming, sorted."""

    loaded: tuple[LoadedWord, ...] = ()
    ways: tuple[WayOfNaming, ...] = ()
    kinds: tuple[NamedOtherwise, ...] = ()


def load_framing(extra: Sequence[Path] = ()) -> FramingWords:
    """Read the words, and the user's files beside them; raise GazetteerError on a bad entry."""
    return read_framing((FRAMING_FILE, *extra))


def read_framing(paths: Sequence[Path]) -> FramingWords:
    """Read these files and no other."""
    records = read_records(paths)
    kinds = tuple(
        NamedOtherwise(subject, _needed(records, subject, RDFS_LABEL), _others(records, subject))
        for subject in records.of_type("NamedOtherwise")
    )
    return FramingWords(
        loaded=tuple(
            LoadedWord(subject, _forms(records, subject), _reason(records, subject))
            for subject in records.of_type("LoadedWord")
        ),
        ways=tuple(_ways(records, {kind.iri for kind in kinds})),
        kinds=kinds,
    )


def _ways(records: Records, kinds: set[str]) -> Iterator[WayOfNaming]:
    for subject in records.of_type("WayOfNaming"):
        named = _needed(records, subject, LEX + "namingOf")
        if named not in kinds:
            raise records.fail(subject, f"is a way of naming <{named}>, which is not described")
        yield WayOfNaming(subject, _forms(records, subject), _reason(records, subject), named)


def _forms(records: Records, subject: str) -> tuple[str, ...]:
    forms = (
        _needed(records, subject, RDFS_LABEL),
        *records.all(subject, LEX + "otherForm"),
    )
    if any(form != form.casefold() or form != " ".join(form.split()) for form in forms):
        raise records.fail(subject, "has a form that is not in small letters, parted by one space")
    return forms


def _reason(records: Records, subject: str) -> str:
    return _needed(records, subject, ONR + "judgementReason")


def _others(records: Records, subject: str) -> tuple[str, ...]:
    return records.all(subject, SKOS + "altLabel")


def _needed(records: Records, subject: str, predicate: str) -> str:
    value = records.one(subject, predicate)
    if not value or not value.strip():
        raise records.fail(subject, f"has no {predicate.rpartition('#')[2]}")
    return value
