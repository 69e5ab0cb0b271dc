"""Decisions and hypotheses taken together: what counts as one, and what never does."""

from itertools import permutations

import pytest

from graph_build.errors import ConflictingJudgementsError
from graph_build.identity import group_decided, settle
from graph_build.model.identity import (
    DIFFERENT,
    NAME_METHOD,
    PERSON_METHOD,
    SAME,
    UNSURE,
    Judgement,
    KnownThing,
)


def by_hand(first, second, verdict=SAME, reason="seen"):
    return Judgement(*sorted((first, second)), verdict, PERSON_METHOD, 1.0, reason)


def by_name(first, second, verdict=SAME, score=0.97):
    return Judgement(*sorted((first, second)), verdict, NAME_METHOD, score, "spelt otherwise")


def things(*names, curated=()):
    return {
        name: KnownThing(
            name, name.title(), "Person", "" if name in curated else f"r-{name}", mentions=number
        )
        for number, name in enumerate(names)
    }


def test_things_joined_one_after_the_other_count_as_one_with_the_chain_as_reason():
    found = settle(
        [by_hand("a", "b", reason="one voice")], [by_name("b", "c")], things("a", "b", "c")
    )
    assert [one.representative for one in found.classes] == ["c"]
    assert dict(found.classes[0].others) == {
        "a": "taken to be the same: spelt otherwise; judged the same: one voice",
        "b": "taken to be the same: spelt otherwise",
    }


def test_a_curated_thing_stands_for_the_others_whatever_is_named_more():
    found = settle([], [by_name("a", "b"), by_name("b", "c")], things("a", "b", "c", curated="a"))
    assert found.classes[0].representative == "a"


def test_what_a_person_holds_apart_no_name_joins_not_even_through_a_third():
    decided = [by_hand("a", "c", DIFFERENT)]
    hypotheses = [by_name("a", "b", score=0.99), by_name("b", "c", score=0.95)]
    found = settle(decided, hypotheses, things("a", "b", "c"))
    assert [{one.representative, *dict(one.others)} for one in found.classes] == [{"a", "b"}]
    held = [one for one in found.hypotheses if one.verdict == UNSURE]
    assert [one.pair for one in held] == [("b", "c")]
    assert "held apart" in held[0].reason


def test_a_pair_that_was_decided_is_no_question_any_more():
    found = settle(
        [by_hand("a", "b", DIFFERENT)], [by_name("a", "b", UNSURE, 0.8)], things("a", "b")
    )
    assert found.hypotheses == ()
    assert found.classes == ()


def test_decisions_that_contradict_each_other_are_refused_with_the_whole_chain():
    decided = [
        by_hand("a", "b", reason="one desk"),
        by_hand("b", "c", reason="one voice"),
        by_hand("a", "c", DIFFERENT, reason="they met"),
    ]
    with pytest.raises(ConflictingJudgementsError) as refused:
        group_decided(sorted(decided))
    for part in ("they met", "one desk", "one voice", "<a>", "<b>", "<c>"):
        assert part in str(refused.value)


def test_a_thing_that_the_graph_no_longer_holds_still_ties_the_others():
    found = settle([by_hand("a", "gone"), by_hand("gone", "b")], [], things("a", "b"))
    assert [{one.representative, *dict(one.others)} for one in found.classes] == [{"a", "b"}]


def test_the_order_of_decisions_and_hypotheses_does_not_matter():
    decided = [by_hand("a", "d", DIFFERENT), by_hand("e", "f")]
    hypotheses = [by_name("a", "b"), by_name("b", "c"), by_name("c", "d"), by_name("d", "e")]
    held = things("a", "b", "c", "d", "e", "f")
    found = {
        settle(decided, order, held) == settle(decided[::-1], hypotheses, held)
        for order in permutations(hypotheses)
    }
    assert found == {True}
