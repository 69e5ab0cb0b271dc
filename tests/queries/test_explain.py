import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.errors import BadValueError, UnknownClaimError
from queries.explain import Mark, explain_claim, mark_text

DEAL = "https://w3id.org/onrecord/id/claim/7777777777777777777"


def explained(graph, name):
    return explain_claim(graph, name, graph.text_of)


def test_the_chain_is_told_from_the_report_outwards(graph):
    hops = explained(graph, f"{DEAL}2").hops

    assert [(hop["hop"], hop["kind"], hop["name"], hop["inherited"]) for hop in hops] == [
        (0, "report", None, False),
        (1, "medium", "Northwire", True),
        (2, "speaker", "an unnamed harbour official", False),
    ]
    assert hops[1]["reason"] == "the sentence before names it"
    assert (hops[2]["mode"], hops[2]["certainty"]) == ("DirectSpeech", "Certain")


def test_a_hop_is_explained_by_the_claim_it_belongs_to(graph):
    assert explained(graph, f"{DEAL}0").claim == explained(graph, f"{DEAL}2").claim


def test_an_id_or_its_beginning_is_enough(graph):
    full = explained(graph, "33333333333333333330")

    assert explained(graph, "3333").claim == full.claim


def test_the_words_are_cut_from_the_text_again(graph):
    found = explained(graph, "55555555555555555551")

    assert found.words_in_text == found.claim["words"] == "“a gift to nobody” ... perhaps illegal"
    assert found.hops[1]["hedges"] == ["perhaps"]
    assert (
        "[speaker: Tom Brenner], a crane driver, [cue: called] the plan "
        "[said: “a gift to nobody”], if not worse, and [said: perhaps illegal]."
    ) in found.context


@pytest.mark.parametrize("name", ["abcd", "https://w3id.org/onrecord/id/claim/abcd"])
def test_a_claim_that_is_not_there_is_unknown(graph, name):
    with pytest.raises(UnknownClaimError, match="no claim"):
        explained(graph, name)


def test_what_is_no_claim_is_unknown(graph):
    with pytest.raises(UnknownClaimError, match="is no claim"):
        explained(graph, "https://w3id.org/onrecord/id/country/norland")


@pytest.mark.parametrize(("name", "fault"), [("222", "too short"), ("2222", "fits several")])
def test_an_id_must_be_long_enough_to_be_one(graph, name, fault):
    with pytest.raises(BadValueError, match=fault):
        explained(graph, name)


def test_far_marks_stand_apart():
    text = f"Begin {'x ' * 300}middle {'y ' * 300}end"
    marks = [Mark(0, 5, "said"), Mark(text.index("middle"), text.index("middle") + 6, "cue")]

    marked = mark_text(text, marks, around=4)

    assert marked == "[said: Begin] x x [...] x x [cue: middle] y y [...]"


def test_marks_on_the_same_words_are_named_together():
    assert (
        mark_text("ab cd", [Mark(0, 5, "said"), Mark(3, 5, "cue")]) == "[said: ab ][said + cue: cd]"
    )


@given(
    text=st.text(min_size=1, max_size=60),
    places=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=4),
)
def test_marking_loses_no_word_near_a_mark(text, places):
    marks = [
        Mark(min(start, end, len(text)), min(max(start, end), len(text)), "said")
        for start, end in places
    ]

    marked = mark_text(text, marks, around=1000)

    assert bare(marked) == bare(text)


def bare(text):
    """The text without the signs of marks and without white space."""
    return "".join(text.replace("[said: ", "").replace("]", "").split())
