"""The rule extractor: quotation marks, reporting cues and the parse."""

from dataclasses import dataclass

from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.annotate.rules.according import according_to
from graph_build.annotate.rules.candidate import Candidate, tokens_of
from graph_build.annotate.rules.headline import headline_forms
from graph_build.annotate.rules.nouns import reporting_nouns
from graph_build.annotate.rules.reporting import reporting_verbs
from graph_build.annotate.rules.select import join_continued_quotations, select
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.model.attribution import Attribution, SpeechMode
from graph_build.model.text import ZoneKind

_FIRST_PERSON = {"i", "we", "my", "our", "us", "me", "mine", "ours", "i'm", "we're"}
_MOSTLY = 0.8


@dataclass(frozen=True)
class RuleExtractor:
    """Finds attributions by rules. `media` are case-folded names of agencies and outlets.

    Does not resolve who the sources are, and does not look over paragraph borders.
    """

    vocabulary: Vocabulary
    media: frozenset[str] = frozenset()
    name: str = "rules 1"

    def attributions(self, parsed: ParsedReport) -> tuple[Attribution, ...]:
        """Everything that the report says somebody said, in text order."""
        found: list[Attribution] = []
        for paragraph in parsed.paragraphs_of(ZoneKind.HEADLINE, ZoneKind.BODY):
            found += self.in_paragraph(paragraph)
        return tuple(sorted(found, key=lambda a: (a.content, a.source, a.cue)))

    def in_paragraph(self, paragraph: Paragraph) -> tuple[Attribution, ...]:
        """The attributions of one paragraph."""
        return tuple(_to_attribution(paragraph, c) for c in self._candidates(paragraph))

    def _candidates(self, paragraph: Paragraph) -> tuple[Candidate, ...]:
        if paragraph.kind is ZoneKind.HEADLINE:
            headline = tuple(headline_forms(paragraph, self.vocabulary, self.media))
            if headline:
                return headline
        proposed: list[Candidate] = []
        for unit in paragraph.units:
            proposed += reporting_verbs(paragraph, unit, self.vocabulary)
            proposed += according_to(paragraph, unit, self.vocabulary)
            proposed += reporting_nouns(paragraph, unit, self.vocabulary)
        return join_continued_quotations(paragraph, select(proposed))


def _to_attribution(paragraph: Paragraph, candidate: Candidate) -> Attribution:
    return Attribution(
        content=paragraph.raw_ranges(candidate.content),
        source=paragraph.raw_ranges(candidate.source),
        cue=paragraph.raw_ranges(candidate.cue),
        channel=paragraph.raw_ranges(candidate.channel),
        basis=paragraph.raw_ranges(candidate.basis),
        mode=speech_mode(paragraph, candidate),
        cue_lemma=candidate.lemma,
        method=candidate.rule,
        confidence=candidate.confidence,
    )


def speech_mode(paragraph: Paragraph, candidate: Candidate) -> SpeechMode:
    """Direct where four fifths of the words are quoted, or the speaker says "I" unquoted."""
    if paragraph.kind is ZoneKind.HEADLINE:
        return SpeechMode.HEADLINE
    words = [i for i in candidate.content_tokens if not paragraph.doc[i].is_punct]
    quoted = tokens_of(paragraph.quoted_ranges)
    share = sum(i in quoted for i in words) / max(1, len(words))
    if share >= _MOSTLY:
        return SpeechMode.DIRECT
    if share > 0:
        return SpeechMode.MIXED
    if candidate.rule == "rules:clause-before" and any(
        is_first_person(paragraph.doc[i].text) for i in words
    ):
        return SpeechMode.DIRECT
    return SpeechMode.INDIRECT


def is_first_person(word: str) -> bool:
    """Whether a word means the speaker; "US" and "ME" in capitals do not."""
    return word.lower() in _FIRST_PERSON and (word == "I" or not word.isupper())
