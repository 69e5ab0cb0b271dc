"""The lexicon of events, states and numbers: what is in it, and what it refuses."""

import re
from pathlib import Path

import pytest

from ontology.gazetteer_file import GazetteerError
from ontology.predicates import PREDICATES_FILE, load_predicates, read_predicates
from ontology.terms import LEX

PREFIXES = """
@prefix lex: <https://w3id.org/onrecord/lexicon#> .
@prefix my: <https://example.org/my#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix synsem: <http://www.w3.org/ns/lemon/synsem#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
GOOD = """
my:dredges a lex:Attribute ; rdfs:label "dredges"@en ; skos:definition "deepens a channel"@en .
my:dredger a synsem:SyntacticFrame ; lex:subjectFrom "subject" ; lex:objectFrom "object" .
my:dredge a lex:Predicate ; rdfs:label "dredge"@en ; lexinfo:partOfSpeech lexinfo:verb ;
    ontolex:denotes my:dredges ; synsem:synBehavior my:dredger .
"""


@pytest.fixture(scope="module")
def predicates():
    return load_predicates()


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return path


def test_general_news_is_covered(predicates):
    assert len(predicates.attributes) >= 60
    assert len(predicates.entries) >= 350
    denoted = {e.attribute for e in predicates.entries}
    assert {LEX + name for name in ("leaves", "elected", "imposes-tariff", "infected")} <= denoted


def test_every_attribute_is_stated_by_a_word_a_pattern_or_a_narrower_attribute(predicates):
    by_pattern = {
        "located-in", "comes-from", "includes", "holds-office", "age", "number-of-sources",
        "reason-for-anonymity", "amounts-to",
    }  # fmt: skip
    used = {e.attribute for e in predicates.entries}
    used |= {a.broader for a in predicates.attributes.values()}
    used |= {a.counted_as for a in predicates.attributes.values()}
    used |= {LEX + name for name in by_pattern}
    assert sorted(set(predicates.attributes) - used) == []


def test_every_entry_says_what_it_means():
    text = PREDICATES_FILE.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=lex:)", text)
    words = [e for e in entries if re.search(r" a lex:(Predicate|Attribute|LightVerb) ;", e)]
    assert len(words) > 500
    assert [e.split()[0] for e in words if "skos:definition" not in e] == []


def test_contraries_hold_in_one_domain_and_are_never_of_themselves(predicates):
    for attribute in predicates.attributes.values():
        assert attribute.iri not in attribute.contrary
        assert attribute.contrary <= set(predicates.attributes)


def test_words_of_one_wording_are_told_apart_by_sense_or_frame(predicates):
    seen: dict[tuple[str, str], list] = {}
    for entry in predicates.entries:
        seen.setdefault((entry.lemma, entry.pos), []).append(entry)
    doubled = [v for v in seen.values() if len(v) > 1]
    assert doubled
    for entries in doubled:
        assert len({e.attribute for e in entries}) == len(entries)


def test_a_word_is_found_by_its_inflected_forms_longest_wording_first(predicates):
    assert any(e.lemma == "withdraw" for e in predicates.by_form["withdrew"])
    assert any(e.lemma == "treaty" for e in predicates.by_form["treaties"])
    lengths = [len(e.words) for e in predicates.by_form["declared"]]
    assert lengths == sorted(lengths, reverse=True)


def test_an_attribute_is_found_by_slug_and_by_iri(predicates):
    assert predicates.attribute("leaves") is predicates.attribute(LEX + "leaves")
    with pytest.raises(KeyError):
        predicates.attribute("no-such-thing")


def test_a_file_of_the_user_stands_beside_ours(tmp_path, predicates):
    mine = load_predicates([written(tmp_path, GOOD)])
    assert len(mine.entries) == len(predicates.entries) + 1
    (entry,) = mine.by_form["dredged"]
    assert mine.attributes[entry.attribute].label == "dredges"
    assert mine.attributes[entry.attribute].value == "time"


@pytest.mark.parametrize(
    ("given", "put", "reason"),
    [
        ("my:dredges a lex:Attribute ; rdfs:label", "my:dredges a lex:Attribute ; skos:altLabel",
         "has no rdfs:label"),
        ('skos:definition "deepens a channel"@en', 'lex:valueKind "time"', "skos:definition"),
        ("ontolex:denotes my:dredges", "ontolex:denotes my:digs", "no lex:Attribute"),
        ("synsem:synBehavior my:dredger", "synsem:synBehavior my:digger", "no frame"),
        ("lexinfo:partOfSpeech lexinfo:verb", "lexinfo:partOfSpeech lexinfo:adverb", "speech"),
        ('lex:objectFrom "object"', 'lex:objectFrom "subject"', "two slots"),
        ('lex:subjectFrom "subject" ; lex:objectFrom "object"', 'skos:example "x"', "no slot"),
        ('"deepens a channel"@en', '"x"@en ; lex:valueKind "colour"', "valueKind"),
        ('"deepens a channel"@en', '"x"@en ; lex:contrary my:fills', "my#fills"),
    ],
)  # fmt: skip
def test_a_fault_names_the_file_and_the_reason(tmp_path, given, put, reason):
    path = written(tmp_path, GOOD.replace(given, put))
    with pytest.raises(GazetteerError, match=reason) as caught:
        read_predicates([path])
    assert caught.value.path == path
