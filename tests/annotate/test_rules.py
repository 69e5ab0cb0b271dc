import pytest

from graph_build.model.attribution import SpeechMode

pytestmark = pytest.mark.model

LEAD = (
    "Ministers meet over the harbour\nThe harbour was quiet when the ministers met there in May.\n"
)


def only(found):
    assert len(found) == 1, [f[:3] for f in found]
    return found[0]


def one_of(found, content):
    hits = [f for f in found if content in f[2]]
    assert len(hits) == 1, [f[:3] for f in found]
    return hits[0]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "The mayor said that the bridge would open in June.",
            "The mayor", "said", "that the bridge would open in June",
        ),
        (
            '"The bridge is safe," the engineer said.',
            "the engineer", "said", '"The bridge is safe,"',
        ),
        (
            "“The bridge is safe,” said Anna Lind, an engineer at the port.",
            "Anna Lind, an engineer at the port", "said", "“The bridge is safe,”",
        ),
        (
            "The bridge will open in June, two officials told Reuters.",
            "two officials", "told", "The bridge will open in June",
        ),
        (
            "The bridge will open in June, reports Reuters.",
            "Reuters", "reports", "The bridge will open in June",
        ),
        (
            "According to the port authority, the bridge will open in June.",
            "the port authority", "According to", "the bridge will open in June",
        ),
        (
            "The bridge will open in June, according to the port authority.",
            "the port authority", "according to", "The bridge will open in June",
        ),
        (
            "He [the mayor] offered two more years, and I refused, Lind said.",
            "Lind", "said", "He [the mayor] offered two more years, and I refused",
        ),
        (
            "The mayor called for a quick end to the strike.",
            "The mayor", "called for", "a quick end to the strike",
        ),
    ],
)  # fmt: skip
def test_a_form_gives_source_cue_and_content(attributions_in, sentence, source, cue, content):
    found = one_of(attributions_in(LEAD + sentence), content)
    assert (source, cue, content) == found[:3]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Port and union near a deal on night shifts: Reuters", "Reuters",
         "Port and union near a deal on night shifts"),
        ("Port and union near a deal - Reuters", "Reuters", "Port and union near a deal"),
        ("Port seeks end of strike by May, Sources say", "Sources",
         "Port seeks end of strike by May"),
    ],
)  # fmt: skip
def test_a_headline_form_gives_its_source(attributions_in, headline, source, content):
    body = "\nThe talks at the port went on through the night and ended without a result.\n"
    found = only([f for f in attributions_in(headline + body) if f[3].mode is SpeechMode.HEADLINE])
    assert (source, content) == (found[0], found[2])


def test_a_hyphen_in_a_headline_is_no_separator(attributions_in):
    text = (
        "Port-union talks end in Reuters-like silence\nThe talks ended in the night at the port.\n"
    )
    assert [] == [f for f in attributions_in(text) if f[3].mode is SpeechMode.HEADLINE]


def test_a_split_quotation_is_one_attribution_in_two_pieces(attributions_in):
    text = LEAD + '"We came early," Anna Lind said. "Nobody was there."'
    found = one_of(attributions_in(text), "We came early")
    assert '"We came early," ... "Nobody was there."' == found[2]


def test_direct_speech_without_marks_is_direct_when_the_speaker_says_i(attributions_in):
    text = LEAD + "They wanted another year, and I refused, Lind said."
    assert SpeechMode.DIRECT is one_of(attributions_in(text), "I refused")[3].mode


def test_us_in_capitals_is_not_the_first_person(attributions_in):
    text = LEAD + "The US will send two ships, Lind said."
    assert SpeechMode.INDIRECT is one_of(attributions_in(text), "two ships")[3].mode


def test_partly_quoted_words_are_mixed(attributions_in):
    text = LEAD + 'The mayor said that the bridge was "as good as new" and would open in June.'
    assert SpeechMode.MIXED is one_of(attributions_in(text), "the bridge")[3].mode


def test_scare_quotes_are_no_speech(attributions_in):
    assert [] == attributions_in(LEAD + 'The "green" harbour has been busy since May.')


def test_the_addressee_that_is_told_becomes_the_channel(attributions_in):
    text = LEAD + '"The bridge is safe," a port official told Reuters.'
    found = one_of(attributions_in(text), "safe")[3]
    assert ["Reuters"] == [s.cut(text) for s in found.channel]


def test_an_interview_names_the_channel(attributions_in):
    text = (
        LEAD
        + "Lind confirmed the plan in an interview with Al-Hadath, saying that work starts soon."
    )
    found = one_of(attributions_in(text), "work starts")[3]
    assert ["Al-Hadath"] == [s.cut(text) for s in found.channel]


def test_a_medium_that_cites_sources_rests_on_them(attributions_in):
    text = (
        LEAD + "The port and the union have reached a deal, Reuters reported, citing two officials."
    )
    found = one_of(attributions_in(text), "reached a deal")[3]
    assert ["two officials"] == [s.cut(text) for s in found.basis]


def test_a_quoting_medium_is_the_channel_of_the_one_it_quotes(attributions_in):
    text = LEAD + "The paper quoted Anna Lind as confirming that the talks had ended."
    source, cue, _, found = one_of(attributions_in(text), "talks")
    assert ("Anna Lind", "confirming") == (source, cue)
    assert ["The paper"] == [s.cut(text) for s in found.channel]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "“", '"""" """', "said said said", "X" * 5000, "A \x00 b said \x00 that c is d."],
)
def test_odd_texts_come_through(attributions_in, text):
    assert isinstance(attributions_in(text), list)


def test_a_line_longer_than_any_paragraph_is_read_in_pieces(attributions_in):
    text = LEAD + "The mayor said that the bridge would open. " * 1200
    found = attributions_in(text)
    assert {"that the bridge would open"} == {f[2] for f in found}
    assert 1190 < len(found) <= 1200


def test_a_word_without_end_does_not_stop_the_reader(attributions_in):
    assert [] == attributions_in(LEAD + "x" * 60_000)


def test_whoever_is_asked_is_not_the_one_who_asks(attributions_in):
    found = attributions_in(LEAD + "Asked whether the bridge was safe, the mayor said: “It is.”")
    assert [f[0] for f in found] == ["the mayor"]
    assert [f[2] for f in found] == ["“It is.”"]


def test_a_medium_that_quotes_somebody_rests_on_them(attributions_in):
    text = LEAD + "The agency, quoting a port guard, reported that two cranes had been sold."
    found = one_of(attributions_in(text), "two cranes")
    assert [s.cut(text) for s in found[3].basis] == ["a port guard"]


def test_a_phrase_without_end_does_not_stop_the_reader(attributions_in):
    text = LEAD + "According to the man of " + "the town of the man of " * 900 + "it rained."
    assert isinstance(attributions_in(text), list)
