"""Names of things: from a name as a person types it to the things in the graph that bear it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from queries.errors import UnknownNameError
from queries.lookup import is_iri, look_up, text_of
from queries.sparql_source import SparqlSource
from queries.suggest import nearest, suggestion_sentence
from queries.term_text import iri_text, literal_text

_LANGUAGES = (None, "en")
_APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2018\u2019"
_DROPPED = re.compile(f'[."\u200b-\u200f\u201a-\u201f{_APOSTROPHES}]')
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(the|an|a)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing in the graph and the name to show for it."""

    iri: str
    name: str


def name_key(name: str) -> str:
    """The name without what people write differently.

    Case, leading article, apostrophes, points, hyphens and diacritics do not count.

    >>> name_key("The Ain al-Ásad Base"), name_key("ain al asad base")
    ('ain al asad base', 'ain al asad base')
    """
    plain = name.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    words = _BETWEEN_WORDS.sub(" ", _DROPPED.sub("", plain)).strip()
    return _ARTICLE.sub("", words) or name.strip().casefold()


def find_things(source: SparqlSource, name: str) -> list[NamedThing]:
    """All things that bear the name, or the one whose IRI it is, sorted; never empty.

    Looks for the usual spellings of the name first, then through all labels, then for things that
    a report calls so.

    Raises:
        UnknownNameError: nothing in the graph bears the name; it carries the nearest names.
    """
    if is_iri(name):
        return _things(source, "known", "entity", [iri_text(name)]) or _fail(name, [])
    return (
        _things(source, "bearers", "spelling", list(_literals(spellings(name))))
        or _things_by_key(source, name)
        or _things(source, "mentioned", "wording", [literal_text(one) for one in spellings(name)])
        or _fail(name, _near_names(source, name))
    )


def spellings(name: str) -> list[str]:
    """The name as given and as it would stand elsewhere: other case, no article, other marks."""
    given = " ".join(name.split())
    bare = _ARTICLE.sub("", given)
    marks = [one for word in dict.fromkeys((given, bare)) for one in _other_marks(word)]
    cased = (
        (one, one[:1].upper() + one[1:], one.title(), one.upper(), one.lower()) for one in marks
    )
    return list(dict.fromkeys(spelling for group in cased for spelling in group))


def ambiguity_remark(name: str, things: Sequence[NamedThing]) -> str | None:
    """A sentence that says which things a name was taken for, where that is worth saying."""
    if len(things) > 1:
        listed = "; ".join(f"{thing.name} <{thing.iri}>" for thing in things)
        return f'"{name}" names {len(things)} things, and all are used: {listed}'
    if not is_iri(name) and name_key(things[0].name) != name_key(name):
        return f'"{name}" is taken as {things[0].name} <{things[0].iri}>'
    return None


def _other_marks(name: str) -> Iterator[str]:
    """The name with each kind of apostrophe, and with hyphens as spaces."""
    yield name
    for mark in "'\u2019":
        yield re.sub(f"[{_APOSTROPHES}]", mark, name)
    yield name.replace("-", " ")


def _literals(texts: Sequence[str]) -> Iterator[str]:
    return (literal_text(text, language=language) for text in texts for language in _LANGUAGES)


def _things(
    source: SparqlSource, lookup: str, parameter: str, terms: Sequence[str]
) -> list[NamedThing]:
    rows = look_up(source, lookup, {parameter: terms})
    return [
        NamedThing(text_of(row, "entity"), text_of(row, "name") or text_of(row, "entity"))
        for row in rows
        if row["entity"]
    ]


def _things_by_key(source: SparqlSource, name: str) -> list[NamedThing]:
    """The things of which a label is the same but for what people write differently."""
    wanted = name_key(name)
    rows = look_up(source, "labels")
    found = {text_of(row, "entity") for row in rows if name_key(text_of(row, "name")) == wanted}
    terms = [iri_text(iri) for iri in sorted(found)]
    return _things(source, "known", "entity", terms) if terms else []


def _near_names(source: SparqlSource, name: str) -> list[str]:
    """The names nearest to one that nothing bears; of several with one key the first."""
    labels = sorted((text_of(row, "name") for row in look_up(source, "labels")), reverse=True)
    return nearest(name_key(name), {name_key(label): label for label in labels})


def _fail(name: str, suggestions: Sequence[str]) -> list[NamedThing]:
    hint = suggestion_sentence(suggestions)
    message = f'Nothing in the graph is called "{name}".{hint} See: onrecord query entities'
    raise UnknownNameError(message, name=name, suggestions=suggestions)
