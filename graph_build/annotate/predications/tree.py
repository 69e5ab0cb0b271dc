"""The parse of a paragraph as plain lists, which are faster to walk than the parser's tokens."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from graph_build.annotate.parsed import Paragraph, Range
from graph_build.model.text import Span, ZoneKind

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
MARKS = frozenset({",", ";", ":", "(", ")", "—", "–", "--"})
_LOOSE = frozenset({"relcl", "advcl", "ccomp", "parataxis", "discourse"})
_LONGEST_CLAUSE = 9


class Tree:
    """Words, tags and dependencies of one paragraph by token index."""

    def __init__(self, paragraph: Paragraph) -> None:
        doc = paragraph.doc
        self.paragraph = paragraph
        self.size = len(doc)
        self.text: list[str] = [t.text for t in doc]
        self.word = [w.lower() for w in self.text]
        self.lemma: list[str] = [t.lemma_.lower() for t in doc]
        self.tag: list[str] = [t.tag_ or "X" for t in doc]
        self.dep: list[str] = [t.dep_ for t in doc]
        self.head: list[int] = [t.head.i for t in doc]
        self.is_headline = paragraph.kind is not ZoneKind.BODY
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)
        self._starts = [t.idx for t in doc]
        self._doc = doc

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """The first and last token of the subtree of each token."""
        left, right = list(range(self.size)), list(range(self.size))
        for i in self._bottom_up:
            head = self.head[i]
            if head != i:
                left[head] = min(left[head], left[i])
                right[head] = max(right[head], right[i])
        return left, right

    @cached_property
    def _bottom_up(self) -> list[int]:
        depth = [-1] * self.size
        for i in range(self.size):
            path: list[int] = []
            at = i
            while depth[at] < 0 and self.head[at] != at and len(path) < self.size:
                path.append(at)
                at = self.head[at]
            level = max(depth[at], 0)
            depth[at] = level
            for step in reversed(path):
                level += 1
                depth[step] = level
        return sorted(range(self.size), key=lambda i: -depth[i])

    @cached_property
    def sentence(self) -> list[int]:
        """The number of the unit that each token stands in."""
        found = [-1] * self.size
        for number, unit in enumerate(self.paragraph.units):
            for i in range(unit.start, unit.end):
                found[i] = number
        return found

    @cached_property
    def entities(self) -> dict[int, tuple[int, str]]:
        """End and kind of each named entity by its first token, where the tagger has run."""
        return {e.start: (e.end, e.label_) for e in self._doc.ents}

    def is_tagged(self, token: int, kinds: frozenset[str]) -> bool:
        """Whether the tagger takes the token for part of a name of one of these kinds."""
        held = self.entity_at(token)
        return held is not None and held[2] in kinds

    def entity_at(self, token: int) -> tuple[int, int, str] | None:
        """Start, end and kind of the named entity that a token is part of."""
        for start in range(token, max(-1, token - 8), -1):
            held = self.entities.get(start)
            if held is not None:
                return (start, *held) if held[0] > token else None
        return None

    def is_verb(self, i: int) -> bool:
        """Whether the tag is that of a verb."""
        return self.tag[i][0] == "V"

    def is_name(self, i: int) -> bool:
        """Whether the tag is that of a proper noun and the word is written as one."""
        return self.tag[i] in {"NNP", "NNPS"} and self.text[i][0].isupper()

    def is_noun(self, i: int) -> bool:
        """Whether the tag is that of a noun, proper or not."""
        return self.tag[i][0] == "N"

    def kids(self, i: int, *deps: str) -> list[int]:
        """The children of a token with one of these relations, in order."""
        return [c for c in self.children[i] if self.dep[c] in deps]

    def span(self, tokens: Range) -> Span:
        """The span of the text as held for the tokens [start, end)."""
        return self.paragraph.raw(*tokens)

    def tokens_of(self, span: Span) -> Range | None:
        """The tokens that a span of the text as held covers, or None where it stands elsewhere."""
        reading, start = self.paragraph.reading, self.paragraph.start
        first = reading.from_raw(span.start) - start
        after = reading.from_raw(span.end) - start
        if first < 0 or after > len(self.paragraph.text) or first >= after:
            return None
        low = max(0, bisect_right(self._starts, first) - 1)
        high = bisect_left(self._starts, after)
        return (low, high) if low < high else None

    def root(self, tokens: Range) -> int:
        """The token of a range on which the others hang: the first whose head is outside."""
        start, end = tokens
        outside = [i for i in range(start, end) if not start <= self.head[i] < end]
        whole = [i for i in outside if self.dep[i] not in {"punct", "advmod", "quantmod", "det"}]
        roots = [i for i in range(start, end) if self.head[i] == i]
        return next(iter([*roots, *whole, *outside]), start)

    def phrase(self, head: int, without: frozenset[int] = frozenset()) -> Range:
        """The unbroken noun phrase around a head, without loose clauses and the tokens named."""
        kept = {head}
        self._keep(head, kept, without)
        start, end = head, head + 1
        while start - 1 in kept:
            start -= 1
        while end in kept:
            end += 1
        while end > head + 1 and (
            self.dep[end - 1] in {"punct", "cc"} or self.text[end - 1] in MARKS
        ):
            end -= 1
        while start < head and (self.dep[start] in {"punct", "cc"} or self.text[start] in MARKS):
            start += 1
        return start, end

    def _keep(self, token: int, kept: set[int], without: frozenset[int]) -> None:
        for child in self.children[token]:
            if child in without or self._is_loose(child, token):
                continue
            kept.add(child)
            self._keep(child, kept, without)

    def _is_loose(self, child: int, token: int) -> bool:
        """Whether a child is no part of the name of the thing: a clause, a far apposition."""
        dep = self.dep[child]
        if dep in _LOOSE or (dep == "conj" and self.is_verb(child)):
            return True
        if dep == "prep" and self.word[child] in {"as", "alongside"}:
            return True
        left, right = self.edges
        if dep == "acl":
            comma = left[child] > 0 and self.text[left[child] - 1] == ","
            return comma or right[child] - left[child] > _LONGEST_CLAUSE or self.tag[child] == "VB"
        if dep == "appos":
            return right[child] - left[child] > 5
        return dep == "punct" and self.text[child] in {"“", "”", '"', "(", ")"} and child > token

    def clause(self, head: int) -> Range:
        """The words of a clause up to the comma before one that only adds to it."""
        left, right = self.edges
        end = head + 1
        while end <= right[head]:
            adds = self.text[end] == "," and end < right[head] and self.tag[end + 1][0] in "WVI"
            if adds:
                break
            end += 1
        return left[head], end

    def members(self, head: int, without: frozenset[int] = frozenset()) -> tuple[Range, ...]:
        """The things of a list ("A, B and C") each for itself; none where there is no list."""
        heads = [head]
        for item in heads:
            heads += [c for c in self.kids(item, "conj") if self.is_noun(c) or self.tag[c] == "CD"]
        if len(heads) < 2 or len(heads) > 40:
            return ()
        others = frozenset(heads)
        return tuple(sorted(self.phrase(h, without | (others - {h})) for h in heads))
