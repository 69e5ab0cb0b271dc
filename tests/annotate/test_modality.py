"""What the words around a predicate do to it: sentences of many subjects with the right reading."""

import pytest

from graph_build.model.factuality import Certainty, Modality, Operator, Polarity
from graph_build.model.text import Span

pytestmark = pytest.mark.model

LEAD = "Council meets in the harbour town\nThe council sat on Tuesday.\n"
CERTAIN, PROBABLE = Certainty.CERTAIN, Certainty.PROBABLE
POSSIBLE, OPEN = Certainty.POSSIBLE, Certainty.UNDERSPECIFIED
YES, NO, EITHER = Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.UNDERSPECIFIED

READINGS = [
    # plain statements, past, present and to come
    ("The river flooded two villages.", "flooded", CERTAIN, YES, None),
    ("The museum will reopen in spring.", "reopen", CERTAIN, YES, None),
    ("The airline has grounded its fleet.", "grounded", CERTAIN, YES, None),
    ("The dam would supply three towns.", "supply", CERTAIN, YES, None),
    ("The drug can lower blood pressure.", "lower", CERTAIN, YES, None),
    # modal verbs
    ("The storm could reach the coast.", "reach", POSSIBLE, YES, None),
    ("The central bank may cut rates.", "cut", POSSIBLE, YES, None),
    ("The singer might cancel and return home.", "return", POSSIBLE, YES, None),
    ("The club must pay the fine.", "pay", OPEN, YES, "Demanding"),
    ("The tenants should leave the building.", "leave", OPEN, YES, "Demanding"),
    ("The thief must have used a ladder.", "used", PROBABLE, YES, None),
    ("The bridge would have collapsed.", "collapsed", OPEN, YES, None),
    ("The pilot should have turned back.", "turned", OPEN, NO, None),
    # words that only say how likely
    ("Prices are expected to fall.", "fall", PROBABLE, YES, "Predicting"),
    ("The strike is likely to end.", "end", PROBABLE, YES, "Predicting"),
    ("The trial is set to begin in May.", "begin", PROBABLE, YES, "Predicting"),
    ("The ferry was due to sail at noon.", "sail", PROBABLE, YES, "Predicting"),
    ("The comet appears to be breaking up.", "breaking", PROBABLE, YES, None),
    ("The minister is unlikely to resign.", "resign", PROBABLE, NO, "Predicting"),
    ("It is unlikely that the vaccine will fail.", "fail", PROBABLE, NO, "Predicting"),
    ("It is possible that the lake dried up.", "dried", POSSIBLE, YES, None),
    ("There is a possibility that schools will close.", "close", POSSIBLE, YES, None),
    ("There is a risk that the roof could give way.", "give", POSSIBLE, YES, None),
    ("The reactor will possibly restart in June.", "restart", POSSIBLE, YES, None),
    ("The vote will probably be delayed.", "delayed", PROBABLE, YES, None),
    ("The heir is believed to have left the country.", "left", PROBABLE, YES, "Believing"),
    ("The firm reportedly sold the mine.", "sold", PROBABLE, YES, None),
    ("The banker allegedly forged the letters.", "forged", PROBABLE, YES, None),
    ("The court is expected to begin hearing witnesses.", "hearing", PROBABLE, YES, "Predicting"),
    # negation
    ("The champion did not finish the race.", "finish", CERTAIN, NO, None),
    ("The mayor never signed the contract.", "signed", CERTAIN, NO, None),
    ("The factory no longer makes engines.", "makes", CERTAIN, NO, None),
    ("No passengers were hurt.", "hurt", CERTAIN, NO, None),
    ("Nobody claimed the prize.", "claimed", CERTAIN, NO, None),
    ("Neither company made an offer.", "made", CERTAIN, NO, None),
    ("The ship sailed without paying the fee.", "paying", CERTAIN, NO, None),
    ("The army failed to take the hill.", "take", CERTAIN, NO, None),
    ("The band did not fail to appear.", "appear", CERTAIN, YES, None),
    ("The driver was unable to stop.", "stop", CERTAIN, NO, None),
    ("Guards prevented fans from entering the hall.", "entering", CERTAIN, NO, None),
    ("Farmers are not expected to plant rice.", "plant", PROBABLE, NO, "Predicting"),
    ("The council did not sign or publish the plan.", "publish", CERTAIN, NO, None),
    ("The team not only won but set a record.", "won", CERTAIN, YES, None),
    # who wills it: acts of the subject
    ("The union threatened to block the port.", "block", OPEN, YES, "Threatening"),
    ("The insurer refused to pay.", "pay", CERTAIN, NO, "Refusing"),
    ("The star declined to sing the anthem.", "sing", CERTAIN, NO, "Refusing"),
    ("The two rivals agreed to share the field.", "share", OPEN, YES, "Agreeing"),
    ("The chain plans to open ten shops.", "open", OPEN, YES, "Proposing"),
    ("The rebels vowed to fight on.", "fight", OPEN, YES, "Promising"),
    ("The party seeks to change the law.", "change", OPEN, YES, "Proposing"),
    ("The founder hopes to raise money.", "raise", OPEN, YES, "Proposing"),
    ("The regulator ordered the bank to repay clients.", "repay", OPEN, YES, "Demanding"),
    ("The premier denied taking bribes.", "taking", CERTAIN, NO, "Denying"),
    ("The company said it fears that demand will drop.", "drop", POSSIBLE, YES, "Believing"),
    ("The judge urged the parties to settle.", "settle", OPEN, YES, "Demanding"),
    ("The bishop did not deny that money was missing.", "missing", OPEN, EITHER, "Denying"),
    # left open by grammar
    ("Will the theatre close?", "close", OPEN, EITHER, None),
    ("It is unclear whether the talks resumed.", "resumed", OPEN, EITHER, None),
    ("The state sent planes to fight the fire.", "fight", OPEN, YES, None),
    ("If the levee breaks, the valley will flood.", "breaks", OPEN, YES, None),
    # nouns
    ("The union called for a boycott.", "boycott", OPEN, YES, "Demanding"),
    ("The minister ruled out a tax rise.", "rise", CERTAIN, NO, "Denying"),
    ("Police are looking into an alleged theft.", "theft", PROBABLE, YES, None),
    ("The planned merger worries the staff.", "merger", OPEN, YES, "Proposing"),
    ("There was no explosion at the plant.", "explosion", CERTAIN, NO, None),
    ("The cuts could lead to protests.", "protests", POSSIBLE, YES, None),
    ("The critics could discuss the protests.", "protests", CERTAIN, YES, None),
    ("The town was left without electricity.", "electricity", CERTAIN, NO, None),
]

