"""The lexicon: what its entries must say, and which user files it refuses."""

from collections import Counter
from pathlib import Path

import pytest

from ontology.gazetteer_file import GazetteerError
from ontology.inflection import inflections
from ontology.lexicon import (
    ACTS,
    CERTAINTIES,
    FRAMES,
    LEXICON_FILE,
    POLARITIES,
    Lexicon,
    load_lexicon,
    read_lexicon,
)
from ontology.terms import ONR, Individuals

HEAD = """
@prefix lex: <https://w3id.org/onrecord/lexicon#> .
@prefix onr: <https://w3id.org/onrecord/ontology#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


class TestCues:
    def test_acts_certainties_and_polarities_are_individuals_of_the_ontology(self):
        for name in ACTS | CERTAINTIES | POLARITIES:
            assert getattr(Individuals, name) == ONR + name

    def test_each_cue_is_told_once(self, lexicon):
        counts = Counter((cue.lemma, cue.pos) for cue in lexicon.cues)
        assert [key for key, count in counts.items() if count > 1] == []

    def test_every_speech_act_has_a_verb(self, lexicon):
        assert {cue.act for cue in lexicon.cues if cue.pos == "verb"} == ACTS

    def test_every_frame_and_every_part_of_speech_is_in_use(self, lexicon):
        assert frozenset().union(*(cue.frames for cue in lexicon.cues)) == FRAMES
        assert {cue.pos for cue in lexicon.cues} == {"verb", "noun", "preposition", "adjective"}

    def test_denying_and_refusing_turn_the_polarity_or_leave_it_open(self, lexicon):
        for cue in lexicon.cues:
            if cue.act in {"Denying", "Refusing"}:
                assert cue.polarity in {"Negative", "UnderspecifiedPolarity"}, cue.lemma

    def test_confirming_and_promising_never_turn_the_polarity(self, lexicon):
        turned = [
            c.lemma for c in lexicon.cues if c.polarity and c.act in {"Confirming", "Promising"}
        ]
        assert turned == []

    @pytest.mark.parametrize(
        ("lemma", "pos", "act", "certainty", "polarity"),
        [
            ("say", "verb", "Asserting", None, None),
            ("deny", "verb", "Denying", "Certain", "Negative"),
            ("reject", "verb", "Refusing", None, "Negative"),
            ("seek", "verb", "Proposing", None, None),
            ("aim for", "verb", "Proposing", None, None),
            ("call for", "verb", "Demanding", None, None),
            ("expect", "verb", "Predicting", "Probable", None),
            ("vow", "verb", "Promising", None, None),
            ("fear", "verb", "Believing", "Possible", None),
            ("decline to say", "verb", "DecliningToDisclose", "Underspecified", None),
            ("according to", "preposition", "Asserting", None, None),
            ("concerned", "adjective", "Believing", "Possible", None),
            ("pledge", "noun", "Promising", None, None),
        ],
    )
    def test_a_cue_gives_its_act_certainty_and_polarity(
        self, lexicon, lemma, pos, act, certainty, polarity
    ):
        cue = lexicon.cue(lemma, pos)
        assert cue is not None
        assert (cue.act, cue.certainty, cue.polarity) == (act, certainty, polarity)

    def test_the_longest_cue_of_a_verb_comes_first(self, lexicon):
        lemmas = [cue.lemma for cue in lexicon.cues_by_head["call"] if cue.pos == "verb"]
        assert lemmas.index("call for") < lemmas.index("call")

    def test_who_is_quoted_is_not_the_object_of_the_words(self, lexicon):
        for lemma in ("quote", "cite"):
            cue = lexicon.cue(lemma)
            assert cue is not None
            assert "as-participle" in cue.frames
            assert "noun-phrase" not in cue.frames

    def test_an_unknown_lemma_has_no_cue(self, lexicon):
        assert lexicon.cue("withdraw") is None
        assert lexicon.cue("") is None


class TestOtherEntries:
    def test_hearsay_hedges_are_the_reports_own(self, lexicon):
        hedges = {hedge.form: hedge for hedge in lexicon.hedges}
        assert hedges["reportedly"].hearsay
        assert hedges["reportedly"].certainty == "Probable"
        assert not hedges["could"].hearsay
        assert hedges["could"].certainty == "Possible"

    def test_no_hedge_is_told_twice(self, lexicon):
        assert max(Counter(hedge.form for hedge in lexicon.hedges).values()) == 1

    def test_number_words_bound_a_group(self, lexicon):
        sizes = {q.form: (q.minimum, q.maximum) for q in lexicon.quantifiers}
        assert sizes["five"] == (5, 5)
        assert sizes["several"] == (3, None)
        assert sizes["dozens"] == (24, 99)
        assert sizes["hundreds"] == (200, 999)

    def test_source_nouns_say_whether_somebody_is_unnamed(self, lexicon):
        unnamed = {noun.lemma: noun.unnamed for noun in lexicon.source_nouns}
        assert unnamed["official"]
        assert not unnamed["spokesperson"]
        assert "ministry" not in unnamed
        assert "ministry" in lexicon.body_nouns

    def test_media_what_they_publish_and_occasions_are_told_apart(self, lexicon):
        kinds = {noun.lemma: noun.kind for noun in lexicon.medium_nouns}
        assert kinds["news agency"] == "outlet"
        assert kinds["report"] == "text"
        assert kinds["interview"] == "occasion"

    def test_titles_and_triggers_are_there(self, lexicon):
        assert "Prime Minister" in {title.form for title in lexicon.titles}
        assert "on condition of anonymity" in lexicon.anonymity_triggers
        assert "it is noted that" in {form.form for form in lexicon.agentless_forms}
        assert "senior" in lexicon.rank_words

    def test_triggers_are_in_lower_case_for_the_search(self, lexicon):
        assert all(trigger == trigger.lower() for trigger in lexicon.anonymity_triggers)

    def test_every_entry_has_a_definition(self):
        from rdflib import RDF, SKOS, Graph

        graph = Graph().parse(LEXICON_FILE)
        entries = set(graph.subjects(RDF.type, None))
        assert len(entries) > 900
        assert [e for e in entries if graph.value(e, SKOS.definition) is None] == []


class TestModifiers:
    def test_no_modifier_is_told_twice(self, lexicon):
        counts = Counter((m.lemma, m.pos) for m in lexicon.modifiers)
        assert [key for key, count in counts.items() if count > 1] == []

    def test_a_modifier_does_something(self, lexicon):
        idle = [m.lemma for m in lexicon.modifiers if not (m.certainty or m.polarity or m.act)]
        assert idle == []

    @pytest.mark.parametrize(
        ("lemma", "pos", "given"),
        [
            ("could", "auxiliary", ("Possible", None, None, False)),
            ("expect", "verb", ("Probable", None, "Predicting", True)),
            ("fail", "verb", ("Certain", "Negative", None, False)),
            ("unlikely", "adjective", ("Probable", "Negative", "Predicting", False)),
            ("possibility", "noun", ("Possible", None, None, False)),
        ],
    )
    def test_a_modifier_gives_certainty_polarity_and_act(self, lexicon, lemma, pos, given):
        (found,) = [m for m in lexicon.modifiers if (m.lemma, m.pos) == (lemma, pos)]
        assert given == (found.certainty, found.polarity, found.act, found.passive)

    def test_conditionals_stand_before_clauses_or_nouns(self, lexicon):
        kinds = {c.form: (c.pos, c.negative) for c in lexicon.conditionals}
        assert kinds["if"] == ("conjunction", False)
        assert kinds["unless"] == ("conjunction", True)
        assert kinds["subject to"] == ("preposition", False)

    def test_an_infinitive_may_turn_the_act(self, lexicon):
        ask = lexicon.cue("ask")
        assert ask is not None
        assert (ask.act, ask.infinitive_act) == ("Asking", "Demanding")

    def test_a_medium_noun_says_which_media_it_can_mean(self, lexicon):
        nouns = {noun.lemma: noun for noun in lexicon.medium_nouns}
        assert nouns["newspaper"].only_for == "NewsOrganization"
        assert nouns["report"].journalistic
        assert not nouns["letter"].journalistic

    def test_role_nouns_are_source_nouns_and_the_last_words_of_titles(self, lexicon):
        assert {"minister", "spokesman", "sen"} <= lexicon.role_nouns


class TestInflection:
    @pytest.mark.parametrize(
        ("word", "pos", "irregular", "forms"),
        [
            ("say", "verb", ("said",), ("say", "says", "saying", "said")),
            ("deny", "verb", (), ("deny", "denies", "denying", "denied")),
            ("agree", "verb", (), ("agree", "agrees", "agreeing", "agreed")),
            ("stress", "verb", (), ("stress", "stresses", "stressing", "stressed")),
            ("veto", "verb", (), ("veto", "vetoes", "vetoing", "vetoed")),
            ("plan", "verb", ("planned", "planning"), ("plan", "plans", "planning", "planned")),
            ("agency", "noun", (), ("agency", "agencies")),
            ("memo", "noun", (), ("memo", "memos")),
            ("spokesman", "noun", ("spokesmen",), ("spokesman", "spokesmen")),
            ("according to", "preposition", (), ("according to",)),
        ],
    )
    def test_forms_follow_the_spelling_rules(self, word, pos, irregular, forms):
        assert inflections(word, pos, irregular) == forms

    def test_a_cue_of_several_words_bends_its_first(self, lexicon):
        cue = lexicon.cue("call for")
        assert cue is not None
        assert cue.forms == ("call for", "calls for", "calling for", "called for")


class TestUserFiles:
    GOOD = (
        'lex:moot-verb a lex:Cue ; rdfs:label "moot"@en ; lexinfo:partOfSpeech lexinfo:verb ;'
        ' ontolex:denotes onr:Proposing ; lex:frame "noun-phrase" ; lex:strength "reporting" .'
    )

    def load(self, tmp_path: Path, text: str) -> Lexicon:
        path = tmp_path / "mine.ttl"
        path.write_text(HEAD + text, encoding="utf-8")
        return read_lexicon([path])

    def test_a_user_adds_a_cue(self, tmp_path):
        path = tmp_path / "mine.ttl"
        path.write_text(HEAD + self.GOOD, encoding="utf-8")
        lexicon = load_lexicon([path])
        cue = lexicon.cue("moot")
        assert cue is not None
        assert cue.act == "Proposing"
        assert lexicon.cue("say") is not None

    def test_the_good_entry_of_these_tests_is_good(self, tmp_path):
        assert [cue.lemma for cue in self.load(tmp_path, self.GOOD).cues] == ["moot"]

    @pytest.mark.parametrize(
        ("old", "new", "reason"),
        [
            ('lex:frame "noun-phrase"', 'lex:frame "limerick"', "limerick"),
            ('lex:strength "reporting"', 'lex:strength "loud"', "lex:strength is 'loud'"),
            ("onr:Proposing", "onr:Certain", "not one of"),
            ("ontolex:denotes onr:Proposing ;", "", "lacks"),
            ("lexinfo:verb", "lexinfo:article", "part of speech 'article'"),
            ('rdfs:label "moot"@en ;', "", "no rdfs:label"),
            ('"moot"@en', '"moot', "is not Turtle"),
        ],
    )
    def test_a_faulty_cue_is_refused_with_file_and_reason(self, tmp_path, old, new, reason):
        assert old in self.GOOD
        with pytest.raises(GazetteerError, match=reason) as caught:
            self.load(tmp_path, self.GOOD.replace(old, new))
        assert caught.value.path == tmp_path / "mine.ttl"

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            (
                'lex:q a lex:Quantifier ; rdfs:label "umpteen" ; lex:minSize "many" .',
                "whole number",
            ),
            (
                'lex:q a lex:Quantifier ; rdfs:label "umpteen" ; lex:minSize 9 ; lex:maxSize 3 .',
                "above lex:maxSize",
            ),
            ('lex:h a lex:Hedge ; rdfs:label "mayhap"@en .', "lacks"),
            ('lex:m a lex:MediumNoun ; rdfs:label "wire"@en .', "lex:mediumKind is None"),
            ('lex:t a lex:Title ; rdfs:label "Dom"@en ; lex:titleRank "high" .', "lex:titleRank"),
        ],
    )
    def test_other_faulty_entries_are_refused(self, tmp_path, text, reason):
        with pytest.raises(GazetteerError, match=reason):
            self.load(tmp_path, text)
