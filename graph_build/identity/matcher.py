"""Decides how near two names are to naming one thing.

The score is what is left of 1 after a fixed sum for each difference; what each costs is reasoned,
not learnt. Names that hold words against each other stay below the threshold. The threshold says
"may well be one"; that two people of the news are one asks for more, see `hypotheses`.
"""

from typing import Final

from graph_build.identity.bodies import BodyRules
from graph_build.identity.parts import NameParser
from graph_build.identity.people import PeopleRules
from graph_build.model.identity import NameMatch
from ontology.names import NameKnowledge

THRESHOLD: Final = 0.7
"""From here on two names may well name one thing."""
PEOPLE: Final = frozenset({"Person", "Official"})


class NameMatcher:
    """Compares names of one kind of thing; what it knows of names is given to it."""

    def __init__(self, knowledge: NameKnowledge) -> None:
        parser = NameParser(knowledge)
        self._people = PeopleRules(parser, knowledge)
        self._bodies = BodyRules(parser)

    def match(self, one: str, other: str, kind: str) -> NameMatch:
        """How likely two names are names of one thing of this kind, the same from both sides.

        Args:
            one: a name as it is written.
            other: another.
            kind: a class of thing; "Person" and "Official", in any case, are people, all others
                bodies.
        """
        first, second = sorted((one, other))
        rules = self._people if kind.title() in PEOPLE else self._bodies
        return rules.match(first, second)

    def words(self, name: str, kind: str) -> tuple[str, ...]:
        """The words of a name that tell things of this kind apart, in plain letters."""
        rules = self._people if kind.title() in PEOPLE else self._bodies
        return rules.parts(name).words

    def signature(self, name: str, kind: str) -> tuple[object, ...]:
        """What two names of one and the same spelling share, marks of father and son included."""
        if kind.title() in PEOPLE:
            person = self._people.parts(name)
            return person.words, person.generation, person.gender
        return (self._bodies.parts(name).letters,)

    def given_names(self, word: str) -> frozenset[str]:
        """The given names that a plain word may be a spelling or a short form of."""
        return self._people.roots(word)
