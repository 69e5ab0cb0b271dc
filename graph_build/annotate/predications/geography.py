"""Where places lie, and of whom groups are made up, where the text says so beside the name."""

from collections.abc import Iterator

from graph_build.annotate.parsed import Range
from graph_build.annotate.predications.found import Filler, Found
from graph_build.annotate.predications.lexical import filler_at
from graph_build.annotate.predications.tree import Tree
from graph_build.model.predication import Slot
from ontology.predicates import Attribute, Predicates

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SIDES = frozenset({"northern", "southern", "eastern", "western", "central", "neighboring",
                    "neighbouring", "nearby"})  # fmt: skip
_IN = frozenset({"in", "near", "outside"})


def places(tree: Tree, predicates: Predicates, attribute: Attribute) -> Iterator[Found]:
    """X in Y, where X is a place by name; Y's capital, X; X, a town in Y."""
    at = 0
    while at < tree.size:
        name = _name_at(tree, at)
        if name is None:
            at += 1
            continue
        if _is_place(tree, name, predicates):
            holder = _holder_behind(tree, name, predicates) or _capital_of(tree, name)
            if holder is not None:
                yield _located(tree, name, holder, attribute)
        at = name[1]


def _located(
    tree: Tree, name: Range, holder: tuple[int, Range, str], attribute: Attribute
) -> Found:
    word, phrase, method = holder
    one = Found(word, tree.word[word], method, attribute, is_noun=True)
    one.arguments[Slot.SUBJECT] = Filler(name[1] - 1, name)
    one.arguments[Slot.OBJECT] = Filler(phrase[1] - 1, phrase)
    return one


def _name_at(tree: Tree, start: int) -> Range | None:
    """The longest run of capitalised words from here, with a common noun for a place behind it."""
    end = start
    while end < tree.size and (tree.is_name(end) or (end > start and tree.text[end] == "-")):
        end += 1
    if end == start or tree.text[end - 1] == "-":
        return None
    if end < tree.size and tree.tag[end] == "NN" and tree.dep[end - 1] == "compound":
        end += 1
    return start, end


def _is_place(tree: Tree, name: Range, predicates: Predicates) -> bool:
    start, end = name
    if tree.lemma[end - 1] in predicates.place_nouns and end - start > 1:
        return True
    if tree.tag[end - 1] == "NN":
        return False
    return tree.entities.get(start, (0, ""))[1] in _PLACES


def _holder_behind(
    tree: Tree, name: Range, predicates: Predicates
) -> tuple[int, Range, str] | None:
    """Y in "X in Y" and "X, in Y": only where X is a built or settled place, not a state."""
    at = name[1]
    comma = at < tree.size and tree.text[at] == ","
    at += comma
    if at < tree.size and comma and tree.word[at] in {"a", "an", "the"}:
        return _described(tree, at, predicates)
    if at + 1 >= tree.size or tree.word[at] not in _IN:
        return None
    holder = _place_phrase(tree, at + 1, predicates)
    if holder is None or holder[1] - holder[0] > 9:
        return None
    built = tree.lemma[name[1] - 1] in predicates.place_nouns
    sided = any(tree.word[i] in _SIDES for i in range(*holder))
    inside = name[0] > 0 and tree.word[name[0] - 1] in {"in", "at", "near", "of", "from", "to"}
    if (
        built
        or (comma and sided)
        or (inside and sided)
        or (comma and inside and _closed(tree, holder))
    ):
        return at, holder, "place:in"
    return None


def _closed(tree: Tree, holder: Range) -> bool:
    return holder[1] < tree.size and tree.text[holder[1]] in {",", "."}


def _described(tree: Tree, at: int, predicates: Predicates) -> tuple[int, Range, str] | None:
    """Y in "X, a town in Y" and "X, the capital of Y"."""
    for word in range(at + 1, min(at + 6, tree.size - 1)):
        if tree.word[word] in {"in", "of", "on"}:
            if tree.lemma[word - 1] not in predicates.place_nouns:
                return None
            holder = _place_phrase(tree, word + 1, predicates)
            return None if holder is None else (word - 1, holder, "place:apposition")
        if tree.tag[word][0] not in "NJVCR" or tree.tag[word][:2] in {"VB", "MD"}:
            return None
    return None


