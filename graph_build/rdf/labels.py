"""The strings that questions read: chains, names and offsets, each on one line."""

import re
from collections.abc import Iterable
from typing import Final

from graph_build.model.text import Span

_ARROW: Final = re.compile(r"(?<!\S)>(?!\S)")
_BAR: Final = re.compile(r"(?<!\S)\|(?!\S)")


class NamelessPartyError(ValueError):
    """A party or a thing has no name that could be shown."""


def clean_name(name: str) -> str:
    """The name on one line, without the marks that part names in a label.

    >>> clean_name("A > B  |  C")
    'A › B ¦ C'
    """
    cleaned = _BAR.sub("¦", _ARROW.sub("›", " ".join(name.split())))
    if not cleaned:
        raise NamelessPartyError(f"a name without characters: {name!r}")
    return cleaned


def chain_label(names: Iterable[str]) -> str:
    """The parties of a chain from the report outwards, as "A > B"; "" for no party."""
    return " > ".join(clean_name(name) for name in names)


def about_label(names: Iterable[str]) -> str:
    """Names sorted, each once, as "A | B"; "" for none."""
    return " | ".join(sorted({clean_name(name) for name in names}))


def offsets_label(spans: Iterable[Span]) -> str:
    """Spans in text order as "290-648 700-710"; "" for none."""
    return " ".join(f"{span.start}-{span.end}" for span in sorted(spans))
