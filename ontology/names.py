"""What is generally known of names: spellings, short forms, titles, legal forms, number words.

`load_names` reads `gazetteer/names.ttl` (and files of the user beside it) into frozen values.
What each property means is told in `gazetteer/README.md`. Does not compare names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.gazetteer_file import RDFS_LABEL, Records, read_records
from ontology.terms import LEX

NAMES_FILE: Final = Path(__file__).parent / "gazetteer" / "names.ttl"
PARTICLE_KINDS: Final = frozenset({"article", "parent", "link"})
GENDERS: Final = frozenset({"female", "male"})


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name with its other spellings and its short forms, as they are written."""

    label: str
    spellings: tuple[str, ...]
    nicknames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameKnowledge:
    """All entries of the names file. Words stand as they are written there."""

    given_names: tuple[GivenName, ...]
    titles: Mapping[str, str]
    """The gender that each title tells, "" where it tells none."""
    generation_marks: Mapping[str, str]
    """The mark that each form stands for: "II" is "second"."""
    particles: Mapping[str, str]
    """The kind of each small word: "article", "parent" or "link"."""
    legal_forms: tuple[str, ...]
    link_words: tuple[str, ...]
    numbers: Mapping[str, int]


def load_names(extra: Sequence[Path] = ()) -> NameKnowledge:
    """Read the names file, and the user's files beside it; raise GazetteerError on a bad entry."""
    records = read_records((NAMES_FILE, *extra))
    return NameKnowledge(
        given_names=tuple(
            GivenName(label, records.all(s, LEX + "spelling"), records.all(s, LEX + "nickname"))
            for s, label in _labelled(records, "GivenName")
        ),
        titles={
            label: _gender(records, subject) for subject, label in _labelled(records, "NameTitle")
        },
        generation_marks=dict(_spelled(records, "GenerationMark")),
        particles={form: _particle_kind(records, s) for s, form in _forms(records, "NameParticle")},
        legal_forms=tuple(
            sorted(
                {form for _, form in _forms(records, "LegalForm")}
                | {label for _, label in _labelled(records, "LegalForm")}
            )
        ),
        link_words=tuple(sorted({form for _, form in _forms(records, "LinkWord")})),
        numbers={label: _number(records, s) for s, label in _labelled(records, "NumberWord")},
    )


def _labelled(records: Records, kind: str) -> Iterator[tuple[str, str]]:
    for subject in records.of_type(kind):
        label = records.one(subject, RDFS_LABEL)
        if not label or not label.strip():
            raise records.fail(subject, "has no rdfs:label")
        yield subject, label


def _forms(records: Records, kind: str) -> Iterator[tuple[str, str]]:
    for subject, _ in _labelled(records, kind):
        yield from ((subject, form) for form in records.all(subject, LEX + "spelling"))


def _spelled(records: Records, kind: str) -> Iterator[tuple[str, str]]:
    for subject, label in _labelled(records, kind):
        yield from ((form, label) for form in records.all(subject, LEX + "spelling"))


def _gender(records: Records, subject: str) -> str:
    gender = records.one(subject, LEX + "titleGender") or ""
    if gender and gender not in GENDERS:
        raise records.fail(subject, f"lex:titleGender is {gender!r}, not one of {sorted(GENDERS)}")
    return gender


def _particle_kind(records: Records, subject: str) -> str:
    kind = records.one(subject, RDFS_LABEL) or ""
    if kind not in PARTICLE_KINDS:
        raise records.fail(subject, f"is labelled {kind!r}, not one of {sorted(PARTICLE_KINDS)}")
    return kind


def _number(records: Records, subject: str) -> int:
    value = records.one(subject, LEX + "numberValue") or ""
    if not value.isdigit():
        raise records.fail(subject, f"lex:numberValue is {value!r}, not a whole number")
    return int(value)