def _place_phrase(tree: Tree, start: int, predicates: Predicates) -> Range | None:
    """The name of a place that begins here, with article and direction."""
    end = start
    while end < tree.size and (
        tree.tag[end] in {"DT", "JJ", "POS", "HYPH", "VBG"} or tree.is_name(end)
    ):
        end += 1
    if end < tree.size and tree.lemma[end] in predicates.place_nouns:
        end += 1
    while end > start and not (tree.is_noun(end - 1)):
        end -= 1
    named = [i for i in range(start, end) if tree.is_name(i) or tree.text[i][0].isupper()]
    if not named or tree.entities.get(named[0], (0, "GPE"))[1] in {"PERSON", "ORG", "DATE"}:
        noun = end > start and tree.lemma[end - 1] in predicates.place_nouns
        return (start, end) if named and noun else None
    return start, end


def _capital_of(tree: Tree, name: Range) -> tuple[int, Range, str] | None:
    """Y in "Y's capital, X" and "the capital of Y, X"."""
    at = name[0] - 1
    if at < 3 or tree.text[at] != ",":
        return None
    for capital in range(at - 1, max(at - 6, 0), -1):
        if tree.word[capital] != "capital":
            continue
        if capital == at - 1 and tree.tag[capital - 1] == "POS":
            owner = tree.head[capital - 1]
            start, _ = tree.phrase(owner)
            return capital, (start, capital - 1), "place:capital"
        if tree.word[capital + 1] == "of" and capital + 2 < at:
            return capital, (capital + 2, at), "place:capital"
    return None


def memberships(tree: Tree, predicates: Predicates, used: frozenset[int]) -> Iterator[Found]:
    """Troops from A, B and C; countries like A and B. `used` are heads of arguments of verbs."""
    comes_from, includes = (predicates.attribute(n) for n in ("comes-from", "includes"))
    for at in range(1, tree.size - 2):
        word = tree.word[at]
        if word == "from" and not used.intersection(tree.kids(at, "pobj")):
            listed = _list_after(tree, at, least=1)
            if listed is None or tree.tag[at - 1] not in {"NNS", "NNPS"}:
                continue
            if listed.members or _is_land(tree, listed):
                yield _group(tree, at, at - 1, listed, comes_from)
        elif word in {"like", "including"} or (word == "as" and tree.word[at - 1] == "such"):
            group = at - 1 - (word == "as")
            group -= tree.text[group] == ","
            listed = _list_after(tree, at, least=2)
            if listed is not None and group >= 0 and tree.tag[group] in {"NNS", "NNPS"}:
                yield _group(tree, at, group, listed, includes)


def _group(tree: Tree, at: int, group: int, listed: Filler, attribute: Attribute) -> Found:
    one = Found(at, tree.word[at], "members", attribute, is_noun=True)
    below = frozenset(c for c in tree.children[group] if c > group)
    one.arguments[Slot.SUBJECT] = filler_at(tree, group, below)
    one.arguments[Slot.OBJECT] = listed
    return one


def _is_land(tree: Tree, listed: Filler) -> bool:
    return tree.entities.get(listed.tokens[0], (0, ""))[1] == "GPE"


def _list_after(tree: Tree, at: int, *, least: int) -> Filler | None:
    """The names listed behind a word: "A", "A and B", "A, B and C"."""
    members: list[Range] = []
    start, joined = at + 1, False
    while start < tree.size:
        end = start + (tree.word[start] == "the")
        begun = end
        while end < tree.size and (tree.is_name(end) or (end > begun and tree.text[end] == "-")):
            end += 1
        if end == begun:
            break
        members.append((start, end))
        after = end
        while after < tree.size and (tree.text[after] == "," or tree.word[after] in {"and", "or"}):
            joined = joined or tree.text[after] != ","
            after += 1
        if after == end:
            break
        start = after
    if not joined:
        members = members[:1]
    if len(members) < least:
        return None
    whole = (members[0][0], members[-1][1])
    return Filler(whole[1] - 1, whole, tuple(members) if len(members) > 1 else ())
