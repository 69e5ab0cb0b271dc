"""Facts set side by side: which verdict, on what grounds, and above all when none."""

import random
from dataclasses import replace

import pytest

from graph_build.compare.disagreements import find_disagreements
from graph_build.compare.disagreements.roots import Independence, independence, root_of
from graph_build.model.stated_fact import StatedArgument
from tests.compare.stating_facts import (
    FLEET,
    GUARD,
    KNOWN,
    LAND,
    PORT,
    VALLEY,
    fact,
    number,
    telling,
    time,
)

FORCES = {"subject": ("the fleet", FLEET)}
FROM_PORT = FORCES | {"object": ("Port", PORT)}


def verdicts(*facts):
    return [row.verdict.value for row in find_disagreements(facts, KNOWN)]


def leaving(told, edtf, **options):
    slots = FROM_PORT | options
    return fact("leaves", told, when=time(edtf), **slots)


# deadlines


def test_two_sources_with_two_deadlines_for_one_leaving_are_between_roots():
    facts = (
        leaving(telling("a", "Ann Reed"), "2030-05"),
        leaving(telling("b", "Bo Lind"), "2030-09"),
    )
    (row,) = find_disagreements(facts, KNOWN)
    assert (row.verdict.value, row.kind, row.reports, row.roots) == (
        "between-roots", "dispute", 2, 2,
    )  # fmt: skip
    assert row.values == ("by 2030-05", "by 2030-09")
    assert "Ann Reed" in row.reason
    assert set(row.about) == {FLEET, PORT}


def test_one_source_told_by_two_reports_with_two_deadlines_is_rendered_differently():
    facts = leaving(telling("a", "wire"), "2030-05"), leaving(telling("b", "wire"), "2030-09")
    assert verdicts(*facts) == ["rendered-differently"]


def test_own_words_of_a_report_that_credits_the_other_source_are_a_different_deadline():
    own = telling("a", credits=telling("x", "wire").credits)
    assert verdicts(leaving(own, "2030-05"), leaving(telling("b", "wire"), "2030-09")) == [
        "different-deadline"
    ]


def test_a_year_that_holds_the_month_is_no_other_deadline():
    facts = leaving(telling("a", "Ann Reed"), "2030"), leaving(telling("b", "Bo Lind"), "2030-09")
    assert verdicts(*facts) == []


def test_the_date_of_a_wish_only_differs_from_that_of_a_plan():
    facts = (
        leaving(telling("a", "Ann Reed"), "2030-05", act="demanding"),
        leaving(telling("b", "Bo Lind"), "2030-09"),
    )
    assert verdicts(*facts) == ["differs"]


def test_a_date_under_a_condition_only_differs():
    facts = (
        leaving(telling("a", "Ann Reed"), "2030-05", condition="the pact is signed"),
        leaving(telling("b", "Bo Lind"), "2030-09"),
    )
    assert verdicts(*facts) == ["differs"]


def test_a_speaker_who_tells_of_a_proposal_and_refuses_it_disagrees_with_nobody():
    told = telling("a", "Ann Reed")
    facts = leaving(told, "2030-05", act="proposing"), leaving(told, "2030-09", act="refusing")
    assert verdicts(*facts) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hundreds of the fleet", "the remaining fleet"),
        ("the first part of the fleet", "the rest of the fleet"),
    ],
)
def test_two_parts_of_one_process_have_two_dates_without_disagreeing(first, second):
    facts = (
        fact("leaves", telling("a", "Ann Reed"), when=time("2030-05"), subject=(first, FLEET),
             object=("Port", PORT)),
        fact("leaves", telling("b", "Bo Lind"), when=time("2030-09"), subject=(second, FLEET),
             object=("Port", PORT)),
    )  # fmt: skip
    assert verdicts(*facts) == []


def test_a_place_within_the_other_may_be_left_at_another_time():
    facts = (
        leaving(telling("a", "Ann Reed"), "2030-05"),
        leaving(telling("b", "Bo Lind"), "2030-09", object=("Valley", VALLEY)),
    )
    assert verdicts(*facts) == []


def test_one_source_with_a_place_within_the_other_is_rendered_differently():
    facts = (
        leaving(telling("a", "wire"), "2030-05"),
        leaving(telling("b", "wire"), "2030-09", object=("Valley", VALLEY)),
    )
    (row,) = find_disagreements(facts, KNOWN)
    assert row.verdict.value == "rendered-differently"
    assert "Port lies in Valley" in row.reason


