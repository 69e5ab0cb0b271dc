"""Which word each time belongs to: the nearest that governs it and can have one."""

from collections.abc import Sequence

from graph_build.annotate.predications.board import Board, is_measure
from graph_build.annotate.predications.found import Found, Time
from graph_build.model.predication import Slot
from graph_build.model.values import TimeRelation

_DEADLINES = frozenset({TimeRelation.BY, TimeRelation.UNTIL, TimeRelation.WITHIN})
_SEQUENCES = frozenset({"following", "after", "before", "since", "during", "amid"})
_ASKING = frozenset({"seek", "want", "propose", "demand", "expect", "plan", "urge", "announce"})


class Dating:
    """Gives times to the predications of a board."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._tree = board.tree

    def add(self, times: Sequence[Time]) -> None:
        """Gives each time to one predication."""
        for time in times:
            self._time_owner(time).times.append(time)

    def _time_owner(self, time: Time) -> Found:
        tree = self._tree
        behind = self._measure_before(time) or self._headline_noun_before(time)
        if behind is not None:
            return behind
        at = tree.head[time.root]
        for _ in range(12):
            owner = self._board.at.get(at)
            if owner is not None and self._takes(owner, time):
                return self._within(owner, time) or self._pushed_down(owner, time)
            if tree.is_verb(at):
                found = self._of_verb(at, time, owner)
                if found is not None:
                    return found
            if tree.head[at] == at or tree.dep[at] == "relcl":
                break
            at = tree.head[at]
        return self._nearest(time) or self._board.plain(self._own_head(time))

    def _of_verb(self, verb: int, time: Time, owner: Found | None) -> Found | None:
        """What a time on a verb is the time of, where the verb itself is no word of ours."""
        if self._waits(verb):
            return self._below(verb)
        if owner is not None:
            return None
        copula = self._board.copula_subject(verb)
        if copula is not None and self._takes(copula, time):
            return copula
        held = self._noun_before(verb, time)
        return held or self._pushed_down(self._board.plain(verb), time)

    def _headline_noun_before(self, time: Time) -> Found | None:
        """The departure in "..., With Final Departure in May": parses of headlines are loose."""
        owner = self._board.at.get(time.tokens[0] - 1) if self._tree.is_headline else None
        return owner if owner is not None and owner.is_noun and self._takes(owner, time) else None

    def _measure_before(self, time: Time) -> Found | None:
        """63 percent in "up from 63 percent in 2019": a number that is itself what is dated."""
        for one in self._board.found:
            value = one.value
            if value is None or one.trigger != value.head or not one.method.startswith("count"):
                continue
            if value.tokens[1] == time.tokens[0] and is_measure(value.phrase):
                return one
        return None

    def _own_head(self, time: Time) -> int:
        """The verb above a time in its own quotation, else the word it hangs on."""
        tree = self._tree
        at = tree.head[time.root]
        for _ in range(6):
            if tree.is_verb(at) and at not in self._board.at:
                return at
            if tree.head[at] == at:
                break
            at = tree.head[at]
        unit = tree.sentence[time.root]
        verbs = [
            i for i in range(tree.size)
            if tree.sentence[i] == unit and tree.is_verb(i) and tree.dep[i][:3] != "aux"
        ]  # fmt: skip
        held = {v: self._board.at.get(v) for v in verbs}
        free = [v for v, o in held.items() if o is None or self._takes(o, time)]
        silent = [v for v, o in held.items() if o is None or not _tells(o)]
        return min(free or silent or [time.root], key=lambda v: abs(v - time.root))

    def _within(self, owner: Found, time: Time) -> Found | None:
        """The event inside the clause that a date is that of: what happens, or comes before."""
        happening = self._happening(owner)
        if happening is not None or owner.is_noun or owner.trigger > time.root:
            return happening
        near = self._noun_before(owner.trigger, time)
        if near is None or self._tree.dep[near.trigger] != "pobj":
            return None
        link = self._tree.head[near.trigger]
        return near if self._tree.word[link] in _SEQUENCES else None

    def _happening(self, owner: Found) -> Found | None:
        """What takes place, where the noun for it is itself a predication."""
        light = self._board.predicates.light.get(self._tree.word[owner.trigger], ())
        subject = owner.arguments.get(Slot.SUBJECT)
        if subject is None or not any(v.lends == "subject" for v in light):
            return None
        lower = self._board.at.get(subject.head)
        return lower if lower is not None and lower.is_noun else None

    def _takes(self, owner: Found, time: Time) -> bool:
        """Whether a time can be that of this predication."""
        attribute = owner.attribute
        if attribute is None:
            return True
        if attribute.only_with == "time" and not self._spoken_at(owner, time):
            return False
        return attribute.value != "none" and not (
            owner.is_noun and attribute.only_with == "quantity"
        )

    def _spoken_at(self, owner: Found, time: Time) -> bool:
        """Whether words were said at the time: not where the time stands in the words."""
        tree, at = self._tree, self._tree.head[time.root]
        if time.phrase.relation is not TimeRelation.AT:
            return False
        near = {owner.trigger, *owner.helpers}
        if at not in near and not (tree.dep[at] == "pobj" and tree.head[tree.head[at]] in near):
            return False
        for start, end in self._tree.paragraph.quoted_ranges:
            if start <= time.root < end and not start <= owner.trigger < end:
                return False
        return True

    def _waits(self, verb: int) -> bool:
        """Whether the verb only passes a date on ("expected", "set")."""
        return self._tree.word[verb] in self._board.predicates.passive_helpers

    def _below(self, verb: int) -> Found | None:
        """What is expected: the infinitive under the verb, or the noun that it says it of."""
        tree = self._tree
        for child in tree.kids(verb, "xcomp", "ccomp"):
            if child in self._board.at:
                return self._board.at[child]
            if not self._waits(child):
                return self._board.plain(child)
        noun = tree.head[verb] if tree.dep[verb] == "acl" else None
        if noun is None:
            noun = next(iter(tree.kids(verb, "nsubjpass", "nsubj")), None)
        return None if noun is None else self._board.at.get(noun)

    def _pushed_down(self, owner: Found, time: Time) -> Found:
        """A deadline on "seeks the withdrawal ... by June" is that of the withdrawal."""
        if time.phrase.relation not in _DEADLINES or owner.is_noun:
            return owner
        tree = self._tree
        if owner.attribute is not None and tree.lemma[owner.trigger] not in _ASKING:
            return owner
        held = owner.arguments.get(Slot.OBJECT)
        lower = self._board.at.get(held.head) if held is not None else None
        before = lower is not None and lower.trigger < time.tokens[0]
        return lower if lower is not None and before and self._takes(lower, time) else owner

    def _noun_before(self, verb: int, time: Time) -> Found | None:
        """The invasion in "following their invasion of X in 2004": of a verb not in the lexicon."""
        tree = self._tree
        below = [f for f in self._board.found if f.is_noun and verb < f.trigger < time.tokens[0]]
        near = [f for f in below if self._hangs_on(f.trigger, verb) and self._takes(f, time)]
        if not near:
            return None
        last = max(near, key=lambda f: f.trigger)
        ends = [filler.tokens[1] for filler in last.arguments.values()]
        reach = max([last.trigger + 1, *(e for e in ends if e <= time.tokens[0])])
        words = [w for w in tree.word[reach : time.tokens[0]] if w not in {",", "("}]
        return last if not words else None

    def _hangs_on(self, noun: int, verb: int) -> bool:
        """Whether a noun is the object of a verb, directly or through a preposition."""
        tree = self._tree
        for _ in range(6):
            if tree.dep[noun] not in {"pobj", "dobj", "prep", "agent", "conj"}:
                return False
            noun = tree.head[noun]
            if noun == verb:
                return True
        return False

    def _nearest(self, time: Time) -> Found | None:
        """The nearest predication of the same sentence, where the parse leads to none."""
        tree = self._tree
        unit = tree.sentence[time.tokens[0]]
        near = [
            f
            for f in self._board.found
            if tree.sentence[f.trigger] == unit and self._takes(f, time)
        ]
        return min(near, key=lambda f: abs(f.trigger - time.tokens[0]), default=None)


def _tells(owner: Found) -> bool:
    """Whether the predication is one of speaking, which only a date makes a fact."""
    return owner.attribute is not None and owner.attribute.only_with == "time"
