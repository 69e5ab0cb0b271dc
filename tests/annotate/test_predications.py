"""Sentences to predications, by behaviour: which attribute, which arguments, which dates."""

import pytest

from graph_build.annotate import ParsedReport, Vocabulary
from graph_build.annotate.predications import Values, find_predications
from graph_build.annotate.quantities import QuantityFinder
from graph_build.annotate.sources import describe_sources
from graph_build.annotate.times import find_times
from graph_build.model.predication import Slot
from graph_build.read import make_reading_text, report_from_text
from ontology.lexicon import load_lexicon
from ontology.predicates import load_predicates

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def predicates():
    return load_predicates()


@pytest.fixture(scope="module")
def stated_in(predicates):
    """A function: text to what it states, as plain dictionaries of words."""
    vocabulary = Vocabulary(load_lexicon())
    finder = QuantityFinder(vocabulary)

    def find(text: str) -> list[dict]:
        report = report_from_text(text, file_name="test.txt")
        parsed = ParsedReport(report, make_reading_text(report))
        times = find_times(parsed).phrases
        values = Values(times, finder.find(parsed, times), describe_sources(parsed, vocabulary))
        found = find_predications(parsed, values, predicates, vocabulary)
        return [as_words(one, text) for one in found]

    return find


def as_words(one, text: str) -> dict:
    row = {"is": (one.attribute or "").rpartition("#")[2], "lemma": one.lemma}
    row |= {a.slot.value: a.span.cut(text) for a in one.arguments}
    row["dates"] = [t.span.cut(text) for t in one.times]
    row["number"] = None if one.value is None else (one.value.minimum, one.value.maximum)
    row["span"] = one.span.cut(text)
    row["members"] = [[m.cut(text) for m in a.members] for a in one.arguments if a.members]
    return row


BODY = "The news of the day\nNothing else was known at noon.\n"


def one(rows: list[dict], attribute: str) -> dict:
    (row,) = [r for r in rows if r["is"] == attribute]
    return row


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland withdrew its troops from Vestria in May 2021.",
        "Its troops left Vestria in May 2021.",
        "Its troops pulled out of Vestria in May 2021.",
        "Its troops were withdrawn from Vestria in May 2021.",
        "They spoke of the withdrawal of its troops from Vestria in May 2021.",
        "Its troops are expected to leave Vestria in May 2021.",
        "Norland has agreed to pull its troops out of Vestria in May 2021.",
    ],
)
def test_different_words_give_the_same_proposition(stated_in, sentence):
    row = one(stated_in(BODY + sentence), "leaves")
    assert row["subject"].lower() == "its troops"
    assert row["object"] == "Vestria"
    assert row["dates"] == ["May 2021"]


def test_who_withdraws_others_is_the_agent(stated_in):
    row = one(stated_in(BODY + "Norland withdrew its troops from Vestria."), "leaves")
    assert row["agent"] == "Norland"
    row = one(stated_in(BODY + "The bridge was attacked by rebels."), "attacked")
    assert (row["subject"], row["agent"]) == ("The bridge", "rebels")


def test_each_date_belongs_to_the_event_that_governs_it(stated_in):
    rows = stated_in(
        BODY + "Hundreds of soldiers will leave Oria by May 2027, while the rest will depart by "
        "the end of 2028."
    )
    first, second = [r for r in rows if r["is"] == "leaves"]
    assert (first["object"], first["dates"]) == ("Oria", ["May 2027"])
    assert (second["subject"], second["dates"]) == ("the rest", ["the end of 2028"])
    assert "2028" not in first["span"]
    assert "2027" not in second["span"]


def test_a_date_before_two_verbs_is_that_of_both_and_one_between_is_not(stated_in):
    rows = stated_in(
        BODY + "By May 2027, all forces will leave Oria and reduce their presence in Lund."
    )
    assert one(rows, "leaves")["dates"] == ["May 2027"]
    reduced = one(rows, "presence-reduced")
    assert (reduced["object"], reduced["dates"]) == ("Lund", ["May 2027"])
    assert "Oria" not in reduced["span"]
    rows = stated_in(BODY + "They will leave Oria by May 2027 and reduce their presence in Lund.")
    assert one(rows, "leaves")["dates"] == ["May 2027"]
    assert one(rows, "presence-reduced")["dates"] == []


