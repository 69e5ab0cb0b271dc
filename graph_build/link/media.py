"""News media as parties: by name ("Reuters") or by what they are ("the news agency")."""

from collections.abc import Sequence
from typing import Final

from graph_build.link.names import links_within
from graph_build.link.wording import Phrase
from graph_build.model.entity import MEDIA, Entity, EntityLink
from graph_build.model.text import ReadingText, Span
from ontology.lexicon import Lexicon, MediumNoun

_ARTICLES: Final = frozenset({"the", "this", "that", "its"})


class MediumReader:
    """Reads which medium some words of one report name."""

    def __init__(self, links: Sequence[EntityLink], reading: ReadingText, lexicon: Lexicon) -> None:
        self._links = links
        self._reading = reading
        self._nouns = {
            n.lemma: n
            for n in lexicon.medium_nouns
            if n.kind == "outlet" or (n.kind == "text" and n.journalistic)
        }

    def medium_of(self, spans: Sequence[Span], surface: str) -> Entity | None:
        """The medium that the words name, or point back to; None where they name none.

        "the outlet" and "the report" stand for the medium named last before them that is of such a
        kind, "a Western news agency" for the only one of the report.
        """
        named = [k.entity for k in links_within(self._links, spans) if k.entity.kind in MEDIA]
        if named:
            return named[0]
        phrase = Phrase(surface)
        noun = self._noun_of(phrase)
        if noun is None:
            return None
        if not phrase.is_lower:
            return self._unknown(spans, phrase, noun)
        media = [k for k in self._links if k.entity.kind in MEDIA and _fits(k.entity, noun)]
        before = [k.entity for k in media if k.mention.span.end <= spans[0].start]
        if before and phrase.first in _ARTICLES:
            return before[-1]
        only = list(dict.fromkeys(link.entity for link in media))
        is_told = phrase.first in _ARTICLES or phrase.is_indefinite
        return only[0] if len(only) == 1 and is_told else None

    def _unknown(self, spans: Sequence[Span], phrase: Phrase, noun: MediumNoun) -> Entity | None:
        """A medium by a name that the gazetteer does not know ("Harbour Weekly")."""
        words = phrase.core[1:] if phrase.first in _ARTICLES else phrase.core
        is_name = len(words) > 1 and all(w[0].isupper() for w in words if w)
        if noun.kind != "outlet" or not is_name:
            return None
        return Entity(" ".join(words), noun.only_for or "NewsOrganization", anchor=spans[0])

    def _noun_of(self, phrase: Phrase) -> MediumNoun | None:
        words = phrase.nominal
        for length in range(min(3, len(words)), 0, -1):
            text = " ".join((*words[len(words) - length : -1], words[-1]))
            one = " ".join((*words[len(words) - length : -1], phrase.noun))
            for form in (text, one):
                if form in self._nouns:
                    return self._nouns[form]
        return None

    def noun_spans(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans themselves where their words end in a noun for a medium ("... news agency")."""
        return tuple(s for s in spans if self._ends_in_noun(self._reading.surface(s)))

    def _ends_in_noun(self, surface: str) -> bool:
        words = [w.strip(".,'’\"”“").lower() for w in surface.split()]
        return any(" ".join(words[-n:]) in self._nouns for n in (1, 2, 3) if len(words) >= n)

    def behind(self, spans: Sequence[Span]) -> Entity | None:
        """The medium that the last words of a description name ("sources from a news agency")."""
        for span in self.noun_spans(spans):
            words = self._reading.surface(span).split()
            starts = [n for n, w in enumerate(words) if w.lower() in {"a", "an", "the"}]
            if starts:
                return self.medium_of((span,), " ".join(words[starts[-1] :]))
        return None


def _fits(entity: Entity, noun: MediumNoun) -> bool:
    return noun.only_for is None or entity.kind == noun.only_for
