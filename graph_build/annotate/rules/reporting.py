"""Reporting verbs: "X said that ...", "..., X said", "X called for ...", "stating that ..."."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph_build.annotate.language import Token
from graph_build.annotate.parsed import Paragraph, Range, Unit
from graph_build.annotate.rules.candidate import Candidate, minus, trim
from graph_build.annotate.rules.channels import find_basis, find_channel, is_basis_verb
from graph_build.annotate.rules.phrases import (
    FINITE_TAGS,
    extend_apposition,
    is_negated,
    noun_phrase,
    skip_connective,
    subject_of,
    subtree_range,
    verb_group,
    with_loose_end,
)
from graph_build.annotate.vocabulary import Vocabulary
from ontology.lexicon import Cue

_CLAUSES = {"ccomp"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One reporting verb under study, with all that the rules need to look at."""

    paragraph: Paragraph
    unit: Unit
    verb: Token
    cue: Cue
    particle: Token | None
    vocabulary: Vocabulary


def reporting_verbs(
    paragraph: Paragraph, unit: Unit, vocabulary: Vocabulary
) -> Iterator[Candidate]:
    """An attribution for each verb of the lexicon outside quotations that has a content."""
    for token in paragraph.doc[unit.start : unit.end]:
        if unit.is_quoted(token.i) or token.pos_ not in {"VERB", "AUX"} or is_basis_verb(token):
            continue
        found = vocabulary.verb_cue(token)
        if found is None:
            continue
        reading = Reading(paragraph, unit, token, *found, vocabulary)
        candidate = _read_verb(reading)
        if candidate is not None:
            yield candidate


def _read_verb(reading: Reading) -> Candidate | None:
    source = _source(reading)
    start, end = verb_group(reading.verb)
    cue_range = (start, reading.particle.i + 1 if reading.particle is not None else end)
    for rule, find in _CONTENT_FINDERS:
        content = find(reading, source, cue_range)
        if content:
            return _candidate(reading, rule, content, source, cue_range)
    return None


def _candidate(
    reading: Reading,
    rule: str,
    content: tuple[Range, ...],
    source: Range | None,
    cue_range: Range,
) -> Candidate | None:
    if source is None and not _may_lack_source(reading):
        return None
    channel = find_channel(reading.paragraph, reading.unit, reading.verb, reading.vocabulary)
    holes = tuple(r for r in (source, cue_range) if r is not None)
    pieces = tuple(
        trimmed
        for part in content
        for piece in minus(part, holes)
        if (trimmed := trim(reading.paragraph, piece)) is not None
    )
    if not pieces:
        return None
    return Candidate(
        rule=f"rules:{rule}",
        content=pieces,
        source=(source,) if source else (),
        cue=(cue_range,),
        channel=channel,
        basis=find_basis(reading.paragraph, reading.unit, reading.verb),
        lemma=reading.cue.lemma,
        confidence=_CONFIDENCE.get(rule, 0.7),
    )


def _may_lack_source(reading: Reading) -> bool:
    """Agentless passives with a clause: "it is noted that", "it was reported that"."""
    return any(child.dep_ == "auxpass" for child in reading.verb.children) and any(
        child.dep_ in _CLAUSES for child in reading.verb.children
    )


def _source(reading: Reading) -> Range | None:
    verb, doc = reading.verb, reading.paragraph.doc
    passive = _is_passive(verb)
    head = _agent(verb) if passive else (_quoted_speaker(verb) or subject_of(verb))
    if head is None or reading.unit.is_quoted(head.i):
        return None
    if head.lower_ in {"it", "there", "this", "that", "which"} and head.dep_ != "pobj":
        return None
    start, end = noun_phrase(head)
    limit = verb.i if verb.i > head.i else reading.unit.end
    end = extend_apposition(doc, end, limit, reading.vocabulary.role_nouns)
    return (start, end)


