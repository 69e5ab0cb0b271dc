"""On how many independent origins each statement rests, and how they were found.

Many reports of one origin are one voice. Origins are counted, never elected: what is not shown to
be independent is not counted as independent, and every row lists its grounds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from graph_build.compare.disagreements.context import read_topics
from graph_build.compare.disagreements.language import FactLanguage, load_language
from graph_build.compare.disagreements.pairs import date_of, number_of, place_names
from graph_build.compare.disagreements.roots import Root, Voice, root_of
from graph_build.compare.disagreements.topics import END, Topic
from graph_build.compare.origins.bounds import Counted, Piece, count_origins, with_days
from graph_build.compare.origins.families import World, families
from graph_build.compare.origins.wording import origins_of, reason_of, verdict_of
from graph_build.model.stated_fact import StatedFact, Surroundings, Telling
from graph_build.model.support import Support, Ties, Told
from ontology.terms import BASE

__all__ = ["find_supports"]

RULE: Final = "origins-1"
VERSION: Final = "0.1"
LONGEST: Final = 12  # words of a quotation that stand for it


def find_supports(
    facts: Iterable[StatedFact],
    told: Mapping[str, Told],
    ties: Ties,
    known: Surroundings,
    language: FactLanguage | None = None,
) -> tuple[Support, ...]:
    """Everything that is stated alike, with its origins: a function of the graph alone.

    Args:
        facts: every fact of every claim.
        told: head claims by IRI, those of the quotations among `ties` at least.
        ties: how claims and reports hang together.
        known: the names of things and where they lie.
        language: the attributes and the words of extent; ours where none is given.
    """
    words = load_language() if language is None else language
    topics = read_topics(facts, words, known)
    sourced = _sourced([t.fact.telling for t in topics] + [t.telling for t in told.values()])
    reader = _Reader(known, ties, sourced)
    found = [*_of_facts(topics, reader, words), *_of_quotations(told, reader)]
    return tuple(sorted(found, key=_order))


class _Reader:
    """Turns topics and claims into pieces with their roots."""

    def __init__(self, known: Surroundings, ties: Ties, sourced: frozenset[str]) -> None:
        self.known, self.ties, self.sourced = known, ties, sourced

    def of_topic(self, topic: Topic) -> Piece:
        """The piece of a fact."""
        piece = self._piece(topic.fact.telling, topic.root, topic.fact.start, topic.fact.words)
        place = place_names(topic, self.known.names)
        return replace(piece, fact=topic.fact.fact, place=place)

    def of_claim(self, one: Told) -> Piece:
        """The piece of a claim as a whole."""
        root = root_of(one.telling, self.known.names)
        return self._piece(one.telling, root, one.start, one.words)

    def _piece(self, telling: Telling, root: Root, start: int, words: str) -> Piece:
        key = self.ties.representative.get(root.key, root.key)
        return Piece(
            claim=telling.claim,
            fact="",
            report=telling.report,
            file_name=telling.file_name,
            start=start,
            root=replace(root, key=key),
            media=telling.media,
            sourced=telling.report in self.sourced,
            words=words,
        )


def _sourced(tellings: Iterable[Telling]) -> frozenset[str]:
    """The reports that name a source for anything."""
    return frozenset(t.report for t in tellings if t.speaker or t.media or t.credits)


def _of_facts(
    topics: Sequence[Topic], reader: _Reader, language: FactLanguage
) -> Iterator[Support]:
    pieces = with_days([reader.of_topic(topic) for topic in topics], reader.ties)
    piece_of = {topic.number: piece for topic, piece in zip(topics, pieces, strict=True)}
    for kind, family in families(topics, language, World(reader.known, reader.ties.retold)):
        if kind == "plain" and _says_little(family):
            continue
        counted = count_origins([piece_of[t.number] for t in family], reader.ties)
        value = "" if kind == "plain" else _most_told(_value(t, kind) for t in family)
        yield _support_of_facts(family, value, counted, reader)


def _says_little(family: Sequence[Topic]) -> bool:
    """Whether it is told by one report alone, or without any source."""
    is_lone = len({t.report for t in family}) < 2
    return is_lone or all(t.root.voice is Voice.OWN for t in family)


def _support_of_facts(
    family: Sequence[Topic], value: str, counted: Counted, reader: _Reader
) -> Support:
    names = reader.known.names
    extents = {word for t in family if t.extent == END for word in _ENDINGS}
    subject = _most_told(t.fact.wording("subject") for t in _plainest(family))
    things = _things(family)
    said = (t.fact.words for t in family)
    named = (names.get(thing, "") for thing in things)
    parts = [family[0].fact.label, value, subject, *extents, *said, *named]
    return replace(
        _counted("proposition", counted, reader.ties),
        attribute=family[0].fact.label,
        subject=subject,
        object=_most_told(t.fact.wording("object") for t in family),
        scope="; ".join(dict.fromkeys(p for t in family if (p := place_names(t, names)))),
        value=value,
        about=things,
        facts=tuple(sorted({t.fact.fact for t in family})),
        words=_search_text(parts),
    )


_MARKS: Final = ".,;:!?()[]\"'“”‘’«»"
_ENDINGS: Final = ("full", "complete", "final", "total")


def _value(topic: Topic, kind: str) -> str:
    is_number = kind == "number" or not date_of(topic)
    shown = number_of(_bare(topic)) if is_number else date_of(topic)
    return f"not so: {shown}".removesuffix(": ") if topic.fact.polarity == "negative" else shown


def _bare(topic: Topic) -> Topic:
    """The topic as if it were told without condition and denial, so that its value is bare."""
    return replace(topic, fact=replace(topic.fact, condition="", polarity="positive"))


def _of_quotations(told: Mapping[str, Told], reader: _Reader) -> Iterator[Support]:
    """One support for each utterance that several reports quote."""
    group: dict[str, set[str]] = {}
    for one, other in sorted(reader.ties.same_words):
        joined = group.get(one, {one}) | group.get(other, {other})
        for claim in joined:
            group[claim] = joined
    for first in sorted({min(held) for held in group.values()}):
        claims = [told[claim] for claim in sorted(group[first]) if claim in told]
        if len(claims) < 2:
            continue
        pieces = with_days([reader.of_claim(one) for one in claims], reader.ties)
        counted = _one_utterance(sorted(pieces, key=lambda p: p.order), reader.ties)
        shortest = min(pieces, key=lambda p: (len(p.words), p.order))
        yield replace(
            _counted("quotation", counted, reader.ties),
            attribute="quotation",
            subject=_most_told(p.root.label for p in pieces),
            value=_shortened(shortest.words),
            words=_search_text(p.words for p in pieces),
        )


def _one_utterance(pieces: Sequence[Piece], ties: Ties) -> Counted:
    """All quotations of one utterance have one origin, however long the chain of likeness."""
    held = count_origins(pieces, ties)
    return replace(held, origins=(tuple(pieces),), least=1, most=1)


def _shortened(words: str) -> str:
    said = words.split()
    return words if len(said) <= LONGEST else f"{' '.join(said[:LONGEST])} …"


def _counted(kind: str, counted: Counted, ties: Ties) -> Support:
    pieces = [piece for origin in counted.origins for piece in origin]
    origins = origins_of(counted, ties)
    verdict = verdict_of(counted)
    return Support(
        kind=kind,
        verdict=verdict,
        rule=RULE,
        reason=reason_of(verdict, counted, origins),
        version=VERSION,
        attribute="",
        subject="",
        object="",
        scope="",
        value="",
        about=(),
        reports=len({piece.report for piece in pieces}),
        least=counted.least,
        most=counted.most,
        origins=origins,
        claims=tuple(sorted({piece.claim for piece in pieces})),
        facts=(),
        words="",
    )


def _plainest(family: Sequence[Topic]) -> Sequence[Topic]:
    """Those that name their subject best: as a thing, else by a noun of their own."""
    with_noun = [t for t in family if t.heads]
    by_rank = [t for t in with_noun if t.whole], [t for t in with_noun if t.who], with_noun
    return next((held for held in by_rank if held), family)


def _things(family: Sequence[Topic]) -> tuple[str, ...]:
    told = {t for topic in family for a in topic.fact.arguments.values() for t in a.things}
    read = {t for topic in family for t in topic.who | topic.agents | topic.what | topic.where}
    return tuple(sorted(thing for thing in told | read if thing.startswith(BASE)))


def _search_text(parts: Iterable[str]) -> str:
    """All words once, in small letters, for questions by words."""
    found: dict[str, None] = defaultdict(None)
    for part in parts:
        found.update(dict.fromkeys(word.strip(_MARKS) for word in part.casefold().split()))
    return " ".join(sorted(word for word in found if word))


def _most_told(words: Iterable[str]) -> str:
    counts = Counter(word for word in words if word)
    return max(counts, key=lambda w: counts[w], default="")


def _order(row: Support) -> tuple[int, str, str, str, str, tuple[str, ...]]:
    return -row.reports, row.kind, row.attribute, row.value, row.subject, row.claims
