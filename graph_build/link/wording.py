"""The words that name a source, taken apart: article, head noun, what stands before and behind it.

Works on the wording alone; the parse ends at annotate.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graph_build.link.referents import singular

ARTICLES: Final = frozenset({"the", "a", "an"})
POINTING: Final = frozenset({"the", "this", "that", "these", "those", "such", "same"})
_INDEFINITE: Final = frozenset({"a", "an", "another", "other"})
_BEHIND: Final = frozenset(
    {
        "of", "from", "for", "in", "at", "to", "with", "within", "on", "by", "who", "whom", "whose",
        "which", "that", "familiar", "close", "near", "inside", "briefed", "speaking", "affiliated",
    }
)  # fmt: skip
_CUT: Final = re.compile(r"\s*[,;:(\[]")
_MARKS: Final = " .,;:\"“”'’‘()[]"
_NAMED_IN_BRACKETS: Final = re.compile(r"\[([^\]]+)\]")
_PARTITIVE: Final = 3
_IRREGULAR: Final = {"people": "person", "women": "woman", "men": "man"}


@dataclass(frozen=True)
class Phrase:
    """The wording of a source, its first piece or all of it."""

    surface: str

    @cached_property
    def core(self) -> tuple[str, ...]:
        """The words before the first comma, without marks at their edges."""
        head = _CUT.split(self.surface.strip(_MARKS), maxsplit=1)[0]
        return tuple(w for word in head.split() if (w := word.strip(_MARKS)))

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The same words in lower case."""
        return tuple(word.lower() for word in self.core)

    @property
    def first(self) -> str:
        """The first word in lower case, "" for none."""
        return self.lower[0] if self.lower else ""

    @property
    def is_partitive(self) -> bool:
        """Whether it names some of those pointed back to: "several of these sources"."""
        words = self.lower
        return len(words) >= _PARTITIVE and words[1] == "of" and words[2] in POINTING

    @property
    def points_back(self) -> bool:
        """Whether it begins with "the", "these" or the like."""
        return self.first in POINTING or self.is_partitive

    @property
    def is_indefinite(self) -> bool:
        """Whether it begins with "a", "an" or "another"."""
        return self.first in _INDEFINITE

    @cached_property
    def nominal(self) -> tuple[str, ...]:
        """The noun and what stands before it, without article: "senior US official"."""
        words = list(self.lower[2:] if self.is_partitive else self.lower)
        while words and words[0] in POINTING | ARTICLES:
            words = words[1:]
        end = next((n for n, w in enumerate(words) if n and w in _BEHIND), len(words))
        return tuple(w.removesuffix("'s").removesuffix("’s") for w in words[:end])

    @property
    def noun(self) -> str:
        """The head noun in the singular, "" for none."""
        return singular_of(self.nominal[-1]) if self.nominal else ""

    @property
    def is_plural(self) -> bool:
        """Whether the head noun stands in the plural."""
        return bool(self.nominal) and self.noun != self.nominal[-1]

    @property
    def is_lower(self) -> bool:
        """Whether its last word is a common noun, and it is no name."""
        return bool(self.core) and self.core[-1] == self.core[-1].lower()

    @property
    def bracketed(self) -> str | None:
        """The name that the report puts in brackets behind a pronoun: "He [Austin]"."""
        found = _NAMED_IN_BRACKETS.search(self.surface)
        return found[1] if found else None


def singular_of(noun: str) -> str:
    """The singular of a noun, a plain guess.

    >>> singular_of("people"), singular_of("officials")
    ('person', 'official')
    """
    return _IRREGULAR.get(noun, singular(noun))
