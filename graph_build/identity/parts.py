"""Names taken apart: titles, legal forms and small words aside, the words that tell who is who."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from graph_build.identity.words import joined_initials, plain, script, without_digits
from ontology.names import NameKnowledge

_POSSESSIVE: Final = re.compile(r"['’]s\b", re.IGNORECASE)
_ROMAN: Final = re.compile(r"(?=[ivxl])x{0,3}(?:ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name: `words` without small words, `letters` with them as one."""

    raw: str
    words: tuple[str, ...]
    letters: str
    script: str
    gender: str = ""
    generation: str = ""
    surname_first: bool = False
    child_of: bool = False

    @property
    def whole(self) -> str:
        """The words as one."""
        return "".join(self.words)


@dataclass(frozen=True, slots=True)
class BodyName:
    """The parts of a body's name; `letters` are its words with link words, put together."""

    raw: str
    words: tuple[str, ...]
    letters: str
    forms: tuple[str, ...]
    script: str

    @property
    def whole(self) -> str:
        """The words as one."""
        return "".join(self.words)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The words that count or date, sorted."""
        return tuple(sorted(w for w in self.words if any(c.isdigit() for c in w) or _is_roman(w)))


def _is_roman(word: str) -> bool:
    return _ROMAN.fullmatch(word) is not None


class NameParser:
    """Takes names apart with what is generally known of names."""

    def __init__(self, knowledge: NameKnowledge) -> None:
        self._titles = {plain(form): gender for form, gender in knowledge.titles.items()}
        self._marks = {plain(form): mark for form, mark in knowledge.generation_marks.items()}
        self._particles = {plain(form): kind for form, kind in knowledge.particles.items()}
        self._forms = _phrases(knowledge.legal_forms)
        self._links = frozenset(plain(word) for word in knowledge.link_words)
        self._numbers = {plain(word): value for word, value in knowledge.numbers.items()}
        self._longest_form = max((len(f.split()) for f in self._forms), default=1)
        self._longest_title = max((len(t.split()) for t in self._titles), default=1)

    def person(self, name: str) -> PersonName:
        """The parts of a person's name."""
        surname, comma, given = name.partition(",")
        words = [without_digits(w) for w in plain(f"{given} {surname}" if comma else name).split()]
        words, gender = self._without_titles(words)
        marks = [self._marks[w] for w in words[1:] if w in self._marks]
        words = words[:1] + [w for w in words[1:] if w not in self._marks]
        heavy, small = self._parted(words)
        return PersonName(
            raw=name,
            words=tuple(heavy),
            letters="".join(words),
            script=script(name),
            gender=gender,
            generation=marks[0] if marks else "",
            surname_first=bool(comma),
            child_of=any(self._particles[w] == "parent" for w in small),
        )

    def body(self, name: str) -> BodyName:
        """The parts of a body's name."""
        text = joined_initials(_POSSESSIVE.sub("s", name).replace("&", " and "))
        words = plain(text).split()
        core, forms = self._without_forms(words)
        counted = self._with_figures(core)
        heavy = [w for w in counted if w not in self._links]
        return BodyName(name, tuple(heavy or counted), "".join(counted), tuple(forms), script(name))

    def _without_titles(self, words: list[str]) -> tuple[list[str], str]:
        gender = ""
        kept = list(words)
        while len(kept) > 1:
            size = self._title_at_start(kept)
            if not size:
                break
            gender = gender or self._titles[" ".join(kept[:size])]
            kept = kept[size:]
        while len(kept) > 2 and kept[-1] in self._titles:
            kept = kept[:-1]
        return kept, gender

    def _title_at_start(self, words: list[str]) -> int:
        for size in range(min(self._longest_title, len(words) - 1), 0, -1):
            if " ".join(words[:size]) in self._titles:
                return size
        return 0

    def _parted(self, words: list[str]) -> tuple[list[str], list[str]]:
        """Words that tell people apart, and small ones: articles anywhere, others inside."""
        last = len(words) - 1
        small = [
            w in self._particles and at < last and (at > 0 or self._particles[w] == "article")
            for at, w in enumerate(words)
        ]
        heavy = [w for w, is_small in zip(words, small, strict=True) if not is_small]
        return heavy, [w for w, is_small in zip(words, small, strict=True) if is_small]

    def _without_forms(self, words: list[str]) -> tuple[list[str], list[str]]:
        """Legal forms stand at the edges; a name that is nothing else keeps them."""
        kept, forms = list(words), list[str]()
        while size := self._form_at(kept, at_end=True):
            forms.append(" ".join(kept[-size:]))
            kept = kept[:-size]
        while size := self._form_at(kept, at_end=False):
            forms.append(" ".join(kept[:size]))
            kept = kept[size:]
        return (kept, forms) if kept else (words, [])

    def _form_at(self, words: list[str], *, at_end: bool) -> int:
        """How many words at an edge make the longest legal form there."""
        for size in range(min(self._longest_form, len(words)), 0, -1):
            phrase = " ".join(words[-size:] if at_end else words[:size])
            if phrase in self._forms:
                return size
        return 0

    def _with_figures(self, words: Iterable[str]) -> list[str]:
        found: list[str] = []
        for word in words:
            value = self._numbers.get(word)
            if value is None:
                found.append(word)
            elif found and found[-1].isdigit() and value < 10 and found[-1].endswith("0"):
                found[-1] = str(int(found[-1]) + value)
            else:
                found.append(str(value))
        return found


def _phrases(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(form) for form in forms if plain(form))
