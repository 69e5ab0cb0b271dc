"""One report in which something goes wrong does not take the others with it."""

import pytest

from graph_build.extraction import extract
from graph_build.pipeline import Knowledge, Pipeline, build

GOOD = "Harbour reopens\n\nThe mayor, Anna Lind, said the harbour would reopen in May.\n"


@pytest.fixture
def two_reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "bad.txt").write_text(GOOD.replace("May", "June"), encoding="utf-8")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def failing_for_june(original):
    def fails(self, argument, *rest):
        report = getattr(argument, "report", argument)
        if "June" in report.text.content:
            raise ZeroDivisionError("planted")
        return original(self, argument, *rest)

    return fails


def test_a_fault_in_one_report_leaves_the_others_in_the_graph(two_reports, tmp_path, monkeypatch):
    monkeypatch.setattr(Pipeline, "report_graph", failing_for_june(Pipeline.report_graph))
    summary = build([str(two_reports)], tmp_path / "graph", knowledge=Knowledge("rules"))
    assert summary.added == 1
    (failure,) = summary.failures
    assert failure.path.endswith("bad.txt")
    assert "ZeroDivisionError: planted" in failure.reason


def test_a_fault_in_one_report_is_a_line_of_its_own_in_an_extraction(two_reports, monkeypatch):
    from graph_build.annotate import RuleExtractor

    original = RuleExtractor.attributions
    monkeypatch.setattr(RuleExtractor, "attributions", failing_for_june(original))
    lines = {line["id"]: line for line in extract([str(two_reports)], model="rules")}
    assert "planted" in lines["bad.txt"]["error"]
    assert lines["good.txt"]["attributions"]


def test_a_hard_blank_that_the_tagger_takes_for_a_name_is_none(graph_of):
    graph = graph_of("Letters\n\n“Nobody knows the risks of this man!” ―\xa0Julie A. Moreno.\n")
    assert all(entity.name.strip() for entity in graph.entities)
