"""Datelines are parted from the first sentence; outlets are told from places."""

import pytest

from graph_build.read.datelines import dateline_prefix, is_byline, outlet_of
from graph_build.read.paragraphs import Paragraph


def paragraph(text):
    return Paragraph(0, len(text), text)


@pytest.mark.parametrize(
    "dateline",
    [
        "ROTTERDAM (Reuters) - ",
        "ROTTERDAM, Netherlands, Sept. 6 (UPI) — ",
        "Rotterdam (AFP) – ",
        "Sept 6 (Reuters) - ",
        "ROTTERDAM, Sept. 6, 2024 (AP) -- ",
        "Harbour News/ ",
        "Harbour News / ",
        "Tanga/ ",
        "Rotterdam, Netherlands – ",
        "ROTTERDAM — ",
        "FORT PORTAL, Uganda - ",
        "Addis Ababa, September 6 — ",
        "MADRID: ",
    ],
)
@pytest.mark.parametrize("sentence", ["Pilots are on strike.", "“No,” he said.", "40 ships wait."])
def test_a_dateline_ends_where_the_first_sentence_begins(dateline, sentence):
    found = dateline_prefix(paragraph(dateline + sentence))
    assert found is not None
    assert found[0] == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Pilots are on strike, their union said.",
        "Pilots - forty of them - are on strike.",
        "Rotterdam – a port of call – is closed.",
        "He/she may sign.",
        "AC/DC played.",
        "BREAKING: Pilots strike.",
        "Ann Lee (D-Ohio) — Announced in May.",
        "Ann Lee (R-Ohio): Announced in May.",
        "He – The man of the hour – is late.",
        "COUNCIL VOTES FOR NEW TRAM LINE IN THE NORTH, BUT WHO PAYS - THE CITY.",
        "The union (which is old) – The oldest – said so.",
    ],
)
def test_a_sentence_without_dateline_keeps_all_its_words(text):
    assert dateline_prefix(paragraph(text)) is None


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("Harbour News/", "Harbour News"),
        ("The Daily Post /", "The Daily Post"),
        ("Baghdad/", None),
        ("Baghdad, Iraq –", None),
        ("ROTTERDAM (Reuters) -", None),
    ],
)
def test_an_outlet_is_named_only_where_its_name_says_that_it_is_one(dateline, outlet):
    assert outlet_of(dateline) == outlet


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Anna Lindqvist", True),
        ("By Anna Lindqvist, Rotterdam Correspondent | 6 September 2024", True),
        ("Source: Agencies", True),
        ("Reporting by Jan Novak; Editing by Eva Horak", True),
        ("(Reporting by Jan Novak; editing by Eva Horak.)", True),
        ("By Monday the pilots were back at work.", False),
        ("By and large the strike went well", False),
    ],
)
def test_bylines_name_people_and_end_without_full_stop(line, expected):
    assert is_byline(paragraph(line)) is expected
