"""The times of a report in text order, resolved as far as the report itself allows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph_build.annotate.parsed import Paragraph, ParsedReport
from graph_build.annotate.times.anchor import Anchor
from graph_build.annotate.times.forms import date_cores
from graph_build.annotate.times.grammar import Grammar
from graph_build.annotate.times.lengths import length_cores
from graph_build.annotate.times.meaning import Core, DateOf, Direction, Length, Tense
from graph_build.annotate.times.ranges import Range, pair_up
from graph_build.annotate.times.relations import Standing, standing_of
from graph_build.annotate.times.resolve import Circumstances, Resolved, Told, resolve
from graph_build.annotate.times.stamps import stamp_issues
from graph_build.annotate.times.triggers import windows_of
from graph_build.model.edtf import OPEN_END, is_edtf
from graph_build.model.text import Issue, Span
from graph_build.model.values import Resolution, TimePhrase, TimeRelation


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a report, and where they argue with its stamp."""

    phrases: tuple[TimePhrase, ...]
    issues: tuple[Issue, ...] = ()


def find_times(parsed: ParsedReport) -> Times:
    """All times of headline, subheadings and body; every guess is marked as one."""
    published = Anchor.of(parsed.report.publication.published)
    found = _all(parsed, published, doubtful=False)
    issues = stamp_issues(parsed.report, found)
    if issues:
        found = _all(parsed, published, doubtful=True)
    return Times(tuple(sorted(phrase for phrase, _ in found)), issues)


def _all(
    parsed: ParsedReport, published: Anchor | None, *, doubtful: bool
) -> list[tuple[TimePhrase, Tense]]:
    around = Circumstances(published=published, doubtful=doubtful)
    return [item for p in parsed.paragraphs for item in _Finder(p, around).phrases()]


def chosen(cores: Sequence[Core]) -> list[Core]:
    """Of cores that overlap the one that starts first, and of those the longest; sorted."""
    kept: list[Core] = []
    for core in sorted(cores, key=lambda c: (c.start, -c.end)):
        if not kept or core.start >= kept[-1].end:
            kept.append(core)
    return kept


@dataclass
class _Finder:
    """The times of one paragraph; remembers the date told last."""

    paragraph: Paragraph
    around: Circumstances
    told: tuple[int, Span, Told] | None = field(default=None)

    def phrases(self) -> Iterator[tuple[TimePhrase, Tense]]:
        """The times in text order, each with the tense of its verb."""
        text = self.paragraph.text
        windows = windows_of(text)
        cores = [*date_cores(text, windows), *length_cores(text, windows)] if windows else []
        if not cores:
            return
        grammar = Grammar(self.paragraph)
        real = chosen([core for core in cores if grammar.is_time(core)])
        for item in pair_up(text, real):
            if isinstance(item, Range):
                yield self._range(item, grammar)
            else:
                yield self._single(item, grammar)

    def _single(self, core: Core, grammar: Grammar) -> tuple[TimePhrase, Tense]:
        standing = standing_of(self.paragraph.text, core)
        if standing.relation is TimeRelation.FOR:
            core = _without_after(core, self.paragraph.text)
            standing = replace(standing, end=core.end)
        tense = Tense.PAST if standing.is_back else grammar.tense_at(core.start, core.end)
        if standing.is_from and standing.relation is TimeRelation.AT:
            standing = _read_from(standing, core, grammar)
        if standing.relation is TimeRelation.AT and not isinstance(core.meaning, Length):
            standing = _of_clause(standing, grammar.clause_mark_at(core.start))
        event = self._event(core, standing, grammar)
        ahead = _in_future(core, standing, tense)
        if ahead is not core:
            core, standing = ahead, replace(standing, relation=TimeRelation.AT)
        found = self._resolved(core, standing, tense, event is not None, grammar)
        phrase = self._phrase(core, standing, found)
        if event is not None:
            phrase = self._tied(phrase, core, event)
        elif found.anchor is not None and self.told and found.anchor == self.told[2].words:
            phrase = replace(phrase, anchor_span=self.told[1])
        self._remember(phrase, core, grammar)
        return phrase, tense

    def _resolved(
        self, core: Core, standing: Standing, tense: Tense, tied: bool, grammar: Grammar
    ) -> Resolved:
        text = self.paragraph.text
        told = None
        here = grammar.unit_at(core.start)
        if self.told is not None and here - self.told[0] <= 1 and not tied:
            told = self.told[2]
        around = replace(
            self.around,
            told=told,
            tense=tense,
            quoted=grammar.is_quoted(core.start),
            is_name=_is_event_name(core, text),
        )
        if isinstance(core.meaning, Length) and tied:
            return resolve(replace(core.meaning, direction=Direction.BARE), around)
        return resolve(core.meaning, around)

    def _phrase(self, core: Core, standing: Standing, found: Resolved) -> TimePhrase:
        raw = self.paragraph.raw_chars
        return TimePhrase(
            span=raw(core.start, core.end),
            whole=raw(standing.start, standing.end),
            relation=standing.relation,
            edtf=_as_stretch(found.edtf, standing.relation),
            length=found.length,
            resolution=found.resolution,
            approximate=found.approximate or core.approximate,
            anchor=found.anchor,
        )

    def _event(self, core: Core, standing: Standing, grammar: Grammar) -> tuple[int, int] | None:
        """The words of the event that a length is counted from: "a year after the vote"."""
        if not isinstance(core.meaning, Length):
            return None
        text, at = self.paragraph.text, core.end
        if core.meaning.direction in {Direction.EARLIER, Direction.LATER}:
            word = text[core.start : core.end].rsplit(maxsplit=1)[-1]
            if word.lower() not in {"before", "after"}:
                return None
            return grammar.complement_at(at - len(word), at)
        head = text[at : at + 12].lower().split()
        if core.meaning.direction is not Direction.BARE or not head or head[0] not in _COUNTING:
            return None
        start = text.lower().index(head[0], at)
        return grammar.complement_at(start, start + len(head[0]))

    def _tied(self, phrase: TimePhrase, core: Core, event: tuple[int, int]) -> TimePhrase:
        """The phrase with the event that it is counted from, which has no date yet."""
        words = " ".join(self.paragraph.text[core.end : event[1]].split())
        relation = phrase.relation
        last = self.paragraph.text[core.start : core.end].lower().rsplit(maxsplit=1)[-1]
        if last in {"before", "after"}:
            relation = TimeRelation.AFTER if last == "after" else TimeRelation.BEFORE
            words = f"{last} {words}"
        return replace(
            phrase,
            relation=relation,
            edtf=None,
            resolution=Resolution.OPEN,
            anchor=words,
            anchor_span=self.paragraph.raw_chars(*event),
        )

    def _range(self, item: Range, grammar: Grammar) -> tuple[TimePhrase, Tense]:
        tense = grammar.tense_at(item.first.start, item.first.end)
        around = replace(self.around, tense=tense)
        one, two = resolve(item.first.meaning, around), resolve(item.second.meaning, around)
        edtf = f"{one.edtf}/{two.edtf}"
        raw = self.paragraph.raw_chars
        known = is_edtf(edtf)
        ranks = list(Resolution)
        phrase = TimePhrase(
            span=raw(item.first.start, item.second.end),
            whole=raw(item.start, item.second.end),
            relation=TimeRelation.AT,
            edtf=edtf if known else None,
            resolution=max(one.resolution, two.resolution, key=ranks.index)
            if known
            else Resolution.OPEN,
            approximate=one.approximate or two.approximate,
            anchor=one.anchor or two.anchor,
        )
        return phrase, tense

    def _remember(self, phrase: TimePhrase, core: Core, grammar: Grammar) -> None:
        """A date that later ones may be counted from: "in 2011 ... three years later"."""
        anchor = Anchor.of(phrase.edtf.removesuffix("/..") if phrase.edtf else None)
        if anchor is not None and not isinstance(core.meaning, Length):
            words = self.paragraph.text[core.start : core.end]
            self.told = (grammar.unit_at(core.start), phrase.span, Told(anchor, words))


