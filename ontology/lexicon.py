"""The language knowledge of attribution: cue words, hedges, source nouns, titles, group sizes.

`load_lexicon` reads `gazetteer/lexicon.ttl` (and files of the user beside it) into frozen values.
What each property means is told in `gazetteer/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ontology.gazetteer_file import RDFS_LABEL, Records, read_records
from ontology.lexicon_model import (
    ACTS,
    CERTAINTIES,
    FRAMES,
    OPEN_ACTS,
    PARTS_OF_SPEECH,
    POLARITIES,
    STRENGTHS,
    AgentlessForm,
    Conditional,
    Cue,
    Hedge,
    Lexicon,
    MediumNoun,
    Modifier,
    Negator,
    Quantifier,
    SourceNoun,
    Title,
)
from ontology.terms import LEX, ONR

__all__ = [
    "ACTS",
    "CERTAINTIES",
    "FRAMES",
    "LEXICON_FILE",
    "OPEN_ACTS",
    "POLARITIES",
    "STRENGTHS",
    "AgentlessForm",
    "Conditional",
    "Cue",
    "Hedge",
    "Lexicon",
    "MediumNoun",
    "Modifier",
    "Negator",
    "Quantifier",
    "SourceNoun",
    "Title",
    "load_lexicon",
    "read_lexicon",
]

LEXICON_FILE = Path(__file__).parent / "gazetteer" / "lexicon.ttl"

_PART = "http://www.lexinfo.net/ontology/3.0/lexinfo#partOfSpeech"
_DENOTES = "http://www.w3.org/ns/lemon/ontolex#denotes"


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Read the lexicon, and the user's files beside it; raise GazetteerError on a bad entry."""
    return read_lexicon((LEXICON_FILE, *extra))


def read_lexicon(paths: Sequence[Path]) -> Lexicon:
    """Read these files and no other; for a lexicon of one's own in place of ours."""
    records = read_records(paths)
    cues = tuple(sorted(_cues(records), key=lambda c: (c.lemma, c.pos, c.iri)))
    by_head: dict[str, list[Cue]] = {}
    for cue in sorted(cues, key=lambda c: -len(c.words)):
        by_head.setdefault(cue.words[0], []).append(cue)
    return Lexicon(
        cues=cues,
        hedges=tuple(_hedges(records)),
        negators=tuple(_negators(records)),
        source_nouns=tuple(_source_nouns(records)),
        body_nouns=tuple(label for _, label in _labelled(records, "BodyNoun")),
        medium_nouns=tuple(
            MediumNoun(
                label,
                _listed(records, s, "mediumKind", _MEDIUM_KINDS),
                _flag(records, s, "journalistic"),
                _term(records, s, LEX + "onlyFor", _MEDIA),
            )
            for s, label in _labelled(records, "MediumNoun")
        ),
        quantifiers=tuple(_quantifiers(records)),
        anonymity_triggers=tuple(label for _, label in _labelled(records, "AnonymityTrigger")),
        rank_words=tuple(label for _, label in _labelled(records, "RankWord")),
        titles=tuple(
            Title(label, _listed(records, s, "titleRank", _TITLE_RANKS))
            for s, label in _labelled(records, "Title")
        ),
        agentless_forms=tuple(_agentless(records)),
        modifiers=tuple(_modifiers(records)),
        conditionals=tuple(
            Conditional(label, _part(records, s), _flag(records, s, "contrary"))
            for s, label in _labelled(records, "Conditional")
        ),
        cues_by_head={head: tuple(found) for head, found in sorted(by_head.items())},
    )


_MEDIA = frozenset({"NewsAgency", "NewsOrganization"})
_MEDIUM_KINDS = frozenset({"outlet", "text", "occasion"})
_TITLE_RANKS = frozenset({"office", "military", "honorific", "clerical", "civil"})


def _labelled(records: Records, kind: str) -> Iterator[tuple[str, str]]:
    found = []
    for subject in records.of_type(kind):
        label = records.one(subject, RDFS_LABEL)
        if not label or not label.strip():
            raise records.fail(subject, "has no rdfs:label")
        found.append((subject, label))
    yield from sorted(found, key=lambda pair: (pair[1], pair[0]))


def _listed(records: Records, subject: str, name: str, allowed: frozenset[str]) -> str:
    value = records.one(subject, LEX + name)
    if value not in allowed:
        raise records.fail(subject, f"lex:{name} is {value!r}, not one of {sorted(allowed)}")
    return value


