"""The words of events, states and counts: attributes, predicates and their syntactic frames.

`load_predicates` reads `gazetteer/predicates.ttl` (and files of the user beside it) into frozen
values. What each property means is told in `gazetteer/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.gazetteer_file import RDF_TYPE, RDFS_LABEL, SKOS, Records, read_records
from ontology.inflection import inflections
from ontology.terms import LEX

PREDICATES_FILE = Path(__file__).parent / "gazetteer" / "predicates.ttl"

SLOTS: Final = ("subject", "object", "agent", "place", "recipient")
VALUE_KINDS: Final = frozenset({"time", "quantity", "none"})
LENDINGS: Final = frozenset({"by", "on", "subject"})
PARTS_OF_SPEECH: Final = frozenset({"verb", "noun", "adjective"})

_PART = "http://www.lexinfo.net/ontology/3.0/lexinfo#partOfSpeech"
_DENOTES = "http://www.w3.org/ns/lemon/ontolex#denotes"
_BEHAVIOUR = "http://www.w3.org/ns/lemon/synsem#synBehavior"
_FRAME_TYPE = "http://www.w3.org/ns/lemon/synsem#SyntacticFrame"


@dataclass(frozen=True, slots=True)
class Attribute:
    """What may be stated of a subject: a kind of event, a state, or a number of something."""

    iri: str
    label: str
    definition: str
    value: str
    """"time" (an event that has a date), "quantity" (a number of something) or "none" (a state)."""
    contrary: frozenset[str] = frozenset()
    grows_with_scope: bool = False
    single_valued: bool = False
    only_with: str | None = None
    """"time" or "quantity" where it is no fact without one ("said", "number of troops")."""
    counts: str | None = None
    """The slot whose number is the value ("subject" of killed); None where it is a measure."""
    counted_as: str | None = None
    """The attribute that a number turns it into: attacked 150 times is a number of attacks."""
    broader: str | None = None
    notation: str | None = None
    compared_by_wording: bool = False
    """Whether two facts of it are only of one thing where their words are alike."""
    capital_acts: bool = False
    """Whether a capital that is its subject stands for the government ("Baghdad agreed"); holds
    for the narrower attributes too."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How the places of a sentence fill the slots of a proposition.

    `fills` gives the slot of each place: subject, object, complement, infinitive, clause,
    possessive, compound or a preposition. It fits where all of `needs` are there and none of
    `excludes`.
    """

    iri: str
    fills: Mapping[str, str]
    needs: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word, or several, that states an attribute of its arguments."""

    iri: str
    lemma: str
    pos: str
    attribute: str
    frames: tuple[Frame, ...]
    irregular: tuple[str, ...] = ()
    only_with: str | None = None
    """As for the attribute, where it holds for this word alone ("raise" a rate, not a question)."""

    @property
    def words(self) -> tuple[str, ...]:
        """The lemma word by word, hyphens apart, as the parser parts them."""
        return tuple(self.lemma.replace("-", " - ").split())

    @property
    def head(self) -> str:
        """The word that is inflected: the first of a verb, the last of a noun."""
        return self.words[-1] if self.pos == "noun" else self.words[0]

    @property
    def forms(self) -> tuple[str, ...]:
        """The inflected forms of the head."""
        return inflections(self.head, self.pos, self.irregular)


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that says little beside the noun that it goes with ("carry out an attack").

    `lends` is the place that its subject gets with that noun: "by" (who carries it out), "on" (who
    suffers it), or "subject" where the noun itself is its subject ("the attack took place").
    """

    iri: str
    lemma: str
    lends: str
    irregular: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The lemma word by word."""
        return tuple(self.lemma.split())


@dataclass(frozen=True, slots=True)
class Predicates:
    """All attributes and words; `by_form` holds predicates by a form of their head, longest first.

    `light` holds light verbs by their lemma's first word; `passive_helpers` are the nouns and
    participles that only pass a date on ("expected", "set", "deadline").
    """

    attributes: Mapping[str, Attribute]
    entries: tuple[Predicate, ...]
    by_form: Mapping[str, tuple[Predicate, ...]]
    light: Mapping[str, tuple[LightVerb, ...]]
    place_nouns: frozenset[str]
    passive_helpers: frozenset[str]
    office_nouns: frozenset[str]

    def attribute(self, name: str) -> Attribute:
        """The attribute of this IRI or slug. Raises KeyError where there is none."""
        return self.attributes[name if name.startswith("http") else LEX + name]


def load_predicates(extra: Sequence[Path] = ()) -> Predicates:
    """Read our file, and the user's beside it; raise GazetteerError on an entry that is wrong."""
    return read_predicates((PREDICATES_FILE, *extra))


def read_predicates(paths: Sequence[Path]) -> Predicates:
    """Read these files and no other."""
    records = read_records(paths)
    attributes = {a.iri: a for a in _attributes(records)}
    _check_links(records, attributes)
    frames = {f.iri: f for f in _frames(records)}
    entries = tuple(_entries(records, attributes, frames))
    return Predicates(
        attributes=attributes,
        entries=entries,
        by_form=_by_form(entries),
        light=_by_first_word(_light_verbs(records)),
        place_nouns=frozenset(_label(records, s) for s in records.of_type("PlaceNoun")),
        passive_helpers=frozenset(_label(records, s) for s in records.of_type("PassiveHelper")),
        office_nouns=frozenset(_label(records, s) for s in records.of_type("OfficeNoun")),
    )


