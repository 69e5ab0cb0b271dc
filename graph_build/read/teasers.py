"""Tells a line that heads a section from one that leads to another story.

Both are short and have no full stop. A heading names what the next paragraphs are about, in words
that the report uses; a teaser is the headline of a story of its own: somebody does something, in
words that the report does not use.
"""

import re
from collections import Counter
from collections.abc import Iterable

from graph_build.read.paragraphs import Paragraph
from graph_build.read.words import words_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STEM = 5
_NEW = 0.5
_TITLE_WORDS = 7
_FOREIGN_WORDS = 6  # so many, and all of them new, are no heading of a section
_REPORTING = words_of("said told added according stated")
_STOP = words_of(
    """about after again against also amid among and are been before being between both but could
    despite does down during each ever every first from had has have her here him his how into its
    just like made make many more most much near new not now off one only other our out over own per
    said same says she should since some still such than that the their them then there these they
    this those three through two under until upon very via was were what when where which while who
    whom whose why will with within without would year years you your"""
)
_MODALS = words_of(
    """is are was were has have had will would could may might must should can cannot won't can't
    isn't aren't doesn't don't"""
)
_VERBS = words_of(
    """accuses acquires admits adopts agrees allows announces appeals appears appoints approves
    arrests arrives asks assassinates awards bans becomes begins believes blames blasts blocks bombs
    breaks brings builds buys cancels captures carries celebrates chairs challenges chooses
    clinches closes collapses comes concludes condemns confirms considers continues convicts crashes
    creates criticises criticizes crosses cuts deals declares declines defeats defends delays
    delivers denies denounces deploys destroys detains dies discovers discusses dismisses downplays
    dies elects eliminates embraces emerges ends enters escapes establishes evacuates executes
    expands expects expels explains explodes exports extends faces fails falls finalises finalizes
    fires flees forces gains gets gives goes grants grows halts heads hails hits holds hopes hosts
    identifies ignores imposes improves increases injures inaugurates insists intends intercepts
    invades invests invites jails joins jumps keeps kicks kills launches leads leaves lifts loses
    makes meets moves mulls nears needs neutralises neutralizes offers opens opposes orders ousts
    overtakes passes pays plays pledges plunges postpones praises prepares pressures prevents
    proposes provides pulls pursues pushes puts quits raids raises reaches receives recovers
    recalls regains rejects releases remains removes renews replaces reports rescues resigns
    responds restores resumes retains retires returns reveals rises ruins rules runs sacks seeks
    sees seizes sells sends sets shuts signs slams slaps spends stands starts stays steals
    storms strikes strips submits succeeds sues suffers summons supports surges surpasses
    suspends takes targets tells tests threatens thwarts tops tries turns undergoes unveils urges
    uses vetoes visits votes vows wants warns weighs welcomes wins withdraws worries attacks plans
    talks calls claims demands protests shows fears fights moves backs aims attends
    """
)
_BARE_NOUN_FOLLOWERS = words_of("of on in for against at and with from by between amid")


class Vocabulary:
    """The stems that a report uses, for telling whether a line speaks of anything else."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._stems = Counter(s for p in paragraphs for s in _stems(p.text))

    def share_of_new(self, paragraph: Paragraph) -> float:
        """The share of a line's content words that stand nowhere else in the report; 0 to 1."""
        own = Counter(_stems(paragraph.text))
        if not own:
            return 0.0
        new = sum(count for stem, count in own.items() if self._stems[stem] <= count)
        return new / own.total()

    def speaks_of_another_story(self, paragraph: Paragraph) -> bool:
        """Whether a line reads like the headline of a story that this report does not tell."""
        new = self.share_of_new(paragraph)
        if new == 1 and paragraph.word_count >= _FOREIGN_WORDS:
            return True
        in_title_case = paragraph.title_share >= 0.8 and paragraph.word_count >= _TITLE_WORDS
        if not in_title_case and not is_clause(paragraph.text):
            return False
        return new >= _NEW


def is_clause(line: str) -> bool:
    """Whether a headline-like line says that somebody does something.

    >>> is_clause("France sends two frigates"), is_clause("The case for two frigates")
    (True, False)
    """
    words = _WORD.findall(line)
    for i, word in enumerate(words[:-1]):
        if i and word.lower() in _MODALS:
            return True
        if i and word.lower() in _VERBS and words[i + 1].lower() not in _BARE_NOUN_FOLLOWERS:
            return True
        if i and word.lower() in ("injured", "killed", "wounded", "arrested"):
            return True
    return False


def is_reporting(line: str) -> bool:
    """Whether a line says that somebody said something, as sentences do and headlines do not."""
    return not _REPORTING.isdisjoint(word.lower() for word in _WORD.findall(line))


def _stems(text: str) -> list[str]:
    return [
        word[:_STEM].lower()
        for word in _WORD.findall(text)
        if (len(word) > 3 or word.isupper()) and word.lower() not in _STOP
    ]
