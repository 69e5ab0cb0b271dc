"""What the lexicon knows of the words of facts, as comparing facts needs it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from graph_build.compare.function_words import FUNCTION_WORDS
from ontology.predicates import Attribute

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)
_TELLS_MORE: Final = frozenset(
    ["of", "on", "in", "at", "for", "from", "with", "between", "among", "to", "that", "which",
     "who", "by", "about", "against", "over", "after"]
)  # fmt: skip
_ES: Final = ("sses", "shes", "ches", "xes", "zes")


@dataclass(frozen=True, slots=True)
class FactLanguage:
    """The attributes, the words of extent, and the nouns that are themselves names of events.

    `nouns` gives the attribute of a noun: "talks" the one of negotiating.
    """

    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    extents: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)

    def attribute(self, iri: str | None) -> Attribute | None:
        """The attribute of this IRI, None where the lexicon lists none."""
        return self.attributes.get(iri) if iri else None

    def content(self, words: str) -> tuple[str, ...]:
        """The words that name something, without number, extent or grammar, in order."""
        return tuple(
            singular(word)
            for word in lowered(words)
            if word not in FUNCTION_WORDS and word not in self.extents
        )

    def head_phrase(self, words: str) -> tuple[str, ...]:
        """The naming words up to the first that only tells more: the last is the head.

        Where nothing stands before that ("of the rest"), all naming words.
        """
        said = lowered(words)
        cut = next((n for n, w in enumerate(said) if n and w in _TELLS_MORE), len(said))
        return self.content(" ".join(said[:cut])) or self.content(words)

    def extents_in(self, words: str) -> frozenset[str]:
        """The extents that some words give."""
        return frozenset(self.extents[w] for w in lowered(words) if w in self.extents)


@cache
def load_language(extra: Sequence[Path] = ()) -> FactLanguage:
    """What our lexicon knows, and files of the user beside it."""
    from ontology.extents import load_extents
    from ontology.predicates import load_predicates

    predicates = load_predicates(extra)
    nouns = {e.lemma: e.attribute for e in predicates.entries if e.pos == "noun"}
    return FactLanguage(predicates.attributes, load_extents(extra), nouns)


def lowered(words: str) -> list[str]:
    """The words in small letters, without genitives.

    >>> lowered("Iraq's remaining forces (2,500)")
    ['iraq', 'remaining', 'forces']
    """
    found = _WORD.findall(words.casefold().replace("’", "'"))
    return [word.removesuffix("'s").rstrip("'") for word in found]


def singular(word: str) -> str:
    """The word without the ending of a plural; rough, but the same for both forms.

    >>> singular("forces"), singular("parties"), singular("boss"), singular("crash")
    ('force', 'party', 'boss', 'crash')
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(_ES) else word[:-1]