CONDITIONS = [
    ("If the levee breaks, the valley will flood.", "flood", "the levee breaks"),
    ("The plant will close unless the union agrees.", "close", "unless the union agrees"),
    (
        "If the law passes, shops will open earlier, while bars will close later.",
        "close",
        "the law passes",
    ),
    ("The sale, subject to a vote, will be completed in June.", "completed", "a vote"),
    (
        "Provided that parliament approves, the tax will be raised.",
        "raised",
        "parliament approves",
    ),
    ("The ship will sail once the storm has passed.", "sail", "the storm has passed"),
    ("The road will reopen as long as no snow falls.", "reopen", "no snow falls"),
    ("The coach is expected to stay if the club wins.", "stay", "the club wins"),
    (
        "If the vote is lost, the premier said, the cabinet will step down.",
        "step",
        "the vote is lost",
    ),
    ("The cabinet asked if the dam was safe.", "was", None),
    ("The villages were subject to attacks.", "were", None),
    ("The talks will take weeks, if not longer.", "take", None),
]


@pytest.fixture(scope="module")
def modality_of(pipeline):
    """A function: a sentence and a word of it to the modality of that word."""
    from graph_build.annotate.modality import find_modalities
    from graph_build.annotate.parsed import ParsedReport
    from graph_build.read import make_reading_text, report_from_text

    def read(sentence: str, word: str) -> tuple[Modality, str]:
        text = LEAD + sentence
        report = report_from_text(text, file_name="test.txt")
        parsed = ParsedReport(report, make_reading_text(report))
        found = find_modalities(parsed, pipeline.annotator.vocabulary)
        (one,) = [m for m in found if m.trigger.start >= len(LEAD) and m.trigger.cut(text) == word]
        return one, text

    return read