def test_participles_beside_the_clause_keep_their_own_subjects_and_dates(stated_in):
    rows = stated_in(
        BODY + "The plan was signed, with the complete withdrawal expected by June 2027."
    )
    assert one(rows, "leaves")["dates"] == ["June 2027"]
    assert one(rows, "signs")["dates"] == []
    rows = stated_in(BODY + "The guards stationed in Lund departing by June 2027 were told so.")
    assert one(rows, "leaves")["dates"] == ["June 2027"]


def test_a_state_takes_no_date_of_the_event_around_it(stated_in):
    rows = stated_in(
        BODY + "The second phase involves the withdrawal of guards stationed in Lund by June 2027."
    )
    assert one(rows, "leaves")["dates"] == ["June 2027"]
    assert one(rows, "stationed")["dates"] == []


def test_relative_clauses_speak_of_what_stands_before_them(stated_in):
    row = one(stated_in(BODY + "The talks, which began in March 2020, went on."), "begins")
    assert (row["subject"], row["dates"]) == ("The talks", ["March 2020"])


def test_what_is_to_begin_is_no_event_that_is_over(stated_in):
    rows = stated_in(BODY + "The force will start leaving Oria in March 2020.")
    begins = one(rows, "begins")
    assert "leaving" in begins["subject"]
    assert begins["agent"] == "The force"


def test_nouns_of_action_take_their_arguments_and_dates(stated_in):
    rows = stated_in(BODY + "Bases were built following its invasion of Oria in 2004.")
    row = one(rows, "invades")
    assert (row["subject"], row["object"], row["dates"]) == ("its", "Oria", ["2004"])
    rows = stated_in(BODY + "Norland and Vestria reached an agreement on quotas on 3 May 2020.")
    row = one(rows, "agreement-status")
    assert (row["subject"], row["object"]) == ("Norland and Vestria", "quotas")
    assert (row["members"], row["dates"]) == ([["Norland", "Vestria"]], ["3 May 2020"])


def test_what_is_carried_out_or_suffered_belongs_to_the_noun(stated_in):
    row = one(stated_in(BODY + "Rebels carried out an attack on the harbour."), "attacked")
    assert (row["subject"], row["agent"]) == ("the harbour", "rebels") or row["agent"] == "Rebels"
    rows = stated_in(BODY + "Convoys have been subjected to at least 70 attacks by militias.")
    row = one(rows, "number-of-attacks")
    assert (row["subject"], row["agent"]) == ("Convoys", "militias")
    assert row["number"] == ("70", None)


def test_how_often_is_a_number_of_events_and_how_many_died_a_number_of_people(stated_in):
    row = one(stated_in(BODY + "The convoys were attacked about 150 times."), "number-of-attacks")
    assert row["number"] == ("150", "150")
    for sentence in (
        "The blast killed three nurses.",
        "Three nurses were killed.",
        "They spoke of the deaths of three nurses.",
        "Three nurses died.",
    ):
        row = one(stated_in(BODY + sentence), "killed")
        assert row["number"] == ("3", "3")
        assert "nurses" in row["subject"]


def test_two_numbers_of_one_noun_keep_their_places(stated_in):
    rows = stated_in(BODY + "Norland has 2,500 troops in Oria and 900 in Lund.")
    counts = {r["place"]: r["number"] for r in rows if r["is"] == "number-of-troops"}
    assert counts == {"Oria": ("2500", "2500"), "Lund": ("900", "900")}


def test_measures_are_values_and_no_things(stated_in):
    rows = stated_in(BODY + "Inflation fell to 2.9 percent in May from 3.4 percent in April.")
    row = one(rows, "decreases")
    assert (row["subject"], row["number"], row["dates"]) == ("Inflation", ("2.9", "2.9"), ["May"])
    before = one(rows, "amounts-to")
    assert (before["number"], before["dates"]) == (("3.4", "3.4"), ["April"])
    row = one(stated_in(BODY + "Norland imposed a 25 percent tariff on steel."), "imposes-tariff")
    assert (row["subject"], row["agent"], row["number"]) == ("steel", "Norland", ("25", "25"))


def test_numbers_and_dates_outside_the_lexicon_are_still_found(stated_in):
    rows = stated_in(BODY + "A museum of glass thrived in 1987 and held 400 vases.")
    plain = [r for r in rows if r["is"] == ""]
    assert any(r["dates"] == ["1987"] for r in plain)
    assert any(r["number"] == ("400", "400") for r in rows)


