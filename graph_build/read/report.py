"""A file or a string -> a Report: text as held, zones, what the text says of its publication."""

import hashlib
from dataclasses import replace
from pathlib import Path

from graph_build.errors import UnreadableInputError
from graph_build.model.text import Issue, Publication, Report, Text, Zone, ZoneKind
from graph_build.read.decode import decode_bytes, replace_surrogates
from graph_build.read.inputs import check_input
from graph_build.read.meta import GIVEN, read_meta
from graph_build.read.publication import publication_in
from graph_build.read.run_together import Repair, find_run_together, part
from graph_build.read.zones import find_zones

MAX_CHARACTERS = 20_000_000
_MAX_BYTES = 4 * MAX_CHARACTERS
_SEPARATOR = "\x1f"


def read_report(path: Path) -> Report:
    """The report in a file, with what `NAME.meta.json` beside it says of its publication.

    Raises:
        UnreadableInputError: Nothing can be held: missing, of an unknown kind, not text, too large.
    """
    check_input(path)
    data = _read_bytes(path)
    content, issues = decode_bytes(data, file_name=path.name)
    publication, faults = read_meta(path)
    return report_from_text(
        content, file_name=path.name, publication=publication, issues=(*issues, *faults)
    )


def report_from_text(
    content: str,
    *,
    file_name: str,
    publication: Publication | None = None,
    issues: tuple[Issue, ...] = (),
) -> Report:
    """The report that a decoded text is, under the name it came by.

    An empty text gives a report without zones and an issue "empty"; words that run together are
    issues "run-together" (see `make_reading_text`).

    Args:
        content: The text as held; lone surrogates, which no file can hold, become U+FFFD.
        file_name: Base name of the file, or what stands for it; the last part of a path is taken.
        publication: What the user says of it; goes before what the text says.
        issues: What went wrong before; kept in front of what is found here.

    Raises:
        UnreadableInputError: The text has more than MAX_CHARACTERS characters.
    """
    _check_size(len(content), file_name)
    content, repaired = replace_surrogates(content)
    name = Path(file_name).name.encode("utf-8", "replace").decode("utf-8")
    text = Text(content, hashlib.sha256(content.encode("utf-8")).hexdigest())
    zones = find_zones(content)
    repairs = find_run_together(content)
    found = [*issues, *repaired, *(_repair_issue(repair) for repair in repairs)]
    if not zones:
        found.append(Issue("empty", f"{name} holds no words; nothing can be found in it"))
    return Report(
        id=mint_report_id(text.sha256, name, publication),
        text=text,
        file_name=name,
        title=_title_of(content, zones, repairs),
        zones=zones,
        publication=_complete(publication, publication_in(content, zones)),
        issues=tuple(found),
    )


def mint_report_id(text_sha256: str, file_name: str, publication: Publication | None = None) -> str:
    """The 20 hexadecimal digits that name a report.

    They are the start of the SHA-256 of three fields joined by U+001F, as UTF-8: the SHA-256 of
    the text (64 hexadecimal digits), the source name (the URL where the user gives one, else the
    base name of the file) and the publisher that the user gives, or nothing. What our rules read
    out of the text has no part in it, so that better rules never rename a report.

    >>> mint_report_id("0" * 64, "a.txt")
    '97f19db902a5cc178dcd'
    """
    url = publication.url if publication else None
    publisher = publication.publisher_name if publication else None
    key = _SEPARATOR.join((text_sha256, url or file_name, publisher or ""))
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:20]


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableInputError(f"{path} cannot be read: {error.strerror}") from error
    _check_size((len(data) + 3) // 4, path.name)
    return data


def _check_size(characters: int, name: str) -> None:
    if characters > MAX_CHARACTERS:
        raise UnreadableInputError(
            f"{name} is larger than the {MAX_CHARACTERS:,} characters that one report may have; "
            "split it into one file a report"
        )


def _repair_issue(repair: Repair) -> Issue:
    return Issue("run-together", f'"{repair.wording}" read as "{repair.parted}"', repair.span)


def _title_of(content: str, zones: tuple[Zone, ...], repairs: tuple[Repair, ...]) -> str | None:
    """The headline on one line, its run-together words parted."""
    zone = next((z for z in zones if z.kind is ZoneKind.HEADLINE), None)
    if zone is None:
        return None
    start = zone.span.start
    breaks = (at - start for r in repairs if zone.span.contains(r.span) for at in r.breaks)
    return " ".join(part(zone.span.cut(content), breaks).split())


def _complete(given: Publication | None, found: Publication) -> Publication:
    """What the user gives, its gaps filled from the text; the basis is that of the date."""
    if given is None:
        return found
    if given.published or not found.published:
        basis = given.basis or GIVEN
        return replace(
            given,
            publisher_name=given.publisher_name or found.publisher_name,
            basis=basis,
            publisher_span=None if given.publisher_name else found.publisher_span,
        )
    return replace(
        found,
        publisher_name=given.publisher_name or found.publisher_name,
        url=given.url,
        publisher_span=None if given.publisher_name else found.publisher_span,
    )
