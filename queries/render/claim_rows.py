"""The claim rows of the question commands as typed, frozen values.

A row is the JSON row that `about`, `ask` and `claim` give. Only the picture reads it this way:
the row itself is kept beside the typed fields, so that a download gives back what came in.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_VIA = "via: "
_SURROGATE = re.compile("[\ud800-\udfff]")
_MINTED = re.compile(r"[0-9a-f]{12,64}")
_UNNAMED = "unnamed "


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One statement as a question command gives it."""

    claim: str
    report: str
    file: str
    speaker: str | None
    chain: tuple[str, ...]
    """From the report outwards: media, the speaker, those the speaker rests on."""
    mode: str
    certainty: str
    polarity: str
    said: str | None
    words: str
    spans: tuple[tuple[int, int], ...]
    """Half-open code-point offsets of the words in the text as held."""
    speaker_spans: tuple[tuple[int, int], ...]
    cue_spans: tuple[tuple[int, int], ...]
    inherited: bool
    about: tuple[str, ...]
    fit: str
    publisher: str | None
    published: str | None
    row: Mapping[str, object]
    """The row itself, fit to be written as UTF-8."""

    @property
    def via(self) -> tuple[str, str] | None:
        """The thing through which the row fits and the reason, or None when it fits by name."""
        if not self.fit.startswith(_VIA):
            return None
        return _part_reason(self.fit.removeprefix(_VIA))

    @property
    def media(self) -> tuple[str, ...]:
        """Those through whom the words came, outermost first; the whole chain without a speaker."""
        return self.chain[: self._speaker_place]

    @property
    def basis(self) -> tuple[str, ...]:
        """Those the speaker rests on."""
        return self.chain[self._speaker_place + 1 :]

    @property
    def _speaker_place(self) -> int:
        if self.speaker is not None and self.speaker in self.chain:
            return self.chain.index(self.speaker)
        return len(self.chain)


def read_rows(rows: Iterable[Mapping[str, object]]) -> tuple[ClaimRow, ...]:
    """Rows as typed values, in the order given, each claim once."""
    seen: dict[str, ClaimRow] = {}
    for row in rows:
        read = read_row(row)
        seen.setdefault(read.claim, read)
    return tuple(seen.values())


def read_row(row: Mapping[str, object]) -> ClaimRow:
    """One row as a typed value; a column that is missing counts as empty."""
    clean = {str(key): clean_value(value) for key, value in row.items()}
    return ClaimRow(
        claim=_text(clean, "claim"),
        report=_text(clean, "report"),
        file=_text(clean, "file"),
        speaker=_text(clean, "speaker") or None,
        chain=_names(clean, "chain"),
        mode=_text(clean, "mode"),
        certainty=_text(clean, "certainty"),
        polarity=_text(clean, "polarity"),
        said=_text(clean, "said") or None,
        words=_text(clean, "words"),
        spans=_offsets(clean, "spans"),
        speaker_spans=_offsets(clean, "speaker_spans"),
        cue_spans=_offsets(clean, "cue_spans"),
        inherited=clean.get("inherited") is True,
        about=_names(clean, "about"),
        fit=_text(clean, "fit") or "named",
        publisher=_text(clean, "publisher") or None,
        published=_text(clean, "published") or None,
        row=clean,
    )


def is_unnamed(name: str) -> bool:
    """True when a party is one that its report leaves unnamed, as its label says."""
    return name.casefold().startswith(_UNNAMED)


def short_id(kind: str, *parts: str) -> str:
    """An id for the picture: the minted end of an IRI where there is one, else a hash."""
    tail = parts[-1].rpartition("/")[2]
    if len(parts) == 1 and _MINTED.fullmatch(tail):
        return f"{kind}-{tail}"
    digest = hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()
    return f"{kind}-{digest[:16]}"


def clean_text(text: str) -> str:
    """The text with lone surrogates, which UTF-8 cannot hold, as replacement characters."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def clean_value(value: object) -> object:
    """A value of a row with every text in it fit for UTF-8."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list | tuple):
        return [clean_value(item) for item in value]
    if isinstance(value, Mapping):
        return {clean_text(str(key)): clean_value(item) for key, item in value.items()}
    return value


def _part_reason(text: str) -> tuple[str, str]:
    """A name and the reason in the last outer brackets behind it; either may hold brackets."""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += {")": 1, "(": -1}.get(text[at], 0)
        if depth == 0 and text[at - 1 : at + 1] == " (":
            return text[: at - 1], text[at + 1 : -1]
        if depth <= 0:
            break
    return text, ""


def _text(row: Mapping[str, object], column: str) -> str:
    value = row.get(column)
    return "" if value is None else str(value)


def _names(row: Mapping[str, object], column: str) -> tuple[str, ...]:
    value = row.get(column)
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _offsets(row: Mapping[str, object], column: str) -> tuple[tuple[int, int], ...]:
    value = row.get(column)
    if not isinstance(value, list):
        return ()
    return tuple((int(start), int(end)) for start, end in value)
