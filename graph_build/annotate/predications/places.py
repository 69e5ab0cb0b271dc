"""Where the arguments of a verb, noun or adjective stand in its sentence, under passives and all.

A place is "subject", "object", "complement", "infinitive", "clause", "possessive", "compound",
"dative" or a preposition; the subject is the deep one, so that active and passive give the same.
"""

from graph_build.annotate.predications.subjects import antecedent, is_passive, surface_subject
from graph_build.annotate.predications.tree import PREPOSITIONS, RELATIVES, Tree
from ontology.predicates import Predicates

Places = dict[str, int]

_CLAUSES = {"ccomp": "clause", "xcomp": "infinitive"}
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_LENT = ("between", "with", "over", "about")
_MOVABLE = frozenset({"from", "to", "into", "on", "against", "with", "for", "by", "over", "in"})
_NEAR = frozenset({"neighboring", "neighbouring", "surrounding", "remaining"})
_SKIPPED = frozenset({"RB", "RP"})
_MANNER = frozenset({"reason", "way", "time", "day", "year", "moment", "idea", "fact", "place"})
_GROUPING = frozenset(
    {
        "series", "wave", "number", "string", "round", "spate", "rounds", "waves", "dozens",
        "hundreds", "thousands", "scores", "total", "lot", "couple", "majority", "kind", "form",
        "range", "months", "weeks", "days", "years", "hours",
    }
)  # fmt: skip


def verb_places(
    tree: Tree, verb: int, particles: tuple[int, ...] = (), *, passive: bool | None = None
) -> Places:
    """The places around a verb; an object of its particle ("call for X") is its object."""
    found: Places = {}
    passive = is_passive(tree, verb) if passive is None else passive
    surface = surface_subject(tree, verb)
    if surface is not None:
        found["object" if passive else "subject"] = surface
    _objects(tree, verb, found, particles)
    for particle in particles:
        for held in tree.kids(particle, "pobj", "pcomp")[:1]:
            if held not in particles:
                found["object"] = held
        for held in tree.kids(particle, "poss"):
            found["possessive"] = held
    _prepositions(tree, verb, found, particles)
    if passive and "by" in found:
        found["subject"] = found.pop("by")
    if "object" not in found and not passive:
        _relative_object(tree, verb, found)
    _borrow(tree, found, "object", verb)
    return found


def _objects(tree: Tree, verb: int, found: Places, particles: tuple[int, ...]) -> None:
    for child in tree.children[verb]:
        dep = tree.dep[child]
        if dep == "dobj" and child not in found.values() and child not in particles:
            relative = antecedent(tree, verb) if tree.word[child] in RELATIVES else child
            if relative is not None:
                found.setdefault("object", relative)
        elif dep in {"attr", "acomp", "oprd"}:
            found.setdefault("complement", child)
        elif dep == "dative" and tree.is_noun(child):
            found.setdefault("dative", child)
        elif dep in _CLAUSES and child > verb:
            found.setdefault(_CLAUSES[dep], child)


def _relative_object(tree: Tree, verb: int, found: Places) -> None:
    """The object that "the base (that) they left" holds before the verb."""
    subject, noun = found.get("subject"), tree.head[verb]
    if any(tree.tag[c] == "WRB" for c in tree.kids(verb, "advmod")):
        return
    if (
        tree.dep[verb] == "relcl"
        and subject not in {None, noun}
        and tree.lemma[noun] not in _MANNER
    ):
        found["object"] = noun


def _prepositions(tree: Tree, word: int, found: Places, skip: tuple[int, ...] = ()) -> None:
    near = word + 1
    while near < tree.size and (near in skip or tree.tag[near] in _SKIPPED):
        near += 1
    hanging = [c for c in tree.children[word] if tree.dep[c] in PREPOSITIONS and c not in skip]
    if near < tree.size and tree.dep[near] in PREPOSITIONS and near not in (*hanging, *skip):
        hanging.append(near)
    for prep in hanging:
        _preposition(tree, prep, found)
    for particle in skip:
        for prep in tree.kids(particle, "prep"):
            _preposition(tree, prep, found)
            if tree.word[particle] == "out" and "of" in found:
                found.setdefault("out of", found["of"])


def _preposition(tree: Tree, prep: int, found: Places) -> None:
    name, at = tree.word[prep], prep
    inner = tree.kids(prep, "prep")
    if inner and inner[0] == prep + 1:
        at = inner[0]
        name = "out of" if tree.word[at] == "of" else tree.word[at]
    held = tree.kids(at, "pobj", "pcomp")
    if held and tree.word[held[0]] in _NEAR:
        held = tree.kids(held[0], "dobj") or held
    if held:
        found.setdefault(name, held[0])


