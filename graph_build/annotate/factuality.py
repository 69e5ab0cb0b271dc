"""Words that lower certainty, wherever they stand."""

from collections.abc import Iterator

from graph_build.annotate.language import Token
from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.annotation import Hedge


def find_hedges(parsed: ParsedReport, vocabulary: Vocabulary) -> tuple[Hedge, ...]:
    """The hedges of the lexicon, longest wording first, in text order."""
    found: list[Hedge] = []
    for paragraph in parsed.paragraphs:
        found += _hedges(paragraph, vocabulary)
    return tuple(sorted(found))


def _hedges(paragraph: Paragraph, vocabulary: Vocabulary) -> Iterator[Hedge]:
    doc, at = paragraph.doc, 0
    lower = [t.lower_ for t in doc]
    lemmas = [t.lemma_.lower() for t in doc]
    while at < len(doc):
        longest = max(vocabulary.hedge_reach(lower[at]), vocabulary.hedge_reach(lemmas[at]))
        for length in range(min(longest, len(doc) - at), 0, -1):
            hedge = vocabulary.hedge(" ".join(lower[at : at + length])) or vocabulary.hedge(
                " ".join(lemmas[at : at + length])
            )
            if hedge is not None and not _is_name(doc[at]):
                yield Hedge(paragraph.raw(at, at + length), hedge.certainty.lower())
                at += length - 1
                break
        at += 1


def _is_name(token: Token) -> bool:
    """Whether the word is part of a name or a month ("May")."""
    return bool(token.pos_ == "PROPN" or (token.text == "May" and token.pos_ != "AUX"))
