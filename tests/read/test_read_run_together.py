"""Words that run together are parted; names, brands, compounds and addresses are not."""

import gzip
import json
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_build.read import find_run_together
from graph_build.read.words import WordList

CLEAN = (
    "The committee said in its report that the plan was agreed by all of the members and that it"
    " would be sent to the court on Monday. "
)
WORN = "He spoke ofthe plan inthe hall tothe press andthe staff. "

NOT_JOINED = """
    McDonald MacArthur DeSantis LaGuardia O'Malley FitzGerald VanDyke LeBron YouTube LinkedIn
    iPhone eBay PhD WhatsApp BuzzFeed PayPal WikiLeaks al-Sudani Al-Hadath U.S. U.S.-led p.m.
    e.g. 10,000 3.5 10:15 Amazon.com www.example.org https://example.org/TheNews
    user@example.org @realAnnLee #MakePeaceNow ann_Lee Ph.D. J.K.Rowling a/b and/or Iraqis
    Israelis Yazidis Putin Ingraham Atwater Theroux Theissen Hassan Fallon Abedin Shahin
    Salahuddin Alaaldin airbase warplanes counterterrorism servicemembers peshmerga ceasefire
    crackdown superdelegates infographic inauthenticity onboard NGOs MPs PACs UAVs CENTCOM
    COVID-19 F-16s 1990s 50km a,b,c,d,e,f {color:red;} &nbsp;the
"""


def parted(text):
    return [repair.parted for repair in find_run_together(text)]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("after weeksof talks", "weeks of"),
        ("the removalof nets", "removal of"),
        ("ofthe plan", "of the"),
        ("they speakof two", "speak of"),
        ("a changethat came", "change that"),
        ("nobody knewabout it", "knew about"),
        ("theplan of May", "the plan"),
        ("inOctober 2024", "in October"),
        ("they met onFriday", "on Friday"),
        ("towards theUN mission", "the UN"),
        ("worried aboutNadia", "about Nadia"),
        ("the MinisterKhalid said", "Minister Khalid"),
        ("In LateOctober it rained", "Late October"),
        ("The agency,citing two people", "agency, citing"),
        ("it ended;nobody spoke", "ended; nobody"),
        ("the talks ended.The port", "ended. The"),
        ("is it over?Nobody knows", "over? Nobody"),
        ("Weber said:“It is over”", "said: “It"),
        ("Weber said“It is over”", "said “It"),
        ("“It is over,”Weber said", "over,” Weber"),
        ('she said:"It is over"', 'said: "It'),
    ],
)
def test_a_lost_space_is_found_by_itself(wording, expected):
    assert parted(wording) == [expected]


def test_a_name_that_the_text_uses_elsewhere_is_parted_from_its_preposition():
    text = "Oslo is far. They left Oslo again. It has snowed since Osloin 1980. " + CLEAN
    assert parted(text) == ["Oslo in"]


def test_a_name_with_the_same_ending_but_another_continuation_is_left():
    text = "The Shah left. The Shah is gone. A man called Shahin said so. " + CLEAN
    assert parted(text) == []


def test_an_article_is_parted_from_the_word_after_it_where_a_sentence_begins():
    assert parted(CLEAN + "Thedecision is final.") == ["The decision"]
    assert parted(CLEAN + "It was Thedecision.") == []


def test_an_acronym_is_parted_from_a_word_where_the_text_knows_it():
    assert parted(CLEAN + "The UN is there. UNtroops are too.") == ["UN troops"]
    assert parted(CLEAN + "UNtroops are too.") == []


def test_two_words_that_the_text_has_side_by_side_elsewhere_are_parted():
    text = CLEAN + "He lives in Costa Verde. The road to CostaVerde is long."
    assert parted(text) == ["Costa Verde"]


@pytest.mark.parametrize("wording", ["agreedplan", "NorthKorea", "helpin", "asimilar"])
def test_doubtful_cases_count_only_where_other_spaces_are_missing(wording):
    assert parted(CLEAN + f"It was {wording} again.") == []
    assert wording in [part.replace(" ", "") for part in parted(WORN + f"It was {wording} again.")]


@pytest.mark.parametrize(
    "word",
    NOT_JOINED.split(),
)
def test_names_brands_compounds_and_figures_are_left_alone(word):
    assert parted(CLEAN + f"It was about {word} again.") == []


def test_a_word_that_comes_often_is_a_word():
    assert parted(CLEAN + "The gridof lights. A gridof lamps. The gridof wires.") == []


def test_a_text_in_another_language_is_left_alone():
    text = "Le ministre a annoncé mardi que les négociations reprendraient dans la capitale. "
    assert parted(text * 5 + "Il parle desthe affaires.") == []


def test_breaks_that_share_a_word_are_one_repair():
    (repair,) = find_run_together("The talks ended,but,nobody knows")
    assert (repair.wording, repair.parted) == ("ended,but,nobody", "ended, but, nobody")


def test_a_repair_says_where_and_how():
    text = "They met inOctober."
    (repair,) = find_run_together(text)
    assert repair.span.cut(text) == repair.wording == "inOctober"
    assert repair.breaks == (repair.span.start + 2,)
    assert repair.parted == "in October"


def test_the_list_of_words_can_be_given():
    words = WordList({"zork": 5000, "of": 5000})
    assert [r.parted for r in find_run_together("a zorkof blat", words)] == ["zork of"]
    assert find_run_together("after weeksof talks", words) == ()


WORDS = ["the", "of", "inMay", "weeksof", "ab,cd", "X.Yz", "McDon", "MinisterKhan", "é", "NATO"]
PIECES = st.sampled_from([*WORDS, "”He", ";", ":", "12", "a", " ", " ", "\n"])


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(deadline=None)
def test_repairs_are_disjoint_in_order_and_break_inside_words(text):
    repairs = find_run_together(text)
    assert list(repairs) == sorted(repairs)
    assert all(a.span.end <= b.span.start for a, b in pairwise(repairs))
    for repair in repairs:
        assert repair.span.cut(text) == repair.wording
        assert all(repair.span.start < cut < repair.span.end for cut in repair.breaks)
        assert repair.parted.replace(" ", "") == repair.wording.replace(" ", "")


def test_the_worn_seed_is_mended_and_the_others_are_left(shared):
    mended = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        mended[path.name[:3]] = parted(path.read_text(encoding="utf-8"))
    assert len(mended.pop("002")) == 12
    assert list(mended.values()) == [[], [], [], []]


def test_clean_news_is_split_less_than_once_in_ten_thousand_words(shared):
    words = splits = 0
    with gzip.open(shared / "polnear" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            words += len(text.split())
            splits += len(find_run_together(text))
    assert words > 600_000
    assert splits * 10_000 < words


@pytest.mark.parametrize(
    "text",
    ["The ferry left the harbour, he said. " * 30_000, "a" * 5_000_000, "a,b" * 60_000],
    ids=["prose", "one word", "one table"],
)
def test_the_time_grows_no_faster_than_the_text(text):
    start = time.process_time()
    find_run_together(text)
    assert time.process_time() - start < 5