def _borrow(tree: Tree, found: Places, place: str, after: int) -> None:
    """Takes over prepositions that the parse has hung on the object: "withdraw X from Y"."""
    held = found.get(place)
    if held is None or held < after:
        return
    extra: Places = {}
    _prepositions(tree, held, extra)
    for name, filler in extra.items():
        if name in _MOVABLE and filler > held:
            found.setdefault(name, filler)


def noun_places(tree: Tree, noun: int, predicates: Predicates) -> tuple[Places, int | None]:
    """The places around a noun of action, and the light verb that it goes with, if it does."""
    found = _modifiers(tree, noun)
    _prepositions(tree, noun, found)
    for place in ("of", "on", "by", "between", "against"):
        _borrow(tree, found, place, noun)
    top = _top(tree, noun)
    if tree.dep[top] == "attr":
        _put(found, "subject", surface_subject(tree, tree.head[top]))
    elif tree.dep[top] == "appos":
        found["subject"] = tree.head[top]
    return found, _light(tree, top, predicates, found)


def _modifiers(tree: Tree, noun: int) -> Places:
    """The words before a noun that say whose it is, and the clauses behind that say what."""
    found: Places = {}
    for child in tree.children[noun]:
        dep = tree.dep[child]
        if dep == "poss":
            found["possessive"] = child
        elif dep in {"compound", "amod", "nmod"} and _looks_like_a_name(tree, child, noun):
            found.setdefault("compound", child)
        elif dep == "compound" and tree.is_noun(child) and not tree.is_name(child):
            found.setdefault("noun compound", child)
        elif dep in {"acl", "ccomp"} and child > noun:
            _noun_clause(tree, child, found)
    return found


def _looks_like_a_name(tree: Tree, child: int, noun: int) -> bool:
    """Whether a word before a noun is a name, by its capital; in a headline it has to be tagged.

    Capitals throughout ("US") tell a name also in a headline.
    """
    text = tree.text[child]
    if not tree.is_headline or (text.isupper() and len(text) > 1):
        return text[0].isupper()
    held = tree.entity_at(child)
    return held is not None and held[2] in _NAMED and held[1] <= noun


def _noun_clause(tree: Tree, child: int, found: Places) -> None:
    marks = {tree.word[c] for c in tree.kids(child, "aux", "mark")}
    if "that" in marks:
        found.setdefault("clause", child)
    elif "to" in marks:
        found.setdefault("infinitive", child)


def _put(found: Places, place: str, filler: int | None) -> None:
    if filler is not None:
        found.setdefault(place, filler)


def _top(tree: Tree, noun: int) -> int:
    """The noun that stands for this one in the sentence: "series" in "a series of attacks"."""
    for _ in range(4):
        head = tree.head[noun]
        grouped = tree.dep[noun] == "pobj" and tree.word[head] == "of"
        if grouped and tree.word[tree.head[head]] in _GROUPING:
            noun = tree.head[head]
        elif tree.dep[noun] == "conj" and tree.is_noun(head):
            noun = head
        else:
            break
    return noun


def _light(tree: Tree, top: int, predicates: Predicates, found: Places) -> int | None:
    dep, verb = tree.dep[top], tree.head[top]
    link = None
    if dep == "pobj":
        link, verb = verb, tree.head[verb]
    if dep not in {"dobj", "nsubj", "nsubjpass", "pobj"} or not tree.is_verb(verb):
        return None
    for light in predicates.light.get(tree.word[verb], ()):
        rest = light.words[1:]
        ends_in_link = link is not None and rest[-1:] == (tree.word[link],)
        if link is not None and not ends_in_link:
            continue
        wanted = rest[:-1] if ends_in_link else rest
        near = {tree.word[i] for i in range(verb + 1, min(verb + 4, tree.size))}
        if not near.issuperset(wanted) or (dep == "nsubj") != (light.lends == "subject"):
            continue
        _lend(tree, verb, top, light.lends, found)
        return verb
    return None


def _lend(tree: Tree, verb: int, noun: int, lends: str, found: Places) -> None:
    """Gives the noun what stands with its light verb: who does it, and between or with whom."""
    if lends == "subject":
        return
    places = verb_places(tree, verb)
    for name in _LENT:
        _put(found, name, places.get(name))
    giver = places.get("subject")
    if lends == "on":
        held = places.get("object")
        giver = held if held not in {None, noun} else giver
    if giver not in {None, noun}:
        _put(found, lends, giver)


def adjective_places(tree: Tree, word: int) -> Places:
    """The places around an adjective: what it is said of, and its prepositions."""
    found: Places = {}
    dep, head = tree.dep[word], tree.head[word]
    if dep == "amod":
        found["subject"] = head
    elif dep in {"acomp", "attr", "oprd"}:
        held = tree.kids(head, "dobj") if dep == "oprd" else []
        _put(found, "subject", held[0] if held else surface_subject(tree, head))
    elif dep in {"appos", "acl"}:
        found["subject"] = head
    _prepositions(tree, word, found)
    return found
