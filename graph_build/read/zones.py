"""What each stretch of a text is for: headline, dateline, subheading, body or furniture.

The rules are those of the genre, applied in turns: what a line's form says, then the head of the
report, then what its end and its middle say by contrast with the paragraphs around. A line that no
rule claims is body. Costs grow with the length of the text and no faster.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from graph_build.model.text import Span, Zone, ZoneKind
from graph_build.read.datelines import dateline_prefix, is_byline, is_speaker_label
from graph_build.read.dates import is_stamp
from graph_build.read.furniture import furniture_reason, opens_teasers
from graph_build.read.headlines import TITLE_CASE, is_headline, is_same_headline
from graph_build.read.paragraphs import Paragraph, split_paragraphs
from graph_build.read.teasers import Vocabulary, is_reporting

_TEASER_WORDS = 25
_TEASER_LENGTH = 300
_HEADING_WORDS = 12
_PROSE_WORDS = 8
_QUESTION_WORDS = 10
_LABEL_REACH = 60
_LABEL_WORDS = 4
_DATELINE_REACH = 3

_HEADING_QUESTION = re.compile(r"(?:why|what|how|who|when|where|which)\b[^?]*\?\Z", re.IGNORECASE)
_TURN = re.compile(r"(?:[A-Z][\w.'’-]*\s?){1,4}:\s")

_Verdict = tuple[ZoneKind, str]


def find_zones(content: str) -> tuple[Zone, ...]:
    r"""The zones of a text, sorted and disjoint; every character that is not blank lies in one.

    A zone is a paragraph, or the dateline in front of the first one; no zone begins or ends with
    a blank. A text of blanks only has none.

    >>> [z.kind.value for z in find_zones("Ships leave port\n\nPARIS (AFP) - Two ships left.")]
    ['headline', 'dateline', 'body']
    """
    layout = _Layout(split_paragraphs(content))
    layout.judge()
    return tuple(layout.zones())


class _Layout:
    """The paragraphs of one text and what has been found of each so far."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.verdicts: list[_Verdict | None] = [None] * len(paragraphs)

    def judge(self) -> None:
        """Give every paragraph its kind and reason."""
        self._judge_forms()
        headline = self._judge_headline()
        self._judge_head_matter(headline)
        self._judge_repeated_lines()
        if self._uses_full_stops:
            self._judge_teaser_lists()
            self._judge_end()
            self._judge_middle()
        self._judge_rest()

    def zones(self) -> Iterator[Zone]:
        """The zones, the datelines inside paragraphs parted from them."""
        prefix_at, prefix = self._find_prefix()
        for i, (paragraph, verdict) in enumerate(zip(self.paragraphs, self.verdicts, strict=True)):
            assert verdict is not None
            start = paragraph.start
            if i == prefix_at and prefix:
                length, reason = prefix
                label = paragraph.text[:length].rstrip()
                yield Zone(Span(start, start + len(label)), ZoneKind.DATELINE, reason)
                start += length
            yield Zone(Span(start, paragraph.end), *verdict)

    def _open(self) -> Iterator[int]:
        return (i for i, verdict in enumerate(self.verdicts) if verdict is None)

    def _judge_forms(self) -> None:
        """Furniture by its form; stamps and bylines, which are short and have a form too."""
        first = True
        for i, paragraph in enumerate(self.paragraphs):
            if is_stamp(paragraph.text):
                self.verdicts[i] = ZoneKind.DATELINE, "line with nothing but a date or time"
            elif is_byline(paragraph):
                self.verdicts[i] = ZoneKind.DATELINE, "line that names the makers of the report"
            elif reason := furniture_reason(paragraph, may_be_headline=first):
                self.verdicts[i] = ZoneKind.FURNITURE, reason
            else:
                first = False

    def _judge_headline(self) -> int | None:
        """Find the headline, and labels of the page in front of it."""
        open_lines = list(islice(self._open(), 6))
        for at, i in enumerate(open_lines):
            if self.paragraphs[i].word_count > 3 or not self._is_label_before(open_lines[at + 1 :]):
                break
            self.verdicts[i] = ZoneKind.FURNITURE, "label in front of the headline"
        first = next(self._open(), None)
        if first is None or not is_headline(self.paragraphs[first], self._after(first)):
            return None
        self.verdicts[first] = ZoneKind.HEADLINE, "first line, set apart from sentences that follow"
        for i in self._open():
            if is_same_headline(self.paragraphs[i], self.paragraphs[first]):
                self.verdicts[i] = ZoneKind.FURNITURE, "headline printed again"
        return first

    def _after(self, i: int) -> list[Paragraph]:
        """The next paragraph, copies of this one and what is known already passed over."""
        line = self.paragraphs[i]
        nearby = self.paragraphs[i + 1 : i + 8]
        return [p for p in nearby if not is_same_headline(p, line) and not is_stamp(p.text)]

    def _is_label_before(self, following: list[int]) -> bool:
        """Whether a headline comes after a line that is too short to be one."""
        for i in following:
            paragraph = self.paragraphs[i]
            if paragraph.word_count > 3:
                return not paragraph.ends_sentence and is_headline(paragraph, self._after(i))
        return False

    def _judge_head_matter(self, headline: int | None) -> None:
        """Names and labels between the headline and the first paragraph; a second headline."""
        if headline is None:
            return
        for i in self._open():
            line = self.paragraphs[i]
            if line.ends_sentence or self._is_long(line) or self._is_plain(line):
                return
            if self._next_prose(i) is None:
                return
            if line.word_count <= _LABEL_WORDS and line.title_share == 1:
                self.verdicts[i] = ZoneKind.DATELINE, "name or label between headline and text"
            elif i <= headline + 3:
                self.verdicts[i] = ZoneKind.SUBHEADING, "second line of the headline"

    def _is_plain(self, line: Paragraph) -> bool:
        """Whether a line cannot be a heading: list item, lead-in, quotation, small letter first."""
        text = line.text
        return line.is_list_item or text[-1] in ":,;" or text[0].islower() or text[0] in "“\"'‘"

    def _judge_repeated_lines(self) -> None:
        short = [i for i in self._open() if len(self.paragraphs[i].text) <= 60]
        counts = Counter(self.paragraphs[i].key for i in short)
        for i in short:
            line = self.paragraphs[i]
            if counts[line.key] > 1 and not line.ends_sentence and not self._is_plain(line):
                self.verdicts[i] = ZoneKind.FURNITURE, "short line printed more than once"

    @cached_property
    def _uses_full_stops(self) -> bool:
        """Whether this text closes its paragraphs, so that a line left open says something."""
        prose = [self.paragraphs[i] for i in self._open()]
        prose = [p for p in prose if p.word_count >= _PROSE_WORDS]
        return sum(p.ends_sentence for p in prose) > 0.5 * len(prose)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.paragraphs)

    @cached_property
    def _last_prose(self) -> int:
        """The last paragraph that closes its sentences; -1 where there is none."""
        return max((i for i in self._open() if self.paragraphs[i].ends_sentence), default=-1)

    def _next_prose(self, i: int) -> int | None:
        return next(
            (
                j
                for j in range(i + 1, min(i + 8, len(self.paragraphs)))
                if self.verdicts[j] is None and self.paragraphs[j].ends_sentence
            ),
            None,
        )

    def _judge_teaser_lists(self) -> None:
        """The lines under "Related stories" and the like, up to the next that closes a sentence."""
        under = False
        for i, paragraph in enumerate(self.paragraphs):
            if opens_teasers(paragraph):
                under = True
            elif self.verdicts[i] is None:
                under = under and not paragraph.ends_sentence and not self._is_long(paragraph)
                if under:
                    self.verdicts[i] = ZoneKind.FURNITURE, "line under a heading of teasers"

    def _is_long(self, paragraph: Paragraph) -> bool:
        return len(paragraph.text) > _TEASER_LENGTH or paragraph.word_count > _TEASER_WORDS

    def _judge_end(self) -> None:
        """Lines left open after the last sentence belong to the page, unless they are a list."""
        last = self._last_prose
        if last < 0:
            return
        for i in range(last + 1, len(self.paragraphs)):
            line = self.paragraphs[i]
            if self.verdicts[i] is not None:
                continue
            if self._is_long(line) or self._is_plain(line) or is_reporting(line.text):
                return
            self.verdicts[i] = ZoneKind.FURNITURE, "line after the last sentence of the report"

    def _judge_middle(self) -> None:
        """Short lines between paragraphs: headings of sections, or teasers of other stories."""
        for run in self._runs_of_open_lines():
            before = self.paragraphs[run[0] - 1] if run[0] else None
            if len(run) > 2 or (before is not None and before.text.endswith(":")):
                continue
            for i in run:
                self.verdicts[i] = self._verdict_on_middle(self.paragraphs[i])

    def _runs_of_open_lines(self) -> Iterator[list[int]]:
        run: list[int] = []
        for i in range(self._last_prose):
            if self.verdicts[i] is None and self._looks_like_heading(self.paragraphs[i]):
                run.append(i)
                continue
            if run:
                yield run
            run = []
        if run:
            yield run

    def _looks_like_heading(self, line: Paragraph) -> bool:
        if self._is_long(line) or self._is_plain(line) or is_reporting(line.text):
            return False
        if line.text.endswith("?"):
            return (
                line.word_count <= _QUESTION_WORDS
                and _HEADING_QUESTION.match(line.text) is not None
            )
        return not line.ends_sentence and not self._is_turn(line)

    def _is_turn(self, line: Paragraph) -> bool:
        """Whether a line is a turn in a transcript: its label stands before other lines too."""
        label = _TURN.match(line.text, 0, _LABEL_REACH)
        return label is not None and (label[0].isupper() or self._labels[label[0]] > 1)

    @cached_property
    def _labels(self) -> Counter[str]:
        found = (_TURN.match(p.text, 0, _LABEL_REACH) for p in self.paragraphs)
        return Counter(label[0] for label in found if label)

    def _verdict_on_middle(self, line: Paragraph) -> _Verdict | None:
        if line.text.endswith("?"):
            return ZoneKind.SUBHEADING, "question by itself above a paragraph"
        if self._vocabulary.speaks_of_another_story(line):
            return ZoneKind.FURNITURE, "headline of another story between paragraphs"
        if line.word_count <= _HEADING_WORDS or line.title_share >= TITLE_CASE:
            return ZoneKind.SUBHEADING, "short line without full stop above a paragraph"
        return None

    def _judge_rest(self) -> None:
        for i in list(self._open()):
            paragraph = self.paragraphs[i]
            if paragraph.is_list_item:
                reason = "item of a list"
            elif paragraph.ends_sentence:
                reason = "paragraph of sentences"
            else:
                reason = "nothing says that it is anything else"
            self.verdicts[i] = ZoneKind.BODY, reason

    def _find_prefix(self) -> tuple[int, tuple[int, str] | None]:
        """The first body paragraph that begins with a dateline, among the first few."""
        body = [i for i, v in enumerate(self.verdicts) if v and v[0] is ZoneKind.BODY]
        turns = sum(is_speaker_label(self.paragraphs[i]) for i in body)
        for i in body[:_DATELINE_REACH]:
            paragraph = self.paragraphs[i]
            prefix = dateline_prefix(paragraph)
            if prefix and prefix[0] < len(paragraph.text):
                if turns > 1 and is_speaker_label(paragraph):
                    return -1, None
                return i, prefix
        return -1, None
