"""What a user says beside a report is taken, and what is wrong in it is said."""

import json

import pytest

from graph_build.model.text import Publication
from graph_build.read.meta import read_meta


def meta_of(tmp_path, content, name="x.meta.json"):
    text = content if isinstance(content, str) else json.dumps(content)
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_meta(tmp_path / "x.txt")


def test_no_file_is_no_publication_and_no_fault(tmp_path):
    assert read_meta(tmp_path / "x.txt") == (None, ())


@pytest.mark.parametrize("name", ["x.meta.json", "x.txt.meta.json"])
def test_publisher_date_and_url_are_given_by_the_user(tmp_path, name):
    fields = {"publisher": "Coast Daily", "date": "2024-09-06", "url": "https://example.org/1"}
    given = Publication("Coast Daily", "2024-09-06", "given by the user", "https://example.org/1")
    assert meta_of(tmp_path, fields, name) == (given, ())


@pytest.mark.parametrize("date", ["2024", "2024-09", "2024-09-06", "2024-09-06T10:15:00Z"])
def test_every_precision_of_a_date_is_taken(tmp_path, date):
    publication, faults = meta_of(tmp_path, {"date": date})
    assert (publication.published, faults) == (date, ())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "cannot be read"),
        ("[1]", "is no JSON object"),
        ({"date": "6 Sept"}, "date '6 Sept' is left out"),
        ({"date": "2024-02-30"}, "is left out"),
        ({"publisher": 7}, "publisher '7' is left out"),
        ({"publisher": "a\nb"}, "must be plain text"),
        ({"author": "Ann"}, "unknown field 'author'; known: publisher, date, url"),
        ("[" * 100_000, "cannot be read"),
    ],
)
def test_a_fault_is_an_issue_and_never_stops_the_reading(tmp_path, content, message):
    publication, (fault,) = meta_of(tmp_path, content)
    assert publication is None
    assert fault.code == "meta-malformed"
    assert message in fault.message
    assert fault.message.startswith("x.meta.json ")


def test_the_sound_fields_survive_a_faulty_one(tmp_path):
    publication, faults = meta_of(tmp_path, {"publisher": "Coast Daily", "date": "soon"})
    assert publication == Publication("Coast Daily", None, "given by the user")
    assert len(faults) == 1