def test_the_rest_is_the_rest_of_what_was_named_before():
    told = telling("b", "Bo Lind")
    some, rest = ("hundreds of men", GUARD), StatedArgument("the rest", (GUARD,))
    facts = (
        leaving(telling("a", "Ann Reed"), "2030-12"),
        leaving(told, "2030-05", start=10, subject=some),
        fact("leaves", told, start=60, when=time("2031-06"), subject=rest),
    )
    (row,) = find_disagreements(facts, KNOWN)
    assert row.verdict.value == "between-roots"
    assert set(row.values) == {"by 2030-12", "by 2031-06"}


def test_remaining_until_after_the_others_leave_is_between_roots():
    stays = fact("remains-in", telling("a", "Ann Reed"), when=time("2031-03", "until"), **FROM_PORT)
    assert verdicts(stays, leaving(telling("b", "Bo Lind"), "2030-09")) == ["between-roots"]


# what happens once


def founded(told, edtf, relation="at", **options):
    return fact("formed", told, when=time(edtf, relation), subject=("the fleet", FLEET), **options)


def test_two_years_of_what_happens_once_contradict_in_the_reports_own_words():
    assert verdicts(founded(telling("a"), "2003"), founded(telling("b"), "2004")) == ["contradicts"]


def test_a_year_and_a_month_within_it_agree():
    assert verdicts(founded(telling("a"), "2003"), founded(telling("b"), "2003-04")) == []


def test_a_rough_or_uncertain_year_is_never_hard():
    facts = founded(telling("a"), "2003~"), founded(telling("b"), "2004")
    assert verdicts(*facts) == ["apparent"]


def test_what_may_happen_again_has_many_dates():
    visits = (
        fact("visits", telling(r), when=time(edtf, "at"), subject=("the fleet", FLEET),
             object=("Port", PORT))
        for r, edtf in (("a", "2030-01"), ("b", "2030-06"))
    )  # fmt: skip
    assert verdicts(*visits) == []


def test_a_bare_noun_shared_by_two_reports_is_no_common_subject():
    facts = (
        fact("begins", telling(r), when=time(edtf, "at"), subject=("the war",))
        for r, edtf in (("a", "2030-01"), ("b", "2031-06"))
    )
    assert verdicts(*facts) == []


def test_what_is_past_in_one_report_and_to_come_in_a_later_one_is_apparent():
    talks = ("peace talks on Port",)
    ahead = fact("begins", telling("a", "Ann Reed", published="2030-07-23"), act="predicting",
                 certainty="probable", subject=talks)  # fmt: skip
    past = fact("begins", telling("b"), when=time("XXXX-01", "at", "open"), subject=talks)
    later = fact("begins", telling("b"), when=time("XXXX-09", "at", "open"), subject=talks)
    assert verdicts(past, ahead) == ["apparent"]
    assert verdicts(later, ahead) == []


# numbers


def deaths(told, many, place=("Port", PORT), **options):
    return fact("killed", told, many=many, subject=("people",), agent=("the flood",), place=place,
                **options)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (number("70", None), number("170", None)),
        (number("150", about=True), number("170", None)),
        (number("12"), number("31")),
    ],
)
def test_counts_that_may_have_grown_are_compatible(one, other):
    assert verdicts(deaths(telling("a"), one), deaths(telling("b"), other)) == ["compatible"]


def test_a_count_may_be_smaller_in_a_place_within_the_other():
    facts = deaths(telling("a"), number("40")), deaths(telling("b"), number("300"), ("Land", LAND))
    assert verdicts(*facts) == ["compatible"]


def test_a_count_that_is_greater_in_the_smaller_place_is_apparent():
    facts = deaths(telling("a"), number("400")), deaths(telling("b"), number("300"), ("Land", LAND))
    assert verdicts(*facts) == ["apparent"]


def test_two_counts_of_one_day_and_place_are_between_their_sources():
    facts = (
        deaths(telling("a", "Ann Reed", published="2030-01-02"), number("12")),
        deaths(telling("b", "Bo Lind", published="2030-01-02"), number("19")),
    )
    assert verdicts(*facts) == ["between-roots"]


def test_deaths_of_two_causes_are_not_compared():
    facts = (
        deaths(telling("a"), number("12")),
        fact("killed", telling("b"), many=number("30"), subject=("people",), agent=("the bomb",),
             place=("Port", PORT)),
    )  # fmt: skip
    assert verdicts(*facts) == []


