"""The lexicon as the rules look it up: by token, lemma and phrase."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph_build.annotate.language import Token
from ontology.lexicon import Cue, Hedge, Lexicon

_PARTICLE_REACH = 5


@dataclass(frozen=True)
class Vocabulary:
    """Look-ups over one lexicon; each index is made when first used."""

    lexicon: Lexicon

    def verb_cue(self, verb: Token) -> tuple[Cue, Token | None] | None:
        """The cue that a verb is part of, longest first, and its last particle if it has one.

        "call for" fits "called again for": the further words of a cue are children of the verb, or
        follow it directly.
        """
        for cue in self._cues_of(verb):
            if cue.pos != "verb":
                continue
            if len(cue.words) == 1:
                return cue, None
            last = _last_particle(verb, cue.words[1:])
            if last is not None:
                return cue, last
        return None

    def _cues_of(self, verb: Token) -> tuple[Cue, ...]:
        """The cues by lemma, or by form where the tagger gives a lemma of no cue ("hopes", hop)."""
        by_head = self.lexicon.cues_by_head
        found = by_head.get(verb.lemma_.lower())
        return found or by_head.get(self._heads.get(verb.lower_, ""), ())

    @cached_property
    def _heads(self) -> dict[str, str]:
        verbs = (cue for cue in self.lexicon.cues if cue.pos == "verb")
        return {form.split()[0]: cue.words[0] for cue in verbs for form in cue.forms}

    def noun_cue(self, noun: Token) -> Cue | None:
        """The cue of a noun, if it is one."""
        return self.lexicon.cue(noun.lemma_.lower(), "noun")

    def is_verb_cue(self, token: Token) -> bool:
        """Whether the lemma alone is a reporting verb."""
        return self.lexicon.cue(token.lemma_.lower(), "verb") is not None

    @cached_property
    def unnamed_nouns(self) -> frozenset[str]:
        """Nouns for people that leave open who they are."""
        return frozenset(n.lemma for n in self.lexicon.source_nouns if n.unnamed)

    @cached_property
    def role_nouns(self) -> frozenset[str]:
        """Nouns for people by what they do, and the last words of titles."""
        return self.lexicon.role_nouns

    @cached_property
    def speaker_forms(self) -> frozenset[str]:
        """Nouns for people who speak, in singular and plural."""
        return frozenset(form for n in self.lexicon.source_nouns for form in n.forms)

    @cached_property
    def medium_nouns(self) -> frozenset[str]:
        """Nouns for media and for what they publish."""
        return self._medium({"outlet", "text"})

    @cached_property
    def occasion_nouns(self) -> frozenset[str]:
        """Nouns for occasions of speaking ("interview")."""
        return self._medium({"occasion"})

    def _medium(self, kinds: Iterable[str]) -> frozenset[str]:
        return frozenset(n.lemma for n in self.lexicon.medium_nouns if n.kind in kinds)

    @cached_property
    def _hedges(self) -> dict[str, Hedge]:
        return {h.form: h for h in self.lexicon.hedges}

    @cached_property
    def _hedge_reaches(self) -> dict[str, int]:
        reaches: dict[str, int] = {}
        for form in self._hedges:
            first, *rest = form.split()
            reaches[first] = max(reaches.get(first, 0), 1 + len(rest))
        return reaches

    def hedge_reach(self, first: str) -> int:
        """The number of words of the longest hedge that begins with this word; 0 for none."""
        return self._hedge_reaches.get(first, 0)

    def hedge(self, words: str) -> Hedge | None:
        """The hedge of this wording, in lower case."""
        return self._hedges.get(words)

    @cached_property
    def _sizes(self) -> dict[str, tuple[int | None, int | None]]:
        return {q.form: (q.minimum, q.maximum) for q in self.lexicon.quantifiers}

    def size(self, word: str) -> tuple[int | None, int | None] | None:
        """The least and greatest number that a word or numeral stands for; None for other words."""
        if word.isdecimal():
            return int(word), int(word)
        return self._sizes.get(word)


def _last_particle(verb: Token, words: tuple[str, ...]) -> Token | None:
    at = verb.i
    last: Token | None = None
    doc = verb.doc
    for word in words:
        following = doc[at + 1 : at + 1 + _PARTICLE_REACH]
        last = next(
            (t for t in following if t.lower_ == word and (t.head == verb or t.i == at + 1)), None
        )
        if last is None:
            return None
        at = last.i
    return last
