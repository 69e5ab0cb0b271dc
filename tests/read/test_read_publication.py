"""What a text says of its publication is taken from its datelines and never guessed."""

from graph_build.model.text import Publication
from graph_build.read import report_from_text

BODY = "Pilots went on strike on Friday, their union said.\n\nThe port is closed, it added.\n"


def publication_of(text, **given):
    return report_from_text(text, file_name="a.txt", **given).publication


def test_outlet_and_date_come_from_dateline_and_stamp():
    text = "Pilots strike\n2024-09-06T10:15:00+00:00\n\nHarbour News/ " + BODY
    expected = Publication("Harbour News", "2024-09-06T10:15:00+00:00", "dateline")
    assert publication_of(text) == expected


def test_a_date_inside_the_dateline_counts():
    text = "Pilots strike\n\nROTTERDAM, Sept. 6, 2024 (AP) - " + BODY
    assert publication_of(text) == Publication(None, "2024-09-06", "dateline")


def test_places_agencies_and_dates_without_year_give_nothing():
    for dateline in ("Rotterdam, Netherlands – ", "ROTTERDAM, Sept. 6 (AP) - ", "Tanga/ ", ""):
        assert publication_of("Pilots strike\n\n" + dateline + BODY) == Publication()


def test_a_date_of_change_is_not_the_date_of_publication():
    assert publication_of("Pilots strike\nUpdated: 6 September 2024\n" + BODY) == Publication()
    both = "Pilots strike\nUpdated: 7 September 2024\nPublished: 6 September 2024\n" + BODY
    assert publication_of(both).published == "2024-09-06"


def test_a_date_in_the_story_is_not_the_date_of_publication():
    text = "Pilots strike\n\nThe last strike was on 6 September 2024, the union said.\n" + BODY
    assert publication_of(text) == Publication()


def test_what_the_user_gives_goes_first_and_the_text_fills_the_gaps():
    text = "Pilots strike\n2024-09-06\n\nHarbour News/ " + BODY
    given = Publication("Coast Daily", url="https://example.org/1")
    found = publication_of(text, publication=given)
    assert found == Publication("Coast Daily", "2024-09-06", "dateline", "https://example.org/1")
    dated = Publication(published="2024-09-07")
    expected = Publication("Harbour News", "2024-09-07", "given by the user")
    assert publication_of(text, publication=dated) == expected