def test_several_is_no_number_to_disagree_with():
    facts = deaths(telling("a"), number("3", None, about=True)), deaths(telling("b"), number("2"))
    assert verdicts(*facts) == []


# whether it is so


def accepted(told, words="the fleet accepted the truce", **options):
    slots = {"subject": ("the fleet", FLEET), "object": ("the truce",)}
    return fact("agreement-status", told, words=words, **slots, **options)


def test_where_pronouns_stand_for_both_nobody_is_accused():
    facts = (
        accepted(telling("a", "Ann Reed"), "they accepted it"),
        accepted(telling("b", "Bo Lind"), "they did not", polarity="negative", act="denying"),
    )
    assert verdicts(*facts) == []


def test_a_denial_of_what_another_says_is_between_roots():
    facts = (
        accepted(telling("a", "Ann Reed")),
        accepted(telling("b", "Bo Lind"), polarity="negative", act="denying"),
    )
    assert verdicts(*facts) == ["between-roots"]


def test_yes_and_no_without_dates_are_apparent():
    facts = accepted(telling("a")), accepted(telling("b"), polarity="negative")
    assert verdicts(*facts) == ["apparent"]


def test_yes_and_no_of_one_day_contradict():
    facts = (
        accepted(telling("a", published="2030-01-02")),
        accepted(telling("b", published="2030-01-02"), polarity="negative"),
    )
    assert verdicts(*facts) == ["contradicts"]


@pytest.mark.parametrize("certainty", ["possible", "probable", "underspecified"])
def test_what_is_only_held_possible_denies_nothing(certainty):
    facts = (
        accepted(telling("a", published="2030-01-02"), certainty=certainty),
        accepted(telling("b", published="2030-01-02"), polarity="negative"),
    )
    assert verdicts(*facts) == []


def test_left_and_reduced_by_one_date_are_between_roots():
    reduced = fact("presence-reduced", telling("b", "wire"), when=time("2030-05"), **FROM_PORT)
    assert verdicts(leaving(telling("a", "Ann Reed"), "2030-05"), reduced) == ["between-roots"]


# roots


def test_a_text_stamped_before_the_cited_day_has_another_root():
    early = root_of(telling("a", "wire", published="2030-07-23"), KNOWN.names)
    cited = root_of(telling("b", "wire", said="2030-09-06"), KNOWN.names)
    assert independence(early, cited)[0] is Independence.APART


def test_a_cited_day_without_a_year_leaves_it_unknown():
    early = root_of(telling("a", "wire", published="2030-07-23"), KNOWN.names)
    cited = root_of(telling("b", "wire", said="XXXX-09-06"), KNOWN.names)
    assert independence(early, cited)[0] is Independence.UNKNOWN


def test_one_speaker_in_two_outlets_is_one_root():
    one, other = (root_of(telling(r, "Ann Reed"), KNOWN.names) for r in "ab")
    assert independence(one, other)[0] is Independence.ONE


def test_unnamed_speakers_of_two_reports_are_not_shown_to_be_two():
    one, other = (
        root_of(replace(telling(r, f"officials {r}"), named=False), KNOWN.names) for r in "ab"
    )
    assert independence(one, other)[0] is Independence.UNKNOWN


# the whole


def test_the_result_does_not_depend_on_the_order_of_the_facts():
    facts = [
        leaving(telling("a", "Ann Reed"), "2030-05"),
        leaving(telling("b", "Bo Lind"), "2030-09"),
        leaving(telling("c", "wire"), "2030-09"),
        *(founded(telling(r), year) for r, year in (("a", "2003"), ("b", "2004"), ("c", "2003"))),
        deaths(telling("a"), number("12")),
        deaths(telling("b"), number("31")),
    ]
    expected = find_disagreements(facts, KNOWN)
    assert {row.verdict.value for row in expected} == {"contradicts", "between-roots", "compatible"}
    shuffled = random.Random(7)
    for _ in range(5):
        shuffled.shuffle(facts)
        assert find_disagreements(facts, KNOWN) == expected


def test_those_who_agree_stand_in_the_row_as_well():
    facts = [
        leaving(telling("a", "Ann Reed"), "2030-05"),
        leaving(telling("b", "Bo Lind"), "2030-09"),
        leaving(telling("c", "Cy Moor"), "2030-09"),
    ]
    (row,) = find_disagreements(facts, KNOWN)
    assert (row.reports, row.roots, len(row.pairs), len(row.facts)) == (3, 3, 2, 3)
