"""Every piece of evidence cut anew from its text, and every text against its hash."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Final

from graph_build.check.findings import Finding
from graph_build.check.things import Things, things_of
from graph_build.model.text import BadSpanError, Span
from graph_build.store import GraphStore, StoredReport
from ontology.terms import Properties

_PLACE: Final = re.compile(r"(?:span|mention|zone)/(\d+)-(\d+)$")
_OFFSETS: Final = re.compile(r"(\d+)-(\d+)")
_WORDS: Final = (
    (Properties.contentOffsets, Properties.words, "claim-words"),
    (Properties.factOffsets, Properties.factWords, "fact-words"),
)


def evidence_findings(store: GraphStore, report: StoredReport) -> tuple[list[Finding], int]:
    """The faults of one report's text and evidence, and how many spans were cut."""
    try:
        text = store.text_of(report.id)
    except (FileNotFoundError, UnicodeDecodeError):
        message = f"the text of {report.file_name} is gone or is not UTF-8"
        return [Finding("text-missing", report.iri, message)], 0
    things = things_of(store.quads(report.graph))
    findings = list(_text_faults(store, report, text, things))
    cut = 0
    for iri, thing in things.items():
        if Properties.exact in thing:
            cut += 1
            findings.extend(_span_faults(iri, thing, text))
        for offsets, words, code in _WORDS:
            if offsets in thing:
                findings.extend(
                    _words_faults(iri, thing[offsets], thing.get(words, []), text, code)
                )
    return findings, cut


def _text_faults(
    store: GraphStore, report: StoredReport, text: str, things: Things
) -> Iterator[Finding]:
    actual = hashlib.sha256(text.encode()).hexdigest()
    if actual != report.text_sha256:
        message = f"the text of {report.file_name} hashes to {actual}, not to {report.text_sha256}"
        yield Finding("text-changed", report.iri, message)
    for iri in things[report.iri].get(Properties.hasText, ()):
        if not iri.endswith(f"/{report.text_sha256}"):
            yield Finding("text-name", iri, f"the text is named otherwise: {report.text_sha256}")
        lengths = things_of(store.described(iri)).get(iri, {}).get(Properties.textLength, [])
        if lengths != [str(len(text))]:
            message = f"the length is given as {lengths}, and is {len(text)}"
            yield Finding("text-length", iri, message)


def _span_faults(iri: str, thing: Mapping[str, list[str]], text: str) -> Iterator[Finding]:
    starts, ends = thing.get(Properties.start, []), thing.get(Properties.end, [])
    exact = thing[Properties.exact]
    if not len(starts) == len(ends) == len(exact) == 1:
        yield Finding("span-unclear", iri, "not exactly one start, one end and one wording")
        return
    found = _cut(text, starts[0], ends[0])
    if found != exact[0]:
        message = f"[{starts[0]}, {ends[0]}) holds {_short(found)}, not {_short(exact[0])}"
        yield Finding("span-words", iri, message)
    place = _PLACE.search(iri)
    if place is not None and place.groups() != (starts[0], ends[0]):
        yield Finding("span-name", iri, f"the span is at [{starts[0]}, {ends[0]})")


def _words_faults(
    iri: str, offsets: list[str], words: list[str], text: str, code: str
) -> Iterator[Finding]:
    pieces = [_cut(text, start, end) for start, end in _OFFSETS.findall(offsets[0])]
    found = None if None in pieces else " ... ".join(piece or "" for piece in pieces)
    if len(offsets) != 1 or words != [found]:
        message = f"{' '.join(offsets)} hold {_short(found)}, not {_short(' / '.join(words))}"
        yield Finding(code, iri, message)


def _cut(text: str, start: str, end: str) -> str | None:
    try:
        return Span(int(start), int(end)).cut(text)
    except BadSpanError:
        return None


def _short(words: str | None) -> str:
    if words is None:
        return "nothing"
    return repr(words if len(words) <= 60 else f"{words[:57]}...")
