"""Bytes become characters unchanged, and whatever is guessed is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_build.errors import UnreadableInputError
from graph_build.model.text import Span
from graph_build.read.decode import decode_bytes, replace_surrogates


def codes_of(data: bytes) -> list[str]:
    return [issue.code for issue in decode_bytes(data, file_name="a.txt")[1]]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_comes_back_as_it_was_written(text):
    assert decode_bytes(text.encode(), file_name="a.txt") == (text, ())


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "\ufeffmarked", "nul\x00kept", "tab\tff\f", ""])
def test_line_ends_marks_and_nuls_are_kept(text):
    assert decode_bytes(text.encode(), file_name="a.txt") == (text, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_mark_of_order_decides_and_stays_in_the_text(codec):
    text = "\ufeffThe “ferry” left."
    assert decode_bytes(text.encode(codec), file_name="a.txt") == (text, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_guessed_and_said(codec):
    text = "The ferry left the harbour at noon."
    content, issues = decode_bytes(text.encode(codec), file_name="a.txt")
    assert content == text
    assert [issue.code for issue in issues] == ["encoding-guessed"]


def test_windows_quotes_are_read_and_the_guess_is_said():
    content, issues = decode_bytes("He said “no” – twice.".encode("cp1252"), file_name="a.txt")
    assert content == "He said “no” – twice."
    assert [issue.code for issue in issues] == ["encoding-guessed"]


def test_a_lone_bad_byte_in_utf_8_is_replaced_and_pointed_at():
    content, issues = decode_bytes("“Yes” and “no”".encode() + b"\xff!", file_name="a.txt")
    assert content == "“Yes” and “no”\ufffd!"
    assert [(issue.code, issue.span) for issue in issues] == [("undecodable-bytes", Span(14, 15))]


def test_a_replacement_character_of_the_source_is_no_fault():
    assert codes_of("was \ufffd there".encode()) == []


def test_a_byte_that_windows_does_not_define_is_pointed_at():
    content, issues = decode_bytes(b"caf\xe9 \x81", file_name="a.txt")
    assert content == "café \ufffd"
    assert [(i.code, i.span) for i in issues][1:] == [("undecodable-bytes", Span(5, 6))]


def test_many_bad_bytes_give_few_issues_with_their_number():
    data = "“Yes” ".encode() * 200 + b"\xff" * 100
    _, issues = decode_bytes(data, file_name="a.txt")
    assert len(issues) == 21
    assert "80 more places" in issues[-1].message


def test_half_a_character_at_the_end_of_utf_16_is_said():
    content, issues = decode_bytes("\ufeffab".encode("utf-16-le") + b"c", file_name="a.txt")
    assert content == "\ufeffab\ufffd"
    assert issues[0].span == Span(3, 4)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x01\x02\x03\x04" * 50, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data, kind):
    with pytest.raises(UnreadableInputError, match=kind) as caught:
        decode_bytes(data, file_name="scan.txt")
    assert "scan.txt" in str(caught.value)
    assert ".txt" in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_the_one_error(data):
    try:
        content, issues = decode_bytes(data, file_name="a.txt")
    except UnreadableInputError:
        return
    content.encode("utf-8")
    assert all(i.span is None or i.span.cut(content) == "\ufffd" for i in issues)


def test_a_lone_surrogate_becomes_the_replacement_character():
    content, issues = replace_surrogates("a\ud800b")
    assert content == "a\ufffdb"
    assert [issue.span for issue in issues] == [Span(1, 2)]
