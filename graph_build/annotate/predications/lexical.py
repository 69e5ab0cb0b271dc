"""Predications by the lexicon: words that state an attribute, with their arguments by frame."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph_build.annotate.predications.found import Filler, Found
from graph_build.annotate.predications.places import (
    Places,
    adjective_places,
    noun_places,
    verb_places,
)
from graph_build.annotate.predications.subjects import is_passive
from graph_build.annotate.predications.tree import Tree
from graph_build.model.predication import Slot
from ontology.predicates import Frame, Predicate, Predicates

_REACH = 5
_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_PLACE_PREPOSITIONS = ("in", "at", "near", "inside", "outside", "across", "throughout", "around")
# Of several fillers of one slot the first of these is the one meant.
_ORDER = (
    "object", "of", "between", "subject", "complement", "from", "out of", "on", "against", "with",
    "to", "into", "infinitive", "clause", "for", "by", "possessive", "compound",
)  # fmt: skip
_RANK = {place: at for at, place in enumerate(_ORDER)}


@dataclass(frozen=True)
class Reader:
    """Reads one paragraph by the lexicon.

    `taken` are the tokens of times, `apart` those of them that stand loose in the sentence,
    `measures` the heads of measures ("5 percent"), `events` the nouns that state something.
    """

    tree: Tree
    predicates: Predicates
    taken: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    measures: frozenset[int] = frozenset()

    @cached_property
    def events(self) -> frozenset[int]:
        """The nouns that are words of the lexicon, those that only count left out."""
        tree = self.tree
        return frozenset(
            i for i in range(tree.size)
            if tree.is_noun(i) and any(
                e.pos == "noun" and self.predicates.attributes[e.attribute].only_with is None
                for e in self.predicates.by_form.get(tree.word[i], ())
            )
        )  # fmt: skip


def lexical(reader: Reader) -> list[Found]:
    """The predications of a paragraph by its words."""
    found: list[Found] = []
    light: set[int] = set()
    tree = reader.tree
    for i in range(tree.size):
        entries = reader.predicates.by_form.get(tree.word[i])
        if entries is None or i in reader.taken:
            continue
        one = _at(reader, i, entries)
        if one is not None:
            found.append(one)
            if one.is_noun:
                light.update(h for h in one.helpers if tree.is_verb(h))
    return [f for f in found if f.trigger not in light]


def _at(reader: Reader, i: int, entries: tuple[Predicate, ...]) -> Found | None:
    best: tuple[tuple[float, ...], Found] | None = None
    for entry in entries:
        if best is not None and len(entry.words) < best[0][0]:
            break
        extra = _matched(reader.tree, i, entry)
        if extra is None:
            continue
        for score, one in _readings(reader, i, entry, extra):
            key = (len(entry.words), score)
            if best is None or key > best[0]:
                best = (key, one)
    return None if best is None else best[1]


def _matched(tree: Tree, i: int, entry: Predicate) -> tuple[int, ...] | None:
    """The further tokens of the entry where its head stands at i; None where it does not."""
    if entry.pos == "verb":
        found = _particles(tree, i, entry.words[1:]) if _as_verb(tree, i) else None
        return None if found is None or _is_other_verb(tree, i, entry, found) else found
    if entry.pos == "noun":
        before = entry.words[:-1]
        start = i - len(before)
        if not _as_noun(tree, i) or start < 0 or tuple(tree.word[start:i]) != before:
            return None
        return tuple(range(start, i))
    after = entry.words[1:]
    end = i + 1 + len(after)
    if tree.dep[i] in {"compound", "aux", "auxpass"} or tuple(tree.word[i + 1 : end]) != after:
        return None
    return tuple(range(i + 1, end))


def _is_other_verb(tree: Tree, i: int, entry: Predicate, particles: tuple[int, ...]) -> bool:
    """Whether the form is that of another verb ("found" of "find"), or a particle makes it one."""
    lemma, head = tree.lemma[i], entry.head
    akin = lemma == tree.word[i] or lemma.startswith(head) or head.startswith(lemma)
    if tree.is_verb(i) and not akin:
        return True
    return any(child not in particles for child in tree.kids(i, "prt"))


def _as_verb(tree: Tree, i: int) -> bool:
    if tree.is_verb(i):
        return tree.dep[i] not in {"aux", "auxpass", "amod", "compound"}
    if not tree.is_headline or not tree.is_noun(i) or i == 0:
        return False
    return tree.word[i - 1] in {"to", "will"}


def _as_noun(tree: Tree, i: int) -> bool:
    if not tree.is_noun(i) or tree.dep[i] in {"compound", "nmod", "npadvmod"}:
        return False
    return tree.is_headline or not tree.is_name(i)


def _particles(tree: Tree, verb: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    found: list[int] = []
    at = verb
    for word in words:
        reach = range(at + 1, min(at + 1 + _REACH, tree.size))
        fits = [
            t for t in reach
            if tree.word[t] == word and (t == at + 1 or _hangs_on(tree, t, (verb, *found)))
        ]  # fmt: skip
        if not fits:
            return None
        at = fits[0]
        found.append(at)
    return tuple(found)


def _hangs_on(tree: Tree, token: int, heads: tuple[int, ...]) -> bool:
    """Whether a word is said of one of these, itself or as part of a compound ("a go-ahead")."""
    if tree.dep[token] == "compound":
        token = tree.head[token]
    return tree.head[token] in heads


def _readings(
    reader: Reader, i: int, entry: Predicate, extra: tuple[int, ...]
) -> Iterator[tuple[float, Found]]:
    tree, helpers = reader.tree, extra
    if entry.pos == "noun":
        places, light = noun_places(tree, i, reader.predicates)
        helpers = extra if light is None else (*extra, light)
    elif entry.pos == "verb":
        places = verb_places(tree, i, extra)
    else:
        places = adjective_places(tree, i)
    fitting = list(_fitting(reader, entry, places))
    if not fitting and entry.pos == "verb" and _is_telegraphic(tree, i):
        places = verb_places(tree, i, extra, passive=True)
        fitting = list(_fitting(reader, entry, places))
    for score, frame in fitting:
        one = Found(
            trigger=i,
            lemma=entry.lemma,
            method=f"frame:{entry.pos}",
            attribute=reader.predicates.attributes[entry.attribute],
            frame=frame,
            helpers=helpers,
            is_noun=entry.pos != "verb",
            needs=entry.only_with,
            is_name=entry.pos == "noun" and set(places) <= {"compound", "noun compound"},
        )
        _fill(reader, one, places, frame)
        yield score, one


def _is_telegraphic(tree: Tree, i: int) -> bool:
    """Whether the verb may be a passive without its auxiliary.

    So it is in headlines ("Mayor jailed"), and where the auxiliary stands with the verb before
    ("people were hurt and houses burnt").
    """
    if tree.tag[i] not in {"VBD", "VBN"} or is_passive(tree, i):
        return False
    shared = tree.dep[i] == "conj" and is_passive(tree, tree.head[i])
    return tree.is_headline or shared


def _fitting(reader: Reader, entry: Predicate, places: Places) -> Iterator[tuple[float, Frame]]:
    there = {p for p, f in places.items() if f not in reader.measures}
    for frame in entry.frames:
        # A sum of money may be what is bought or paid, never what rises or is raised.
        needed = set(places) if frame.fills.get("object") == "object" else there
        if frame.needs <= needed and not frame.excludes & there:
            slots = {s for p, s in frame.fills.items() if p in there}
            if slots or entry.pos != "verb":
                yield len(slots) + 0.5 * bool(frame.needs), frame


def _fill(reader: Reader, one: Found, places: Places, frame: Frame) -> None:
    tree = reader.tree
    apart = reader.taken | reader.measures
    places = {p: f for p, f in places.items() if f not in apart}
    chosen: dict[Slot, int] = {}
    for place in sorted(frame.fills, key=lambda p: _RANK.get(p, len(_ORDER))):
        filler = places.get(place)
        if filler is None and place == "compound" and frame.fills[place] == "subject":
            filler = places.get("noun compound")
        if filler is not None:
            chosen.setdefault(Slot(frame.fills[place]), filler)
    where = _place(reader, places, frame)
    if where is not None and where not in chosen.values():
        chosen.setdefault(Slot.PLACE, where)
    used = frozenset(chosen.values())
    without = frozenset(
        {one.trigger, *one.helpers, *reader.apart}
        | {tree.head[f] for f in used if tree.dep[f] == "pobj"}
    )
    for slot, head in sorted(chosen.items()):
        listed = frozenset() if head in reader.events else _conjoined_events(reader, head)
        one.arguments[slot] = filler_at(tree, head, without | (used - {head}) | listed)


def _place(reader: Reader, places: Places, frame: Frame) -> int | None:
    """Where it holds: a place after a preposition of place that the frame does not use."""
    for preposition in _PLACE_PREPOSITIONS:
        filler = places.get(preposition)
        if filler is None or preposition in frame.fills:
            continue
        if names_a_place(reader.tree, filler, reader.predicates):
            return filler
    return None


def _conjoined_events(reader: Reader, head: int) -> frozenset[int]:
    """The injuries in "the deaths of three and injuries to dozens": no part of the three."""
    return frozenset(c for c in reader.tree.kids(head, "conj") if c in reader.events)


def names_a_place(tree: Tree, head: int, predicates: Predicates) -> bool:
    """Whether a phrase holds a proper name or a noun for a place.

    In a headline every word may look like a name; there the tagger must know it.
    """
    start, end = tree.phrase(head)
    if tree.lemma[head] in predicates.place_nouns:
        return True
    if tree.is_headline:
        return any(tree.is_tagged(i, _PLACES) for i in range(start, end))
    return any(tree.is_name(i) for i in range(start, end))


def filler_at(tree: Tree, head: int, without: frozenset[int] = frozenset()) -> Filler:
    """The argument with this head word: its phrase, or the clause where it is a verb."""
    if tree.is_verb(head):
        return Filler(head, tree.clause(head))
    return Filler(head, tree.phrase(head, without), tree.members(head, without))
