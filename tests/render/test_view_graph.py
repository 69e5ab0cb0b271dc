"""What the picture holds: nodes, arrows with their evidence, an honest choice, and places."""

from itertools import pairwise

import pytest

from queries.render.tracing import EdgeKind, NodeKind
from queries.render.view_graph import CARD_WIDTH, HARD_LIMIT, ViewGraph, build_view

REPORT_1 = "https://w3id.org/onrecord/id/report/" + "1" * 20
REPORT_2 = "https://w3id.org/onrecord/id/report/" + "2" * 20


def arrows(view: ViewGraph) -> set[tuple[str, str, str]]:
    names = {node.id: node.name for node in view.nodes}
    return {(names[edge.source], edge.label, names[edge.target]) for edge in view.edges}


def kinds(view: ViewGraph) -> dict[str, NodeKind]:
    return {node.name: node.kind for node in view.nodes}


def many(make_row, *, speakers, each):
    return [make_row(speaker=f"Speaker {s}") for s in range(speakers) for _ in range(each)]


def test_a_chain_reads_from_the_report_to_the_thing_asked_about(make_row):
    row = make_row(speaker="Ana Bo", chain=["The Wire", "Ana Bo"], words="it rains")
    assert arrows(build_view([row], title="Erbil")) == {
        ("town.txt", "cites", "The Wire"),
        ("The Wire", "relays", "Ana Bo"),
        ("Ana Bo", "said", "it rains"),
        ("it rains", "about", "Erbil"),
    }


def test_a_chain_that_goes_on_behind_the_speaker_shows_what_the_speaker_rests_on(make_row):
    row = make_row(speaker="Ana Bo", chain=["Ana Bo", "The Office"], words="it rains")
    assert ("Ana Bo", "rests on", "The Office") in arrows(build_view([row], title="Erbil"))


def test_words_without_a_speaker_are_in_the_reports_own_voice(make_row):
    row = make_row(words="it rains")
    assert ("town.txt", "in its own voice", "it rains") in arrows(build_view([row], title="Erbil"))


def test_a_source_carried_over_to_the_reports_own_words_is_called_so(make_row):
    row = make_row(chain=["The Wire"], inherited=True, words="it rains")
    assert {
        ("town.txt", "cites", "The Wire"),
        ("The Wire", "carried over to", "it rains"),
    } <= arrows(build_view([row], title="Erbil"))


def test_a_row_that_fits_through_another_thing_shows_that_thing_and_the_reason(make_row):
    row = make_row(about=["Airport"], fit="via: Airport (located in Erbil)", words="it is closed")
    assert {
        ("it is closed", "about", "Airport"),
        ("Airport", "located in Erbil", "Erbil"),
    } <= arrows(build_view([row], title="Erbil"))


def test_a_named_source_is_one_node_in_all_reports(make_row):
    view = build_view(
        [make_row(speaker="Ana Bo", report=report) for report in (REPORT_1, REPORT_2)],
        title="Erbil",
    )
    assert [node.statements for node in view.nodes if node.name == "Ana Bo"] == [2]


def test_unnamed_sources_of_two_reports_stay_two_nodes_though_called_the_same(make_row):
    view = build_view(
        [make_row(speaker="unnamed guards", report=report) for report in (REPORT_1, REPORT_2)],
        title="Erbil",
    )
    assert [node.kind for node in view.nodes if node.name == "unnamed guards"] == [
        NodeKind.UNNAMED,
        NodeKind.UNNAMED,
    ]


def test_who_relays_anywhere_is_a_medium_everywhere(make_row):
    view = build_view(
        [
            make_row(speaker="The Wire"),
            make_row(speaker="Ana Bo", chain=["The Wire", "Ana Bo"]),
        ],
        title="Erbil",
    )
    assert kinds(view)["The Wire"] is NodeKind.MEDIUM
    assert kinds(view)["Ana Bo"] is NodeKind.SPEAKER


def test_an_arrow_carries_every_statement_that_it_rests_on(make_row):
    first, second = (make_row(speaker="Ana Bo") for _ in range(2))
    view = build_view([first, second], title="Erbil")
    (cites,) = [edge for edge in view.edges if edge.kind is EdgeKind.CITES]
    assert set(cites.statements) == {statement.id for statement in view.statements}


def test_the_title_tells_the_thing_asked_about_from_the_others(make_row):
    row = make_row(about=["Baghdad", "Erbil", "Iraq"])
    assert build_view([row], title="Who said what about Erbil?").centre == "Erbil"


def test_a_title_that_only_holds_the_letters_of_a_name_does_not_name_it(make_row):
    rows = [make_row(about=["Iraq", "Oil"]), make_row(about=["Iraq", "Gas"])]
    assert build_view(rows, title="Iraqi matters and Oilfields").centre == "Iraq"


def test_rows_without_a_common_thing_get_no_centre_but_all_their_things(make_row):
    view = build_view([make_row(about=["Basra"]), make_row(about=["Mosul"])], title="rain")
    assert view.centre is None
    assert kinds(view)["Basra"] is NodeKind.THING
    assert kinds(view)["Mosul"] is NodeKind.THING


