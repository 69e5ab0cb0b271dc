"""Which word each number belongs to: as its value, as the count of an argument, or by itself."""

from collections.abc import Sequence

from graph_build.annotate.predications.board import Board, is_measure
from graph_build.annotate.predications.found import Filler, Found, Quantity
from graph_build.annotate.predications.lexical import filler_at
from graph_build.annotate.predications.places import noun_places
from graph_build.model.predication import Slot


class Counting:
    """Gives numbers to the predications of a board."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._tree = board.tree

    def add(self, quantities: Sequence[Quantity]) -> None:
        """Gives each number to one predication: as its value or as the count of an argument."""
        for quantity in quantities:
            owner = self._board.at.get(quantity.head)
            if _only_counts(owner) and self._of_argument(quantity):
                continue
            if not self._as_value(quantity) and not self._of_argument(quantity):
                self._measured(quantity)

    def _as_value(self, quantity: Quantity) -> bool:
        """More than 170 attacks: the noun counted is itself the word of the lexicon."""
        owner = self._board.at.get(quantity.head)
        if owner is None or not owner.is_noun or owner.trigger != quantity.head:
            return False
        if owner.value is None:
            owner.value = quantity
            self._board.at.setdefault(quantity.root, owner)
            return True
        return False

    def _of_argument(self, quantity: Quantity) -> bool:
        """Three soldiers were killed: the noun counted is an argument, or stands for one."""
        owners = []
        for one in self._board.found:
            for slot, filler in one.arguments.items():
                if filler.head in {quantity.head, quantity.root} and filler.quantity is None:
                    owners.append(
                        (self._counts(one, slot), -abs(one.trigger - filler.head), one, slot)
                    )
        if not owners:
            return False
        counts, _, one, slot = max(owners, key=lambda o: (o[0], o[1]))
        one.arguments[slot].quantity = quantity
        if counts and one.value is None:
            one.value = quantity
        return True

    def _counts(self, one: Found, slot: Slot) -> bool:
        """Whether the number of this argument is the value of the predication."""
        return one.attribute is not None and one.attribute.counts == slot.value

    def _measured(self, quantity: Quantity) -> None:
        """Rose by three percent, attacked 150 times: a measure of the word above it."""
        tree = self._tree
        at, other = quantity.root, None
        for _ in range(4):
            if tree.head[at] == at:
                break
            at = tree.head[at]
            owner = self._board.at.get(at) or self._board.copula_subject(at)
            if owner is not None and self._can_measure(owner, quantity):
                owner.value = quantity
                self._board.at.setdefault(quantity.root, owner)
                return
            other = other or owner
            if tree.is_verb(at) or (owner is None and tree.is_noun(at)):
                break
        if other is None and self._of_plain_verb(quantity):
            return
        one = self._plain_count(quantity, other)
        self._board.at.setdefault(quantity.root, one)
        self._board.found.append(one)

    def _of_plain_verb(self, quantity: Quantity) -> bool:
        """45 people in "pulled 45 people from it": of a verb that is no word of the lexicon."""
        tree, root = self._tree, quantity.root
        verb = tree.head[root]
        if tree.dep[root] not in {"dobj", "nsubj", "nsubjpass"} or not tree.is_verb(verb):
            return False
        if tree.lemma[verb] in {"be", "have"}:
            return False
        one = self._board.plain(verb)
        if is_measure(quantity.phrase) and one.value is None:
            one.value = quantity
            return True
        for filler in one.arguments.values():
            if filler.head == root and filler.quantity is None:
                filler.quantity = quantity
                one.value = one.value or quantity
                return True
        return False

    def _can_measure(self, owner: Found, quantity: Quantity) -> bool:
        attribute = owner.attribute
        if attribute is None or owner.value is not None:
            return False
        if quantity.phrase.unit == "time" and attribute.counted_as is not None:
            return True
        if attribute.value != "quantity":
            return is_measure(quantity.phrase) and self._tree.head[quantity.root] == owner.trigger
        measured = attribute.counts is None or is_measure(quantity.phrase)
        return measured or not owner.arguments or quantity.phrase.head is None

    def _plain_count(self, quantity: Quantity, above: Found | None) -> Found:
        """A number of something that no word of the lexicon counts."""
        tree, head = self._tree, quantity.head
        age = self._age(quantity)
        if age is not None:
            return age
        one = Found(head, quantity.phrase.unit or tree.lemma[head], "count", is_noun=True)
        one.value = quantity
        places, _ = noun_places(tree, head, self._board.predicates)
        for place, slot in (("of", Slot.SUBJECT), ("by", Slot.AGENT), ("in", Slot.PLACE)):
            if place in places and places[place] not in self._board.taken:
                one.arguments[slot] = filler_at(tree, places[place], frozenset({head}))
        if above is not None and is_measure(quantity.phrase):
            self._former_level(one, quantity, above)
        elif _is_bare(quantity) and Slot.PLACE in one.arguments:
            self._share_of_row(one, quantity)
        return one

    def _former_level(self, one: Found, quantity: Quantity, above: Found) -> None:
        """3.4 percent in "fell to 2.9 from 3.4 percent": what it stood at before."""
        tree = self._tree
        link = tree.head[quantity.root]
        if tree.word[link] == "from" and Slot.SUBJECT in above.arguments:
            one.attribute = self._board.predicates.attribute("amounts-to")
            one.arguments[Slot.SUBJECT] = above.arguments[Slot.SUBJECT]
            one.arguments.pop(Slot.PLACE, None)

    def _share_of_row(self, one: Found, quantity: Quantity) -> None:
        """900 in "2,500 troops in A and 900 in B": counts what the number before it counts."""
        tree = self._tree
        before = [
            f for f in self._board.found
            if f.value is not None and f.value is not quantity and f.attribute is not None
            and f.trigger < quantity.head and f.is_noun
            and tree.sentence[f.trigger] == tree.sentence[quantity.head]
        ]  # fmt: skip
        if before and Slot.PLACE in before[-1].arguments:
            one.attribute, one.lemma = before[-1].attribute, before[-1].lemma
            one.method = "count:row"
            for slot in (Slot.SUBJECT, Slot.AGENT):
                if slot in before[-1].arguments:
                    one.arguments.setdefault(slot, before[-1].arguments[slot])

    def _age(self, quantity: Quantity) -> Found | None:
        """58 in "Jane Roe, 58, ..."."""
        tree, at = self._tree, quantity.head
        bare = tree.tag[at] == "CD" and quantity.phrase.unit is None and 1 < at < tree.size - 1
        if not bare or tree.text[at - 1] != "," or tree.text[at + 1] not in {",", "."}:
            return None
        start = at - 1
        while start > 0 and tree.is_name(start - 1):
            start -= 1
        number = quantity.phrase.minimum or ""
        if start == at - 1 or not number.isdecimal() or int(number) > 120:
            return None
        one = Found(at, "age", "age", self._board.predicates.attribute("age"), is_noun=True)
        one.value = quantity
        one.arguments[Slot.SUBJECT] = Filler(at - 2, (start, at - 1))
        return one


def _is_bare(quantity: Quantity) -> bool:
    """Whether the noun that is counted is left out, or stands with another number."""
    head = quantity.phrase.head
    return head is None or not quantity.phrase.whole.contains(head)


def _only_counts(owner: Found | None) -> bool:
    """Whether the noun is there for its number alone ("troops")."""
    attribute = owner.attribute if owner is not None and owner.is_noun else None
    return attribute is not None and attribute.only_with == "quantity"
