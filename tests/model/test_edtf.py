import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_build.model.edtf import doubted, edtf_bounds, is_edtf, moments, undoubted


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"),
        ("2023-02", "2023-02-01T00:00:00Z", "2023-02-28T23:59:59Z"),
        ("2024-07-23", "2024-07-23T00:00:00Z", "2024-07-23T23:59:59Z"),
        ("2024-07-17?", "2024-07-17T00:00:00Z", "2024-07-17T23:59:59Z"),
        ("2024-07-17%", "2024-07-17T00:00:00Z", "2024-07-17T23:59:59Z"),
        ("2023-10-07/..", "2023-10-07T00:00:00Z", None),
        ("2026-09/..", "2026-09-01T00:00:00Z", None),
        ("../2025-09", None, "2025-09-30T23:59:59Z"),
        ("2014/2017~", "2014-01-01T00:00:00Z", "2017-12-31T23:59:59Z"),
        ("2014/", "2014-01-01T00:00:00Z", None),
        ("2026-07/2026-09", "2026-07-01T00:00:00Z", "2026-09-30T23:59:59Z"),
        ("2024-09-06T14:00:00Z", "2024-09-06T14:00:00Z", "2024-09-06T14:00:00Z"),
        ("2024-07-23T05:48:12+00:00", "2024-07-23T05:48:12Z", "2024-07-23T05:48:12Z"),
        ("2024-07-23T01:00:00+03:00", "2024-07-22T22:00:00Z", "2024-07-22T22:00:00Z"),
        ("2024-07-23T14:00:00", "2024-07-23T00:00:00Z", "2024-07-24T02:00:00Z"),
        ("199X", "1990-01-01T00:00:00Z", "1999-12-31T23:59:59Z"),
        ("19XX", "1900-01-01T00:00:00Z", "1999-12-31T23:59:59Z"),
        ("2024-XX", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"),
        ("2024-XX-XX", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"),
        ("2024-02-XX", "2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z"),
        ("2026-21", "2026-03-01T00:00:00Z", "2026-05-31T23:59:59Z"),
        ("2026-24", "2025-12-01T00:00:00Z", "2027-02-28T23:59:59Z"),
        ("XXXX-09-08", None, None),
        ("XXXX-02-29", None, None),
        ("XXXX-09", None, None),
    ],
)
def test_a_date_lies_between_its_bounds(edtf, earliest, latest):
    assert is_edtf(edtf)
    assert edtf_bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "2024-13",
        "2024-25",
        "2024-00",
        "2023-02-29",
        "XXXX-02-30",
        "XXXX-13",
        "0000",
        "in May",
        "",
        "/",
        "../..",
        "2025/2024",
        "XXXX-05/XXXX-06",
        "2024-XX-05",
        "2024-9",
        "199X-05",
        "2024-07-23T24:00:00Z",
        "٢٠٢٤",
    ],
)
def test_what_is_no_date_has_no_bounds(text):
    assert not is_edtf(text)
    assert edtf_bounds(text) == (None, None)


def test_doubt_is_marked_once_and_taken_off_again():
    assert doubted("2024-09-08") == doubted("2024-09-08?") == "2024-09-08?"
    assert doubted("2021~/..") == "2021%/.."
    assert undoubted("2021%/..") == "2021/.."


_SHAPE = st.from_regex(
    re.compile(
        r"(\d{4}|[12]\d{2}X|XXXX)(-([012]\d|XX)(-([0-3]\d|XX))?)?[?~%]?(/(\.\.|2\d{3}(-[01]\d)?))?"
    ),
    fullmatch=True,
)


@given(_SHAPE | st.text(max_size=24))
def test_bounds_are_in_order_and_only_of_dates(text):
    first, last = moments(text)
    if first is not None and last is not None:
        assert first <= last
    if not is_edtf(text):
        assert edtf_bounds(text) == (None, None)
    else:
        assert is_edtf(doubted(text))
        assert edtf_bounds(undoubted(text)) == edtf_bounds(text)