def _is_passive(verb: Token) -> bool:
    """Whether the subject hears and does not speak: "was told", or "Asked whether ..., X said"."""
    helpers = {child.dep_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    bare = verb.tag_ == "VBN" and verb.dep_ == "advcl" and not helpers
    return "auxpass" in helpers or bare


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    return None


def _quoted_speaker(verb: Token) -> Token | None:
    """X in "the outlet quoted X as confirming": the object of the quoting verb."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.pos_ == "VERB":
        return next((t for t in verb.head.head.children if t.dep_ in {"dobj", "nsubjpass"}), None)
    return None


def _quotation_before(reading: Reading, source: Range | None, cue: Range) -> tuple[Range, ...]:
    """Everything before a reporting clause that follows a closing quotation mark."""
    first = min([cue[0], *([source[0]] if source else [])])
    before = [r for r in reading.unit.quotations if r[1] <= first]
    if not before or source is None or first - before[-1][1] > 1:
        return ()
    if _is_scare(reading, before[-1]):
        return ()
    start = reading.unit.start
    if not reading.unit.is_quoted(start):
        start = skip_connective(reading.paragraph, start, before[-1][1])
    parts: list[Range] = [(start, before[-1][1])]
    parts += [r for r in reading.unit.quotations if r[0] >= cue[1]]
    return tuple(parts)


def _quotation_after(reading: Reading, source: Range | None, cue: Range) -> tuple[Range, ...]:
    """The quotation after "X said:", "X said, "; up to the end of the unit."""
    last = max([cue[1], *([source[1]] if source else [])])
    doc = reading.paragraph.doc
    for start, end in reading.unit.quotations:
        if (
            start >= last
            and _only_adverbial(doc[last:start])
            and not _is_scare(reading, (start, end))
        ):
            return ((start, max(end, reading.unit.quotations[-1][1])),)
    return ()


def _only_adverbial(tokens: list[Token]) -> bool:
    """Whether nothing but a short adverbial and a comma or colon stands here."""
    words = [t for t in tokens if not t.is_punct]
    return (
        len(words) <= 12
        and (not words or tokens[-1].text in {",", ":"})
        and not any(t.tag_ in FINITE_TAGS for t in words)
    )


def _is_scare(reading: Reading, quotation: Range) -> bool:
    """Whether a quotation is too short to be speech of its own: at most two words, no comma."""
    tokens = reading.paragraph.doc[quotation[0] : quotation[1]]
    words = [t for t in tokens if not t.is_punct]
    return len(words) <= 2 and not any(t.text in {",", ".", "!", "?"} for t in tokens)


def _clause_before(reading: Reading, source: Range | None, cue: Range) -> tuple[Range, ...]:
    """Everything before the comma of ", X said" at the end of a unit."""
    if source is None:
        return ()
    doc, unit = reading.paragraph.doc, reading.unit
    first = min(source[0], cue[0])
    last = max(source[1], cue[1])
    if first - 1 <= unit.start or doc[first - 1].text not in {",", "—", "–", '"', "”"}:
        return ()
    if not _is_closing_remark(reading, last) or reading.cue.strength == "weak":
        return ()
    if cue[0] - source[1] > 2 and source[1] <= cue[0]:
        return ()
    start = skip_connective(reading.paragraph, unit.start, first - 1)
    clause = doc[start : first - 1]
    if clause[0].tag_ == "VBN" or not any(t.tag_ in FINITE_TAGS for t in clause):
        return ()
    return ((start, first - 1),)


def _is_closing_remark(reading: Reading, last: int) -> bool:
    """Whether after ", X said" only its own complements stand: "Reuters", "on Monday", "citing"."""
    rest = reading.paragraph.doc[last : reading.unit.end]
    if any(t.tag_ in FINITE_TAGS for t in rest):
        return False
    return all(t.dep_ != "ccomp" for t in rest) and "that" not in {t.lower_ for t in rest[:1]}


def _clause_after(reading: Reading, source: Range | None, cue: Range) -> tuple[Range, ...]:
    """The complement clause: "said (that) ...", with what is coordinated with it."""
    if "clause" not in reading.cue.frames:
        return ()
    for child in reading.verb.children:
        if child.dep_ in _CLAUSES and child.i > reading.verb.i:
            start, end = subtree_range(child, reading.unit)
            start = max(start, cue[1], _that(child))
            if start < end:
                end = with_loose_end(reading.unit, reading.paragraph.doc, end)
                return (_with_quotations(reading, (start, end)),)
    return ()


def _with_quotations(reading: Reading, span: Range) -> Range:
    """The range grown so that no quotation is cut through."""
    start, end = span
    for a, b in reading.unit.quotations:
        if a < end and b > start:
            start, end = min(start, a), max(end, b)
    return (start, end)


def _that(clause: Token) -> int:
    """Where "that" opens the clause; 0 without one. What stands before it is no part of it."""
    return next((t.i for t in clause.children if t.dep_ == "mark" and t.lower_ == "that"), 0)


def _infinitive(reading: Reading, source: Range | None, cue: Range) -> tuple[Range, ...]:
    """The infinitive of "vowed to ...", "seek to ..."."""
    if "infinitive" not in reading.cue.frames or source is None:
        return ()
    for child in reading.verb.children:
        if child.dep_ == "xcomp" and any(
            t.dep_ == "aux" and t.lower_ == "to" for t in child.children
        ):
            start, end = subtree_range(child, reading.unit)
            return ((max(start, cue[1]), end),)
    return ()


def _noun_phrase_content(reading: Reading, source: Range | None, cue: Range) -> tuple[Range, ...]:
    """The object of "proposed a timetable", "called for an exit"."""
    if "noun-phrase" not in reading.cue.frames or source is None or is_negated(reading.verb):
        return ()
    holder = reading.particle if reading.particle is not None else reading.verb
    wanted = {"pobj"} if holder.pos_ == "ADP" and holder.dep_ != "prt" else {"dobj"}
    for child in (*holder.children, *(reading.verb.children if wanted == {"dobj"} else ())):
        if child.dep_ in wanted and child.i >= cue[1] and not _is_person(child):
            return (subtree_range(child, reading.unit),)
    return ()


def _object_infinitive(reading: Reading, source: Range | None, cue: Range) -> tuple[Range, ...]:
    """Whom and what of "called on the army to leave", "urged them to stay"."""
    if "object-infinitive" not in reading.cue.frames or source is None:
        return ()
    after = (reading.particle.i if reading.particle is not None else reading.verb.i) + 1
    for child in reading.verb.children:
        to = any(t.dep_ == "aux" and t.lower_ == "to" for t in child.children)
        if child.dep_ in {"xcomp", "ccomp"} and to and child.i > after:
            return ((after, subtree_range(child, reading.unit)[1]),)
    return ()


def _is_person(token: Token) -> bool:
    return token.pos_ in {"PRON", "PROPN"}


_CONTENT_FINDERS = (
    ("quotation-before", _quotation_before),
    ("quotation-after", _quotation_after),
    ("clause-after", _clause_after),
    ("clause-before", _clause_before),
    ("object-infinitive", _object_infinitive),
    ("infinitive", _infinitive),
    ("noun-phrase", _noun_phrase_content),
)

# How surely a find of each rule is right; ordered by their precision on the development articles
# of PolNeAR (docs/MEASURED.md), the rarer ones rounded down.
_CONFIDENCE = {
    "quotation-before": 0.9,
    "quotation-after": 0.9,
    "clause-after": 0.8,
    "clause-before": 0.8,
    "object-infinitive": 0.5,
    "infinitive": 0.5,
    "noun-phrase": 0.4,
}
