"""Names in the text, found by the gazetteer's labels and by the tagger.

Which thing a name names is decided by link.
"""

from collections.abc import Iterator

from graph_build.annotate.language import Token, tag_names
from graph_build.annotate.parsed import Paragraph, ParsedReport, Range
from graph_build.model.annotation import Mention, MentionKind
from ontology.world import World, fold_label

_ARTICLES = frozenset({"the", "a", "an"})
_TAGGED = {"PERSON": MentionKind.PERSON, "ORG": MentionKind.ORGANIZATION}
_MAX_LABEL_WORDS = 9


class MentionFinder:
    """Finds the mentions of a report; built once, since it indexes the gazetteer's first words."""

    def __init__(self, world: World) -> None:
        self._world = world
        keys = (*world.by_label, *world.by_demonym)
        self._first_words = frozenset(key.split()[0] for key in keys if key)

    def mentions(self, parsed: ParsedReport) -> tuple[Mention, ...]:
        """The mentions in text order; the longest label wins, and labels win over tags."""
        found: list[Mention] = []
        for paragraph in parsed.paragraphs:
            found += self._in_paragraph(paragraph)
        return tuple(sorted(found))

    def _in_paragraph(self, paragraph: Paragraph) -> Iterator[Mention]:
        taken: set[int] = set()
        doc, at = paragraph.doc, 0
        while at < len(doc):
            matched = self._longest(paragraph, at)
            if matched is None:
                at += 1
                continue
            end, kind, candidates = matched
            taken.update(range(at, end))
            yield self._mention(paragraph, (at, end), kind, candidates)
            yield from self._countries_inside(paragraph, (at, end))
            at = end
        for entity in tag_names(doc).ents:
            span = _without_edges(paragraph, (entity.start, entity.end))
            if entity.label_ in _TAGGED and span and not taken.intersection(range(*span)):
                yield self._mention(paragraph, span, _TAGGED[entity.label_], ())

    def _countries_inside(self, paragraph: Paragraph, whole: Range) -> Iterator[Mention]:
        """The country that a longer name is made with: "US" in "US troops", not in "US-led"."""
        doc, (start, end) = paragraph.doc, whole
        for at in range(start, end):
            text = doc[at].text
            if end - start == 1 or text.islower() or doc[min(at + 1, end - 1)].text == "-":
                continue
            country = self._country(text)
            if country is not None:
                yield self._mention(paragraph, (at, at + 1), MentionKind.DEMONYM, (country,))

    def _country(self, text: str) -> str | None:
        named = next((e.iri for e in self._world.find(text) if e.kind == "Country"), None)
        return named or self._world.by_demonym.get(fold_label(text))

    def _mention(
        self, paragraph: Paragraph, tokens: Range, kind: MentionKind, candidates: tuple[str, ...]
    ) -> Mention:
        surface = paragraph.doc[tokens[0] : tokens[1]].text
        return Mention(paragraph.raw(*tokens), kind, " ".join(surface.split()), candidates)

    def _longest(
        self, paragraph: Paragraph, at: int
    ) -> tuple[int, MentionKind, tuple[str, ...]] | None:
        doc = paragraph.doc
        if doc[at].is_space or doc[at].is_punct or _begins_inside_a_word(paragraph, at):
            return None
        if doc[at].lower_ == "the":
            return self._with_article(paragraph, at)
        folded = fold_label(doc[at].text).split()
        if not folded or folded[0] not in self._first_words:
            return None
        return self._longest_from(paragraph, at)

    def _with_article(
        self, paragraph: Paragraph, at: int
    ) -> tuple[int, MentionKind, tuple[str, ...]] | None:
        """A name that needs its article ("The Hill"), where none begins after it."""
        following = at + 1
        if not paragraph.doc[at].text.istitle() or following >= len(paragraph.doc):
            return None
        if self._longest(paragraph, following) is not None:
            return None
        return self._longest_from(paragraph, at)

    def _longest_from(
        self, paragraph: Paragraph, at: int
    ) -> tuple[int, MentionKind, tuple[str, ...]] | None:
        doc = paragraph.doc
        for end in range(min(len(doc), at + _MAX_LABEL_WORDS), at, -1):
            if _ends_inside_a_word(paragraph, end):
                continue
            text = doc[at:end].text
            if not any(c.isupper() for c in text):
                continue
            found = self._world.find(text)
            if found:
                return end, MentionKind.NAMED, tuple(e.iri for e in found)
            people = self._world.by_demonym.get(fold_label(text))
            if people is not None:
                return end, MentionKind.DEMONYM, (people,)
        return None


def _begins_inside_a_word(paragraph: Paragraph, at: int) -> bool:
    """Whether the token is joined by a hyphen to a word before it ("anti-Iraq")."""
    doc = paragraph.doc
    return (
        at > 1
        and doc[at - 1].text == "-"
        and not doc[at - 1].whitespace_
        and (not doc[at - 2].whitespace_ and doc[at - 2].text.islower())
    )


def _ends_inside_a_word(paragraph: Paragraph, end: int) -> bool:
    """Whether the last token is a mark by itself ("U.S." is one token, a final stop is another)."""
    return bool(paragraph.doc[end - 1].is_punct and paragraph.doc[end - 1].text != ")")


def _without_edges(paragraph: Paragraph, span: Range) -> Range | None:
    doc, (start, end) = paragraph.doc, span
    while start < end and (_names_nothing(doc[start]) or doc[start].lower_ in _ARTICLES):
        start += 1
    while start < end and (_names_nothing(doc[end - 1]) or doc[end - 1].tag_ == "POS"):
        end -= 1
    return (start, end) if start < end else None


def _names_nothing(token: Token) -> bool:
    """Whether a token is a mark or a blank; hard blanks come as tokens of their own."""
    return not any(c.isalnum() for c in token.text)