def test_a_row_that_is_not_about_the_centre_is_not_tied_to_it(make_row):
    rows = [make_row(about=["Erbil"], words="yes"), make_row(about=["Basra"], words="no")]
    found = arrows(build_view(rows, title="Erbil"))
    assert ("no", "about", "Basra") in found
    assert ("no", "about", "Erbil") not in found


def test_a_claim_given_twice_is_drawn_once(make_row):
    row = make_row()
    view = build_view([row, row], title="Erbil")
    assert (len(view.statements), view.total_statements) == (1, 1)


@pytest.mark.parametrize("limit", [10, 40, 150])
def test_no_more_nodes_than_the_limit_are_drawn(make_row, limit):
    view = build_view(many(make_row, speakers=60, each=4), title="Erbil", limit=limit)
    assert limit - 3 < len(view.nodes) <= limit


def test_no_limit_goes_beyond_the_hard_one(make_row):
    view = build_view(many(make_row, speakers=50, each=20), title="Erbil", limit=100_000)
    assert len(view.nodes) == HARD_LIMIT


def test_a_limit_too_small_for_a_picture_is_widened(make_row):
    view = build_view(many(make_row, speakers=5, each=4), title="Erbil", limit=1)
    assert len(view.nodes) == 10


def test_sources_with_most_statements_come_first_and_every_source_has_its_turn(make_row):
    rows = [*many(make_row, speakers=4, each=1), *(make_row(speaker="Ana Bo") for _ in range(9))]
    drawn = build_view(rows, title="Erbil", limit=12).statements
    speakers = [statement.row.speaker for statement in drawn]
    assert set(speakers) == {"Ana Bo", "Speaker 0", "Speaker 1", "Speaker 2", "Speaker 3"}


def test_the_message_says_how_much_is_drawn_and_why(make_row):
    view = build_view(many(make_row, speakers=2, each=1000), title="Erbil", limit=20)
    assert view.message == (
        "Showing 16 of 2,000 statements (20 of 2,004 nodes); sources ranked by number of "
        "statements, one statement of each source in turn."
    )


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (0, "No statement was found."),
        (1, "One statement is shown."),
        (3, "All 3 statements are shown."),
    ],
)
def test_the_message_is_plain_when_all_is_drawn(make_row, number, message):
    assert build_view([make_row() for _ in range(number)], title="Erbil").message == message


def test_columns_run_from_the_report_to_the_thing_asked_about(rows):
    view = build_view(rows, title="Erbil")
    middle = {
        kind: min(node.x for node in view.nodes if node.kind is kind)
        for kind in (
            NodeKind.REPORT,
            NodeKind.MEDIUM,
            NodeKind.SPEAKER,
            NodeKind.STATEMENT,
            NodeKind.THING,
            NodeKind.ENTITY,
        )
    }
    assert list(middle.values()) == sorted(middle.values())


def test_cards_stand_clear_of_each_other_and_of_their_neighbours(rows):
    view = build_view(rows, title="Erbil")
    cards = [node for node in view.nodes if node.kind is NodeKind.STATEMENT]
    assert len(cards) == 16
    for upper, lower in pairwise(sorted(cards, key=lambda node: node.y)):
        assert lower.y - upper.y >= 10 * (upper.label.count("\n") + lower.label.count("\n") + 2)
    left = min(node.x for node in cards) - CARD_WIDTH / 2
    assert all(node.x + 50 < left for node in view.nodes if node.kind is NodeKind.SPEAKER)


def test_labels_of_one_column_leave_room_for_their_lines(rows):
    view = build_view(rows * 1, title="Erbil")
    columns: dict[float, list[tuple[float, int]]] = {}
    for node in view.nodes:
        if node.kind is not NodeKind.STATEMENT:
            columns.setdefault(node.x, []).append((node.y, node.label.count("\n") + 1))
    for column in columns.values():
        for (upper, lines), (lower, _) in pairwise(sorted(column)):
            assert lower - upper >= 32 + 19 * lines


def test_what_a_speaker_rests_on_stands_below_the_speaker_and_to_the_right(make_row):
    rows = [
        make_row(speaker="Ana Bo", chain=["Ana Bo", "The Office"]),
        make_row(speaker="Ana Bo"),
        make_row(speaker="Ana Bo"),
    ]
    places = {node.name: (node.x, node.y) for node in build_view(rows, title="Erbil").nodes}
    assert places["The Office"][0] > places["Ana Bo"][0]
    assert places["The Office"][1] > places["Ana Bo"][1]


def test_statements_of_one_speaker_stand_together_in_the_order_of_the_text(make_row):
    speakers = ["Ana Bo", "Cy Do", "Ana Bo", "Cy Do", "Ana Bo"]
    view = build_view([make_row(speaker=speaker) for speaker in speakers], title="Erbil")
    drawn = [(statement.row.speaker, statement.row.spans[0][0]) for statement in view.statements]
    assert drawn == sorted(drawn)
    assert drawn[0] == ("Ana Bo", 0)


def test_places_are_rounded_to_a_tenth(rows):
    for node in build_view(rows, title="Erbil").nodes:
        assert (round(node.x, 1), round(node.y, 1)) == (node.x, node.y)


def test_the_same_rows_give_the_same_view(rows):
    assert build_view(rows, title="Erbil") == build_view(rows, title="Erbil")
