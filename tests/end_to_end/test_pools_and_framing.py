"""Unnamed sources counted, and framing compared, over the seeds and over reports of our own."""

import json

import pytest
from click.testing import CliRunner

from graph_build.pipeline import build, remove
from queries.cli import main

pytestmark = pytest.mark.model

PAIRS = {
    "street": {
        "gazette.txt": "DUNMORE, May 4 (Harbour Gazette) - Thousands of people joined a protest in "
        "Dunmore on Saturday over a rise in water prices.\n\nThe demonstrators walked from Tanner "
        "Square to the town hall, where Mayor Ines Falk received a petition.\n",
        "courier.txt": "DUNMORE, May 4 (Evening Courier) - A riot broke out in Dunmore on Saturday "
        "as thousands gathered over water prices.\n\nThe mob moved from Tanner Square to the town "
        "hall. Mayor Ines Falk met the ringleaders behind closed doors.\n",
    },
    "island": {
        "mercy.txt": "PORT SELBY, June 9 - More than 300 refugees arrived in Port Selby on Sunday "
        "after their boat was rescued off Cape Arrow.\n\nGovernor Tomas Reyk said the island would "
        "take in the migrants until the autumn.\n",
        "border.txt": "PORT SELBY, June 9 - More than 300 illegal aliens landed in Port Selby on "
        "Sunday. Governor Tomas Reyk said they would stay until the autumn.\n\n“We cannot house "
        "every illegal immigrant who turns up at Cape Arrow,” said councillor Petra Voss.\n",
    },
    "bakers": {
        "ledger.txt": "LONDON, March 3 - Brightwater and Halden Foods agreed a merger on Monday "
        "that creates the largest baker of the country.\n\nChief executive Nora Pell of "
        "Brightwater presented the plan.\n",
        "shopfloor.txt": "LONDON, March 3 - The takeover of Halden Foods by Brightwater on Monday "
        "will cost 900 jobs.\n\nChief executive Nora Pell of Brightwater defended the hostile "
        "takeover.\n",
    },
}
COUNTED = (
    "{lead}, according to Reuters.\n\nThree Norwegian officials and two Swedish officials told "
    "Reuters {rest}, speaking on condition of anonymity because {reason}.\n"
)


def asked(graph, *arguments):
    ran = CliRunner().invoke(main, [*arguments, "-g", str(graph), "--format", "json"])
    assert ran.exit_code == 0, ran.output
    rows = json.loads(ran.stdout)
    for row in rows:
        assert {"kind", "verdict", "rule", "reason", "evidence"} <= row.keys()
        assert row["evidence"]
        assert all({"file", "words", "spans", "claim"} <= piece.keys() for piece in row["evidence"])
    return rows


def sources(graph, kind, *arguments):
    return asked(graph, "query", "unnamed-sources", "-p", f"kind={kind}", *arguments)


def built(folder, **texts):
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    build([str(folder)], folder / "graph")
    return folder / "graph"


def short(names):
    return [name[:3] for name in names]


def test_the_seeds_rest_on_one_pool_of_at_least_ten(seed_graph):
    (pool,) = sources(seed_graph, "same-pool")
    assert short(pool["files"]) == ["000", "001", "003"]
    assert (pool["min"], pool["max"], pool["reports"]) == (10, None, 3)
    assert pool["make_up"] == ["2 coalition", "3 Iraqi", "5 US"]
    assert "Reuters" in pool["reason"]


def test_all_sources_of_the_seeds_are_at_least_ten_without_an_upper_bound(seed_graph):
    (total,) = sources(seed_graph, "total")
    assert (total["min"], total["max"], total["reports"]) == (10, None, 5)
    (july,) = sources(seed_graph, "report-total", "-p", "report=004")
    assert (july["min"], july["max"]) == (4, None)


def test_the_two_reasons_for_anonymity_are_set_side_by_side(seed_graph):
    (found,) = sources(seed_graph, "reasons-for-anonymity")
    assert found["verdict"] == "rendered-differently"
    authorised, announced = found["stated_reasons"]
    assert "not authorized to discuss the matter publicly" in authorised
    assert "not yet being formally announced" in announced
    assert short(piece["file"] for piece in found["evidence"]) == ["001", "003"]
    assert "000" in found["reason"]


