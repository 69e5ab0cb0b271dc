from dataclasses import replace

import pytest

from graph_build.link.arguments import ArgumentLinker
from graph_build.link.names import link_mentions
from graph_build.link.referents import is_plural_noun, singular
from graph_build.model.annotation import Annotations, Mention, MentionKind, Sentence
from graph_build.model.attribution import Attribution, SpeechMode
from graph_build.model.entity import Entity, UnnamedSource
from graph_build.model.predication import Argument, Predication, Slot
from graph_build.model.statement import Chain, Hop, HopKind
from graph_build.model.text import ReadingText, Span
from graph_build.model.values import QuantityPhrase
from ontology.predicates import Attribute
from ontology.world import load_world

DEMONYMS = {"US", "American", "Iraqi"}
AGREES, MOVES = "https://example.org/agrees", "https://example.org/moves"
ATTRIBUTES = {
    AGREES: Attribute(AGREES, "agrees", "", "time", capital_acts=True),
    MOVES: Attribute(MOVES, "moves", "", "time"),
}


@pytest.fixture(scope="module")
def world():
    return load_world()


class Text:
    """A text whose predications are given as words; names are found by their first words."""

    def __init__(self, world, content, *names):
        self.world, self.content = world, content
        self.predications, self.chains, self.attributions = [], [], []
        self.sentences = []
        mentions = []
        for name in names:
            start = -1
            while (start := content.find(name, start + 1)) >= 0:
                kind = MentionKind.DEMONYM if name in DEMONYMS else MentionKind.NAMED
                found = world.find(name)
                iris = tuple(e.iri for e in found) or (world.by_demonym[name.lower()],)
                mentions.append(Mention(Span(start, start + len(name)), kind, name, iris))
        self.links = link_mentions(sorted(mentions), world)

    def span(self, words, after=0):
        start = self.content.index(words, after)
        return Span(start, start + len(words))

    def say(self, trigger, after=0, attribute=None, **phrases):
        """A predication; a phrase is its words, or its words and its head, or a list of members."""
        arguments = [self.argument(Slot(slot), p, after) for slot, p in phrases.items()]
        word = self.span(trigger, after)
        whole = Span(
            min(s.start for s in (word, *(a.span for a in arguments))),
            max(s.end for s in (word, *(a.span for a in arguments))),
        )
        self.predications.append(Predication(trigger, word, whole, attribute, tuple(arguments)))
        return self

    def argument(self, slot, phrase, after):
        members = ()
        if isinstance(phrase, list):
            members = tuple(self.span(m, after) for m in phrase)
            whole = Span(members[0].start, members[-1].end)
            return Argument(slot, whole, members[0], members)
        words, head = phrase if isinstance(phrase, tuple) else (phrase, phrase.split()[-1])
        whole = self.span(words, after)
        return Argument(slot, whole, self.span(head, whole.start))

    def read(self):
        annotations = Annotations(
            sentences=tuple(Sentence(span, 0, 0) for span in self.sentences),
            predications=tuple(self.predications),
            attributions=tuple(self.attributions),
        )
        reading = ReadingText(self.content, tuple(range(len(self.content) + 1)))
        linker = ArgumentLinker(
            annotations, self.links, self.chains, self.content, reading, self.world, ATTRIBUTES
        )
        return linker.arguments()

    def last(self, slot="subject"):
        return next(a for a in self.read()[-1] if a.slot == slot)


def names(argument):
    return [t.name if isinstance(t, Entity) else t.label for t in argument.things]


def test_a_name_at_the_head_is_all_that_the_phrase_means(world):
    found = Text(world, "The busy city of Erbil is calm.", "Erbil").say(
        "calm", subject=("The busy city of Erbil", "Erbil")
    )
    one = found.last()
    assert (names(one), one.label, one.is_whole) == (["Erbil"], "Erbil", True)
    assert one.words == "The busy city of Erbil"


def test_a_name_before_the_head_says_whose_it_is_and_the_words_stay(world):
    one = Text(world, "Several US bases were hit.", "US").say("hit", subject="US bases").last()
    assert (names(one), one.label, one.is_whole) == (["United States"], "US bases", False)


def test_a_name_in_a_compound_is_not_whose_it_is(world):
    one = Text(world, "The Iraq-wide talks began.", "Iraq").say("began", subject="Iraq-wide talks")
    assert names(one.last()) == []


def test_the_number_and_the_article_are_left_out_of_what_is_shown(world):
    text = Text(world, "More than 170 attacks hit it.").say("hit", subject="More than 170 attacks")
    (predication,) = text.predications
    (argument,) = predication.arguments
    count = QuantityPhrase(text.span("More than 170"), argument.span, "170")
    text.predications[0] = replace(predication, arguments=(replace(argument, quantity=count),))
    assert text.last().label == "attacks"


