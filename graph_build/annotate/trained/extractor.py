"""The trained extractor: report -> attributions. The same report gives the same answer always."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from graph_build.annotate.parsed import Paragraph, ParsedReport, in_parts
from graph_build.annotate.trained.bundle import Bundle, Decoder
from graph_build.annotate.trained.confidence import probability, signals
from graph_build.annotate.trained.cue_names import CueNames
from graph_build.annotate.trained.encoder import Readout
from graph_build.annotate.trained.encoding import Encoding, Line, Place, QuoteState, encode
from graph_build.annotate.trained.forms import FORM_CONFIDENCE, find_forms, with_forms
from graph_build.annotate.trained.linking import Draft, Linker
from graph_build.annotate.trained.marks import quotations, snap
from graph_build.annotate.trained.pieces import tidied
from graph_build.annotate.trained.spans import FoundSpan, Lattice
from graph_build.model.attribution import Attribution, SpeechMode
from graph_build.model.text import ReadingText, Span, ZoneKind, merge_spans

_DIRECT = 0.8
_MANY_PIECES = 10_000
_SHORTEST_MEAN = 2.2


@dataclass(frozen=True)
class TrainedExtractor:
    """Finds attributions with a trained encoder; needs no parse.

    Furniture, datelines and subheadings are not read. Without `names` no cue has a lemma. Gives no
    channel and no basis (see `ChainedExtractor`), and does not resolve who the sources are.
    `speakers`, case-folded names of media and nouns for people who speak, tell which headlines
    end with their source.
    """

    bundle: Bundle
    names: CueNames | None = None
    speakers: frozenset[str] = frozenset()

    @cached_property
    def name(self) -> str:
        """The model's name and version."""
        return self.bundle.decoder.name

    def attributions(self, parsed: ParsedReport) -> tuple[Attribution, ...]:
        """Everything that the report says somebody said, in text order."""
        paragraphs = parsed.paragraphs_of(ZoneKind.HEADLINE, ZoneKind.BODY)
        kept = [a for part in in_parts(paragraphs) for a in self._of_part(part, parsed.reading)]
        return tuple(sorted(kept, key=lambda a: (a.content, a.source, a.cue)))

    def _of_part(
        self, paragraphs: Iterable[Paragraph], reading: ReadingText
    ) -> Iterator[Attribution]:
        """What is said in one part of a report; no attribution runs over the end of one."""
        lines = [Line(p.start, p.text, p.kind is ZoneKind.HEADLINE) for p in paragraphs]
        encoding = encode(self.bundle.tokenizer, lines)
        if not len(encoding) or _is_no_language(encoding):
            return
        decoder = self.bundle.decoder
        readout = self.bundle.encoder.read(encoding)
        found = drafts(
            Lattice.of(encoding, readout, decoder.steps), readout, decoder, self.speakers
        )
        for draft, sure in rated(found, encoding, decoder):
            if sure >= decoder.threshold:
                yield self._attribution(reading, encoding, draft, sure)

    def _attribution(
        self, reading: ReadingText, encoding: Encoding, draft: Draft, sure: float
    ) -> Attribution:
        cue = _raw(reading, encoding, (draft.cue,) if draft.cue else ())
        words = " ".join(reading.surface(span) for span in cue)
        return Attribution(
            content=_raw(reading, encoding, draft.content),
            source=_raw(reading, encoding, (draft.source,) if draft.source else ()),
            cue=cue,
            mode=speech_mode(draft, encoding),
            cue_lemma=self.names.name(words) if self.names else None,
            method=f"trained:{draft.form or ('with-cue' if draft.cue else 'without-cue')}",
            confidence=round(sure, 4),
        )


def _is_no_language(encoding: Encoding) -> bool:
    """Whether a long stretch is rubbish or in another script: hardly a word is a known one.

    English has over four characters a piece, and no page of it fewer than three.
    """
    pieces = len(encoding)
    characters = int((encoding.ends - encoding.starts).sum())
    return pieces >= _MANY_PIECES and characters < _SHORTEST_MEAN * pieces


def drafts(
    lattice: Lattice, readout: Readout, decoder: Decoder, speakers: frozenset[str] = frozenset()
) -> list[Draft]:
    """All attributions that the numbers suggest, sure or not."""
    encoding = lattice.encoding
    spans = lattice.spans(decoder.ready)
    contents = snap(spans["content"], quotations(encoding))
    linker = Linker(encoding, readout, decoder, contents, spans["cue"], spans["source"])
    found = [tidied(draft, encoding) for draft in linker.drafts()]
    return with_forms(found, find_forms(encoding, speakers))


def rated(found: list[Draft], encoding: Encoding, decoder: Decoder) -> list[tuple[Draft, float]]:
    """Each draft with the probability that it is right."""
    return [
        (d, FORM_CONFIDENCE if d.form else probability(signals(d, encoding), decoder.confidence))
        for d in found
    ]


# Numbers of their own, since looking a member up costs more than comparing it.
_MARK = int(QuoteState.MARK)
_INSIDE = frozenset({int(QuoteState.DOUBLE), int(QuoteState.UNCLOSED)})


def speech_mode(draft: Draft, encoding: Encoding) -> SpeechMode:
    """Headline, else by the share of quoted words: four fifths are direct speech, some mixed."""
    first = draft.content[0].span[0]
    if encoding.features[first, 2] == Place.HEADLINE:
        return SpeechMode.HEADLINE
    words: dict[int, bool] = {}
    for found in draft.content:
        a, b = found.span
        for word, state in zip(
            encoding.words[a:b].tolist(), encoding.features[a:b, 0].tolist(), strict=True
        ):
            if state != _MARK:
                words[word] = state in _INSIDE
    share = sum(words.values()) / max(1, len(words))
    if share >= _DIRECT:
        return SpeechMode.DIRECT
    return SpeechMode.MIXED if share > 0 else SpeechMode.INDIRECT


def _raw(
    reading: ReadingText, encoding: Encoding, found: tuple[FoundSpan, ...]
) -> tuple[Span, ...]:
    """The spans of the text as held; a content that runs over lines is cut at their ends."""
    spans = []
    for one in found:
        start, end = one.span
        cuts = [i for i in range(start + 1, end) if encoding.lines[i] != encoding.lines[i - 1]]
        for a, b in pairwise([start, *cuts, end]):
            spans.append(reading.to_raw(int(encoding.starts[a]), int(encoding.ends[b - 1])))
    return merge_spans(spans)
