import time

from hypothesis import given
from hypothesis import strategies as st

from graph_build.compare.quotations import quotations
from graph_build.model.comparison import ComparedClaim, ComparedReport
from graph_build.model.text import Span


def report(number, text, *, mode="mixed", speaker="Ada Quill", content=None):
    """A report that is one claim; its quotations stand between double marks."""
    name = f"urn:report:{number:05}"
    start = text.index(content) if content else 0
    spans = (Span(start, start + len(content or text)),) if text else ()
    claims = (ComparedClaim(f"urn:claim:{number:05}", spans, (), mode, speaker_label=speaker),)
    whole = (Span(0, len(text)),) if text else ()
    return ComparedReport(name, f"{number}.txt", text, whole, claims if text else ())


def quoted(*texts):
    return [report(number, f"“{text}”") for number, text in enumerate(texts)]


def kinds(reports):
    return [comparison.kind for comparison in quotations(reports)]


def differences(*texts):
    (comparison,) = quotations(quoted(*texts))
    return comparison.differences


def test_equal_words_of_two_reports_match_with_what_differs():
    assert differences("It’s only a matter of tides", "it's only a matter of tides.") == (
        "another form of apostrophe",
    )
    assert differences("its a  long way", "it's a long way") == (
        "the apostrophe of “it's” is lost in one",
    )
    (same,) = quotations(quoted("so it goes", "so it goes"))
    assert (same.kind, same.verdict) == ("same-words", "same-utterance")
    assert same.reason == "All 3 quoted words are the same, letter by letter."


def test_a_comma_and_another_spelling_are_told():
    first = "we need security, trade, and rest, the advisor organised it"
    second = "we need security, trade and rest, the adviser organized it"
    assert differences(first, second) == (
        "“adviser” in one is spelled “advisor” in the other",
        "“organised” in one is spelled “organized” in the other",
        "other punctuation after “trade”",
    )


def test_a_shortened_quotation_says_what_is_left_out():
    short, long = "the harbour opens when the tide is high", "today, we hear, the harbour opens"
    (one,) = quotations(quoted(short, f"{long} when the tide is high"))
    assert one.kind == "shortened"
    assert one.differences == ("left out in one: “today, we hear”",)
    assert kinds(quoted("when the tide is", f"{long} when the tide is high")) == []


def test_a_subject_outside_the_marks_is_told():
    first = report(1, "“We are ready to open the northern harbour by spring,” she said.")
    second = report(2, "The council is “ready to open the northern harbour by spring”.")
    (found,) = quotations([first, second])
    assert found.kind == "subject-changed"
    assert found.differences == (
        "the subject “We are” became “The council is” in the words of the report",
    )


def test_words_that_one_report_has_without_marks_moved_into_them():
    first = report(
        1, "She said they would open the northern harbour before the spring fair.", mode="indirect"
    )
    second = report(2, "“We will open the northern harbour before the spring fair,” she said.")
    assert kinds([first, second]) == ["moved-into-quotation-marks"]
    assert kinds([first, report(3, first.text, mode="indirect")]) == []


def test_a_few_other_words_make_a_reworded_quotation():
    first = "nobody will close the northern harbour while the fishing fleet depends on it"
    second = "nobody will shut the northern harbour while the fishing fleet needs it"
    assert kinds(quoted(first, second)) == ["reworded"]


def test_direct_speech_without_marks_is_a_quotation():
    first = report(
        1,
        "The northern harbour stays open, she said.",
        mode="direct",
        content="The northern harbour stays open",
    )
    assert kinds([first, report(2, "“The northern harbour stays open”")]) == ["same-words"]


def test_another_speaker_is_told_and_another_spelling_of_the_same_is_not():
    texts = "“the harbour stays open for good”", "“the harbour stays open for good”"
    first, second = report(1, texts[0], speaker="a U.S. official"), report(2, texts[1])
    (found,) = quotations([first, second])
    assert found.differences == ("the words of Ada Quill in one, of a U.S. official in the other",)
    (found,) = quotations([first, report(3, texts[1], speaker="a US official")])
    assert found.differences == ()


def test_two_words_are_no_sign_of_anything():
    assert kinds(quoted("grave concern", "grave concern")) == []


def test_small_words_in_a_row_are_no_sign_of_anything():
    assert kinds(quoted("it is what it was", "and so it is what it was to us all")) == []


def test_one_report_is_not_compared_with_itself():
    text = "“so it goes on” and “so it goes on”"
    claims = tuple(
        ComparedClaim(f"urn:{n}", (s,), (), "mixed")
        for n, s in enumerate((Span(0, 16), Span(21, 37)))
    )
    assert quotations([ComparedReport("urn:r", "r", text, (Span(0, 37),), claims)]) == ()


def test_a_report_without_words_gives_nothing():
    assert quotations([report(1, ""), report(2, "“”"), report(3, "—")]) == ()


words = st.lists(st.sampled_from(["tide", "ship", "crew"]), max_size=9).map(" ".join)


@given(st.lists(words, max_size=6))
def test_pairs_do_not_depend_on_the_order_and_each_is_told_once(texts):
    reports = quoted(*texts)
    found = quotations(reports)
    assert found == quotations(reversed(reports))
    pairs = [(c.first, c.second) for c in found]
    assert pairs == sorted(set(pairs))
    assert all(first < second for first, second in pairs)


@given(st.lists(words, max_size=6))
def test_every_pair_of_equal_quotations_is_found(texts):
    expected = {
        (f"urn:claim:{i:05}", f"urn:claim:{j:05}")
        for i, one in enumerate(texts)
        for j, other in enumerate(texts)
        if i < j and one == other and len(one.split()) >= 3
    }
    found = {(c.first, c.second) for c in quotations(quoted(*texts)) if c.kind == "same-words"}
    assert expected <= found


def test_many_holders_of_one_quotation_are_joined_without_all_pairs():
    found = quotations(quoted(*["the harbour stays open for good"] * 200))
    assert len({claim for c in found for claim in (c.first, c.second)}) == 200
    assert len(found) < 3 * 200


def test_many_quotations_take_little_time():
    texts = [f"the {n} ships of line {n % 97} sail on day {n} at dawn" for n in range(10_000)]
    start = time.perf_counter()
    quotations(quoted(*texts))
    assert time.perf_counter() - start < 30
