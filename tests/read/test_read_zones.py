"""Headline, dateline, subheading, body and furniture are told apart in texts of many shapes."""

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph_build.read import find_zones
from graph_build.read.paragraphs import IGNORABLE

LETTER_OF = {
    "headline": "H",
    "dateline": "D",
    "subheading": "S",
    "body": "b",
    "furniture": "f",
}


def kinds(text):
    """One letter a zone: H headline, D dateline, S subheading, b body, f furniture."""
    return "".join(LETTER_OF[zone.kind.value] for zone in find_zones(text))


def words_of(text, kind):
    return [zone.span.cut(text) for zone in find_zones(text) if zone.kind.value == kind]


PLAIN = """Harbour pilots call off strike

Harbour pilots called off a planned strike on Friday after a night of talks, their union said.

The port said that it would hire forty pilots by March.
"""

PAGE = """Home
World
Politics
Harbour pilots call off strike after night of talks
By Anna Lindqvist
Friday, 6 September 2024 - 10:15 GMT
ROTTERDAM, Netherlands (DPA) - Harbour pilots called off a strike on Friday, their union said.
The union had asked for shorter shifts. The port said it would hire forty pilots by March.
Finland orders three icebreakers
Ship owners welcomed the agreement.
The cost of the agreement
The port said that the agreement would cost two million euros a year.
Related stories
Ferry line opens night route
Museum buys lost painting
© 2024 Coast Daily. All rights reserved.
Share
Facebook Twitter WhatsApp
"""

NO_HEADLINE = """The lake has risen by two metres, the mayor said on Monday. Farmers left.

"We have never seen this," said Olga Brandt, who keeps goats.

She has lost forty animals.
"""

CAPITALS = """RIVER TOWN ORDERS EVACUATION AS DAM LEAKS

THE MAYOR OF RIVER TOWN ORDERED EVERYBODY TO LEAVE. ENGINEERS SAID THE DAM WAS LEAKING.

BUSES WERE WAITING AT THE SCHOOL, A SPOKESMAN SAID.
"""

LISTS = """Who was at the summit

The following countries sent a minister:
- Norway
- Chile
- Kenya

They met for two hours.
The declaration names three goals:
Fewer nets
Larger meshes
Shorter seasons

The ministers meet again in May.
"""

DIALOGUE = """“Did you sign it?” the judge asked.

“I did,” Weber said. “Nobody told me what it was.”

“And the second page?”

“I never saw a second page.”
"""

TRANSCRIPT = """MODERATOR: Why did you vote against it?
SMITH: Because nobody had read it.
MODERATOR: Did you read it?
SMITH: I read the summary.
"""

WRAPPED = """Council approves tram line

The council approved the tram line on Tuesday after a debate that
lasted until midnight. Members of three parties voted for the line,
which will cost ninety million, the treasurer said.

Work begins in May. The first trams are expected to run in three years,
the council said in a statement.
"""

QUESTIONS = """Heat closes schools across the south
Schools to open again on Thursday, ministry says
MADRID: Schools across the south stayed closed on Tuesday because of the heat.
What did the ministry say?
The ministry said that classes would begin again on Thursday.
How long will it last?
Forecasters expect rain on Wednesday.
Children cool off in a fountain in Seville [AFP]
The heat has killed four people, officials said.
Orchestra names first woman conductor
"""

TWICE = """Ministers agree on fishing quota | Northern Herald

MINISTERS AGREE ON FISHING QUOTA
Published: 2024-02-11 08:30
Northern Herald / Ministers from six countries agreed on Sunday on a quota for cod.

Watch: How a trawler works

The quota is a fifth lower than last year's, an official said.
Views: 1,204
12 shares
Sign up for our newsletter and never miss a story
Herald Live
Herald Live
Speaker speaker icon
"""

PLAYER = """Live
Minister quits over train contract
3 min read
0:00 / 2:31
The minister resigned on Wednesday over a contract for trains, her office said.

She will be replaced by her deputy. Subscribe to our channel for more, she joked.

Reporting by Jan Novak; Editing by Eva Horak
"""

INTERVIEW = """Novelist returns with a book about bees

She has kept bees since she was nine. We met her in her garden.

Q: Do they sting you?

A: Not often.

Q: Does it hurt?

A: It does every time.
"""

NO_STOPS = """shopping for the week
two loaves of bread and a pound of butter for the children
eggs if there are any
a bottle of milk and the paper that father always reads on Sunday
"""

