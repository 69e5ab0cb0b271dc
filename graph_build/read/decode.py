"""Bytes -> characters, with everything that had to be guessed said aloud.

The order is fixed and needs no statistics, so that the same bytes give the same text everywhere:
marks of order, then UTF-8, then UTF-16 without a mark, then UTF-8 with damage, then Windows-1252.
"""

import codecs
import re

from graph_build.errors import UnreadableInputError
from graph_build.model.text import Issue, Span

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_OTHER_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_SINGLE_ISSUES = 20


def decode_bytes(data: bytes, *, file_name: str) -> tuple[str, tuple[Issue, ...]]:
    r"""The characters of a file, unchanged, and an issue for each thing that was guessed.

    A mark of order stays as the character U+FEFF; line ends stay as they are.

    >>> decode_bytes(b"one\r\ntwo", file_name="a.txt")
    ('one\r\ntwo', ())

    Raises:
        UnreadableInputError: The bytes are no text: an office document, a picture, a program.
    """
    _refuse_other_kinds(data, file_name)
    content, issues = _decode(data)
    _refuse_noise(content, file_name)
    return content, issues


def replace_surrogates(content: str) -> tuple[str, tuple[Issue, ...]]:
    """The text with each half character (a lone surrogate) replaced by U+FFFD, and the issues."""
    spots = [m.start() for m in _SURROGATE.finditer(content)]
    if not spots:
        return content, ()
    return _SURROGATE.sub(_REPLACEMENT, content), _spot_issues(spots, "half a character")


def _decode(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    for mark, marked, name in _MARKS:
        if data.startswith(mark):
            return _decode_wide(data, marked, name)
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data)
    codec = _wide_codec_of(data)
    if codec is None:
        return content, ()
    return _decode_wide(data, codec, "UTF-16", guessed=True)


def _decode_other(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    codec = _wide_codec_of(data)
    if codec is not None:
        return _decode_wide(data, codec, "UTF-16", guessed=True)
    damaged, spots = _decode_marking(data, "utf-8")
    if len(_MULTIBYTE.findall(data)) > len(spots):
        return damaged, _spot_issues(spots, "bytes that are not UTF-8")
    content, spots = _decode_marking(data, "cp1252")
    guess = Issue("encoding-guessed", "not UTF-8; read as Windows-1252; save as UTF-8 to be sure")
    return content, (guess, *_spot_issues(spots, "a byte that Windows-1252 does not define"))


def _decode_wide(
    data: bytes, codec: str, name: str, *, guessed: bool = False
) -> tuple[str, tuple[Issue, ...]]:
    try:
        content, spots = data.decode(codec), []
    except UnicodeDecodeError:
        content = data.decode(codec, "replace")
        spots = [m.start() for m in re.finditer(_REPLACEMENT, content)]
    issues = _spot_issues(spots, f"bytes that are not {name}")
    if guessed:
        text = f"no mark of order; read as {name}. Save it as UTF-8 to be sure"
        issues = (Issue("encoding-guessed", text), *issues)
    return content, issues


def _wide_codec_of(data: bytes) -> str | None:
    """UTF-16 without a mark: in English text every second byte is NUL."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4 or len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _decode_marking(data: bytes, codec: str) -> tuple[str, list[int]]:
    """The text with U+FFFD for each byte that cannot be decoded, and where those stand."""
    content = data.decode(codec, "surrogateescape")
    spots = [m.start() for m in _SURROGATE.finditer(content)]
    return (_SURROGATE.sub(_REPLACEMENT, content) if spots else content), spots


def _spot_issues(spots: list[int], what: str) -> tuple[Issue, ...]:
    shown = [
        Issue("undecodable-bytes", f"{what}; U+FFFD stands for it", Span(spot, spot + 1))
        for spot in spots[:_MAX_SINGLE_ISSUES]
    ]
    rest = len(spots) - len(shown)
    if rest:
        shown.append(Issue("undecodable-bytes", f"{what} in {rest} more places; U+FFFD there too"))
    return tuple(shown)


def _refuse_other_kinds(data: bytes, file_name: str) -> None:
    for mark, kind in _OTHER_KINDS:
        if data.startswith(mark):
            raise UnreadableInputError(
                f"{file_name} is {kind}, not text; save its text as UTF-8 .txt and build that"
            )


def _refuse_noise(content: str, file_name: str) -> None:
    """A tenth of control characters: a program's data, whatever the name says."""
    sample = content[:65536]
    if len(_CONTROL.findall(sample)) > 0.1 * len(sample) + 8:
        raise UnreadableInputError(
            f"{file_name} holds control characters, not text; save its text as UTF-8 .txt"
        )
