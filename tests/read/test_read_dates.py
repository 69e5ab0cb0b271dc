"""Stamp lines are told from prose, and their dates come out as EDTF or not at all."""

import pytest

from graph_build.read.dates import date_of, is_edtf, is_of_update, is_stamp


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("2024-07-23T05:48:12+00:00", "2024-07-23T05:48:12+00:00"),
        ("2024-07-23T05:48:12.5Z", "2024-07-23T05:48:12Z"),
        ("2024-07-23 05:48:12 +0300", "2024-07-23T05:48:12+03:00"),
        ("2024-07-23 05:48", "2024-07-23"),
        ("Published: Friday, 6 September 2024 - 10:15 GMT", "2024-09-06"),
        ("Posted on Sept. 6, 2024 at 8:48 AM EDT", "2024-09-06"),
        ("September 6th, 2024 | Updated September 7, 2024", "2024-09-06"),
        ("26/09/2024", "2024-09-26"),
        ("09/26/2024", "2024-09-26"),
        ("06/06/2024", "2024-06-06"),
        ("06/09/2024", None),
        ("2024-02-30", None),
        ("3 hours ago", None),
        ("10:15 GMT", None),
    ],
)
def test_a_stamp_line_has_the_date_it_says_and_no_other(line, edtf):
    assert is_stamp(line)
    assert date_of(line) == edtf


@pytest.mark.parametrize(
    "line",
    [
        "In May 2024",
        "The talks began on 6 September 2024",
        "0:00 / 2:31",
        "Friday",
        "12",
        "At 10:15 the ferry left",
        "",
    ],
)
def test_what_says_more_or_less_than_a_date_is_no_stamp(line):
    assert not is_stamp(line)


def test_a_date_of_change_is_known_by_its_word():
    assert is_of_update("Updated: 6 September 2024")
    assert not is_of_update("6 September 2024, updated 7 September 2024")
    assert not is_of_update("Updated")


@pytest.mark.parametrize("value", ["2024-9-6", "24", "2024-09-06T10:15", "2024-00", "XXXX-09-06"])
def test_other_forms_are_no_edtf_of_ours(value):
    assert not is_edtf(value)
