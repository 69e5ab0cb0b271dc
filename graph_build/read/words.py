"""Which words English has and how common they are: the list of the package pyspellchecker."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_COMMON = 300
_FREQUENT = 1000


@dataclass(frozen=True, slots=True)
class WordList:
    """English words, in lower case, with their counts in a body of 1.6 billion words.

    Source: pyspellchecker's `en` list, which holds some names and no joined words ("ofthe").
    """

    counts: Mapping[str, int]

    def knows(self, word: str) -> bool:
        """Whether the word is listed, in whatever case it stands."""
        return word.lower() in self.counts

    def is_common(self, word: str) -> bool:
        """Whether an ordinary reader meets the word often enough to trust it as half of a join."""
        return self.counts.get(word.lower(), 0) >= _COMMON

    def is_frequent(self, word: str) -> bool:
        """Whether the word is common enough that a chance letter run seldom equals it."""
        return self.counts.get(word.lower(), 0) >= _FREQUENT

    def count_of(self, word: str) -> int:
        """How often the word was met; 0 for a word not listed."""
        return self.counts.get(word.lower(), 0)


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as running text.

    >>> sorted(words_of("to and fro"))
    ['and', 'fro', 'to']
    """
    return frozenset(text.split())


@cache
def english_words() -> WordList:
    """The English list, loaded on first use (about 0.2 s) and the same ever after."""
    from spellchecker import SpellChecker

    return WordList(SpellChecker(language="en").word_frequency.dictionary)