_LONGEST_CLAUSE = 120
_EVENT = re.compile(
    r",?\s+(?:terror\w*\s+)?(?:attacks?|terror\w*|hijack\w*|memorial|commission|victims|families)",
    re.IGNORECASE,
)
_COUNTING = frozenset({"after", "from", "following", "since", "before"})


def _read_from(standing: Standing, core: Core, grammar: Grammar) -> Standing:
    """The stretch that "from" starts after a verb ("banned from May"), not after a noun."""
    word = grammar.token_at(standing.start)
    after_noun = word.i > 0 and word.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"}
    starts = (
        word.head.pos_ in {"VERB", "AUX"}
        and not after_noun
        and not isinstance(core.meaning, Length)
    )
    return replace(standing, relation=TimeRelation.SINCE) if starts else standing


def _without_after(core: Core, text: str) -> Core:
    """The length alone: "for another year after the vote" lasts a year, the rest says from when."""
    last = text[core.start : core.end].rsplit(maxsplit=1)[-1]
    if not isinstance(core.meaning, Length) or last.lower() not in {"after", "before"}:
        return core
    end = core.start + len(text[core.start : core.end - len(last)].rstrip())
    return replace(core, end=end, meaning=replace(core.meaning, direction=Direction.BARE))


def _is_event_name(core: Core, text: str) -> bool:
    """Whether a day names an event ("the Sept. 11 attacks"), so that no year is guessed."""
    meaning = core.meaning
    is_day = isinstance(meaning, DateOf) and (meaning.month, meaning.day) == (9, 11)
    return is_day and _EVENT.match(text, core.end, core.end + 40) is not None


_OPENING = {
    "since": TimeRelation.SINCE,
    "after": TimeRelation.AFTER,
    "before": TimeRelation.BEFORE,
    "until": TimeRelation.UNTIL,
}


def _of_clause(standing: Standing, mark: tuple[str, int] | None) -> Standing:
    """The relation that a clause gives its date: "since the talks began in May" is since May."""
    if mark is None or mark[0] not in _OPENING or standing.start - mark[1] > _LONGEST_CLAUSE:
        return standing
    return replace(standing, relation=_OPENING[mark[0]], start=mark[1])


def _in_future(core: Core, standing: Standing, tense: Tense) -> Core:
    """The time counted from the telling: "in two years" where the verb looks ahead."""
    meaning = core.meaning
    ahead = standing.word.startswith("in") and tense is Tense.FUTURE
    if isinstance(meaning, Length) and meaning.direction is Direction.BARE and ahead:
        return replace(core, meaning=replace(meaning, direction=Direction.AHEAD))
    return core


def _as_stretch(edtf: str | None, relation: TimeRelation) -> str | None:
    """Since and until as stretches with one open end; other dates as they are."""
    if edtf is None or "XX-" in edtf or relation not in {TimeRelation.SINCE, TimeRelation.UNTIL}:
        return edtf
    first, _, last = (part.replace("X", "0") for part in edtf.partition("/"))
    last = last or edtf.replace("X", "9")
    open_one = f"{first}/{OPEN_END}" if relation is TimeRelation.SINCE else f"{OPEN_END}/{last}"
    return open_one if is_edtf(open_one) else edtf
