"""Origins, silence and fragility over the seed reports, through the command."""

import json

import pytest
from click.testing import CliRunner

from queries.cli import main

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def graph(shared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("origins") / "graph"
    built = CliRunner().invoke(main, ["build", str(shared / "seeds"), "-g", str(folder)])
    assert built.exit_code == 0, built.output
    return folder


@pytest.fixture(scope="module")
def rows(graph):
    def run(*arguments):
        asked = CliRunner().invoke(main, [*arguments, "-g", str(graph), "--format", "json"])
        assert asked.exit_code in {0, 3}, asked.output
        return json.loads(asked.stdout) if asked.stdout.strip() else []

    return run


def files(row):
    return sorted({piece["file"][:3] for piece in row["evidence"]})


def test_the_end_of_2026_has_three_reports_and_one_origin(rows):
    (row,) = rows("query", "origins", "-p", "words=2026-12")
    assert (row["verdict"], row["reports"], row["origins_min"], row["origins_max"]) == (
        "single-origin", 3, 1, 1,
    )  # fmt: skip
    assert row["roots"] == ["Reuters"]
    assert files(row) == ["000", "002", "003"]
    assert sum("credits Reuters" in ground for ground in row["grounds"]) == 3
    assert any("same unnamed sources" in ground for ground in row["grounds"])


def test_september_2026_has_another_origin(rows):
    (row,) = rows("query", "origins", "-p", "words=2026-09", "-p", "verdict=independent")
    assert "Thabit al-Abbasi" in row["roots"]
    assert row["origins_min"] == 2
    assert "Erbil (Reuters)" in row["reason"]


def test_a_question_in_words_finds_the_statement(rows):
    (row,) = rows(
        "ask", "How many independent sources support a full withdrawal by the end of 2026?"
    )
    assert (row["value"], row["origins_min"]) == ("by 2026-12", 1)


def test_the_quotation_of_the_official_is_one_utterance_in_three_reports(rows):
    (row,) = [r for r in rows("query", "origins") if r["kind"] == "quotation" and r["reports"] == 3]
    assert (row["verdict"], files(row)) == ("single-origin", ["000", "001", "003"])


def test_no_report_gives_a_named_us_confirmation(rows):
    assert rows("ask", "does any report give a named US confirmation?") == []
    named = {row["name"] for row in rows("query", "named-voices", "-p", "party=Iraq")}
    assert {"Thabit al-Abbasi", "Farhad Alaaldin", "Ministry of Foreign Affairs of Iraq"} <= named


def test_only_one_report_is_silent_on_the_advisory_role(rows):
    (row,) = rows("query", "silence", "-p", "words=advisory")
    assert (row["file"][:3], row["speaking"], files(row)) == (
        "001", 4, ["000", "002", "003", "004"],
    )  # fmt: skip
    assert row["claims"] > 0


def test_two_reports_are_silent_on_erbil(rows):
    found = rows("query", "silence", "-p", "entity=Erbil")
    assert [row["file"][:3] for row in found] == ["003", "004"]


def test_without_the_interview_no_date_is_on_the_record(rows):
    found = rows("query", "fragility", "-p", "report=002")
    (row,) = [r for r in found if r["kind"] == "on-record" and "2026-09" in r["value"]]
    assert row["on_record"] == []
    assert "leaves by 2026-12 (Reuters)" in row["remains"]


def test_the_same_question_under_policies(rows):
    asked = ("query", "facts-under-policy", "-p", "attribute=leaves")
    on_record = rows(*asked, "-p", "voice=on-record")
    assert {row["root"] for row in on_record} == {"Thabit al-Abbasi"}
    assert any("2026-09" in row["value"] for row in on_record)
    before = rows(*asked, "-p", "as_of=2024-09-07")
    assert "Thabit al-Abbasi" not in {row["root"] for row in before}
    assert any(row["root"] == "Reuters" and row["value"] == "by 2026-12" for row in before)
    without = rows(*asked, "-p", "without=002")
    assert not any(row["file"].startswith("002") for row in without)


def test_every_row_carries_its_evidence(rows):
    for query in (
        "origins",
        "silence",
        "fragility",
        "chains",
        "named-voices",
        "facts-under-policy",
    ):
        found = rows("query", query)
        assert found, query
        for row in found:
            for piece in row["evidence"]:
                assert set(piece) == {"file", "words", "spans", "claim"}
            assert row["evidence"], (query, row)


def test_every_hop_of_a_chain_has_its_number_and_kind(rows):
    (row,) = [r for r in rows("query", "chains") if "now just a question of when" in r["words"]][:1]
    kinds = [step.partition(":")[0] for step in row["chain"]]
    assert kinds == ["0 report", "1 medium", "2 speaker"]
    assert row["depth"] == 2
