"""What a report says in its own voice: (parts of) sentences that nobody is named for."""

import re
from collections.abc import Iterator, Sequence

from graph_build.model.annotation import Annotations, Sentence
from graph_build.model.attribution import Attribution
from graph_build.model.text import Span, ZoneKind, merge_spans

_LEAST_WORDS = 5
_WORD = re.compile(r"\w+")
_EDGE = " \t\r\n,;:–—-.…\"'“”‘’()[]"


def own_voice_spans(text: str, annotations: Annotations) -> Iterator[tuple[Sentence, Span]]:
    """The stretches of headline and body outside all attributions, of at least five words.

    A whole sentence may be shorter where it states a fact of a known kind ("Talks began in May.").
    A sentence that is only partly attributed gives those of its remaining parts that hold a whole
    clause, cut free of the commas and marks that joined them; the rest only frames what is
    attributed ("told a news agency on Monday").
    """
    stating = [p.trigger for p in annotations.predications if p.attribute is not None]
    for sentence in annotations.sentences:
        if sentence.kind is ZoneKind.SUBHEADING:
            continue
        taken = merge_spans(
            span
            for a in annotations.attributions
            for span in _words_of(a)
            if span.overlaps(sentence.span)
        )
        if not taken:
            least = 2 if any(sentence.span.contains(s) for s in stating) else _LEAST_WORDS
            whole = _trimmed(text, sentence.span, final_stop=True)
            yield from _kept(sentence, whole, text, least)
            continue
        for start, end in _gaps(sentence.span, taken):
            part = _trimmed(text, Span(start, end), final_stop=False)
            if part is not None and any(part.contains(core) for core in annotations.clauses):
                yield from _kept(sentence, part, text)


def _words_of(attribution: Attribution) -> tuple[Span, ...]:
    return (
        *attribution.content, *attribution.source, *attribution.cue,
        *attribution.channel, *attribution.basis,
    )  # fmt: skip


def _kept(
    sentence: Sentence, span: Span | None, text: str, least: int = _LEAST_WORDS
) -> Iterator[tuple[Sentence, Span]]:
    if span is not None and len(_WORD.findall(span.cut(text))) >= least:
        yield sentence, span


def _gaps(whole: Span, taken: Sequence[Span]) -> Iterator[tuple[int, int]]:
    at = whole.start
    for span in taken:
        if span.start > at:
            yield at, min(span.start, whole.end)
        at = max(at, span.end)
    if at < whole.end:
        yield at, whole.end


def _trimmed(text: str, span: Span, *, final_stop: bool) -> Span | None:
    """The span without blanks at its edges; a part of a sentence also loses loose marks."""
    start, end = span.start, span.end
    edge = " \t\r\n" if final_stop else _EDGE
    while start < end and text[start] in edge:
        start += 1
    while start < end and text[end - 1] in edge:
        end -= 1
    return Span(start, end) if start < end else None