def test_a_place_named_beside_its_noun_is_meant(world):
    text = Text(world, "They left its capital, Erbil, and the Anbar province.", "Erbil", "Anbar")
    text.say("left", object=("its capital, Erbil", "capital"))
    assert names(text.last("object")) == ["Erbil"]
    text.say("left", object="the Anbar province")
    assert names(text.last("object")) == ["Anbar Governorate"]


def test_every_member_of_a_list_is_read_and_shown_in_order(world):
    text = Text(world, "Troops from Italy, France and Germany stay.", "Italy", "France", "Germany")
    one = text.say("stay", object=["Italy", "France", "Germany"]).last("object")
    assert one.label == "Italy; France; Germany"
    assert names(one) == ["Italy", "France", "Germany"]


def test_capitals_that_act_are_governments_and_places_elsewhere(world):
    text = Text(
        world, "Baghdad and Washington agreed. Forces leave Baghdad.", "Baghdad", "Washington"
    )
    text.say("agreed", attribute=AGREES, subject=["Baghdad", "Washington"])
    assert names(text.last()) == ["Government of Iraq", "Government of the United States"]
    assert text.last().method == "metonym"
    text.say("leave", attribute=MOVES, subject="Forces", object="Baghdad", after=31)
    assert names(text.last("object")) == ["Baghdad"]


def test_a_capital_stays_a_city_where_cities_are_subjects_but_an_agent_acts(world):
    text = Text(world, "Baghdad moves. Baghdad moved troops.", "Baghdad")
    assert names(text.say("moves", attribute=MOVES, subject="Baghdad").last()) == ["Baghdad"]
    text.say("moved", after=15, attribute=MOVES, agent="Baghdad", subject="troops")
    assert names(text.last("agent")) == ["Government of Iraq"]


def test_they_are_the_last_several_that_act(world):
    text = Text(world, "US troops left Iraq. They were late.", "US", "Iraq")
    text.say("left", subject="US troops", object="Iraq").say("late", subject="They")
    one = text.last()
    forces = "United States Armed Forces"
    assert (names(one), one.label, one.method) == ([forces], forces, "points back")
    assert one.words == "They"


def test_they_are_nobody_where_the_last_several_are_not_known(world):
    text = Text(world, "The US left. Two ferries sank. They were late.", "US")
    text.say("left", subject="The US").say("sank", subject="Two ferries")
    assert names(text.say("late", subject="They").last()) == []


def test_its_troops_are_those_of_who_acts_here(world):
    text = Text(world, "The US invaded Iraq and withdrew its troops.", "US", "Iraq")
    text.say("invaded", subject=("The US", "US"), object="Iraq")
    one = text.say("withdrew", agent=("The US", "US"), subject="its troops").last()
    assert (names(one), one.is_whole) == (["United States"], False)
    assert one.label == "troops of United States"


def test_its_forces_are_of_who_fits_in_number(world):
    text = Text(world, "France stays. Rebels attacked its forces.", "France")
    text.say("stays", subject="France")
    text.say("attacked", agent="Rebels", subject="its forces")
    assert names(text.last()) == ["France"]


def test_its_leaving_is_that_of_the_last_known_thing(world):
    text = Text(world, "Iraq called on France to hasten its departure.", "Iraq", "France")
    text.say("called", subject="Iraq", object="France").say("departure", subject="its")
    assert names(text.last()) == ["France"]


def test_it_is_nothing_where_something_unknown_was_spoken_of_last(world):
    text = Text(world, "Iraq has signed no pact. It is expected.", "Iraq")
    text.say("signed", subject="Iraq", object=("no pact", "pact"))
    assert names(text.say("expected", subject="It").last()) == []


def test_this_is_what_was_last_done_something_to_in_the_sentence(world):
    text = Text(world, "France offered a shorter term, but this was refused. This is it.", "France")
    text.sentences = [text.span("France offered a shorter term, but this was refused.")]
    text.say("offered", subject="France", object="a shorter term").say("refused", object="this")
    assert (text.last("object").label, text.last("object").things) == ("shorter term", ())
    text.say("is", subject="This", after=50)
    assert text.last().label == "This"


def test_the_country_is_the_last_that_does_not_act_beside_it(world):
    text = Text(world, "Iraq and France agreed. France leaves the country.", "Iraq", "France")
    text.say("agreed", subject=["Iraq", "France"])
    text.say("leaves", subject="France", object="the country", after=24)
    assert names(text.last("object")) == ["Iraq"]


