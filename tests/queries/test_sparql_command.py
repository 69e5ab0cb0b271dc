"""Queries of one's own, in a process of their own."""

import json
from pathlib import Path

import pytest
from harbour_graph import open_harbour

from queries.cli.worker import Job, run_job
from queries.errors import BadSparqlError, FailedQueryError, TimeLimitError

ALL = "SELECT ?s WHERE { GRAPH ?g { ?s a ?kind } } ORDER BY ?s"
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } "
    "GRAPH ?i { ?j ?k ?l } GRAPH ?m { ?o ?p ?q } }"
)


def job(query, form="SELECT", limit=10):
    return Job(open_harbour, Path(), form, query, limit)


def dying_graph(_):
    import os

    os._exit(1)


def test_rows_are_cut_at_the_limit_and_it_is_told(onrecord):
    result = onrecord("sparql", "-", "--limit", "2", "--format", "json", input=ALL)

    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == 2
    assert result.stderr == "Only the first 2 are given; ask for more with --limit.\n"


def test_a_query_may_come_from_a_file(onrecord, tmp_path):
    (tmp_path / "all.rq").write_text(ALL, encoding="utf-8")

    result = onrecord("sparql", str(tmp_path / "all.rq"), "--format", "csv")

    assert result.stdout.startswith("s\nhttps://w3id.org/onrecord/id/agency/northwire\n")


def test_numbers_and_truth_values_are_values(onrecord):
    query = 'SELECT ?a WHERE { VALUES ?a { 1 2.5 true "x" "y"@en <urn:z> UNDEF } }'

    result = onrecord("sparql", "-", "--format", "ndjson", input=query)

    values = [json.loads(line)["a"] for line in result.stdout.splitlines()]
    assert values == [1, 2.5, True, "x", "y", "urn:z", None]


def test_ask_answers_yes_or_no(onrecord):
    result = onrecord("sparql", "-", "--format", "json", input="ASK { GRAPH ?g { ?s ?p ?o } }")

    assert json.loads(result.stdout) == [{"answer": True}]


def test_construct_gives_turtle(onrecord):
    query = "CONSTRUCT { ?s a ?kind } WHERE { GRAPH ?g { ?s a ?kind } }"

    result = onrecord("sparql", "-", "--limit", "3", input=query)

    assert len(result.stdout.splitlines()) == 3
    assert all(line.endswith(" .") for line in result.stdout.splitlines())


def test_nothing_found_outside_of_graphs_says_why(onrecord):
    result = onrecord("sparql", "-", input="SELECT * { ?s ?p ?o }")

    assert result.exit_code == 3
    assert result.stderr.startswith("Nothing found. Patterns outside GRAPH see nothing")


@pytest.mark.parametrize(
    "query",
    ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "DROP ALL", "SELECT * { ?s ?p }"],
)
def test_what_cannot_run_is_wrong_use(onrecord, query):
    result = onrecord("sparql", "-", input=query)

    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_query_without_end_is_stopped(onrecord):
    result = onrecord("sparql", "-", "--time-limit", "1", input=ENDLESS)

    assert result.exit_code == 124
    assert "stopped after 1 seconds" in result.stderr


def test_the_worker_tells_what_went_wrong():
    with pytest.raises(TimeLimitError):
        run_job(job(ENDLESS), 1)
    with pytest.raises(BadSparqlError, match="cannot be read"):
        run_job(job("SELECT"), 60)
    with pytest.raises(FailedQueryError, match="without an answer"):
        run_job(Job(dying_graph, Path(), "SELECT", ALL, 1), 60)
