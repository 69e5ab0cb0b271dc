"""The cores of finite clauses: subject, verb and the verb's complements."""

from collections.abc import Iterator

from graph_build.annotate.language import Token
from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.model.text import Span

_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_COMPLEMENTS = {"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "dative"}
_FINITE = {"VBD", "VBP", "VBZ", "MD"}


def find_clauses(parsed: ParsedReport) -> tuple[Span, ...]:
    """The cores in text order; a verb without a subject of its own has none."""
    return tuple(sorted(span for p in parsed.paragraphs for span in _cores(p)))


def _cores(paragraph: Paragraph) -> Iterator[Span]:
    for verb in paragraph.doc:
        if verb.pos_ not in {"VERB", "AUX"} or not _is_finite(verb):
            continue
        subjects = [t for t in verb.children if t.dep_ in _SUBJECTS]
        if not subjects:
            continue
        parts = [verb, *subjects, *(t for t in verb.children if t.dep_ in _COMPLEMENTS)]
        first = min(t.left_edge.i for t in parts[1:])
        last = max([verb.i, *(t.right_edge.i for t in parts[1:])])
        yield paragraph.raw(min(first, verb.i), last + 1)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(
        t.tag_ in _FINITE for t in verb.children if t.dep_ in {"aux", "auxpass"}
    )
