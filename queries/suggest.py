"""The nearest known words to a word that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

_MANY = 5_000


def nearest(wanted: str, known: Mapping[str, str], *, count: int = 3) -> list[str]:
    """Up to `count` values of `known` whose keys come nearest to `wanted`, nearest first.

    Keys and `wanted` are compared as they stand: normalise both before. A key that holds
    `wanted` as whole words counts as near, however long it is.
    """
    whole = [key for key in known if wanted and f" {wanted} " in f" {key} "]
    whole.sort(key=lambda key: (len(key), key))
    found = [*whole[:count], *_close(wanted, known, count)]
    return list(dict.fromkeys(known[key] for key in found))[:count]


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest, with a space before it, or nothing."""
    return suggestion_sentence(nearest(wanted.casefold(), {one.casefold(): one for one in known}))


def suggestion_sentence(suggestions: Iterable[str]) -> str:
    """` Did you mean "A" or "B"?`, or nothing."""
    quoted = [f'"{one}"' for one in suggestions]
    if not quoted:
        return ""
    head = ", ".join(quoted[:-1])
    return f" Did you mean {f'{head} or ' if head else ''}{quoted[-1]}?"


def _close(wanted: str, known: Mapping[str, str], count: int) -> list[str]:
    """The close keys; with very many keys, rapidfuzz does what difflib would do too slowly."""
    if len(known) < _MANY:
        return difflib.get_close_matches(wanted, sorted(known), n=count, cutoff=0.6)
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - needed only for a name that is not known

    hits = process.extract(wanted, sorted(known), scorer=fuzz.ratio, limit=count, score_cutoff=60)
    return [key for key, _, _ in hits]
