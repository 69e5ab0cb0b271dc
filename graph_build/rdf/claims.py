"""Statements as quads: one claim for each hop, the shortcuts of the head, the proposition.

The values of certainty, polarity and speech act are those of the party to whom the words belong.
Whoever merely relays them, or is rested on, is taken to hold neither that they are so nor that
they are not: such a hop is Underspecified on both axes and Asserting (that the next one said so).
A report that marks it as hearsay ("reportedly") is less sure of it on its own account: Probable.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from graph_build.model.attribution import SpeechMode
from graph_build.model.factuality import Certainty, Polarity
from graph_build.model.quad import Iri, Literal, Quad, Term, boolean, decimal, integer
from graph_build.model.statement import Hop, HopKind, Statement
from graph_build.model.text import Span
from graph_build.model.wording import plain_wording
from graph_build.rdf import iris
from graph_build.rdf.labels import (
    about_label,
    chain_label,
    clean_name,
    offsets_label,
)
from graph_build.rdf.scope import ReportScope, describe, party_name, text_or_none
from ontology.terms import Classes, Individuals, Properties

PIECE: Final = " ... "

CERTAINTIES: Final[Mapping[Certainty, str]] = {
    Certainty.CERTAIN: Individuals.Certain,
    Certainty.PROBABLE: Individuals.Probable,
    Certainty.POSSIBLE: Individuals.Possible,
    Certainty.UNDERSPECIFIED: Individuals.Underspecified,
}
POLARITIES: Final[Mapping[Polarity, str]] = {
    Polarity.POSITIVE: Individuals.Positive,
    Polarity.NEGATIVE: Individuals.Negative,
    Polarity.UNDERSPECIFIED: Individuals.UnderspecifiedPolarity,
}
_MODES: Final[Mapping[SpeechMode, str]] = {
    SpeechMode.DIRECT: Individuals.DirectSpeech,
    SpeechMode.INDIRECT: Individuals.IndirectSpeech,
    SpeechMode.MIXED: Individuals.MixedSpeech,
    SpeechMode.NARRATOR: Individuals.NarratorVoice,
    SpeechMode.HEADLINE: Individuals.HeadlineVoice,
}
ACTS: Final[Mapping[str, str]] = {
    "asserting": Individuals.Asserting,
    "confirming": Individuals.Confirming,
    "denying": Individuals.Denying,
    "refusing": Individuals.Refusing,
    "proposing": Individuals.Proposing,
    "demanding": Individuals.Demanding,
    "predicting": Individuals.Predicting,
    "promising": Individuals.Promising,
    "believing": Individuals.Believing,
    "declining-to-disclose": Individuals.DecliningToDisclose,
    "agreeing": Individuals.Agreeing,
    "accusing": Individuals.Accusing,
    "warning": Individuals.Warning,
    "threatening": Individuals.Threatening,
    "asking": Individuals.Asking,
}
_ACT_KEYS: Final = {label.replace("-", ""): label for label in ACTS}


class UnknownActError(ValueError):
    """A statement names a speech act that the ontology does not list."""


class MismatchedWordsError(ValueError):
    """The words of a statement are not the characters at its offsets."""


def act_label(act: str) -> str:
    """The label of a speech act, however its words are joined.

    >>> act_label("DecliningToDisclose")
    'declining-to-disclose'
    """
    label = _ACT_KEYS.get("".join(filter(str.isalpha, act)).lower())
    if label is None:
        raise UnknownActError(f"no speech act {act!r}; known: {', '.join(ACTS)}")
    return label


def statement_quads(scope: ReportScope, statement: Statement, ordinal: int) -> Iterator[Quad]:
    """Every quad of one statement; `ordinal` counts earlier ones with the very same spans."""
    wording = plain_wording(_words(scope, statement))
    proposition = iris.proposition_iri([wording])
    yield from describe(
        proposition,
        Classes.Proposition,
        [(Properties.wording, Literal(wording))],
        iris.PROPOSITIONS_GRAPH,
    )
    claims = claim_iris(scope.report.id, statement, ordinal)
    for number, hop in enumerate(statement.hops):
        pairs = list(_hop_pairs(scope, statement, number))
        pairs.append((Properties.statesProposition, Iri(proposition)))
        if number + 1 < len(claims):
            pairs.append((Properties.relays, Iri(claims[number + 1])))
        if number == statement.head:
            pairs.extend(_head_pairs(scope, statement))
        yield from scope.node(claims[number], Classes.Claim, pairs)
        for span in (*hop.evidence, *_all_spans(statement)):
            yield from scope.evidence(span)


def claim_iris(report_id: str, statement: Statement, ordinal: int) -> tuple[str, ...]:
    """The IRIs of the claims of a statement, one for each hop."""
    spans = spans_key(statement)
    return tuple(
        iris.claim_iri(report_id, spans, hop=number, ordinal=ordinal)
        for number in range(len(statement.hops))
    )


def spans_key(statement: Statement) -> tuple[tuple[Span, ...], ...]:
    """Content, source and cue in text order: where the statement stands."""
    return tuple(tuple(sorted(r)) for r in (statement.content, statement.source, statement.cue))


def _hop_pairs(
    scope: ReportScope, statement: Statement, number: int
) -> Iterator[tuple[str, Term | None]]:
    hop = statement.hops[number]
    is_head = number == statement.head
    yield Properties.reportedIn, Iri(scope.iri)
    yield Properties.hop, integer(number)
    yield Properties.hopKind, Literal(hop.kind.value)
    yield Properties.hasSource, _party(scope, hop)
    yield Properties.inherited, boolean(hop.inherited)
    yield Properties.reason, text_or_none(hop.reason if hop.inherited else None)
    yield Properties.hasSpeechMode, Iri(_MODES[statement.mode])
    for predicate, individual in _attitude(statement, number):
        yield predicate, Iri(individual)
    source = (statement.source or hop.evidence) if is_head else hop.evidence
    for predicate, spans in (
        (Properties.evidence, statement.content),
        (Properties.sourceEvidence, source),
        (Properties.cueEvidence, statement.cue if is_head else ()),
        (Properties.hedgeCue, _hedges(statement, number)),
        (Properties.conditionEvidence, _conditions(statement) if is_head else ()),
    ):
        for span in spans:
            yield predicate, Iri(scope.span_iri(span))


def _attitude(statement: Statement, number: int) -> tuple[tuple[str, str], ...]:
    if number == statement.head:
        certainty, polarity, act = statement.certainty, statement.polarity, statement.act
    else:
        is_heard = number == 0 and bool(statement.hearsay)
        certainty = Certainty.PROBABLE if is_heard else Certainty.UNDERSPECIFIED
        polarity = statement.polarity if is_heard else Polarity.UNDERSPECIFIED
        act = "asserting"
    return (
        (Properties.hasCertainty, CERTAINTIES[certainty]),
        (Properties.hasPolarity, POLARITIES[polarity]),
        (Properties.hasSpeechAct, ACTS[act_label(act)]),
    )


def _hedges(statement: Statement, number: int) -> tuple[Span, ...]:
    """The words of doubt of the party whose words they are; of the report, those of hearsay."""
    if number == statement.head:
        return statement.hedges
    return statement.hearsay if number == 0 else ()


def _conditions(statement: Statement) -> tuple[Span, ...]:
    return (statement.condition,) if statement.condition is not None else ()


def _head_pairs(scope: ReportScope, statement: Statement) -> Iterator[tuple[str, Term | None]]:
    head = statement.hops[statement.head]
    source = statement.source or head.evidence
    yield Properties.isHead, boolean(True)
    yield Properties.speaker, _party(scope, head)
    yield (
        Properties.speakerLabel,
        text_or_none(clean_name(party_name(head.party)) if head.party else None),
    )
    yield Properties.hearsayDepth, integer(len(statement.hops) - 1)
    yield Properties.words, Literal(_words(scope, statement))
    yield Properties.contentOffsets, Literal(offsets_label(statement.content))
    yield Properties.sourceOffsets, text_or_none(offsets_label(source))
    yield Properties.cueOffsets, text_or_none(offsets_label(statement.cue))
    yield Properties.saidOn, text_or_none(statement.said)
    yield Properties.fileName, Literal(scope.report.file_name)
    yield Properties.modeLabel, Literal(statement.mode.value)
    yield Properties.certaintyLabel, Literal(statement.certainty.value)
    yield Properties.polarityLabel, Literal(statement.polarity.value)
    yield Properties.actLabel, Literal(act_label(statement.act))
    yield Properties.carriedOver, boolean(statement.carried_over)
    yield Properties.confidence, decimal(statement.confidence)
    yield Properties.extractedBy, text_or_none(statement.method)
    yield from _party_pairs(scope, statement)
    yield from _about_pairs(scope, statement)


def _party_pairs(scope: ReportScope, statement: Statement) -> Iterator[tuple[str, Term | None]]:
    parties = [hop.party for hop in statement.hops if hop.party is not None]
    yield Properties.chainLabel, text_or_none(chain_label(party_name(p) for p in parties))
    for hop in statement.hops:
        if hop.kind is HopKind.MEDIUM:
            yield Properties.via, _party(scope, hop)
        elif hop.kind is HopKind.BASIS:
            yield Properties.restsOn, _party(scope, hop)


def _about_pairs(scope: ReportScope, statement: Statement) -> Iterator[tuple[str, Term | None]]:
    things = [scope.party_iri(entity) for entity in statement.about]
    yield Properties.aboutLabel, text_or_none(about_label(e.name for e in statement.about))
    for thing in things:
        yield Properties.about, Iri(thing)
    for container in sorted({c for thing in things for c in scope.containers_of(thing)}):
        yield Properties.aboutWithin, Iri(container)


def _party(scope: ReportScope, hop: Hop) -> Iri | None:
    return None if hop.party is None else Iri(scope.party_iri(hop.party))


def _words(scope: ReportScope, statement: Statement) -> str:
    words = PIECE.join(scope.cut(span) for span in sorted(statement.content))
    if words != statement.words:
        offsets = offsets_label(statement.content)
        raise MismatchedWordsError(f"{offsets} hold {words!r}, not {statement.words!r}")
    return words


def _all_spans(statement: Statement) -> tuple[Span, ...]:
    return (
        *statement.content, *statement.source, *statement.cue, *statement.hedges,
        *statement.hearsay, *_conditions(statement),
    )  # fmt: skip
