"""Says of each retelling of a story what it has that its siblings lack or have otherwise.

Says nothing of who is right, nor which retelling came first: of two that differ and no third, each
is a mutation of the other.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph_build.compare.change import Change, Edit
from graph_build.compare.details import details_only_here
from graph_build.compare.edits import edits, span_of
from graph_build.compare.own_words import own_words
from graph_build.compare.passages import Passage
from graph_build.compare.retellings import Retold, retellings
from graph_build.compare.rewordings import rewordings
from graph_build.compare.roles import names_in_one_role, speakers_of_quotations
from graph_build.compare.spellings import names_by_report, spellings
from graph_build.compare.values import Sort
from graph_build.model.comparison import (
    ComparedReport,
    Comparison,
    Mutation,
    Verdict,
)
from graph_build.model.text import Span

RULE: Final = "retelling-1"
VERSION: Final = "0.1"

_LACKED: Final = {
    Change.HEDGE_DROPPED: Sort.HEDGE,
    Change.CONDITION_DROPPED: Sort.CONDITION,
    Change.NEGATION_DROPPED: Sort.NEGATION,
}


@dataclass(frozen=True, slots=True)
class _Finding:
    """An edit against one sibling, with the sentence there."""

    edit: Edit
    sibling: str
    passage: Passage


def mutations(
    reports: Sequence[ComparedReport], comparisons: Iterable[Comparison]
) -> tuple[Mutation, ...]:
    """Every mutation of every report that has siblings, sorted.

    What most retellings have is no mutation; where as many have the one as the other, both are.
    """
    comparisons = tuple(comparisons)
    told, passages = retellings(reports, comparisons)
    names = {report.report: report.file_name for report in reports}
    speakers = _by_report([*names_in_one_role(told), *speakers_of_quotations(reports, comparisons)])
    spelled = names_by_report(passages)
    found: list[Mutation] = []
    for retelling in told:
        own = [
            mutation
            for number, counterparts in sorted(retelling.counterparts.items())
            for mutation in _of_passage(retelling.passages[number], counterparts, names)
        ]
        for mutation in (
            *own_words(retelling, passages),
            *speakers.get(retelling.report.report, ()),
            *spellings(retelling, spelled),
        ):
            if not any(_tells_same(mutation, held) for held in own):
                own.append(mutation)
        own.extend(details_only_here(retelling, passages, own))
        found.extend(own)
    grounded = {m for m in found if m.claims or m.siblings}
    return tuple(sorted(_told_once(grounded)))


def _told_once(found: Collection[Mutation]) -> Iterator[Mutation]:
    """The mutations without those that only mirror one by which a sibling stands alone."""
    alone = {
        (claim, _family(mutation), mutation.here)
        for mutation in found
        if 1 < mutation.against == mutation.compared
        for claim in mutation.claims
    }
    for mutation in found:
        mirrored = any(
            (claim, _family(mutation), there) in alone
            for claim in mutation.siblings
            for there in mutation.there
        )
        if mutation.against > 1 or not mirrored:
            yield mutation


def _family(mutation: Mutation) -> str:
    return mutation.kind.partition("-")[0]


def _by_report(found: Iterable[Mutation]) -> Mapping[str, list[Mutation]]:
    by_report: dict[str, list[Mutation]] = defaultdict(list)
    for mutation in found:
        by_report[mutation.report].append(mutation)
    return by_report


def _tells_same(one: Mutation, other: Mutation) -> bool:
    """Whether two mutations tell the same of the same words, by whatever rule."""
    return one.span.overlaps(other.span) and _about(one) & _about(other) != set()


def _about(mutation: Mutation) -> set[str]:
    family = _family(mutation)
    return {"speaker", "name"} if family in {"speaker", "name"} else {family}


def _of_passage(
    passage: Passage, counterparts: Mapping[str, Retold], names: Mapping[str, str]
) -> Iterator[Mutation]:
    groups: dict[tuple[str, object], list[_Finding]] = defaultdict(list)
    for sibling, retold in sorted(counterparts.items()):
        for edit in _edits(passage, retold):
            groups[_key(edit, passage)].append(_Finding(edit, sibling, retold.passage))
    for findings in groups.values():
        against = {finding.sibling for finding in findings}
        agreeing = {
            sibling
            for sibling, retold in counterparts.items()
            if sibling not in against and _agrees(retold, findings[0].edit, passage)
        }
        values = Counter(finding.edit.there for finding in findings)
        if max(values.values()) > len(agreeing):
            yield _mutation(passage, findings, len(agreeing) + len(against), names)


def _edits(passage: Passage, retold: Retold) -> Sequence[Edit]:
    if retold.is_nearly_equal:
        return edits(passage, retold.passage, retold.alignment)
    return rewordings(passage, retold.passage, retold.alignment, loose=retold.is_loose)


def _key(edit: Edit, passage: Passage) -> tuple[str, object]:
    """What makes edits against several siblings one: the same words here, or the same lacking.

    Of a quotation, however much of it a sibling has without marks.
    """
    start, end = edit.place
    if start >= end:
        return edit.family, compared_words_of(edit.there or "")
    if edit.change is Change.MARKS_ADDED:
        while start > 0 and passage.tokens[start - 1].quoted:
            start -= 1
        return edit.family, start
    return edit.family, edit.place


def compared_words_of(text: str) -> tuple[str, ...]:
    """The words of a value for comparing."""
    return tuple(text.casefold().split())


def _agrees(retold: Retold, edit: Edit, passage: Passage) -> bool:
    """Whether a sibling that gives no such edit has the same as we: not merely other words."""
    if retold.is_nearly_equal:
        return True
    start, end = edit.place
    if start >= end:
        sort = _LACKED.get(edit.change)
        return sort is not None and sort not in retold.passage.marked.sorts
    mine = passage.words[start:end]
    theirs = retold.passage.words
    return any(theirs[i : i + len(mine)] == mine for i in range(len(theirs)))


def _mutation(
    passage: Passage, findings: Sequence[_Finding], compared: int, names: Mapping[str, str]
) -> Mutation:
    edit = max((f.edit for f in findings), key=lambda e: (e.place[1] - e.place[0], e.place))
    there = tuple(sorted(set(_values_there(findings))))
    against = len({finding.sibling for finding in findings})
    span = span_of(passage, edit.place)
    return Mutation(
        report=passage.report,
        span=span,
        kind=edit.change.value,
        rule=RULE,
        reason=_reason(edit, [names[f.sibling] for f in findings], compared),
        version=VERSION,
        verdict=Verdict.RENDERED_DIFFERENTLY,
        here=edit.here,
        there=there,
        claims=claims_at(passage, span),
        siblings=tuple(sorted({c for f in findings for c in claims_at(f.passage, f.passage.span)})),
        compared=compared,
        against=against,
    )


def _values_there(findings: Iterable[_Finding]) -> Iterator[str]:
    """What each sibling has in place of ours: of several pieces the longest."""
    by_sibling: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.edit.there is not None:
            by_sibling[finding.sibling].append(finding.edit.there)
    yield from (max(values, key=lambda v: (len(v), v)) for values in by_sibling.values())


def claims_at(passage: Passage, span: Span) -> tuple[str, ...]:
    """The claims of a sentence on these words; all of the sentence where none lies on them."""
    on_words = [
        claim.claim
        for claim in passage.claims
        if any(span.overlaps(s) for s in (*claim.content, *claim.source))
    ]
    return tuple(on_words or (claim.claim for claim in passage.claims))


_SENTENCES: Final[Mapping[str, str]] = {
    "changed": "has {here} where {others} {there}",
    "added": "has {here}, which {others} not",
    "dropped": "lacks {there}, which {others}",
    "weakened": "says less of the speaker ({here}) than {others} ({there})",
    "strengthened": "says more of the speaker ({here}) than {others} ({there})",
    "unnamed": "names no speaker ({here}) where {others} one ({there})",
    "named": "names a speaker ({here}) where {others} none ({there})",
    "otherwise": "spells {here} what {others} {there}",
}


def _reason(edit: Edit, siblings: Sequence[str], compared: int) -> str:
    files = sorted(set(siblings))
    subject = " and ".join(files) if len(files) <= 2 else f"{len(files)} others"
    verb = "have" if len(files) > 1 else "has"
    form = _SENTENCES[edit.change.value.rpartition("-")[2]]
    others = f"{subject} {verb}"
    if edit.change is Change.NAME_SPELLED:
        others = f"{subject} {'spell' if len(files) > 1 else 'spells'}"
    elif "than {others}" in form:
        others = f"{subject} {'do' if len(files) > 1 else 'does'}"
    elif form.startswith("names"):
        others = f"{subject} {'name' if len(files) > 1 else 'names'}"
    elif form.startswith("has {here}, which"):
        others = f"{subject} {'do' if len(files) > 1 else 'does'}"
    text = form.format(here=_shown(edit.here), there=_shown(edit.there), others=others)
    count = f"{len(files)} of {compared} retellings compared"
    return f"This retelling {text} ({count} against it)."


def _shown(value: str | None) -> str:
    return "nothing" if value is None else value if "“" in value else f"“{value}”"