def test_every_date_and_number_belongs_to_one_predication(stated_in):
    rows = stated_in(
        BODY + "Oria, which joined the pact in 2019, sold 12 ships in May 2020 to a firm that "
        "closed in 2021 after 300 layoffs."
    )
    dates = [d for r in rows for d in r["dates"]]
    assert sorted(dates) == ["2019", "2021", "May 2020"]


@pytest.mark.parametrize(
    ("sentence", "who", "post"),
    [
        ("Defence Secretary Ann Lee spoke.", "Ann Lee", "Defence Secretary"),
        ("Ann Lee, foreign affairs adviser to the mayor, spoke.", "Ann Lee",
         "foreign affairs adviser to the mayor"),
        ("It was the ambassador to Oria, Ann Lee, who spoke.", "Ann Lee",
         "the ambassador to Oria"),
        ("Oria's former foreign minister Ann Lee spoke.", "Ann Lee",
         "Oria's former foreign minister"),
        ("Secretary of State Ann Lee spoke.", "Ann Lee", "Secretary of State"),
        ("“It is late,” said Ann Lee, an economist at Harbour Bank.", "Ann Lee",
         "an economist at Harbour Bank"),
    ],
)  # fmt: skip
def test_titles_and_appositions_say_who_holds_which_office(stated_in, sentence, who, post):
    row = one(stated_in(BODY + sentence), "holds-office")
    assert (row["subject"], row["object"]) == (who, post)


@pytest.mark.parametrize(
    "sentence",
    ["The General Assembly met.", "The Justice Department sued.", "The minister spoke in Oria."],
)
def test_bodies_and_places_hold_no_office(stated_in, sentence):
    assert [r for r in stated_in(BODY + sentence) if r["is"] == "holds-office"] == []


def test_places_lie_where_the_text_puts_them(stated_in):
    row = one(
        stated_in(BODY + "They left the Port Ilo airbase in the Kesh province."), "located-in"
    )
    assert row["subject"].endswith("Port Ilo airbase")
    assert row["object"] == "the Kesh province"


def test_lists_name_their_members(stated_in):
    row = one(stated_in(BODY + "Troops from France, Italy and Spain came."), "comes-from")
    assert row["members"] == [["France", "Italy", "Spain"]]
    row = one(stated_in(BODY + "Countries such as France and Spain came."), "includes")
    assert (row["subject"], row["members"]) == ("Countries", [["France", "Spain"]])


def test_sources_are_counted_part_by_part_with_the_reason_why_they_are_unnamed(stated_in):
    rows = stated_in(
        BODY + "Sources, including five naval officials and three port officials, spoke on "
        "condition of anonymity because they were not allowed to brief reporters."
    )
    counts = sorted(r["number"] for r in rows if r["is"] == "number-of-sources")
    assert counts == [("3", "3"), ("5", "5"), ("8", None)]
    assert "not allowed to brief reporters" in one(rows, "reason-for-anonymity")["object"]


def test_a_date_in_a_quotation_is_not_when_it_was_said(stated_in):
    rows = stated_in(BODY + "“We will open the port by May 2020,” Ann Lee said on 3 March 2020.")
    assert one(rows, "said")["dates"] == ["3 March 2020"]
    assert one(rows, "begins")["dates"] == ["May 2020"]


def test_undated_speech_is_no_predication(stated_in):
    assert [r for r in stated_in(BODY + "It is late, the mayor said.") if r["is"] == "said"] == []


def test_headlines_leave_out_the_auxiliary(stated_in):
    rows = stated_in("Norland to withdraw from Oria by June 2027\nNothing else was known.\n")
    row = one(rows, "leaves")
    assert (row["subject"], row["object"], row["dates"]) == ("Norland", "Oria", ["June 2027"])


def test_a_raised_question_and_a_found_answer_are_no_figures_and_no_founding(stated_in):
    rows = stated_in(BODY + "The mayor raised a question and found an answer.")
    assert {r["is"] for r in rows} <= {""}


def test_spans_are_exact_in_texts_with_marks_of_every_kind(stated_in):
    text = BODY + "\U0001f6a2 “Orïa’s” troops left Vestria in May 2021.\r\n"
    row = one(stated_in(text), "leaves")
    assert (row["object"], row["dates"]) == ("Vestria", ["May 2021"])


def test_slots_are_those_of_the_lexicon():
    from ontology.predicates import SLOTS

    assert set(SLOTS) == {s.value for s in Slot}
