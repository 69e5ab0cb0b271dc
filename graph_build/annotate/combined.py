"""The trained extractor with the rules where the rules are surer.

The encoder reads everything. The rules, which need a parse, read only the paragraphs where it may
need them: the headline, those in which it is unsure or names no source, those with words by which
one party speaks through another ("according to", "citing", "quoted"), and those in which somebody
says "I" without quotation marks.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph_build.annotate.annotator import Extractor
from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.annotate.rules import RuleExtractor
from graph_build.annotate.rules.extractor import is_first_person
from graph_build.model.attribution import Attribution, SpeechMode
from graph_build.model.text import ReadingText, Span, ZoneKind, dice

_RELAYING = re.compile(r"\b(?:according to|citing|cited|quoted|quotes|quoting)\b", re.IGNORECASE)
_MARK = re.compile('["“”«»]')
_SPEAKS = re.compile(r"\bI\b")
_NO_ANSWER = re.compile(
    r"\b(?:did|does|do|has|have|had)(?: not|n[’']t)\b.{0,20}\b(?:respond|repl|return)",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"\b(?:is|was|be|been|being|seem(?:s|ed)|appear(?:s|ed)|turn(?:s|ed) out|emerge[sd]"
    r"|follow(?:s|ed))\b|[’']s\b",
    re.IGNORECASE,
)
_UNSURE = 0.5
_SURE_RULE = 0.8
_SAME = 0.5


@dataclass(frozen=True)
class CombinedExtractor:
    """What the trained extractor finds, corrected and completed by the rules."""

    trained: Extractor
    rules: RuleExtractor

    @property
    def name(self) -> str:
        """Both names."""
        return f"{self.trained.name} + {self.rules.name}"

    def attributions(self, parsed: ParsedReport) -> tuple[Attribution, ...]:
        """Everything that the report says somebody said, in text order."""
        found = self.trained.attributions(parsed)
        merged: list[Attribution] = []
        at = 0
        for paragraph in parsed.paragraphs_of(ZoneKind.HEADLINE, ZoneKind.BODY):
            extent, first = whole(paragraph), at
            while at < len(found) and found[at].content[0].start < extent.end:
                at += 1
            inside = [
                _in_first_person(_without_dummy(a, parsed.reading), parsed.reading)
                for a in found[first:at]
                if _is_credible(a, parsed.reading)
            ]
            from_afar = [a for a in inside if _has_far_source(a, extent)]
            parse = bool(from_afar) or needs_rules(paragraph, inside)
            ruled = self.rules.in_paragraph(paragraph) if parse else ()
            inside = [_with_near_source(a, ruled) if a in from_afar else a for a in inside]
            merged += merge(paragraph.kind, inside, ruled)
        return tuple(sorted(merged, key=lambda a: (a.content, a.source, a.cue)))


def _is_credible(found: Attribution, reading: ReadingText) -> bool:
    """Whether the find has a source or is fairly sure, and tells more than that none answered."""
    if not found.source and found.confidence < _UNSURE:
        return False
    return not _NO_ANSWER.search(_words(found.cue, reading))


def _has_far_source(found: Attribution, extent: Span) -> bool:
    """Whether the find has a cue and takes its source from another paragraph."""
    return bool(found.cue and found.source) and not extent.contains(found.source[0])


def _with_near_source(found: Attribution, ruled: Iterable[Attribution]) -> Attribution:
    """The find with the source that the grammar of its own sentence gives to its cue."""
    for rule in ruled:
        if rule.source and _touch(found.cue, rule.cue) and _touch(found.content, rule.content):
            return replace(found, source=rule.source, method=f"{found.method}, {rule.method}")
    return found


def _words(spans: Iterable[Span], reading: ReadingText) -> str:
    return " ".join(reading.surface(span) for span in spans)


def _without_dummy(found: Attribution, reading: ReadingText) -> Attribution:
    """The find without a source that is only the "it" of "it is noted that"."""
    if _words(found.source, reading).lower() != "it" or not _LINKING.search(
        _words(found.cue, reading)
    ):
        return found
    clause = reading.surface(found.content[0]).lower().startswith("that ")
    return replace(found, source=()) if clause else found


def _in_first_person(found: Attribution, reading: ReadingText) -> Attribution:
    """Direct speech where words without marks say "I" or "we" before the one who says them."""
    if found.mode is not SpeechMode.INDIRECT or not found.source:
        return found
    before = found.content[-1].end <= found.source[0].start
    words = (w.strip(",.;:()") for s in found.content for w in reading.surface(s).split())
    speaks = before and any(is_first_person(word) for word in words)
    return replace(found, mode=SpeechMode.DIRECT) if speaks else found


def whole(paragraph: Paragraph) -> Span:
    """The paragraph as a span of the text as held."""
    return paragraph.raw_chars(0, len(paragraph.text))


def needs_rules(paragraph: Paragraph, found: Sequence[Attribution]) -> bool:
    """Whether the rules should read the paragraph too."""
    if paragraph.kind is ZoneKind.HEADLINE or _RELAYING.search(paragraph.text):
        return True
    if _SPEAKS.search(paragraph.text) and not _MARK.search(paragraph.text):
        return True
    return any(a.confidence < _UNSURE or not a.source for a in found)


def merge(
    kind: ZoneKind, found: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """The finds of both for one paragraph.

    A headline form decides the headline. Elsewhere a sure rule gives its source to a find of the
    same words that has another or none, stands in where the encoder is silent, and takes away what
    only repeats its basis or its channel ("citing officials", "the paper quoted X").
    """
    if kind is ZoneKind.HEADLINE and ruled:
        return list(ruled)
    sure = [r for r in ruled if r.confidence >= _SURE_RULE]
    trimmed = [_without_basis(a, sure) for a in found]
    kept = [_corrected(a, sure) for a in trimmed if not _is_relay_of(a, sure)]
    return kept + [r for r in sure if not any(_touch(r.content, a.content) for a in kept)]


def _corrected(found: Attribution, sure: Iterable[Attribution]) -> Attribution:
    for rule in sure:
        if _is_unquoted_speech(rule) and rule.source == found.source:
            return replace(found, content=rule.content, mode=rule.mode)
        if dice(found.content, rule.content) < _SAME or not rule.source:
            continue
        if dice(found.source, rule.source) < _SAME and found.confidence < rule.confidence:
            return replace(
                found, source=rule.source, cue=rule.cue, method=f"{found.method}, {rule.method}"
            )
    return found


def _is_unquoted_speech(rule: Attribution) -> bool:
    """Whether the rule read all that stands before ", X said" as X's own words."""
    return rule.mode is SpeechMode.DIRECT and rule.method == "rules:clause-before"


def _without_basis(found: Attribution, sure: Iterable[Attribution]) -> Attribution:
    """The find without pieces that are the basis of the same cue's attribution."""
    for rule in sure:
        if _touch(found.cue, rule.cue):
            kept = tuple(s for s in found.content if not _touch((s,), rule.basis))
            return replace(found, content=kept) if kept else found
    return found


def _is_relay_of(found: Attribution, sure: Iterable[Attribution]) -> bool:
    """Whether the find only says again on whom, or through whom, a sure find of the rules rests."""
    for rule in sure:
        cites = any(b.contains(s) for b in rule.basis for s in found.content)
        quotes = any(c.contains(s) for c in rule.channel for s in found.source)
        if cites or (quotes and _touch(found.content, rule.source)):
            return True
    return False


def _touch(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in spans for b in others)
