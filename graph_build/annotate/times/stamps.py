"""Dates that a report tells as past and that lie after the day of its publication."""

from collections.abc import Sequence

from graph_build.annotate.times.meaning import Tense
from graph_build.model.edtf import moments
from graph_build.model.text import Issue, Report
from graph_build.model.values import Resolution, TimePhrase, TimeRelation

DATE_AFTER_STAMP = "date-after-stamp"
_PAST_KINDS = {TimeRelation.AT, TimeRelation.SINCE, TimeRelation.AFTER}


def stamp_issues(report: Report, found: Sequence[tuple[TimePhrase, Tense]]) -> tuple[Issue, ...]:
    """One issue for each full date after the stamp of which the report speaks in the past tense."""
    stamp = report.publication.published
    last = moments(stamp)[1] if stamp else None
    if last is None:
        return ()
    issues = []
    for phrase, tense in found:
        told = phrase.resolution is Resolution.GIVEN and phrase.relation in _PAST_KINDS
        first = moments(phrase.edtf)[0] if phrase.edtf and told and tense is Tense.PAST else None
        if first is not None and first > last:
            message = f"told as past, but after the publication date {stamp}"
            issues.append(Issue(DATE_AFTER_STAMP, message, phrase.span))
    return tuple(issues)
