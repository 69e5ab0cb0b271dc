"""Rows as typed values: what the picture reads out of a row, and what it keeps untouched."""

import pytest

from queries.render.claim_rows import is_unnamed, read_row, short_id


def test_the_chain_is_parted_at_the_speaker(make_row):
    row = read_row(make_row(speaker="Ana Bo", chain=["The Wire", "Ana Bo", "The Office"]))
    assert row.media == ("The Wire",)
    assert row.basis == ("The Office",)


def test_a_chain_without_a_speaker_is_media_throughout(make_row):
    row = read_row(make_row(chain=["The Wire", "The Post"]))
    assert (row.media, row.basis) == (("The Wire", "The Post"), ())


@pytest.mark.parametrize(
    ("fit", "via"),
    [
        ("via: Airport (located in Erbil)", ("Airport", "located in Erbil")),
        ("via: Ain (West) (located in Anbar)", ("Ain (West)", "located in Anbar")),
        ("via: Camp (located in Ain (West))", ("Camp", "located in Ain (West)")),
        ("via: Camp", ("Camp", "")),
        ("named", None),
    ],
)
def test_a_fit_is_parted_into_the_thing_between_and_the_reason(make_row, fit, via):
    assert read_row(make_row(fit=fit)).via == via


def test_a_row_with_nothing_in_it_is_read_as_empty():
    row = read_row({})
    assert (row.words, row.speaker, row.spans, row.fit) == ("", None, (), "named")


def test_the_row_itself_is_kept_with_columns_that_the_picture_does_not_know(make_row):
    given = make_row(record="line 3")
    assert read_row(given).row == given


def test_lone_surrogates_become_replacement_characters(make_row):
    row = read_row(make_row(words="half \ud83d a pair", about=["Erb\udc00il"]))
    assert row.words == "half \ufffd a pair"
    assert row.row["about"] == ["Erb\ufffdil"]


def test_only_a_label_that_says_so_is_unnamed():
    assert is_unnamed("Unnamed officials (2 Iraqi)")
    assert not is_unnamed("Unnamedia Group")


def test_an_id_keeps_the_minted_end_of_an_iri():
    iri = "https://w3id.org/onrecord/id/claim/0123456789abcdef0123"
    assert short_id("claim", iri) == "claim-0123456789abcdef0123"


def test_an_id_of_anything_else_is_a_hash_without_special_characters():
    assert short_id("claim", "javascript:alert(1)").removeprefix("claim-").isalnum()
