"""Compares how two sentences word their speaker: named or not, with what rank and number."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from graph_build.compare.passages import Passage, compared_words
from graph_build.compare.tokens import Token, plain_word
from graph_build.compare.values import Sort, mark
from graph_build.model.comparison import ComparedClaim
from ontology.lexicon import load_lexicon

_ARTICLES: Final = frozenset(["a", "an", "the", "one", "some"])


def source_run(passage: Passage, stretch: tuple[int, int]) -> tuple[int, int] | None:
    """The words of the sentence that name the speaker round a stretch; None where it leaves them.

    An empty stretch belongs to the speaker it stands in or beside.
    """
    start, end = stretch
    for claim in passage.claims:
        for span in claim.source:
            inside = [i for i, t in enumerate(passage.tokens) if span.start <= t.start < span.end]
            if inside and inside[0] <= start and end <= inside[-1] + 1:
                return inside[0], inside[-1] + 1
    return None


def speaker_change(
    one: Passage, mine: tuple[int, int], other: Passage, theirs: tuple[int, int]
) -> str:
    """How the first sentence words its speaker beside the second; empty where nothing differs.

    One of "name", "number", "named", "unnamed", "weakened", "strengthened", "changed".
    """
    claims = _claim_at(one, mine), _claim_at(other, theirs)
    words = one.tokens[slice(*mine)], other.tokens[slice(*theirs)]
    return source_change(claims[0], words[0], claims[1], words[1])


def source_change(
    one: ComparedClaim | None,
    mine: Sequence[Token],
    other: ComparedClaim | None,
    theirs: Sequence[Token],
    *,
    loosely: bool = False,
) -> str:
    """The same for two claims and the words in which each gives its source.

    Loosely, that one describes more fully whom both name is no difference.
    """
    if _is_pronoun(mine) or _is_pronoun(theirs):
        return ""
    named = _is_named(one, mine), _is_named(other, theirs)
    if loosely and all(named) and _is_same_name(one, other):
        return ""
    if named[0] == named[1]:
        return _wording_change(mine, theirs, named=named[0])
    if _points_back(one, mine, other) or _points_back(other, theirs, one):
        return ""
    return "named" if named[0] else "unnamed"


def _is_same_name(one: ComparedClaim | None, other: ComparedClaim | None) -> bool:
    return one is not None and other is not None and one.speaker_label == other.speaker_label


def _is_pronoun(words: Sequence[Token]) -> bool:
    return all(not token.is_content for token in words)


def _points_back(
    one: ComparedClaim | None, words: Sequence[Token], other: ComparedClaim | None
) -> bool:
    """Whether "the minister" means him whom the other names."""
    if one is None or other is None or words[0].plain != "the":
        return False
    return one.named and one.speaker_label == other.speaker_label


def _wording_change(mine: Sequence[Token], theirs: Sequence[Token], *, named: bool) -> str:
    names = [_of_sort(tokens, Sort.NAME) for tokens in (mine, theirs)]
    if named and names[0] != names[1] and not (names[0] <= names[1] or names[1] <= names[0]):
        return "name"
    numbers = [_of_sort(tokens, Sort.NUMBER) for tokens in (mine, theirs)]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return "number"
    words = [_words(tokens) for tokens in (mine, theirs)]
    if words[0] == words[1]:
        return ""
    if words[0] < words[1] or (words[0] <= _generic() and not words[1] <= _generic()):
        return "weakened"
    if words[0] > words[1] or (words[1] <= _generic() and not words[0] <= _generic()):
        return "strengthened"
    return "changed"


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    content = [token for token in tokens if token.is_content and token.plain not in _ARTICLES]
    return frozenset(word.removesuffix("s") for word in compared_words(content))


def _of_sort(tokens: Sequence[Token], sort: Sort) -> frozenset[str]:
    sorts = mark(tokens).sorts
    chosen = [token for token, own in zip(tokens, sorts, strict=True) if own is sort]
    return frozenset(compared_words(chosen))


def _is_named(claim: ComparedClaim | None, words: Sequence[Token]) -> bool:
    """Whether the words name the speaker by a name."""
    return claim is not None and claim.named and bool(_of_sort(words, Sort.NAME))


def _claim_at(passage: Passage, run: tuple[int, int]) -> ComparedClaim | None:
    start, end = passage.tokens[run[0]].start, passage.tokens[run[1] - 1].end
    return next((c for c in passage.claims if _overlaps(c, start, end)), None)


def _overlaps(claim: ComparedClaim, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in claim.source)


@cache
def _generic() -> frozenset[str]:
    """Nouns that say of a speaker only that there is one ("sources", "officials")."""
    return frozenset(
        plain_word(form).removesuffix("s")
        for noun in load_lexicon().source_nouns
        if noun.unnamed
        for form in noun.forms
    )
