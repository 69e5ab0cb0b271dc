"""What stands as the subject of a verb: its own, shared, controlled, or before a participle."""

from graph_build.annotate.predications.tree import RELATIVES, SUBJECTS, Tree

_SHARING = frozenset({"conj", "advcl", "xcomp", "ccomp", "acomp", "oprd"})


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that hangs on the verb itself; a relative pronoun gives what it stands for."""
    found = [c for c in tree.children[verb] if tree.dep[c] in SUBJECTS]
    if not found and tree.is_headline:
        found = [c for c in tree.kids(verb, "dep") if c < verb and tree.is_noun(c)]
    if not found:
        return None
    nearest = min(found, key=lambda c: abs(c - verb))
    if tree.word[nearest] in RELATIVES:
        return antecedent(tree, verb)
    return nearest


def antecedent(tree: Tree, verb: int) -> int | None:
    """The noun that a relative clause, in which this verb stands, belongs to."""
    for _ in range(4):
        if tree.dep[verb] == "relcl":
            return tree.head[verb]
        if tree.dep[verb] not in {"conj", "xcomp", "ccomp"}:
            return None
        verb = tree.head[verb]
    return None


def surface_subject(tree: Tree, verb: int, reach: int = 5) -> int | None:
    """What stands as the subject of a verb, its own or that of the verb it hangs on."""
    own = own_subject(tree, verb)
    if own is not None or reach == 0:
        return own
    dep, head = tree.dep[verb], tree.head[verb]
    if dep in {"acl", "relcl"}:
        return _modified(tree, verb, head)
    near = _beside(tree, verb, head)
    if near is not None:
        return near
    above = _verb_above(tree, verb, head)
    return None if above is None else surface_subject(tree, above, reach - 1)


def _beside(tree: Tree, verb: int, head: int) -> int | None:
    """The subject that stands right before a participle, or that the verb above gives it."""
    dep = tree.dep[verb]
    if dep == "advcl" and tree.tag[verb] == "VBN":
        return _noun_before(tree, verb)
    if dep == "xcomp" or (dep in {"ccomp", "advcl"} and tree.tag[verb] in {"VB", "VBG"}):
        return _controlling(tree, verb, head)
    return None


def _verb_above(tree: Tree, verb: int, head: int) -> int | None:
    """The verb whose subject a verb without one shares."""
    dep = tree.dep[verb]
    if dep == "pcomp" or (tree.tag[head][0] in "JR" and dep in _SHARING):
        head = tree.head[head]
    elif dep not in _SHARING:
        return None
    return head if tree.is_verb(head) or tree.tag[head] == "MD" else None


def _noun_before(tree: Tree, verb: int) -> int | None:
    """The deal in "Under the deal, signed on Monday, they ...": a noun right before the comma."""
    left, _ = tree.edges
    comma = left[verb] - 1
    if comma < 1 or tree.text[comma] != "," or not tree.is_noun(comma - 1):
        return None
    noun = comma - 1
    behind = tree.dep[noun] == "pobj" and tree.head[verb] > verb
    return noun if behind else None


def _controlling(tree: Tree, verb: int, head: int) -> int | None:
    """X in "pushed X to leave" and "aims for X to leave": it does what the lower verb says."""
    held = [c for c in tree.kids(head, "dobj") if c < verb]
    if held:
        return held[-1]
    infinitive = any(tree.word[c] == "to" for c in tree.kids(verb, "aux"))
    for prep in tree.kids(head, "prep"):
        if infinitive and tree.word[prep] in {"for", "on"} and prep < verb:
            return next(iter(tree.kids(prep, "pobj")), None)
    return None


def _modified(tree: Tree, verb: int, noun: int) -> int | None:
    """The noun that a participle or infinitive behind it says something of."""
    if tree.dep[noun] == "npadvmod":
        return None
    infinitive = any(tree.word[c] == "to" for c in tree.kids(verb, "aux"))
    if not infinitive or is_passive(tree, verb):
        return noun
    named = tree.tag[noun] in {"NNP", "NNPS", "PRP", "DT"}
    return noun if named or tree.is_headline or _beside_with(tree, noun) else None


def _beside_with(tree: Tree, noun: int) -> bool:
    """Whether a noun stands with "with" beside its clause: "with hundreds of troops to leave"."""
    for _ in range(3):
        if tree.dep[noun] != "pobj":
            return False
        prep = tree.head[noun]
        if tree.word[prep] == "with":
            return True
        noun = tree.head[prep]
    return False


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb stands in the passive, with or without its auxiliary."""
    deps = {tree.dep[c] for c in tree.children[verb]}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    if tree.tag[verb] != "VBN" or "aux" in deps or "dobj" in deps:
        return False
    if tree.dep[verb] == "conj":
        return not deps & SUBJECTS and is_passive(tree, tree.head[verb])
    bare = tree.is_headline and tree.dep[verb] in {"ROOT", "ccomp"}
    return tree.dep[verb] in {"acl", "advcl", "relcl", "pcomp", "amod", "xcomp", "oprd"} or bare
