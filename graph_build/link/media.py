"""News media as parties: by name ("Reuters") or by what they are ("the news agency")."""

from collections.abc import Sequence

from graph_build.link.names import links_within
from graph_build.model.entity import Entity, EntityLink
from graph_build.model.text import ReadingText, Span
from ontology.lexicon import Lexicon

_MEDIA = {"NewsAgency", "NewsOrganization"}


class MediumReader:
    """Reads which medium some words of one report name."""

    def __init__(self, links: Sequence[EntityLink], reading: ReadingText, lexicon: Lexicon) -> None:
        self._links = links
        self._reading = reading
        self._nouns = frozenset(n.lemma for n in lexicon.medium_nouns if n.kind != "occasion")

    def medium_of(self, spans: Sequence[Span], surface: str) -> Entity | None:
        """The medium that the words name, or point back to; None where they name none.

        "the outlet", "a Western news agency", "the report" stand for the medium named last before
        them, or else for the only one that the report names at all.
        """
        named = [k.entity for k in links_within(self._links, spans) if k.entity.kind in _MEDIA]
        if named:
            return named[0]
        if not self._is_medium_noun(surface):
            return None
        media = [link for link in self._links if link.entity.kind in _MEDIA]
        before = [k.entity for k in media if k.mention.span.end <= spans[0].start]
        if before:
            return before[-1]
        distinct = list(dict.fromkeys(link.entity for link in media))
        return distinct[0] if len(distinct) == 1 else None

    def _is_medium_noun(self, surface: str) -> bool:
        words = [w.strip(".,'’\"”“").lower() for w in surface.split()]
        return bool(words) and any(
            words[-1].removesuffix("s") == n or " ".join(words).endswith(n) for n in self._nouns
        )

    def noun_spans(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans themselves where their words end in a noun for a medium ("... news agency")."""
        return tuple(s for s in spans if self._is_medium_noun(self._reading.surface(s)))
