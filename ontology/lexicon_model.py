"""The values of the lexicon: one class for each kind of entry, and the closed lists they draw on.

No file is read here; `ontology.lexicon` makes these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ontology.inflection import inflections

FRAMES: Final = frozenset(
    {
        "clause", "quotation", "noun-phrase", "infinitive", "as-participle", "passive",
        "as-complement", "object-infinitive",
    }
)  # fmt: skip
STRENGTHS: Final = frozenset({"reporting", "attitude", "weak"})
PARTS_OF_SPEECH: Final = frozenset(
    {"verb", "noun", "preposition", "adjective", "adverb", "auxiliary", "conjunction"}
)
ACTS: Final = frozenset(
    {
        "Asserting", "Confirming", "Denying", "Refusing", "Proposing", "Demanding", "Predicting",
        "Promising", "Believing", "DecliningToDisclose", "Agreeing", "Accusing", "Warning",
        "Threatening", "Asking",
    }
)  # fmt: skip
CERTAINTIES: Final = frozenset({"Certain", "Probable", "Possible", "Underspecified"})
POLARITIES: Final = frozenset({"Positive", "Negative", "UnderspecifiedPolarity"})
# What such an act is about need not come about: it stands open whether it will.
OPEN_ACTS: Final = frozenset(
    {"Proposing", "Demanding", "Promising", "Agreeing", "Threatening", "Warning", "Asking"}
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word by which a text attributes; act, polarity and certainty are local names of onr."""

    iri: str
    lemma: str
    pos: str
    act: str
    polarity: str | None
    certainty: str | None
    frames: frozenset[str]
    strength: str
    addressee: bool
    irregular: tuple[str, ...] = ()
    infinitive_act: str | None = None
    """The act where an infinitive follows instead: who is told to go is not told that they go."""

    @property
    def words(self) -> tuple[str, ...]:
        """The lemma word by word: ("call", "for") for "call for"."""
        return tuple(self.lemma.split())

    @property
    def forms(self) -> tuple[str, ...]:
        """The inflected forms of the whole cue, the lemma first."""
        head, *rest = self.words
        tail = "".join(f" {word}" for word in rest)
        return tuple(form + tail for form in inflections(head, self.pos, self.irregular))


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that lowers the certainty of what it stands beside."""

    form: str
    certainty: str
    hearsay: bool
    """Whether it says that the report itself has it from others ("reportedly")."""


@dataclass(frozen=True, slots=True)
class Negator:
    """A word that turns what it stands beside into its opposite or takes it back."""

    form: str
    polarity: str


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """A noun for one who speaks; unnamed where the noun alone leaves open who."""

    lemma: str
    unnamed: bool
    irregular: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Singular and plural."""
        return inflections(self.lemma, "noun", self.irregular)


@dataclass(frozen=True, slots=True)
class MediumNoun:
    """A noun for a medium or for a text that can carry words ("news agency", "report")."""

    lemma: str
    kind: str
    """"outlet" (one who publishes), "text" (what is published) or "occasion" (an interview)."""
    journalistic: bool = False
    """Of a text: whether a medium writes it ("article"), so that it may stand for the medium."""
    only_for: str | None = None
    """The one kind of medium that it may mean: no agency is "the newspaper"."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Singular and plural."""
        return inflections(self.lemma, "noun", ())


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A word for the size of a group: bounds, None where there is none."""

    form: str
    minimum: int | None
    maximum: int | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class Title:
    """A form of address or office before a name ("Prime Minister", "Gen.")."""

    form: str
    rank: str
    """"office", "military", "honorific", "clerical" or "civil"."""


@dataclass(frozen=True, slots=True)
class AgentlessForm:
    """A way of reporting that names nobody ("it is noted that"), with what it does."""

    form: str
    act: str
    certainty: str
    hearsay: bool


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word that says of what stands under it how sure it is, whether so, or who wills it.

    "fail" of the raising in "failed to raise", "likely" of the end in "is likely to end", "could"
    of the talks in "could begin". Where `passive`, a verb does so in the passive alone.
    """

    lemma: str
    pos: str
    certainty: str | None
    polarity: str | None
    act: str | None
    hearsay: bool = False
    passive: bool = False
    from_only: bool = False
    """Whether only what "from" leads is meant ("kept them from leaving")."""
    over_noun: bool = False
    """Whether it also stands over a noun phrase ("a lack of progress", "a possible delay")."""


@dataclass(frozen=True, slots=True)
class Conditional:
    """A word that begins what something depends on ("unless", "subject to")."""

    form: str
    pos: str
    """"conjunction" before a clause, "preposition" before a noun phrase."""
    negative: bool
    """Whether it says that the contrary must hold ("unless")."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, each list in the order of its lemmas; cues also by their first word."""

    cues: tuple[Cue, ...]
    hedges: tuple[Hedge, ...]
    negators: tuple[Negator, ...]
    source_nouns: tuple[SourceNoun, ...]
    body_nouns: tuple[str, ...]
    medium_nouns: tuple[MediumNoun, ...]
    quantifiers: tuple[Quantifier, ...]
    anonymity_triggers: tuple[str, ...]
    rank_words: tuple[str, ...]
    titles: tuple[Title, ...]
    agentless_forms: tuple[AgentlessForm, ...]
    modifiers: tuple[Modifier, ...]
    conditionals: tuple[Conditional, ...]
    cues_by_head: Mapping[str, tuple[Cue, ...]]

    def cue(self, lemma: str, pos: str = "verb") -> Cue | None:
        """Give the cue of this lemma and part of speech, or None."""
        heads = self.cues_by_head.get(lemma.split(maxsplit=1)[0], ()) if lemma.strip() else ()
        return next((cue for cue in heads if (cue.lemma, cue.pos) == (lemma, pos)), None)

    @property
    def role_nouns(self) -> frozenset[str]:
        """Nouns for people by what they do, and the last words of titles, in lower case."""
        titles = (title.form.lower().rstrip(".").split()[-1] for title in self.titles)
        return frozenset({*(noun.lemma for noun in self.source_nouns), *titles})
