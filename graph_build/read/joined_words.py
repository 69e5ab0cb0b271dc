"""Which single words of a text look like two: the rules of form and frequency, one word at a time.

Looks at words only, not at where they stand; `run_together` adds the place.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph_build.read.words import WordList, words_of

WORD = re.compile(r"[^\W\d_]+")
_BOUNDARY = re.compile(r"[^\W\d_A-Z](?=[A-Z])")
_ACRONYM_AND_WORD = re.compile(r"([A-Z]{2,6})([a-z]{4,})")
_MAX_LETTERS = 40
_ENGLISH_SHARE = 0.6
_FEW_WORDS = 30  # too few to tell the language by

_SAFE = words_of(  # function words that no compound begins or ends with
    """of the and from with that which would could should about because than when while what they
    their between against during since until without there these those been being were have
    has"""
)
_AFTER = _SAFE | words_of("for to by at was had who will are into after before through")
_BEFORE = _SAFE | words_of("this to for its was had into your our")
_SHORT = words_of("in on by at as is an it")  # doubtful: affixes and endings of names
_PAIRS = _AFTER | _BEFORE | _SHORT | words_of("a be not he his her they")
_OPENERS = words_of("the this that these those with from")
_AFTER_NAMES = words_of("of the and for from with that to by at in on was has were")
_PREPOSITIONS = words_of("of for from with to by at in on")
_BEFORE_NAMES = _AFTER_NAMES | words_of("a as is or but than when while near since until")
_TITLES = words_of(
    """minister president secretary general chairman chairwoman spokesman spokeswoman spokesperson
    ambassador governor senator representative colonel lieutenant captain commander sheikh king
    prince princess premier chancellor mayor judge justice professor director deputy adviser advisor
    envoy"""
)
_CALENDAR = words_of(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday"""
)
_NAME_PARTS = words_of(  # beginnings of one-word names with a capital inside, and of brands
    """mc mac de del della di du da la le los van vande vander von der den san fitz jo abu ben bin
    ibn al el ad as ash st sri com super inter anti pro pre non neo geo bio eco micro mini open my
    real net web sub trans un re mid watch tele cyber"""
)
_BRANDS = words_of(
    """youtube linkedin facebook buzzfeed wikileaks paypal mastercard fedex huffpost politifact
    whatsapp tiktok snapchat exxonmobil blackrock astrazeneca harpercollins foxnews blackberry
    crowdstrike fireeye surveymonkey realclearpolitics businessinsider jetblue airasia egyptair
    flydubai worldcom mcclatchy propublica bellingcat newsweek newsnation microstrategy spacex
    openai deepmind salesforce wordpress powerpoint telesur presstv skynews moveon freedomworks
    unitedhealth glaxosmithkline pricewaterhousecoopers lexisnexis opensecrets factcheck"""
)
_INFLECTED = (
    "ed",
    "ing",
    "ly",
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ies",
    "ous",
    "ence",
    "ance",
)


