"""Times of news English: what is found, what it comes to, and what stays open."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_build.annotate.parsed import ParsedReport
from graph_build.annotate.times import find_times
from graph_build.model.edtf import is_edtf, moments
from graph_build.model.text import Publication
from graph_build.model.values import Resolution, TimeRelation
from graph_build.read import make_reading_text, report_from_text

pytestmark = pytest.mark.model
TUESDAY = "2024-09-10"
_LENGTH = re.compile(r"PT?[\d.]+[YMWDH]")


@cache
def found(text, published=None):
    """The times of a text with their words: {words: phrase}, and the issues."""
    report = report_from_text(text, file_name="t.txt")
    if published:
        report = replace(report, publication=Publication(None, published, "given by the user"))
    times = find_times(ParsedReport(report, make_reading_text(report)))
    return {t.span.cut(text): t for t in times.phrases}, times.issues


def only(text, published=None):
    """The one time of a text."""
    phrases, _ = found(text, published)
    assert len(phrases) == 1, list(phrases)
    return next(iter(phrases.values()))


@pytest.mark.parametrize(
    ("text", "edtf", "relation"),
    [
        ("The bridge opened in September 2025.", "2025-09", "at"),
        ("The bridge will open by September 2025.", "2025-09", "by"),
        ("The bridge will open by the end of 2026.", "2026-12", "by"),
        ("The bridge will open at the end of 2026.", "2026-12", "at"),
        ("The bridge will open in late 2026.", "2026-09/2026-12", "at"),
        ("The bridge will open in early 2027.", "2027-01/2027-04", "at"),
        ("The bridge opened in the first half of 2026.", "2026-01/2026-06", "at"),
        ("The bridge opened in the third quarter of 2026.", "2026-07/2026-09", "at"),
        ("The bridge opened in Q2 2025.", "2025-04/2025-06", "at"),
        ("The bridge opened in spring 2026.", "2026-21", "at"),
        ("The bridge opened in the autumn of 2026.", "2026-23", "at"),
        ("The bridge opened in mid-October 2023.", "2023-10-11/2023-10-20", "at"),
        ("The bridge was built in the 1990s.", "199X", "at"),
        ("The bridge was built in the 19th century.", "18XX", "at"),
        ("The bridge was built in 1812.", "1812", "at"),
        ("The bridge opened on October 7, 2023.", "2023-10-07", "at"),
        ("The bridge opened on Sunday, 7 October 2023.", "2023-10-07", "at"),
        ("The bridge opened on 2023-10-07.", "2023-10-07", "at"),
        ("The bridge opened on 31/12/2023.", "2023-12-31", "at"),
        ("The bridge has been shut since October 2023.", "2023-10/..", "since"),
        ("The bridge has been shut since the flood came in May 2023.", "2023-05/..", "since"),
        ("The bridge has been shut since the 1990s.", "1990/..", "since"),
        ("The bridge was open until 2020.", "../2020", "until"),
        ("The bridge was shut before 2020.", "2020", "before"),
        ("The bridge was shut after March 2020.", "2020-03", "after"),
        ("The bridge was shut from May to June 2024.", "2024-05/2024-06", "at"),
        ("The bridge was built between 2014 and 2017.", "2014/2017", "at"),
        ("The bridge was built from 2014 to 2017.", "2014/2017", "at"),
        ("The bridge fair runs Sept. 3-5, 2024.", "2024-09-03/2024-09-05", "at"),
        ("They set a deadline of June 2030 for the bridge.", "2030-06", "by"),
        ("They missed the June 2030 deadline for the bridge.", "2030-06", "by"),
        ("The 2014 cup was played on the bridge.", "2014", "at"),
    ],
)
def test_a_whole_date_is_read_with_its_relation(text, edtf, relation):
    time = only(text)
    assert (time.edtf, time.relation.value) == (edtf, relation)
    assert time.resolution is Resolution.GIVEN


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mayor met them on September 8.", "XXXX-09-08"),
        ("The mayor met them on 8 September.", "XXXX-09-08"),
        ("The mayor met them on Sept. 8.", "XXXX-09-08"),
        ("The mayor will go in September next year.", "XXXX-09"),
        ("The talks began in January this year.", "XXXX-01"),
        ("The talks began back in August.", "XXXX-08"),
        ("The mine will close by year's end.", "XXXX-12"),
        ("The plan was made this month.", None),
        ("The plan was made last year.", None),
        ("The plan was made on Wednesday.", None),
        ("The plan was made yesterday.", None),
        ("The plan was made two weeks ago.", None),
        ("The plan was made in recent days.", None),
        ("The vote was on 03/04/2024.", "2024-XX-XX"),
    ],
)
def test_what_no_date_of_the_text_tells_stays_open(text, edtf):
    time = only(text)
    assert time.edtf == edtf
    assert time.resolution is Resolution.OPEN


def test_another_full_date_in_the_text_gives_no_year():
    phrases, _ = found("The pact of May 3, 2021 was praised. The mayor left on September 8.")
    assert phrases["September 8"].edtf == "XXXX-09-08"


@pytest.mark.parametrize(
    ("text", "edtf", "resolution"),
    [
        ("It closed last year.", "2023", "resolved"),
        ("It will close next month.", "2024-10", "resolved"),
        ("It closed yesterday.", "2024-09-09", "resolved"),
        ("It closed on 7 October last year.", "2023-10-07", "resolved"),
        ("It closed in January this year.", "2024-01", "resolved"),
        ("It will close by the end of this year.", "2024-12", "resolved"),
        ("It closed two weeks ago.", "2024-08-27~", "resolved"),
        ("It must close within the next two years.", "2024/2026", "resolved"),
        ("It will close in two years.", "2026~", "resolved"),
        ("It closed on Wednesday.", "2024-09-04?", "uncertain"),
        ("It closed on Tuesday.", "2024-09-10?", "uncertain"),
        ("It will close on Wednesday.", "2024-09-11?", "uncertain"),
        ("It closed in October.", "2023-10?", "uncertain"),
        ("It will close in October.", "2024-10?", "uncertain"),
        ("It closed back in August.", "2024-08?", "uncertain"),
        ("It closed on September 8.", "2024-09-08?", "uncertain"),
        ('"It closed yesterday," the mayor said.', "2024-09-09?", "uncertain"),
    ],
)
def test_relative_times_are_counted_from_the_publication(text, edtf, resolution):
    time = only(text, TUESDAY)
    assert (time.edtf, time.resolution.value) == (edtf, resolution)
    assert time.anchor == f"published {TUESDAY}"


def test_a_stamp_of_a_year_alone_tells_years_but_no_days():
    assert only("It closed last year.", "2024").edtf == "2023"
    assert only("It closed yesterday.", "2024").edtf is None
    assert only("It closed in October.", "2024").edtf is None


@pytest.mark.parametrize(
    ("text", "words", "length", "relation"),
    [
        ("They stayed for three years.", "three years", "P3Y", "for"),
        ("They left within two weeks.", "two weeks", "P2W", "within"),
        ("They left after more than six months of talks.", "six months", "P6M", "after"),
        ("They ruled for two and a half years.", "two and a half years", "P2.5Y", "for"),
        ("They ruled for half a century.", "half a century", "P50Y", "for"),
        ("They ruled for decades.", "decades", None, "for"),
        ("A three-year plan was made.", "three-year", "P3Y", "for"),
    ],
)
def test_durations_have_a_length_and_no_date(text, words, length, relation):
    time = found(text)[0][words]
    assert (time.length, time.relation.value, time.edtf) == (length, relation, None)


def test_a_length_tied_to_an_event_names_it_and_stays_open():
    text = "They will stay for another year after the first phase of the work, the mayor said."
    time = only(text, TUESDAY)
    assert time.span.cut(text) == "another year"
    assert (time.relation, time.length, time.edtf) == (TimeRelation.FOR, "P1Y", None)
    assert time.anchor == "after the first phase of the work"
    assert time.anchor_span is not None
    assert time.resolution is Resolution.OPEN


def test_a_length_after_an_event_stands_after_it():
    text = "A year after the vote, the hall burned."
    time = only(text)
    assert (time.relation, time.length, time.edtf) == (TimeRelation.AFTER, "P1Y", None)
    assert time.anchor_span.cut(text) == "the vote"


def test_what_is_counted_from_a_date_told_before_names_that_date():
    text = "The mill shut in 2010. Three years later it opened again. The next year it burned."
    phrases, _ = found(text)
    later = phrases["Three years later"]
    assert (later.edtf, later.length, later.anchor) == (None, "P3Y", "2010")
    assert later.anchor_span == phrases["2010"].span
    assert (
        found("In 2010 the mill shut. The next year it burned.")[0]["The next year"].edtf == "2011?"
    )


@pytest.mark.parametrize(
    "text",
    [
        "They may march in protest, May said.",
        "April Ryan and Theresa May met the Women's March.",
        "The hall had 1,500 seats and 2500 soldiers.",
        "The second ship came with 2000 people.",
        "The Sunday Times and USA Today wrote about Black Friday.",
        "A 45-year-old man paid $2,014 for Resolution 1701.",
        "The room costs $500 a month.",
    ],
)
def test_names_verbs_and_numbers_are_no_times(text):
    assert found(text)[0] == {}


def test_an_event_called_by_its_day_is_given_no_year():
    assert only("The Sept. 11 attacks changed the city.", TUESDAY).edtf == "XXXX-09-11"


def test_words_run_together_are_found_where_they_stand():
    text = "The coalition's final departure inSeptember 2026 was announced by the ministry."
    time = only(text)
    assert time.edtf == "2026-09"
    assert time.span.cut(text) == "September 2026"


def test_a_later_date_told_as_past_argues_with_the_stamp():
    text = "The port was declared open in December 2025. It was built last year."
    phrases, issues = found(text, TUESDAY)
    assert [(i.code, i.span.cut(text)) for i in issues] == [("date-after-stamp", "December 2025")]
    assert phrases["last year"].edtf == "2023?"
    assert phrases["last year"].resolution is Resolution.UNCERTAIN


def test_a_later_date_told_as_plan_argues_with_nothing():
    assert found("The port will be opened in December 2025.", TUESDAY)[1] == ()
    assert found("The port was to be opened by December 2025.", TUESDAY)[1] == ()


_TOKENS = (
    "in on by the since until for after before from to and between of last next this early "
    "mid late end start first half third quarter year years month week day days decade "
    "another two 3 2014 2024 1990s May March September Sept. 8 31 7th Monday Friday yesterday "
    "today ago later earlier , . - – ' ’s “ ” spring fall 9/11 12/31/2023 2024-02-31 several "
    "a an past coming within more than about deadline quarter's 20th century said will have "
    "was left 🙂 9999999999 "
)
_WORDS = st.sampled_from([*_TOKENS.split(), "\n", "\t"])
_TEXTS = st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=40)


@given(
    text=_TEXTS,
    published=st.sampled_from([None, "2024", "2024-09", "2024-02-29", "0001-01-01", "9999-12-31"]),
)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_dates_that_exist_at_spans_inside_it(text, published):
    phrases, issues = found(text, published)
    for time in phrases.values():
        assert time.whole.contains(time.span)
        assert 0 <= time.whole.start < time.whole.end <= len(text)
        assert time.edtf is None or is_edtf(time.edtf)
        first, last = moments(time.edtf or "")
        assert first is None or last is None or first <= last
        assert time.length is None or _LENGTH.fullmatch(time.length)
        assert ("?" in (time.edtf or "")) <= (time.resolution is Resolution.UNCERTAIN)
        assert published is not None or time.resolution is not Resolution.RESOLVED
    assert all(issue.span is not None for issue in issues)


def test_a_season_or_weekend_is_the_one_that_people_mean():
    assert only("It closed last spring.", "2016-10-19").edtf == "2016-21?"
    assert only("It closed last summer.", "2016-10-19").edtf == "2015-22?"
    assert only("It closed this weekend.", "2016-09-19").edtf == "2016-09-17?/2016-09-18?"
    assert only("It will close this weekend.", "2016-09-19").edtf == "2016-09-24?/2016-09-25?"


def test_from_starts_a_stretch_after_a_verb_and_not_after_a_noun():
    assert only("He was banned from May 2014.").relation is TimeRelation.SINCE
    assert only("They published returns from May 2014.").relation is TimeRelation.AT
