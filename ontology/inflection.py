"""Inflected forms of English verbs and nouns, for the lemmas of the lexicon."""

from __future__ import annotations


def inflections(word: str, pos: str, irregular: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give the lemma and its forms; irregular ones take the place of the regular past or plural.

    >>> inflections("deny", "verb")
    ('deny', 'denies', 'denying', 'denied')
    >>> inflections("tell", "verb", ("told",))
    ('tell', 'tells', 'telling', 'told')
    >>> inflections("spokesman", "noun", ("spokesmen",))
    ('spokesman', 'spokesmen')
    """
    if pos == "verb":
        forms = (word, _with_s(word, verb=True), *_ing(word, irregular), *_past(word, irregular))
    elif pos == "noun":
        forms = (word,) if irregular else (word, _with_s(word, verb=False))
    else:
        forms = (word,)
    return tuple(dict.fromkeys((*forms, *irregular)))


def _stem(word: str) -> str:
    consonant_y = len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou"
    return word[:-1] + "i" if consonant_y else word


def _with_s(word: str, *, verb: bool) -> str:
    stem = _stem(word)
    hissing = word.endswith(("s", "x", "z", "ch", "sh")) or (verb and word.endswith("o"))
    return stem + ("es" if hissing or stem != word else "s")


def _ing(word: str, irregular: tuple[str, ...]) -> tuple[str, ...]:
    if given := tuple(form for form in irregular if form.endswith("ing")):
        return given
    silent = word.endswith("e") and not word.endswith(("ee", "ye", "oe"))
    return ((word[:-1] if silent else word) + "ing",)


def _past(word: str, irregular: tuple[str, ...]) -> tuple[str, ...]:
    if any(not form.endswith("ing") for form in irregular):
        return ()
    return (_stem(word) + ("d" if word.endswith("e") else "ed"),)