SHAPES = {
    "headline and two paragraphs": (PLAIN, "Hbb"),
    "a page with navigation, byline, stamp, dateline, teaser and links": (
        PAGE,
        "fffHDDDbbfbSbffffff",
    ),
    "no headline": (NO_HEADLINE, "bbb"),
    "capitals only": (CAPITALS, "Hbb"),
    "lists with and without bullets": (LISTS, "Hbbbbbbbbbb"),
    "dialogue": (DIALOGUE, "bbbb"),
    "transcript": (TRANSCRIPT, "bbbb"),
    "lines wrapped at a fixed width": (WRAPPED, "Hbb"),
    "second headline, questions, caption, last teaser": (QUESTIONS, "HSDbSbSbfbf"),
    "headline printed twice, counters, newsletter, player": (TWICE, "HfDDbfbffffff"),
    "labels and clocks around the headline, credits at the end": (PLAYER, "fHffbbD"),
    "interview": (INTERVIEW, "Hbbbbb"),
    "no full stops at all": (NO_STOPS, "Hbbb"),
    "one sentence": ("Two ships collided off the cape on Sunday, officials said.", "b"),
    "one line without full stop": ("Two ships collide off the cape", "H"),
    "one quoted line": ("“Two ships collided”", "b"),
    "empty": ("", ""),
    "blanks only": (" \ufeff\n\t \u200b\x00", ""),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_each_shape_of_text_has_its_zones(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_of_any_kind_give_the_same_zones(end):
    assert kinds(PAGE.replace("\n", end)) == kinds(PAGE)


def test_a_mark_of_order_and_blanks_lie_outside_every_zone():
    text = "\ufeff  Bridge reopens \r\n\r\n The bridge reopened on Monday, the mayor said.\r\n"
    assert [zone.span.cut(text) for zone in find_zones(text)] == [
        "Bridge reopens",
        "The bridge reopened on Monday, the mayor said.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry line opens night route",
        "ALSO READ | Ferry line opens night route",
        "Related: Ferry line opens night route.",
        "See also – Ferry line opens night route",
        "You may also like: Ferry line opens night route",
        "Views: 0",
        "123 shares",
        "1.2K views 14 comments",
        "Copyright 2024 Coast Daily",
        "© Coast Daily",
        "Follow us on Telegram",
        "Subscribe to our newsletter",
        "Photo: Ann Lee/Reuters",
        "Pilots at the gate [File: Ann Lee/AFP]",
        "Share this article",
        "Facebook | X | WhatsApp | Email",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "* * *",
        "https://example.org/story",
        "Tags: ports, strikes",
        "Player player icon",
        "We use cookies to make this page better.",
        "Editor's note: This story has been changed.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_a_line_of_the_page_is_furniture_wherever_it_stands(line, place):
    paragraphs = PLAIN.strip().split("\n\n")
    paragraphs.insert(2 if place == "middle" else 3, line)
    text = "\n\n".join(paragraphs)
    assert words_of(text, "furniture") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers were told to stay at home, the port said, and most of them did.",
        "The views of the union: no pilot should work for more than ten hours.",
        "“Share this with everybody,” the union told its members.",
        "Copyright law was not touched upon, the minister said.",
        "Related talks began in May.",
        "He said that the strike was over",
        "The port will keep on paying the pilots for the hours that they spent at home during the"
        " strike, and nobody will be fined for anything that was said or done in the night of",
    ],
)
def test_sentences_of_the_report_stay_body(line):
    paragraphs = PLAIN.strip().split("\n\n")
    paragraphs.insert(2, line)
    assert words_of("\n\n".join(paragraphs), "furniture") == []


def test_a_heading_speaks_the_words_of_the_report_and_a_teaser_others():
    paragraphs = PLAIN.strip().split("\n\n")
    heading = "\n\n".join([*paragraphs[:2], "Forty pilots for the port", *paragraphs[2:]])
    teaser = "\n\n".join([*paragraphs[:2], "Kenya buys two icebreakers", *paragraphs[2:]])
    assert words_of(heading, "subheading") == ["Forty pilots for the port"]
    assert words_of(teaser, "furniture") == ["Kenya buys two icebreakers"]


def test_every_zone_says_why():
    assert all(zone.reason for text, _ in SHAPES.values() for zone in find_zones(text))


@given(st.text(alphabet=" \n\r\t.,:?-“”/()AaBbé1\ufeff\u2028\x00", max_size=200))
@example("A/ B")
@example("Ab Cd\n\nAB (CD) - Ef gh.")
@settings(deadline=None)
def test_zones_are_sorted_disjoint_trimmed_and_hold_all_that_is_not_blank(text):
    zones = find_zones(text)
    assert list(zones) == sorted(zones)
    assert all(a.span.end <= b.span.start for a, b in pairwise(zones))
    for zone in zones:
        words = zone.span.cut(text)
        assert words == words.strip(IGNORABLE)
    inside = {i for zone in zones for i in range(zone.span.start, zone.span.end)}
    assert [c for i, c in enumerate(text) if i not in inside and c not in IGNORABLE] == []


def test_the_last_character_of_a_dateline_and_the_body_after_it_are_parted():
    text = "Pilots strike\n\nHarbour News/ Pilots are on strike, their union said.\n"
    assert words_of(text, "dateline") == ["Harbour News/"]
    assert words_of(text, "body")[0] == "Pilots are on strike, their union said."


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left the harbour, the mayor said. " * 230_000,
        "a" * 10_000_000,
        "A" * 3_000_000,
        "Abc/ " * 600_000,
        "\n" * 5_000_000,
        "“" * 3_000_000,
    ],
    ids=["prose", "letters", "capitals", "strokes", "line ends", "quotes"],
)
def test_a_very_long_line_takes_time_that_grows_no_faster_than_its_length(text):
    start = time.process_time()
    find_zones(text)
    assert time.process_time() - start < 10
