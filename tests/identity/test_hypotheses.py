"""What names of different reports suggest: clear spellings join, anything less is a question."""

import random

import pytest

from graph_build.identity import NameMatcher, hypotheses
from graph_build.model.identity import SAME, UNSURE, KnownThing
from ontology.names import load_names


@pytest.fixture(scope="module")
def matcher() -> NameMatcher:
    return NameMatcher(load_names())


def thing(iri, name, report=None, *, roles=(), comparisons=(), kind="Person"):
    return KnownThing(
        iri, name, kind, iri if report is None else report, (name,), roles, comparisons
    )


def verdicts(matcher, *things):
    return {one.pair: one.verdict for one in hypotheses(things, matcher)}


def test_one_full_name_spelt_otherwise_in_two_reports_is_the_same(matcher):
    found = hypotheses([thing("a", "Hamid al-Karimi"), thing("b", "Hameed Al Karimi")], matcher)
    assert [(one.pair, one.verdict, one.method) for one in found] == [
        (("a", "b"), SAME, "name-match 1")
    ]
    assert "hameed/hamid" in found[0].reason


def test_the_same_name_with_offices_that_share_no_word_is_a_question(matcher):
    one = thing("a", "Anna Brandt", roles=("mayor of Portville",))
    other = thing("b", "Anna Brandt", roles=("goalkeeper",))
    found = hypotheses([one, other], matcher)
    assert [judgement.verdict for judgement in found] == [UNSURE]
    assert "goalkeeper" in found[0].reason


def test_a_short_form_needs_the_same_office(matcher):
    mayor = {"roles": ("the mayor of Portville",)}
    long, short = ("James Whitfield", "Jim Whitfield")
    assert verdicts(matcher, thing("a", long), thing("b", short)) == {("a", "b"): UNSURE}
    both = thing("a", long, **mayor), thing("b", short, roles=("mayor of Portville",))
    assert verdicts(matcher, *both) == {("a", "b"): SAME}


def test_another_letter_stays_a_question_even_in_one_office(matcher):
    office = {"roles": ("head of the water board",)}
    pair = thing("a", "Anna Brandt", **office), thing("b", "Anna Brendel", **office)
    assert verdicts(matcher, *pair) == {("a", "b"): UNSURE}


def test_one_office_and_one_given_name_with_another_surname_is_a_question(matcher):
    one = thing("a", "Tarek Nabulsi", roles=("foreign trade adviser to the premier",))
    other = thing("b", "Tarek Tarek", roles=("Foreign Trade Advisor to the Premier",))
    found = hypotheses([one, other], matcher)
    assert [judgement.verdict for judgement in found] == [UNSURE]
    assert "office" in found[0].reason
    assert found[0].score < 0.7


def test_people_of_one_surname_who_are_quoted_with_the_same_words_are_a_question(matcher):
    one = thing("a", "Tarek Nabulsi", comparisons=("c",))
    namesake = thing("b", "Nabulsi", comparisons=("c",))
    assert verdicts(matcher, one, namesake) == {("a", "b"): UNSURE}
    assert verdicts(matcher, one, thing("b", "Anna Brandt", comparisons=("c",))) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (thing("a", "Bill Carter"), thing("b", "Hillary Carter")),
        (thing("a", "Donald Carter"), thing("b", "Donald Carter Jr.")),
        (thing("a", "Carter"), thing("b", "Bill Carter")),
        (thing("a", "Kim Jong Un"), thing("b", "Kim Jong Il")),
        (thing("a", "Carter"), thing("b", "Carter")),
        (thing("a", "Anna Brandt", "r"), thing("b", "Anna Brandt", "r")),
        (thing("a", "Anna Brandt", ""), thing("b", "Anna Brandt", "")),
        (thing("a", "Anna Brandt"), thing("b", "Anna Brandt", kind="Organization")),
    ],
)
def test_nothing_is_suggested(matcher, one, other):
    assert verdicts(matcher, one, other) == {}


def test_bodies_join_on_their_legal_form_and_ask_on_a_letter(matcher):
    names = ("Harbour Trading", "Harbour Trading Ltd", "Harbour Tracing")
    things = [thing(name, name, kind="Organization") for name in names]
    found = verdicts(matcher, *things)
    assert found[names[0], names[1]] == SAME
    assert found[names[2], names[0]] == UNSURE


def test_the_order_in_which_things_come_does_not_matter(matcher):
    names = ("Hamid Karimi", "Hameed al-Karimi", "H. Karimi", "Anna Brandt", "Ana Brandt")
    things = [thing(f"{n}{r}", n, r) for n in names for r in ("r1", "r2", "r3")]
    expected = hypotheses(things, matcher)
    assert expected
    for seed in range(3):
        shuffled = random.Random(seed).sample(things, len(things))
        assert hypotheses(shuffled, matcher) == expected


def test_a_name_in_very_many_reports_gives_one_judgement_a_report(matcher):
    things = [thing(f"t{number:04}", "Anna Brandt") for number in range(1000)]
    assert len(hypotheses(things, matcher)) == 999