def _term(records: Records, subject: str, predicate: str, allowed: frozenset[str]) -> str | None:
    value = records.one(subject, predicate)
    if value is not None and value.removeprefix(ONR) not in allowed:
        raise records.fail(subject, f"gives <{value}>, not one of {sorted(allowed)}")
    return None if value is None else value.removeprefix(ONR)


def _needed(records: Records, subject: str, predicate: str, allowed: frozenset[str]) -> str:
    value = _term(records, subject, predicate, allowed)
    if value is None:
        raise records.fail(subject, f"lacks <{predicate}>")
    return value


def _flag(records: Records, subject: str, name: str) -> bool:
    return records.one(subject, LEX + name) == "true"


def _number(records: Records, subject: str, name: str) -> int | None:
    value = records.one(subject, LEX + name)
    if value is not None and not value.isdecimal():
        raise records.fail(subject, f"lex:{name} is {value!r}, not a whole number")
    return None if value is None else int(value)


def _part(records: Records, subject: str) -> str:
    part = (records.one(subject, _PART) or "").rpartition("#")[2]
    if part not in PARTS_OF_SPEECH:
        raise records.fail(subject, f"has part of speech {part!r}")
    return part


def _cues(records: Records) -> Iterator[Cue]:
    for subject, lemma in _labelled(records, "Cue"):
        frames = frozenset(records.all(subject, LEX + "frame"))
        if not frames or frames - FRAMES:
            wrong = sorted(frames - FRAMES) or "none"
            raise records.fail(subject, f"has frames {wrong}; known are {sorted(FRAMES)}")
        yield Cue(
            iri=subject,
            lemma=lemma,
            pos=_part(records, subject),
            act=_needed(records, subject, _DENOTES, ACTS),
            polarity=_term(records, subject, LEX + "givesPolarity", POLARITIES),
            certainty=_term(records, subject, LEX + "givesCertainty", CERTAINTIES),
            frames=frames,
            strength=_listed(records, subject, "strength", STRENGTHS),
            addressee=_flag(records, subject, "takesAddressee"),
            irregular=records.all(subject, LEX + "irregularForm"),
            infinitive_act=_term(records, subject, LEX + "denotesWithInfinitive", ACTS),
        )


def _hedges(records: Records) -> Iterator[Hedge]:
    for subject, form in _labelled(records, "Hedge"):
        certainty = _needed(records, subject, LEX + "givesCertainty", CERTAINTIES)
        yield Hedge(form, certainty, _flag(records, subject, "hearsay"))


def _negators(records: Records) -> Iterator[Negator]:
    for subject, form in _labelled(records, "Negator"):
        yield Negator(form, _needed(records, subject, LEX + "givesPolarity", POLARITIES))


def _source_nouns(records: Records) -> Iterator[SourceNoun]:
    for subject, lemma in _labelled(records, "SourceNoun"):
        irregular = records.all(subject, LEX + "irregularForm")
        yield SourceNoun(lemma, _flag(records, subject, "unnamed"), irregular)


def _quantifiers(records: Records) -> Iterator[Quantifier]:
    for subject, form in _labelled(records, "Quantifier"):
        low, high = (_number(records, subject, name) for name in ("minSize", "maxSize"))
        if low is not None and high is not None and low > high:
            raise records.fail(subject, f"has lex:minSize {low} above lex:maxSize {high}")
        yield Quantifier(form, low, high, _flag(records, subject, "approximate"))


def _agentless(records: Records) -> Iterator[AgentlessForm]:
    for subject, form in _labelled(records, "AgentlessForm"):
        act = _needed(records, subject, _DENOTES, ACTS)
        certainty = _needed(records, subject, LEX + "givesCertainty", CERTAINTIES)
        yield AgentlessForm(form, act, certainty, _flag(records, subject, "hearsay"))


def _modifiers(records: Records) -> Iterator[Modifier]:
    for subject, lemma in _labelled(records, "Modifier"):
        yield Modifier(
            lemma=lemma,
            pos=_part(records, subject),
            certainty=_term(records, subject, LEX + "givesCertainty", CERTAINTIES),
            polarity=_term(records, subject, LEX + "givesPolarity", POLARITIES),
            act=_term(records, subject, _DENOTES, ACTS),
            hearsay=_flag(records, subject, "hearsay"),
            passive=_flag(records, subject, "passiveOnly"),
            from_only=_flag(records, subject, "fromOnly"),
            over_noun=_flag(records, subject, "overNoun"),
        )
