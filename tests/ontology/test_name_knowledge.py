"""The names file says what is generally known, and refuses what it cannot mean."""

import pytest

from ontology.gazetteer_file import GazetteerError
from ontology.names import load_names

PREFIXES = """@prefix lex: <https://w3id.org/onrecord/lexicon#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def test_ours_holds_every_kind_of_knowledge():
    names = load_names()
    given = {name.label: name for name in names.given_names}
    assert "Mohammad" in given["Muhammad"].spellings
    assert "Bill" in given["William"].nicknames
    assert names.titles["Mrs"] == "female"
    assert names.generation_marks["Jr"] == "junior"
    assert names.particles["bin"] == "parent"
    assert "gmbh" in names.legal_forms
    assert names.numbers["forty"] == 40


def test_a_users_file_adds_to_ours(tmp_path):
    path = tmp_path / "mine.ttl"
    path.write_text(
        PREFIXES + 'lex:given-x a lex:GivenName ; rdfs:label "Xan" ; lex:nickname "Xa" .',
        encoding="utf-8",
    )
    found = {name.label: name.nicknames for name in load_names([path]).given_names}
    assert found["Xan"] == ("Xa",)
    assert "Bill" in found["William"]


@pytest.mark.parametrize(
    "entry",
    [
        "lex:x a lex:GivenName .",
        'lex:x a lex:NameTitle ; rdfs:label "Xir" ; lex:titleGender "tall" .',
        'lex:x a lex:NumberWord ; rdfs:label "umpteen" ; lex:numberValue "many" .',
        'lex:x a lex:NameParticle ; rdfs:label "odd" ; lex:spelling "xa" .',
    ],
)
def test_an_entry_that_means_nothing_is_refused(tmp_path, entry):
    path = tmp_path / "mine.ttl"
    path.write_text(PREFIXES + entry, encoding="utf-8")
    with pytest.raises(GazetteerError):
        load_names([path])
