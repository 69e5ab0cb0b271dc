import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_build.model.factuality import Certainty, Polarity

pytestmark = pytest.mark.model

LEAD = "Ministers meet over the bases\nThe bases were quiet when the ministers met there.\n"


def statement(graph, words):
    hits = [s for s in graph.statements if words in s.words]
    assert len(hits) == 1, [s.words for s in graph.statements]
    return hits[0]


def test_words_are_cut_from_the_text_as_held(graph_of):
    text = LEAD + "“We wait,” Anna Lindqvist said. “It is late.”"
    for s in graph_of(text).statements:
        assert s.words == " ... ".join(span.cut(text) for span in s.content)


def test_a_sentence_without_a_source_is_in_the_reports_own_voice(graph_of):
    s = statement(graph_of(LEAD), "bases were quiet")
    assert ("narrator", 0, 1) == (s.mode, s.head, len(s.hops))


def test_the_rest_of_a_partly_attributed_sentence_is_kept_if_it_is_a_clause(graph_of):
    text = LEAD + (
        "Two bridges were hit in the night, with the government also calling on the navy to guard "
        "the port."
    )
    graph = graph_of(text)
    assert "narrator" == statement(graph, "Two bridges were hit").mode
    assert "Demanding" == statement(graph, "guard the port").act


def test_the_frame_of_an_attribution_is_no_claim(graph_of):
    text = (
        LEAD + "The escalating dispute at the port led Anna Lindqvist to say that work must stop."
    )
    assert not any("escalating" in s.words and s.source for s in graph_of(text).statements)


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("The troops will leave in May.", Certainty.CERTAIN),
        ("The troops are expected to leave in May.", Certainty.PROBABLE),
        ("The troops could leave in May.", Certainty.POSSIBLE),
    ],
)
def test_hedges_lower_certainty(graph_of, sentence, certainty):
    assert certainty is statement(graph_of(LEAD + sentence), "leave in May").certainty


def test_the_month_of_may_is_no_hedge(graph_of):
    assert (
        Certainty.CERTAIN is statement(graph_of(LEAD + "They left in May 2020."), "left").certainty
    )


def test_negation_and_denial_make_the_polarity_negative_and_cancel_out(graph_of):
    text = LEAD + (
        "Anna Lindqvist said that the port was not closed. "
        "The mayor denied that the bridge was shut."
    )
    graph = graph_of(text)
    assert Polarity.NEGATIVE is statement(graph, "port was not").polarity
    denied = statement(graph, "bridge was shut")
    assert ("Denying", Polarity.NEGATIVE) == (denied.act, denied.polarity)


def test_the_date_of_speaking_is_kept_without_inventing_a_year(graph_of):
    text = LEAD + "Reuters reported on September 6 that the port would close by March 2026."
    assert "XXXX-09-06" == statement(graph_of(text), "close by March").said


def test_a_date_inside_the_content_is_not_the_date_of_speaking(graph_of):
    text = LEAD + "Reuters reported that the port would close on September 6."
    assert statement(graph_of(text), "port would close").said is None


def test_a_plan_goes_on_in_the_voice_of_the_sentence_before_and_says_so(graph_of):
    text = LEAD + (
        "The port will be sold, according to Anna Lindqvist. "
        "The sale will be completed in two steps by June."
    )
    s = statement(graph_of(text), "completed in two steps")
    assert ("narrator", 0, True) == (s.mode, s.head, s.carried_over)
    assert ["Anna Lindqvist"] == [h.party.name for h in s.hops[1:]]
    assert all(h.reason for h in s.hops[1:])


def test_a_plain_fact_inherits_nothing(graph_of):
    text = (
        LEAD + "The port was sold, according to Anna Lindqvist. It lies in the north of the town."
    )
    assert not statement(graph_of(text), "lies in the north").carried_over


def test_an_expectation_of_nobody_rests_on_the_medium_told_from(graph_of):
    text = LEAD + (
        "According to Reuters, the troops leave the west in May.\n"
        "The base there is one of the largest.\n"
        "Other troops are expected to remain in Erbil for a year.\n"
    )
    s = statement(graph_of(text), "remain in Erbil")
    assert ["Reuters"] == [h.party.name for h in s.hops[1:]]
    assert s.carried_over


@settings(max_examples=25, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(list("abc SaidReuters.,:“”\"'\n\r\té–😀\u202e<>&")), max_size=120
    )
)
def test_any_text_gives_statements_whose_words_are_its_own(graph_of, text):
    for s in graph_of(text).statements:
        assert s.words == " ... ".join(span.cut(text) for span in s.content)
        assert 0 <= s.head < len(s.hops)


def test_an_expectation_of_nobody_rests_on_the_medium_told_from_before(graph_of):
    graph = graph_of(
        "Port plan\n\nAccording to the news agency Reuters, the navy will leave Oslo by May 2031. "
        "The harbour has two quays. Some ships are expected to remain in Bergen for another year.\n"
    )
    (statement,) = [s for s in graph.statements if "Bergen" in s.words]
    assert statement.head == 0
    assert [hop.party.name for hop in statement.hops[1:]] == ["Reuters"]
    assert all(hop.inherited for hop in statement.hops[1:])
