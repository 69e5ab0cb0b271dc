"""Who has spoken so far in a report, so that later words can point back to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from graph_build.link.wording import Phrase
from graph_build.model.entity import MEDIA, PEOPLE, Entity, Party, UnnamedSource
from graph_build.model.statement import Hop

_REACH: Final = 1200
_ANYBODY: Final = frozenset({"source", "person"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who has spoken: where, in which words, through which media and resting on whom."""

    party: Party
    at: int
    phrase: Phrase
    media: tuple[Hop, ...] = ()
    basis: tuple[Hop, ...] = ()


@dataclass
class Memory:
    """The speakers of one report in the order in which they were read."""

    spoken: list[Spoken] = field(default_factory=list)

    def add(self, spoken: Spoken) -> None:
        """Keep who spoke last."""
        self.spoken.append(spoken)

    def recent(self, at: int) -> Iterator[Spoken]:
        """Those who spoke before, the last one first, not too far back."""
        return (s for s in reversed(self.spoken) if at - s.at < _REACH)

    def last_single(self, at: int) -> Party | None:
        """The last single human being who spoke."""
        return next((s.party for s in self.recent(at) if is_single(s.party)), None)

    def last_several(self, at: int) -> Party | None:
        """The last group of people, or several parties together, that spoke."""
        several = (s.party for s in self.recent(at) if not is_single(s.party))
        return next((p for p in several if not is_medium(p)), None)

    def last_body(self, at: int) -> Party | None:
        """The last body that spoke: neither a person nor unnamed people."""
        bodies = (s.party for s in self.recent(at) if isinstance(s.party, Entity))
        return next((p for p in bodies if p.kind not in PEOPLE and not p.members), None)

    def same_noun(self, phrase: Phrase, at: int) -> Spoken | None:
        """The last who spoke under the same noun, in the same number, with no other adjectives."""
        for spoken in self.recent(at):
            earlier = spoken.phrase
            same = earlier.noun == phrase.noun and earlier.is_plural == phrase.is_plural
            if same and set(phrase.nominal[:-1]) <= set(earlier.nominal[:-1]):
                return spoken
        return None

    def unnamed(self, phrase: Phrase, at: int) -> Spoken | None:
        """The last unnamed people whom "these sources" or "the official" may mean.

        The noun must be the same, or say nothing of who they are ("the sources").
        """
        for spoken in self.recent(at):
            party, noun = spoken.party, spoken.phrase.noun
            if not isinstance(party, UnnamedSource) or is_single(party) == phrase.is_plural:
                continue
            if phrase.noun == noun or phrase.noun in _ANYBODY:
                return spoken
        return None

    def medium_resting_on(self, party: Party) -> Entity | None:
        """The medium that was told from last as resting on this party."""
        for spoken in reversed(self.spoken):
            told = isinstance(spoken.party, Entity) and is_medium(spoken.party)
            if told and any(hop.party == party for hop in spoken.basis):
                return spoken.party if isinstance(spoken.party, Entity) else None
        return None

    def together(self, members: tuple[Entity, ...]) -> Entity | None:
        """The same parties speaking together before, so that they stay one node."""
        joint = (s.party for s in self.spoken if isinstance(s.party, Entity) and s.party.members)
        return next((party for party in joint if party.members == members), None)

    def last_together(self) -> Entity | None:
        """Those who spoke together last."""
        joint = [s.party for s in self.spoken if isinstance(s.party, Entity) and s.party.members]
        return joint[-1] if joint else None


def is_medium(party: Party) -> bool:
    """Whether a party is a news medium."""
    return isinstance(party, Entity) and party.kind in MEDIA


def is_single(party: Party) -> bool:
    """Whether a party is one human being."""
    if isinstance(party, UnnamedSource):
        return party.maximum == 1
    return party.kind in PEOPLE
