"""A file becomes a report whose id, text and zones depend on nothing but what it holds."""

import hashlib

import pytest

from graph_build.errors import UnreadableInputError
from graph_build.model.text import Issue, Publication, ZoneKind
from graph_build.read import mint_report_id, read_report, report_from_text
from graph_build.read import report as report_module

STORY = "Pilots strike\r\n\r\nPilots are on strike sinceOctober, their union said.\r\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "strike.txt"
    path.write_bytes(STORY.encode())
    return path


def test_a_file_is_held_as_it_is(path):
    report = read_report(path)
    assert report.text.content == STORY
    assert report.text.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert report.file_name == "strike.txt"
    assert report.title == "Pilots strike"
    assert [zone.kind for zone in report.zones] == [ZoneKind.HEADLINE, ZoneKind.BODY]


def test_reading_twice_and_elsewhere_gives_the_same_report(path, tmp_path):
    other = tmp_path / "elsewhere" / "strike.txt"
    other.parent.mkdir()
    other.write_bytes(STORY.encode())
    assert read_report(path) == read_report(path) == read_report(other)


def test_a_repaired_word_is_an_issue_that_shows_the_repair(path):
    (issue,) = read_report(path).issues
    assert issue.code == "run-together"
    assert issue.message == '"sinceOctober" read as "since October"'
    assert issue.span.cut(STORY) == "sinceOctober"


def test_the_title_is_shown_repaired_and_on_one_line():
    text = "Pilots to strike\tinOctober\n\nPilots are on strike, their union said. They want pay.\n"
    assert report_from_text(text, file_name="a.txt").title == "Pilots to strike in October"


def test_the_id_follows_from_text_source_name_and_publisher_alone():
    known = report_from_text(STORY, file_name="a.txt")
    assert known.id == mint_report_id(known.text.sha256, "a.txt")
    assert known.id == report_from_text(STORY, file_name="some/folder/a.txt").id
    others = {
        report_from_text(STORY + " ", file_name="a.txt").id,
        report_from_text(STORY, file_name="b.txt").id,
        report_from_text(STORY, file_name="a.txt", publication=Publication("Coast Daily")).id,
        report_from_text(STORY, file_name="a.txt", publication=Publication(url="https://x.org")).id,
    }
    assert len(others | {known.id}) == 5
    dated = Publication(published="2024-09-06")
    assert report_from_text(STORY, file_name="a.txt", publication=dated).id == known.id
    assert len(known.id) == 20


def test_the_fields_of_the_id_cannot_run_into_each_other():
    first = mint_report_id("0" * 64, "a", Publication("bc"))
    assert first != mint_report_id("0" * 64, "ab", Publication("c"))


def test_what_lies_beside_the_file_is_taken(path):
    path.with_name("strike.meta.json").write_text('{"publisher": "Coast Daily", "x": 1}')
    report = read_report(path)
    assert report.publication == Publication("Coast Daily", None, "given by the user")
    assert [issue.code for issue in report.issues] == ["meta-malformed", "run-together"]


@pytest.mark.parametrize("content", ["", " \r\n\ufeff"])
def test_a_text_without_words_is_a_report_with_an_issue(content):
    report = report_from_text(content, file_name="a.txt")
    assert report.zones == ()
    assert report.title is None
    assert [issue.code for issue in report.issues] == ["empty"]


def test_issues_from_before_come_first():
    before = Issue("encoding-guessed", "said so")
    report = report_from_text("", file_name="a.txt", issues=(before,))
    assert [issue.code for issue in report.issues] == ["encoding-guessed", "empty"]


def test_lone_surrogates_are_replaced_in_text_and_name():
    report = report_from_text("It was \ud800.", file_name="a\udcff.txt")
    assert report.text.content == "It was \ufffd."
    assert report.file_name == "a?.txt"
    assert [issue.code for issue in report.issues] == ["undecodable-bytes"]


def test_a_text_over_the_limit_is_refused_with_what_to_do(monkeypatch, path):
    monkeypatch.setattr(report_module, "MAX_CHARACTERS", 40)
    monkeypatch.setattr(report_module, "_MAX_BYTES", 160)
    with pytest.raises(UnreadableInputError, match="split it into one file a report"):
        read_report(path)
    path.write_bytes(b"a" * 1000)
    with pytest.raises(UnreadableInputError, match="larger than the 40 characters"):
        read_report(path)


def test_a_file_that_cannot_be_opened_says_why(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("x")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(UnreadableInputError, match="Permission denied"):
        read_report(path)