def _label(records: Records, subject: str) -> str:
    label = records.one(subject, RDFS_LABEL)
    if not label or not label.strip():
        raise records.fail(subject, "has no rdfs:label")
    return label


def _choice(records: Records, subject: str, name: str, allowed: Iterable[str]) -> str | None:
    value = records.one(subject, LEX + name)
    if value is not None and value not in allowed:
        raise records.fail(subject, f"lex:{name} is {value!r}, not one of {sorted(allowed)}")
    return value


def _attributes(records: Records) -> Iterator[Attribute]:
    for subject in records.of_type("Attribute"):
        definition = records.one(subject, SKOS + "definition")
        if definition is None:
            raise records.fail(subject, "has no skos:definition")
        yield Attribute(
            iri=subject,
            label=_label(records, subject),
            definition=definition,
            value=_choice(records, subject, "valueKind", VALUE_KINDS) or "time",
            contrary=frozenset(records.all(subject, LEX + "contrary")),
            grows_with_scope=records.one(subject, LEX + "growsWithScope") == "true",
            single_valued=records.one(subject, LEX + "singleValued") == "true",
            only_with=_choice(records, subject, "onlyWith", {"time", "quantity"}),
            counts=_choice(records, subject, "countsSlot", SLOTS),
            counted_as=records.one(subject, LEX + "countedAs"),
            broader=records.one(subject, SKOS + "broader"),
            notation=records.one(subject, SKOS + "notation"),
            compared_by_wording=records.one(subject, LEX + "comparedByWording") == "true",
            capital_acts=_capital_acts(records, subject),
        )


def _capital_acts(records: Records, subject: str) -> bool:
    seen: set[str] = set()
    at: str | None = subject
    while at is not None and at not in seen:
        if records.one(at, LEX + "capitalActs") == "true":
            return True
        seen.add(at)
        at = records.one(at, SKOS + "broader")
    return False


def _check_links(records: Records, attributes: Mapping[str, Attribute]) -> None:
    """Every attribute named by another must be there."""
    for attribute in attributes.values():
        named = {*attribute.contrary, attribute.counted_as, attribute.broader} - {None}
        missing = sorted(str(n) for n in named if n not in attributes)
        if missing:
            raise records.fail(attribute.iri, f"names <{missing[0]}>, which is no lex:Attribute")


def _frames(records: Records) -> Iterator[Frame]:
    for subject in sorted(s for s in records.values if _FRAME_TYPE in records.all(s, RDF_TYPE)):
        fills: dict[str, str] = {}
        for slot in SLOTS:
            for place in records.all(subject, f"{LEX}{slot}From"):
                if fills.setdefault(place, slot) != slot:
                    raise records.fail(subject, f"puts {place!r} in two slots")
        if not fills:
            raise records.fail(subject, "fills no slot")
        yield Frame(
            subject,
            fills,
            frozenset(records.all(subject, LEX + "needs")),
            frozenset(records.all(subject, LEX + "excludes")),
        )


def _entries(
    records: Records, attributes: Mapping[str, Attribute], frames: Mapping[str, Frame]
) -> Iterator[Predicate]:
    for subject in records.of_type("Predicate"):
        part = (records.one(subject, _PART) or "").rpartition("#")[2]
        if part not in PARTS_OF_SPEECH:
            raise records.fail(subject, f"has part of speech {part!r}")
        attribute = records.one(subject, _DENOTES)
        if attribute is None or attribute not in attributes:
            raise records.fail(subject, f"denotes <{attribute}>, which is no lex:Attribute")
        named = records.all(subject, _BEHAVIOUR)
        wrong = sorted(f for f in named if f not in frames)
        if wrong or not named:
            raise records.fail(subject, f"behaves as <{wrong[0] if wrong else ''}>, no frame")
        yield Predicate(
            iri=subject,
            lemma=_label(records, subject),
            pos=part,
            attribute=attribute,
            frames=tuple(frames[f] for f in named),
            irregular=records.all(subject, LEX + "irregularForm"),
            only_with=_choice(records, subject, "onlyWith", {"time", "quantity"}),
        )


def _light_verbs(records: Records) -> Iterator[LightVerb]:
    for subject in records.of_type("LightVerb"):
        lends = _choice(records, subject, "lends", LENDINGS) or "by"
        irregular = records.all(subject, LEX + "irregularForm")
        yield LightVerb(subject, _label(records, subject), lends, irregular)


def _by_form(entries: Iterable[Predicate]) -> dict[str, tuple[Predicate, ...]]:
    found: dict[str, list[Predicate]] = {}
    for entry in sorted(entries, key=lambda e: (-len(e.words), e.iri)):
        for form in entry.forms:
            found.setdefault(form, []).append(entry)
    return {form: tuple(found[form]) for form in sorted(found)}


def _by_first_word(verbs: Iterable[LightVerb]) -> dict[str, tuple[LightVerb, ...]]:
    found: dict[str, list[LightVerb]] = {}
    for verb in sorted(verbs, key=lambda v: (-len(v.words), v.iri)):
        for form in inflections(verb.words[0], "verb", verb.irregular):
            found.setdefault(form, []).append(verb)
    return {form: tuple(found[form]) for form in sorted(found)}