def test_some_of_the_sources_are_a_part(seed_graph):
    (part,) = sources(seed_graph, "part")
    assert part["file"].startswith("000")


def test_what_the_seeds_call_the_attackers_whatever_the_user_types(seed_graph):
    typed = "Iranian-backed militias", "Islamic Resistance in Iraq", "pro-Iran factions"
    answers = [asked(seed_graph, "ask", f"what does each report call {name}?") for name in typed]
    labels = {(row["files"][0][:3], row["label"].lower()) for row in answers[0]}
    assert {
        ("000", "islamic resistance in iraq"),
        ("000", "resistance factions"),
        ("001", "iran-backed shia militias"),
        ("002", "pro-iranian militias"),
        ("003", "iran-backed militants"),
        ("004", "iran-backed iraqi militant groups"),
    } <= labels
    assert {row["verdict"] for row in answers[0] if row["kind"] == "label"} == {"differs"}
    assert answers[0] == answers[1] == answers[2]


def test_a_loaded_phrase_in_the_voice_of_one_seed(seed_graph):
    rows = asked(seed_graph, "query", "framing", "-p", "kind=loaded-word")
    (found,) = [row for row in rows if row["label"] == "under the pretext of"]
    assert short(found["files"]) == ["000"]
    assert (found["voice_kind"], found["verdict"]) == ("own", None)
    assert "under the pretext of" in found["evidence"][0]["words"]


def test_names_that_differ_in_spelling_alone_have_no_verdict(seed_graph):
    rows = asked(seed_graph, "query", "framing", "-p", "entity=Ain al-Asad")
    assert len({row["label"] for row in rows}) > 1
    assert {row["verdict"] for row in rows} == {None}


def test_no_words_of_the_seeds_are_held_to_name_one_kind_of_thing(seed_graph):
    rows = asked(seed_graph, "query", "framing", "-p", "kind=label")
    assert [row["label"] for row in rows if row["rule"].startswith("ways-of-naming")] == []


@pytest.mark.parametrize(
    ("pair", "typed", "differing"),
    [
        ("street", "riot", {"protest", "demonstrators", "riot", "mob"}),
        ("island", "migrants", {"refugees", "migrants", "illegal aliens", "illegal immigrant"}),
        ("bakers", "takeover", {"merger", "takeover"}),
    ],
)
def test_two_reports_of_one_event_differ_in_their_words(tmp_path, pair, typed, differing):
    graph = built(tmp_path, **PAIRS[pair])
    rows = asked(graph, "query", "framing", "-p", f"entity={typed}", "-p", "kind=label")
    assert {row["label"] for row in rows if row["verdict"] == "differs"} == differing
    files = {row["label"]: row["files"] for row in rows}
    assert all(len(files[label]) == 1 for label in differing)


def test_one_pool_in_two_reports_of_our_own_and_none_for_a_number(tmp_path):
    first = COUNTED.format(
        lead="Norway and Sweden will close the strait in May",
        rest="the strait would close in May",
        reason="the talks go on",
    )
    other = COUNTED.format(
        lead="The strait closes in May",
        rest="that ships would have to turn back from May",
        reason="they fear for their posts",
    )
    third = "Five officials told Reuters that the strait would stay open.\n"
    graph = built(tmp_path, a_txt=first, b_txt=other, c_txt=third)
    (pool,) = sources(graph, "same-pool")
    assert (pool["files"], pool["min"], pool["max"]) == (["a.txt", "b.txt"], 5, 5)
    (reasons,) = sources(graph, "reasons-for-anonymity")
    assert len(reasons["stated_reasons"]) == 2
    (total,) = sources(graph, "total")
    assert (total["min"], total["max"]) == (5, 10)

    remove("b.txt", graph)
    assert sources_left(graph) == {"source", "report-total", "total"}


def sources_left(graph):
    return {row["kind"] for row in asked(graph, "query", "unnamed-sources")}
