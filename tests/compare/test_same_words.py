import time

from hypothesis import given
from hypothesis import strategies as st

from graph_build.compare import same_words
from graph_build.model.comparison import QuotedClaim
from graph_build.model.wording import plain_wording


def claims(*quotations):
    return [
        QuotedClaim(f"urn:claim:{n}", f"urn:report:{n}", (q,) if isinstance(q, str) else q)
        for n, q in enumerate(quotations)
    ]


def reasons(*quotations):
    return [comparison.reason for comparison in same_words(claims(*quotations))]


def test_equal_words_of_two_reports_match_with_what_differs():
    assert reasons("It’s only a matter of tides", "it's only a matter of tides.") == [
        "All 6 quoted words are the same; they differ in the form of an apostrophe, capital "
        "letters, punctuation."
    ]
    assert reasons("its a  long way", "it's a long way") == [
        "All 4 quoted words are the same; they differ in an apostrophe that one of them lacks, "
        "blanks."
    ]
    assert reasons("so it goes", "so it goes") == [
        "All 3 quoted words are the same, character by character."
    ]


def test_a_shortened_quotation_matches_from_five_words_on():
    assert reasons("we sail when the tide is high", "today we sail when the tide is high") == [
        "The 7 words of the shorter quotation stand in a row within the 8 words of the longer "
        "one (left out: 1)."
    ]
    assert reasons("when the tide is", "we sail when the tide is high") == []


def test_a_quotation_broken_by_its_source_matches_the_unbroken_one():
    assert len(reasons(("We sail", "when the tide is high"), "We sail when the tide is high")) == 1


def test_one_long_stretch_is_enough():
    longer = "first this, then we sail when the tide is high, then that"
    assert len(reasons(("never mind", "we sail when the tide is high"), longer)) == 1


def test_a_stretch_that_two_quotations_share_is_said_to_be_a_part():
    shared = "we sail when the tide is high"
    (reason,) = reasons((shared, "one two three four five"), ("and yet", shared))
    assert reason == "7 quoted words in a row are the same, character by character."


def test_two_words_are_no_sign_of_anything():
    assert reasons("grave concern", "grave concern") == []


def test_one_report_is_not_compared_with_itself():
    twice = [QuotedClaim(f"urn:claim:{n}", "urn:report", ("so it goes on",)) for n in range(2)]
    assert same_words(twice) == ()


def test_two_claims_are_compared_once_and_in_one_order():
    stretch = "we sail when the tide is high"
    found = same_words(claims((stretch, stretch), stretch, "another thing altogether"))
    assert [(c.first, c.second) for c in found] == [("urn:claim:0", "urn:claim:1")]
    assert found == same_words(
        reversed(claims((stretch, stretch), stretch, "another thing altogether"))
    )


words = st.lists(st.sampled_from("abc"), max_size=9).map(" ".join)


@given(st.lists(words, max_size=6))
def test_the_index_finds_exactly_what_comparing_all_pairs_finds(quotations):
    def match(one, other):
        shorter, longer = sorted((plain_wording(one), plain_wording(other)), key=len)
        if shorter == longer:
            return len(shorter.split()) >= 3
        return len(shorter.split()) >= 5 and f" {shorter} " in f" {longer} "

    expected = {
        (f"urn:claim:{i}", f"urn:claim:{j}")
        for i, one in enumerate(quotations)
        for j, other in enumerate(quotations)
        if i < j and match(one, other)
    }
    assert {(c.first, c.second) for c in same_words(claims(*quotations))} == expected


def test_many_quotations_take_little_time():
    def many(count):
        return claims(
            *(f"the {n} ships of line {n % 97} sail on day {n} at dawn" for n in range(count))
        )

    start = time.perf_counter()
    assert same_words(many(20_000)) == ()
    assert time.perf_counter() - start < 10