@pytest.mark.parametrize(("sentence", "word", "certainty", "polarity", "act"), READINGS)
def test_a_predicate_is_read_through_the_words_around_it(
    modality_of, sentence, word, certainty, polarity, act
):
    found, _ = modality_of(sentence, word)
    assert (certainty, polarity, act) == (found.certainty, found.polarity, found.act)


@pytest.mark.parametrize(("sentence", "word", "condition"), CONDITIONS)
def test_a_predicate_knows_what_it_depends_on(modality_of, sentence, word, condition):
    found, text = modality_of(sentence, word)
    assert condition == (found.condition.cut(text) if found.condition else None)


@pytest.mark.parametrize(
    ("sentence", "word", "hedges", "negators"),
    [
        ("Prices are not expected to fall.", "fall", ["expected"], ["not"]),
        ("There is a chance that rain could stop play.", "stop", ["could", "chance"], []),
        ("The ship sailed without paying the fee.", "paying", [], ["without"]),
        ("Will the theatre close?", "close", [], []),
    ],
)
def test_the_words_that_do_it_are_kept(modality_of, sentence, word, hedges, negators):
    found, text = modality_of(sentence, word)
    assert (hedges, negators) == (
        [s.cut(text) for s in found.hedges],
        [s.cut(text) for s in found.negators],
    )


def test_a_clause_is_that_of_the_word_told_of_and_not_of_the_one_that_hedges(modality_of):
    expected, _ = modality_of("Prices are expected to fall.", "expected")
    fall, text = modality_of("Prices are expected to fall.", "fall")
    assert expected.clause is None
    assert "Prices are expected to fall" == fall.clause.cut(text)


def test_clauses_that_are_only_joined_stay_apart(modality_of):
    sentence = "The mine may close and the town will shrink."
    close, text = modality_of(sentence, "close")
    shrink, _ = modality_of(sentence, "shrink")
    assert ("The mine may close", "the town will shrink") == (
        close.clause.cut(text),
        shrink.clause.cut(text),
    )
    assert (POSSIBLE, CERTAIN) == (close.certainty, shrink.certainty)


def test_what_somebody_does_by_saying_so_is_known_in_the_first_person_alone(modality_of):
    own, _ = modality_of("We reject the offer.", "reject")
    other, _ = modality_of("They reject the offer.", "reject")
    assert ("Refusing", None) == (own.performs.act, other.performs)


def test_words_outside_the_content_drop_out_and_hearsay_on_request():
    said, doubt, heard = Span(0, 4), Span(10, 14), Span(20, 30)
    whole = Modality.of(
        Span(40, 44),
        [
            Operator(doubt, POSSIBLE),
            Operator(heard, PROBABLE, hearsay=True),
            Operator(said, polarity=NO, act="Denying"),
        ],
    )
    assert (POSSIBLE, NO, "Denying") == (whole.certainty, whole.polarity, whole.act)
    inner = whole.within([Span(15, 50)])
    assert (PROBABLE, YES, None, (heard,)) == (
        inner.certainty,
        inner.polarity,
        inner.act,
        inner.hedges,
    )
    assert CERTAIN is whole.within([Span(15, 50)], hearsay=False).certainty
