import pytest

from queries.errors import BadValueError, UnknownReportError
from queries.report_names import find_reports


@pytest.mark.parametrize(
    "name",
    [
        "quiet-day.txt",
        "Quiet-Day.txt",
        "quiet-day",
        "quiet",
        "some/folder/quiet-day.txt",
        "cccccccccccccccccccc",
        "cccc",
        "https://w3id.org/onrecord/id/report/cccccccccccccccccccc",
    ],
)
def test_a_report_is_found_by_file_name_beginning_id_and_iri(graph, name):
    assert [report.file for report in find_reports(graph, name)] == ["quiet-day.txt"]


def test_an_unknown_report_names_the_nearest(graph):
    with pytest.raises(UnknownReportError, match=r'Did you mean "quiet-day\.txt"'):
        find_reports(graph, "quite-day.txt")


@pytest.mark.parametrize("name", ["", "ccc", "https://example.org/report"])
def test_what_names_no_report_is_unknown(graph, name):
    with pytest.raises(UnknownReportError):
        find_reports(graph, name)


def test_a_beginning_of_several_reports_is_not_enough(graph):
    graph.store.update(
        """PREFIX onr: <https://w3id.org/onrecord/ontology#>
        INSERT DATA { GRAPH <urn:test:more> {
          <urn:test:report> a onr:Report ; onr:reportId "ccdd" ;
            onr:fileName "quiet-night.txt" } }"""
    )
    try:
        with pytest.raises(BadValueError, match="fits 2 reports"):
            find_reports(graph, "quiet")
    finally:
        graph.store.update("DROP GRAPH <urn:test:more>")
