import pytest

from ontology.extents import EXTENTS, load_extents
from ontology.gazetteer_file import GazetteerError


def test_every_extent_has_words():
    assert set(load_extents().values()) == EXTENTS


def test_words_of_a_part_and_of_the_end_are_told_apart():
    words = load_extents()
    assert (words["hundreds"], words["remaining"], words["complete"]) == ("part", "rest", "whole")


def test_a_word_of_the_user_stands_beside_ours_and_an_unknown_extent_is_refused(tmp_path):
    prefixes = (
        "@prefix lex: <https://w3id.org/onrecord/lexicon#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    )
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        prefixes + 'lex:vanguard a lex:ExtentWord ; rdfs:label "Vanguard" ; lex:extent "first" .'
    )
    assert load_extents([mine])["vanguard"] == "first"
    mine.write_text(
        prefixes + 'lex:vanguard a lex:ExtentWord ; rdfs:label "x" ; lex:extent "huge" .'
    )
    with pytest.raises(GazetteerError, match="lex:extent"):
        load_extents([mine])
