"""Text of reports made harmless where it is shown: on a terminal, in JSON, a sheet, Markdown."""

from __future__ import annotations

import re

# C0 and C1 controls, and the marks that turn the direction of text or part its lines
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_CONTROL_BUT_LINES = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>()#|~!&$]")


def visible(text: str) -> str:
    r"""The text in one line, control characters written out.

    >>> visible("red\x1b[31m\n")
    'red\\x1b[31m\\n'
    """
    return _CONTROL.sub(_written_out, text)


def visible_lines(text: str) -> str:
    """The text with its lines and tabs, other control characters written out."""
    return _CONTROL_BUT_LINES.sub(_written_out, text)


def json_safe(json_text: str) -> str:
    """JSON in which control and direction characters stand as escapes; equal when read."""
    return _CONTROL_BUT_LINES.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def sheet_safe(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    Source: OWASP, CSV injection.
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def markdown_safe(text: str) -> str:
    """The text in one line, with a backslash before each character that Markdown reads."""
    return _MARKDOWN.sub(r"\\\g<0>", visible(text.replace("\n", " ")))


def _written_out(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
