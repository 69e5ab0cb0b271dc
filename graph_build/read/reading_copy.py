"""The copy that the language tools read: run-together words parted, the way back kept exactly.

Nothing else differs from the text as held: no character is changed or left out, so that spaces
put in are the whole difference. Furniture stays in place; later stages pass it over by zone.
"""

from graph_build.model.text import ReadingText, Report, Text
from graph_build.read.run_together import find_run_together


def make_reading_text(source: Report | Text | str) -> ReadingText:
    """The reading text of a report or a text, with the offset of every character in the text held.

    >>> reading = make_reading_text("After monthsof talks")
    >>> reading.content, reading.to_raw(6, 12), reading.to_raw(13, 15)
    ('After months of talks', Span(start=6, end=12), Span(start=12, end=14))
    """
    content = _content_of(source)
    pieces: list[str] = []
    raw_of: list[int] = []
    at = 0
    for repair in find_run_together(content):
        for cut in repair.breaks:
            pieces += [content[at:cut], " "]
            raw_of.extend(range(at, cut))
            raw_of.append(cut)
            at = cut
    pieces.append(content[at:])
    raw_of.extend(range(at, len(content) + 1))
    return ReadingText("".join(pieces), tuple(raw_of))


def _content_of(source: Report | Text | str) -> str:
    if isinstance(source, str):
        return source
    return source.text.content if isinstance(source, Report) else source.content
