"""Quantities of news English: bounds, approximation, and what is counted."""

from decimal import Decimal
from functools import cache
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_build.annotate.numerals import number_of
from graph_build.annotate.parsed import ParsedReport
from graph_build.annotate.quantities import QuantityFinder
from graph_build.annotate.quantities.amounts import Amounts
from graph_build.annotate.times import find_times
from graph_build.annotate.vocabulary import Vocabulary
from graph_build.read import make_reading_text, report_from_text
from ontology.lexicon import load_lexicon

pytestmark = pytest.mark.model


@cache
def finder():
    return QuantityFinder(Vocabulary(load_lexicon()))


@cache
def found(text):
    report = report_from_text(text, file_name="t.txt")
    parsed = ParsedReport(report, make_reading_text(report))
    return finder().find(parsed, find_times(parsed).phrases)


def written(quantity):
    """The bounds in the usual signs, `~` where approximate, and the unit."""
    low = "[" if quantity.minimum_included else "("
    high = "]" if quantity.maximum_included else ")"
    bounds = f"{low}{quantity.minimum or ''},{quantity.maximum or ''}{high}"
    return f"{bounds}{'~' * quantity.approximate} {quantity.unit}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were more than 170 attacks.", "(170,] attack"),
        ("There were at least 70 attacks.", "[70,] attack"),
        ("There were no fewer than 40 ships.", "[40,] ship"),
        ("There were over 300 sailors.", "(300,] sailor"),
        ("There were nearly 2,500 soldiers.", "[,2500)~ soldier"),
        ("There were about 150 houses.", "[150,150]~ house"),
        ("There were some 60 carts.", "[60,60]~ cart"),
        ("There were up to 300 men.", "[,300] man"),
        ("There were fewer than 50 women.", "[,50) woman"),
        ("There were 100-plus goats.", "[100,] goat"),
        ("There were 30-odd pigs.", "[30,30]~ pig"),
        ("There were 2,500 US troops in the north.", "[2500,2500] troop"),
        ("There were hundreds of US troops.", "[200,999]~ troop"),
        ("There were dozens of Iraqi officials.", "[24,99]~ official"),
        ("There were thousands of tired birds.", "[2000,9999]~ bird"),
        ("There were tens of thousands of birds.", "[20000,99999]~ bird"),
        ("There were several hundred workers.", "[300,999]~ worker"),
        ("There were a couple of guards.", "[2,3]~ guard"),
        ("There were a dozen cows.", "[12,12]~ cow"),
        ("There were two dozen ships.", "[24,24] ship"),
        ("There were two hundred and fifty nuns.", "[250,250] nun"),
        ("There were half a million bees.", "[500000,500000] bee"),
        ("There were 1.5 million votes.", "[1500000,1500000] vote"),
        ("It cost $1.5 billion.", "[1500000000,1500000000] USD"),
        ("It cost €20m.", "[20000000,20000000] EUR"),
        ("It cost 1.2 trillion yen.", "[1200000000000,1200000000000] JPY"),
        ("It rose 5%.", "[5,5] percent"),
        ("It rose by two percentage points.", "[2,2] percentage point"),
        ("It rose 25 basis points.", "[25,25] basis point"),
        ("They need between 5 and 10 million tonnes.", "[5000000,10000000] tonne"),
        ("They need 5-10 boats.", "[5,10] boat"),
        ("They need five or six men.", "[5,6] man"),
        ("They need a third of the voters.", "[0.3333,0.3333]~ fraction"),
        ("They need one in five drivers.", "[0.2,0.2] fraction"),
        ("They attacked the port about 150 times.", "[150,150]~ time"),
        ("It took more than six months of talks.", "(6,] month"),
        ("He proposed a three-year timeframe.", "[3,3] year"),
        ("He met a 45-year-old man.", "[45,45] year"),
        ("A 2,500-strong force came.", "[2500,2500] force"),
        ("Three of the sailors came.", "[3,3] sailor"),
        ("The army has 12 bases.", "[12,12] base"),
    ],
)
def test_a_quantity_is_read_with_bounds_and_unit(text, expected):
    assert [written(q) for q in found(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The second man and the first woman came.",
        "Call 555-1234 about F-16 jets on Highway 61.",
        "They cited Article 5 and Resolution 1701.",
        "The team won 3-1 and the court ruled 5-4.",
        "In 2014 it began, on May 3, 2020 at 10:30, and ended at 5 p.m.",
        "He flew a Boeing 737 from Gate 4, bus No. 2.",
        "Ann Lee, 45, spoke.",
        "One of the mayors said that no one came one day.",
        "The odds were 3 to 1.",
        "It closed two weeks ago.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text):
    assert found(text) == ()


def test_a_coordinated_number_takes_over_the_noun_and_the_approximation():
    text = "There are approximately 2,500 troops in the north and 900 in the south."
    first, second = found(text)
    assert [written(first), written(second)] == ["[2500,2500]~ troop", "[900,900]~ troop"]
    assert second.head == first.head
    assert not second.whole.overlaps(second.head)


def test_a_number_whose_noun_is_left_out_has_no_unit():
    (quantity,) = found("Police said 14 died.")
    assert (quantity.minimum, quantity.unit, quantity.head) == ("14", None, None)


def test_those_befallen_are_counted_though_not_named_again():
    text = "At least 12 people were killed and 30 wounded."
    assert [written(q) for q in found(text)] == ["[12,] people", "[30,30] people"]


def test_the_noun_and_the_whole_phrase_are_kept():
    text = "It has been hit in more than 170 attacks since then."
    (quantity,) = found(text)
    assert quantity.span.cut(text) == "more than 170"
    assert quantity.whole.cut(text) == "more than 170 attacks"
    assert quantity.head.cut(text) == "attacks"


def test_two_values_of_a_change_are_no_range():
    assert [written(q) for q in found("It rose from 5 to 10 percent.")][-1] == "[10,10] percent"


@pytest.mark.parametrize(
    ("words", "number"),
    [("2,500", "2500"), ("ninety-nine", "99"), ("one hundred thousand and one", "100001")],
)
def test_numerals_are_read(words, number):
    assert number_of(words) == Decimal(number)


@pytest.mark.parametrize("words", ["two three", "twenty twelve", "and", "", "hundred hundred"])
def test_words_that_make_no_number_are_none(words):
    assert number_of(words) is None


_TOKENS = (
    "more than at least about nearly up to a an one two twenty hundred thousand million dozen "
    "dozens hundreds of and or between from to in 5 10 2,500 1.5 3-1 $ € $5 % percent points "
    "troops men Iraq times year-old -year -strong several few couple half third quarter more "
    "killed , . - – 99999999999999999 0 ½ ٣ 🙂 F-16 No. plus + each "
)
_WORDS = st.sampled_from([*_TOKENS.split(), "\n", "\t"])
_TEXTS = st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=40)


@given(text=_TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_bounds_in_order_at_spans_inside_it(text):
    for quantity in found(text):
        assert quantity.whole.contains(quantity.span)
        assert quantity.whole.end <= len(text)
        low, high = quantity.minimum, quantity.maximum
        assert low is not None or high is not None
        assert low is None or high is None or Decimal(low) <= Decimal(high)
        assert all("E" not in bound for bound in (low, high) if bound)


@pytest.mark.parametrize("word", ["one ", "hundred ", "1,", "5-", "a few "])
def test_a_long_run_of_numbers_is_read_in_no_time(word):
    started = process_time()
    Amounts(load_lexicon()).in_text(word * 4000)
    assert process_time() - started < 3