def test_both_countries_are_the_last_two_named_together(world):
    text = Text(
        world, "It took land in Iraq and Syria. France helped. It threatens both countries.",
        "Iraq", "Syria", "France",
    )  # fmt: skip
    text.say("took", place=["Iraq", "Syria"]).say("helped", subject="France")
    assert names(text.say("threatens", object="both countries").last("object")) == ["Iraq", "Syria"]


def test_the_two_governments_are_those_of_the_two_countries(world):
    text = Text(world, "Iraq and the United States talk. The two governments agree.", "Iraq")
    text.links = Text(world, text.content, "Iraq", "United States").links
    text.say("talk", subject=["Iraq", "United States"])
    found = names(text.say("agree", subject="The two governments").last())
    assert found == ["Government of Iraq", "Government of the United States"]


def test_the_governments_of_two_peoples_are_those_of_their_countries(world):
    text = Text(world, "The Iraqi and American governments met.", "Iraqi", "American")
    text.say("met", subject="The Iraqi and American governments")
    assert names(text.last()) == ["Government of Iraq", "Government of the United States"]


def test_a_post_is_not_one_that_is_named_with_it(world):
    content = "Foreign Affairs Adviser to the Iraqi Prime Minister"
    text = Text(world, f"Mr Roe, {content}, met him.", content)
    text.say("met", object="the Iraqi Prime Minister")
    assert names(text.last("object")) == ["Prime Minister of Iraq"]


def test_whose_it_is_is_not_what_it_is(world):
    text = Text(world, "Iraq's new envoy resigned.", "Iraq")
    one = text.say("resigned", subject=("Iraq's new envoy", "Iraq")).last()
    assert (one.label, one.is_whole) == ("Iraq's new envoy", False)


def test_the_rest_is_a_part_of_the_forces_spoken_of_last(world):
    text = Text(world, "Hundreds of US troops leave, the rest will depart.", "US")
    text.say("leave", subject=("US troops", "troops")).say("depart", subject="the rest")
    one = text.last()
    forces = "United States Armed Forces"
    assert (names(one), one.is_whole, one.label) == ([forces], False, f"rest of {forces}")


def test_he_is_the_last_person_and_i_the_speaker(world):
    text = Text(world, "Fuad Hussein met France. “I refused,” he said.", "Fuad Hussein", "France")
    speaker = UnnamedSource("an official (unnamed)", text.span("he"), (), 1, 1)
    text.attributions.append(
        Attribution(
            content=(text.span("I refused"),), source=(text.span("he"),), cue=(text.span("said"),),
            mode=SpeechMode.DIRECT, cue_lemma="say", method="test", confidence=1.0,
        )
    )  # fmt: skip
    text.chains.append(Chain(speaker=Hop(HopKind.SPEAKER, speaker)))
    text.say("met", subject=("Fuad Hussein", "Hussein"))
    assert names(text.say("refused", subject="I").last()) == ["an official (unnamed)"]
    assert names(text.say("said", subject="he", after=35).last()) == ["Fuad Hussein"]


def test_a_name_in_brackets_says_whom_the_pronoun_means(world):
    text = Text(world, "He [Fuad Hussein] proposed it.", "Fuad Hussein")
    one = text.say("proposed", subject=("He [Fuad Hussein]", "He")).last()
    assert names(one) == ["Fuad Hussein"]


def test_unnamed_people_are_those_of_the_chain_that_the_words_describe(world):
    text = Text(world, "Five clerks said so. Rain fell.")
    clerks = UnnamedSource("clerks (unnamed)", text.span("Five clerks"), (), 5, 5)
    text.chains.append(Chain(speaker=Hop(HopKind.SPEAKER, clerks)))
    assert names(text.say("said", subject="Five clerks").last()) == ["clerks (unnamed)"]


def test_what_is_not_known_keeps_its_words_alone(world):
    one = Text(world, "The ferry sank.").say("sank", subject="The ferry").last()
    assert (one.things, one.label, one.method) == ((), "ferry", "")


def test_arguments_come_in_the_order_of_the_predications(world):
    text = Text(world, "Iraq rests. France waits.", "Iraq", "France")
    text.say("waits", subject="France").say("rests", subject="Iraq")
    assert [names(arguments[0]) for arguments in text.read()] == [["France"], ["Iraq"]]


@pytest.mark.parametrize(
    ("noun", "one", "several"),
    [("forces", "force", True), ("country", "country", False), ("US", "us", False),
     ("pass", "pass", False), ("troops", "troop", True)],
)  # fmt: skip
def test_number_is_guessed_from_the_form_of_a_noun(noun, one, several):
    assert singular(noun) == one or noun == "US"
    assert is_plural_noun(noun) is several
