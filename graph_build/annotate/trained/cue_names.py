"""The lexicon's name of a cue, from its words alone: "later told reporters" is "tell"."""

from collections.abc import Iterable
from dataclasses import dataclass

from ontology.lexicon import Cue

_ORDER = ("verb", "preposition", "noun", "adjective", "adverb")


@dataclass(frozen=True)
class CueNames:
    """Inflected forms of all cues, as words, with the lemma; made by `of`."""

    lemma_of: dict[tuple[str, ...], str]
    longest: int

    @classmethod
    def of(cls, cues: Iterable[Cue]) -> "CueNames":
        """An index; where forms of several cues are alike, verbs go before nouns."""
        found: dict[tuple[str, ...], str] = {}
        for cue in sorted(cues, key=lambda c: (_ORDER.index(c.pos), c.lemma)):
            for form in cue.forms:
                found.setdefault(tuple(form.lower().split()), cue.lemma)
        return cls(found, max((len(form) for form in found), default=0))

    def name(self, words: str) -> str | None:
        """The lemma of the longest form among the words, the last one where several are as long.

        The last, since auxiliaries and adverbs stand in front: "was quick to deny".
        """
        parts = [w.strip(".,:;–—-\"“”'’‘()").lower() for w in words.split()]
        for size in range(min(self.longest, len(parts)), 0, -1):
            for start in range(len(parts) - size, -1, -1):
                lemma = self.lemma_of.get(tuple(parts[start : start + size]))
                if lemma is not None:
                    return lemma
        return None
