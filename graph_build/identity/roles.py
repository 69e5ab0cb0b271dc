"""Whether two people hold one office, by the words that reports and the gazetteer put to them."""

from collections.abc import Iterable, Iterator
from typing import Final

from graph_build.identity.alignment import distance
from graph_build.identity.words import plain

_SMALL: Final = frozenset(
    {"a", "an", "and", "at", "for", "from", "in", "of", "on", "s", "the", "to", "with"}
)
_SHARE: Final = 0.6  # of all words of two descriptions of one office, so many are in both
_LONG: Final = 5  # letters of a word that may be spelt in two ways ("adviser", "advisor")


def role_words(role: str) -> tuple[str, ...]:
    """The words that tell one office from another.

    >>> role_words("foreign affairs adviser to the Iraqi prime minister")
    ('foreign', 'affairs', 'adviser', 'iraqi', 'prime', 'minister')
    """
    return tuple(dict.fromkeys(w for w in plain(role).split() if w not in _SMALL))


def shared_role(one: Iterable[str], other: Iterable[str]) -> tuple[str, str] | None:
    """The wordings by which two people hold one office; None where none fits."""
    pairs = ((a, b) for a in sorted(one) for b in sorted(other))
    return next(((a, b) for a, b in pairs if _is_one_office(a, b)), None)


def roles_clash(one: Iterable[str], other: Iterable[str]) -> tuple[str, str] | None:
    """Two wordings, where both people have an office and their offices share no word."""
    pairs = [(a, b) for a in sorted(one) for b in sorted(other)]
    if not pairs or any(_common(role_words(a), role_words(b)) for a, b in pairs):
        return None
    return pairs[0]


def _is_one_office(one: str, other: str) -> bool:
    first, second = role_words(one), role_words(other)
    common = _common(first, second)
    if first and len(first) == len(second) == common:
        return True
    return common >= 2 and common >= _SHARE * (len(first) + len(second) - common)


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return sum(1 for word in one if any(_is_one_word(word, second) for second in other))


def _is_one_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _LONG and distance(one, other) <= 1)


def role_keys(roles: Iterable[str]) -> Iterator[str]:
    """The beginnings of the words of offices, by which people of one office find each other."""
    yield from sorted({word[:_LONG] for role in roles for word in role_words(role)})
