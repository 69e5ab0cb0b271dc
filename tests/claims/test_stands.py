"""Where a source stands to what it says: certainty, polarity, act and condition of claims."""

import pytest

from graph_build.model.factuality import Certainty, Polarity

pytestmark = pytest.mark.model

LEAD = "Council meets in the harbour town\nThe council sat on Tuesday for two hours.\n"
CERTAIN, PROBABLE = Certainty.CERTAIN, Certainty.PROBABLE
POSSIBLE, OPEN = Certainty.POSSIBLE, Certainty.UNDERSPECIFIED
YES, NO, EITHER = Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.UNDERSPECIFIED

STANDS = [
    ("Anna Lind said that the ferry had sunk.", "ferry", "Asserting", CERTAIN, YES),
    ("Anna Lind said that the ferry may sink.", "ferry", "Asserting", POSSIBLE, YES),
    ("Anna Lind said that the ferry did not sink.", "ferry", "Asserting", CERTAIN, NO),
    ("Anna Lind confirmed that the ferry had sunk.", "ferry", "Confirming", CERTAIN, YES),
    ("Anna Lind denied that the ferry had sunk.", "ferry", "Denying", CERTAIN, NO),
    ("Anna Lind denied that the ferry was not safe.", "ferry", "Denying", CERTAIN, YES),
    ("Anna Lind predicted that the ferry would sink.", "ferry", "Predicting", PROBABLE, YES),
    ("Anna Lind warned that the ferry would sink.", "ferry", "Warning", CERTAIN, YES),
    ("Anna Lind did not say that the ferry sank.", "ferry", "DecliningToDisclose", OPEN, EITHER),
    ("Anna Lind asked the crew to repair the ferry.", "ferry", "Demanding", OPEN, YES),
    ("Anna Lind does not believe that the ferry sank.", "ferry", "Believing", PROBABLE, NO),
    ("Anna Lind said that the ferry is expected to sail.", "ferry", "Predicting", PROBABLE, YES),
    ("“We reject the offer for the ferry,” Anna Lind said.", "offer", "Refusing", CERTAIN, NO),
    ("“I think that the ferry was safe,” Anna Lind said.", "ferry", "Believing", PROBABLE, YES),
    ("Anna Lind said that the crew, who might strike, had repaired the ferry.", "repaired",
     "Asserting", CERTAIN, YES),
    ("Anna Lind said that they had a plan that could save the old ferry line from ruin.", "plan",
     "Asserting", POSSIBLE, YES),
    ("The ferry is likely to sail again in the summer.", "ferry", "Predicting", PROBABLE, YES),
    ("The ferry reportedly sank in the night.", "ferry", "Asserting", PROBABLE, YES),
    ("Anna Lind said that the ferry had reportedly sunk.", "ferry", "Asserting", CERTAIN, YES),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "act", "certainty", "polarity"), STANDS)
def test_a_claim_has_the_stand_of_its_source(graph_of, sentence, words, act, certainty, polarity):
    (s,) = [s for s in graph_of(LEAD + sentence).statements if words in s.words]
    assert (act, certainty, polarity) == (s.act, s.certainty, s.polarity)


def test_hearsay_inside_the_words_of_a_person_is_the_reports_own_doubt(graph_of):
    text = LEAD + "Anna Lind said that the ferry had reportedly sunk."
    (s,) = [s for s in graph_of(text).statements if "ferry" in s.words]
    assert ([], ["reportedly"]) == (
        [h.cut(text) for h in s.hedges],
        [h.cut(text) for h in s.hearsay],
    )


def test_a_claim_keeps_the_condition_that_it_depends_on(graph_of):
    text = LEAD + "If the hull is sound, the ferry will sail in June, Anna Lind said."
    (s,) = [s for s in graph_of(text).statements if "ferry" in s.words]
    assert "the hull is sound" == s.condition.cut(text)


def test_who_tells_of_an_offer_and_of_refusing_it_makes_two_claims_on_one_span(graph_of):
    text = LEAD + "“The bank offered a loan, and I refused,” Anna Lind said."
    told, refused = (s for s in graph_of(text).statements if "loan" in s.words)
    assert told.content == refused.content
    assert ("Asserting", YES) == (told.act, told.polarity)
    assert ("Refusing", NO) == (refused.act, refused.polarity)