@dataclass(frozen=True, slots=True)
class Join:
    """Where a word falls into two, and what its surroundings must be for that reading."""

    cut: int
    strong: bool
    opens_sentence: bool = False
    before_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Census:
    """The words of one text with their counts, beside the words of English."""

    counts: Counter[str]
    words: WordList
    neighbours: frozenset[tuple[str, str]] = field(default=frozenset())
    is_english: bool = True

    @property
    def total(self) -> int:
        """The number of words of the text."""
        return self.counts.total()

    def is_word(self, word: str) -> bool:
        """Whether English knows the word, or the text itself uses it by itself elsewhere."""
        return self.words.knows(word) or self.counts[word] > 1

    def joins(self) -> dict[str, Join]:
        """The words of the text that look like two, each with the better reading."""
        if not self.is_english:
            return {}
        found = ((word, self._join_of(word)) for word in self.counts if len(word) > 3)
        return {word: join for word, join in found if join}

    def _join_of(self, word: str) -> Join | None:
        if len(word) > _MAX_LETTERS or self.counts[word] > 2:
            return None
        boundaries = _BOUNDARY.findall(word)
        if boundaries:
            return self._camel_join(word) if len(boundaries) == 1 else None
        if self.words.knows(word) or len(word) < 5:
            return None
        if word.islower():
            return self._small_letter_join(word)
        if word[1:].islower():
            return self._name_join(word)
        return self._acronym_join(word)

    def _camel_join(self, word: str) -> Join | None:
        """A capital inside: "inMay" surely, "MinisterKhan" by its title, "NorthKorea" perhaps."""
        match = _BOUNDARY.search(word)
        assert match is not None
        left, right = word[: match.end()], word[match.end() :]
        if left.lower() in _NAME_PARTS or word.lower() in _BRANDS or len(right) < 2:
            return None
        if left.islower():
            return self._small_then_capital(left, right)
        cut = len(left)
        if (left, right) in self.neighbours or self._is_title_or_date(left, right):
            return Join(cut, strong=True)
        if left.lower() in _BEFORE_NAMES and self.counts[right] > 1:
            return Join(cut, strong=True, opens_sentence=True)
        both = self.words.knows(left) and (self.words.knows(right) or self.counts[right] > 0)
        once = self.counts[word] == 1 and len(left) > 2 and len(right) > 2
        return Join(cut, strong=False) if both and once else None

    def _small_then_capital(self, left: str, right: str) -> Join | None:
        if left in _BEFORE_NAMES and len(left) > 1:
            return Join(len(left), strong=True)
        begins_name = self.is_word(right) or (len(right) > 3 and right[1:].islower())
        if len(left) > 2 and self.words.is_common(left) and begins_name:
            return Join(len(left), strong=True)
        return None

    def _is_title_or_date(self, left: str, right: str) -> bool:
        if right.lower() in _CALENDAR:
            return self.words.knows(left) and len(left) > 1
        return left.lower() in _TITLES and len(right) > 2 and right[1:].islower()

    def _small_letter_join(self, word: str) -> Join | None:
        readings = [reading for cut in range(1, len(word)) for reading in self._readings(word, cut)]
        if not readings:
            return None
        _, _, cut, strong = max(readings)
        return Join(cut, strong) if strong or self.counts[word] == 1 else None

    def _readings(self, word: str, cut: int) -> Iterator[tuple[bool, int, int, bool]]:
        """The readings of "leftright" as two words, the most trustworthy one the greatest."""
        left, right = word[:cut], word[cut:]
        weight = min(self.words.count_of(left), self.words.count_of(right))
        if self._is_sure_pair(left, right):
            yield True, weight, cut, True
        elif self._is_likely_pair(left, right):
            yield False, weight, cut, False

    def _is_sure_pair(self, left: str, right: str) -> bool:
        if left in _PAIRS and right in _PAIRS:
            return len(left) + len(right) > 4
        if right in _AFTER and len(left) > 2:
            return self.words.is_common(left) or self._is_used(left)
        return left in _BEFORE and len(right) > 3 and self.words.is_frequent(right)

    def _is_likely_pair(self, left: str, right: str) -> bool:
        if right in _SHORT:
            return len(left) > 3 and self.words.is_frequent(left)
        if left in _SHORT or left == "a":
            return len(right) > (4 if left == "a" else 3) and self.words.is_frequent(right)
        if len(left) < 4 or len(right) < 4 or not left.endswith(_INFLECTED):
            return False
        return self.words.is_frequent(left) and self.words.is_frequent(right)

    def _is_used(self, word: str) -> bool:
        return len(word) > 3 and self.counts[word] > 1

    def _name_join(self, word: str) -> Join | None:
        """A capital first: "Theplan" where a sentence begins, "Iraqto" where Iraq is spoken of."""
        for cut in range(3, len(word) - 1):
            left, right = word[:cut], word[cut:]
            if left.lower() in _OPENERS and len(right) > 4 and self.words.is_frequent(right):
                return Join(cut, strong=True, opens_sentence=True)
            if right in _AFTER_NAMES and self._is_name_here(left, right):
                return Join(cut, strong=True, before_phrase=right in _PREPOSITIONS)
        return None

    def _is_name_here(self, left: str, right: str) -> bool:
        needed = 2 if len(right) < 3 else 1
        return len(left) > 3 and left.lower() not in _CALENDAR and self.counts[left] >= needed

    def _acronym_join(self, word: str) -> Join | None:
        """Capitals and a word, like "UNforces", where the text speaks of the UN."""
        match = _ACRONYM_AND_WORD.fullmatch(word)
        if match and self.counts[match[1]] and self.words.is_frequent(match[2]):
            return Join(len(match[1]), strong=True)
        return None


def take_census(content: str, words: WordList) -> Census:
    """The census of a text. Reads it twice at most: once for counts, once for neighbours."""
    counts = Counter(WORD.findall(content))
    known = sum(count for word, count in counts.items() if words.knows(word))
    wanted = {
        (word[: match.end()], word[match.end() :])
        for word in counts
        if len(word) <= _MAX_LETTERS and (match := _BOUNDARY.search(word))
    }
    return Census(
        counts,
        words,
        _neighbours_among(content, wanted),
        is_english=counts.total() < _FEW_WORDS or known >= _ENGLISH_SHARE * counts.total(),
    )


def _neighbours_among(content: str, wanted: set[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Those of the wanted pairs that stand side by side somewhere, one space between them."""
    if not wanted:
        return frozenset()
    found = set()
    last, end = "", -2
    for match in WORD.finditer(content):
        pair = (last, match[0])
        if match.start() == end + 1 and content[end] == " " and pair in wanted:
            found.add(pair)
        last, end = match[0], match.end()
    return frozenset(found)
