"""Names are compared as people would: spelling, order and titles aside, letters counted."""

import pytest

from graph_build.identity import THRESHOLD, NameMatcher
from graph_build.identity.hypotheses import CLEAR
from ontology.names import load_names


@pytest.fixture(scope="module")
def matcher() -> NameMatcher:
    return NameMatcher(load_names())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim al-Sudani", "Karim Al Sudani"),
        ("Karim al-Sudani", "Karim Alsudani"),
        ("Mohammad Qadir", "Muhammed Qadir"),
        ("Mohammed Abassi", "Mohamed Abbasi"),
        ("Fuad Nasser", "Fouad Naser"),
        ("José Núñez", "Jose Nunez"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Юрий Орлов", "Yuri Orlov"),
        ("Dr. Anna Brandt", "Anna Brandt"),
        ("Brandt, Anna", "Anna Brandt"),
        ("AnnaBrandt", "Anna Brandt"),
        ("Gen. Hamid Karimi", "Hamid al-Karimi"),
    ],
)
def test_names_that_differ_in_spelling_alone_clearly_match(matcher, one, other):
    found = matcher.match(one, other, "Person")
    assert found.score >= CLEAR, found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A. Brandt", "Anna Brandt"),
        ("Jim Whitfield", "James Whitfield"),
        ("Anna Maria Brandt", "Anna Brandt"),
        ("Anna Brendt", "Anna Brandt"),
        ("باراك عمر", "Barak Omar"),
        ("John Weber III", "John Weber"),
    ],
)
def test_short_forms_and_slips_may_well_match_but_not_clearly(matcher, one, other):
    found = matcher.match(one, other, "Person")
    assert THRESHOLD <= found.score < CLEAR, found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Mr. Weber", "Mrs. Weber"),
        ("Mr. Karl Weber", "Mrs. Karl Weber"),
        ("John Weber II", "John Weber III"),
        ("Anna Brandt", "Anna Keller"),
        ("Ali bin Hasan", "Hasan bin Ali"),
        ("Anna B. Keller", "Anna C. Keller"),
        ("Weber", "Karl Weber"),
        ("George W. Weber", "George H. W. Weber"),
        ("김철수", "김철호"),
    ],
)
def test_names_that_hold_words_against_each_other_do_not_match(matcher, one, other):
    assert matcher.match(one, other, "Person").score < THRESHOLD


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Harbour Trading Ltd", "Harbour Trading Limited", True),
        ("Harbour Trading GmbH", "Harbour Trading", True),
        ("H.T.C. Corp.", "HTC Corporation", True),
        ("Smith & Weber", "Smith and Weber", True),
        ("WHO", "World Health Organization", True),
        ("EU", "European Union", True),
        ("Labour Organisation", "Labor Organization", True),
        ("Twenty-Four Hours", "24 Hours", True),
        ("ООО Ромашка", "Romashka LLC", True),
        ("5th Fleet", "7th Fleet", False),
        ("Bank of Cairo", "Bank of Lagos", False),
        ("Harbour Trading", "Harbour Trading of Norway", False),
        ("Ministry of Oil", "Ministry of Trade", False),
    ],
)
def test_bodies_match_whatever_their_legal_form_but_not_with_other_words(matcher, one, other, fits):
    found = matcher.match(one, other, "Organization")
    assert (found.score >= THRESHOLD) is fits, found


@pytest.mark.parametrize("kind", ["Person", "Company"])
@pytest.mark.parametrize("odd", ["", " ", "-", "???", "Dr.", "Ltd", "👍"])
def test_what_is_no_name_is_compared_without_an_error(matcher, odd, kind):
    assert 0 <= matcher.match(odd, "Anna Brandt", kind).score < THRESHOLD


def test_a_match_reads_the_same_from_both_sides_and_says_why(matcher):
    one = matcher.match("Jim Whitfield", "James Whitfeild", "Person")
    assert one == matcher.match("James Whitfeild", "Jim Whitfield", "Person")
    assert "james/jim" in one.reason


def test_one_threshold_separates_the_labelled_pairs(shared, matcher):
    from graph_build.evaluate.names import read_pairs, score_names

    pairs = read_pairs(shared / "name_bench" / "dev.csv")
    scores = score_names(pairs, lambda *pair: matcher.match(*pair).score, THRESHOLD)
    assert scores.pairs == 414
    assert scores.f1 >= 0.9
