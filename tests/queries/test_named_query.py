import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.errors import BadHeaderError, MissingValueError, UnknownQueryError
from queries.named_query import (
    CLAIM_COLUMNS,
    LOOKUPS,
    bind,
    load_catalog,
    load_query,
    query_names,
    read_query,
)
from queries.term_text import literal_text

CATALOG = load_catalog()
CLAIM_QUERIES = [query for query in CATALOG if query.gives_claims]
HEADER = """#+ title: A title
#+ question: Which {thing}?
#+ parameter: thing (text, for example "x"): A sentence
#+   that goes on.
#+ column: words (text): The words.
SELECT ?words WHERE {
  #: bind thing
}
"""


def test_reads_a_sentence_that_goes_on_in_the_next_line():
    assert read_query("made-up", HEADER).parameters[0].sentence == "A sentence that goes on."


def test_reads_choices_and_whether_a_value_may_be_left_out():
    header = HEADER.replace("(text, for", "(choice of a|b, optional, for")

    parameter = read_query("made-up", header).parameters[0]

    assert parameter.choices == ("a", "b")
    assert parameter.optional


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("#+ title: A title", "#+ title A title"),
        ("(text): The words.", "(word): The words."),
        ('(text, for example "x")', "(text)"),
        ("  #: bind thing\n", ""),
        ("bind thing", "bind thin"),
        ("#+ title: A title\n", ""),
        ("#+ column: words (text): The words.\n", "#+ table: words\n"),
    ],
)
def test_a_header_that_cannot_be_right_names_the_file(good, bad):
    with pytest.raises(BadHeaderError, match=r"^made-up\.rq: "):
        read_query("made-up", HEADER.replace(good, bad))


def test_an_unknown_query_names_the_nearest():
    with pytest.raises(UnknownQueryError, match='"said-by"'):
        load_query("sayd-by")


@pytest.mark.parametrize("name", ["../errors", "", "ABOUT", "about.rq"])
def test_a_name_never_leads_out_of_the_catalogue(name):
    with pytest.raises(UnknownQueryError):
        load_query(name)


def test_binding_puts_the_terms_at_each_mark_with_its_indent():
    query = read_query("made-up", HEADER.replace("}\n", "  #: bind thing\n}\n"))

    assert bind(query, {"thing": ["<a:b>", '"c"']}).count('  VALUES ?thing { <a:b> "c" }\n') == 2


def test_a_value_that_is_needed_must_be_given():
    with pytest.raises(MissingValueError, match="about needs 'entity'; give -p entity=VALUE"):
        bind(load_query("about"), {})


def test_binding_to_no_terms_finds_nothing(graph):
    assert graph.select(bind(load_query("about"), {"entity": []})).rows == []


@given(text=st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_no_text_breaks_out_of_its_place(graph, text):
    query = load_query("search")
    unbound = graph.select(bind(query, {"text": ['""']})).rows

    bound = graph.select(bind(query, {"text": [literal_text(text)]})).rows

    assert len(bound) <= len(unbound) == 8


HOSTILE = '" } } SELECT * { ?s ?p ?o } # \\" \\u0022 \n #: bind text\n <x> \' '


@given(pieces=st.lists(st.sampled_from(re.split(r"(\s)", HOSTILE)), max_size=12))
def test_no_sparql_in_a_text_breaks_out_of_its_place(graph, pieces):
    text = "".join(pieces)
    query = read_query(
        "made-up",
        "#+ title: A text given back\n"
        '#+ parameter: text (text, for example "x"): The text.\n'
        "#+ column: text (text): The text.\n"
        "SELECT ?text WHERE {\n  #: bind text\n}",
    )

    rows = graph.select(bind(query, {"text": [literal_text(text)]})).rows

    assert [row[0].value for row in rows] == [text]


def test_the_catalogue_holds_at_least_ten_queries():
    assert len(query_names()) >= 10


@pytest.mark.parametrize("query", CATALOG, ids=lambda query: query.name)
def test_every_query_says_what_it_answers(query):
    assert query.question.endswith("?")
    assert query.asks
    assert query.table
    assert query.nothing
    assert all(column.sentence.endswith(".") for column in query.columns)
    assert all(parameter.sentence.endswith(".") for parameter in query.parameters)


@pytest.mark.parametrize("query", CATALOG, ids=lambda query: query.name)
def test_every_slot_is_a_parameter(query):
    slots = set(re.findall(r"\{(\w+)\}", " ".join((query.question, query.nothing, *query.asks))))

    assert slots <= {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize(
    ("folder", "name"),
    [(None, name) for name in query_names()] + [(LOOKUPS, name) for name in query_names(LOOKUPS)],
)
def test_every_query_gives_the_columns_that_it_declares(graph, folder, name):
    query = load_query(name, folder=folder) if folder else load_query(name)

    assert graph.select(query.text).columns == tuple(column.name for column in query.columns)


@pytest.mark.parametrize(
    ("folder", "name"),
    [(None, name) for name in query_names()] + [(LOOKUPS, name) for name in query_names(LOOKUPS)],
)
def test_every_query_parses_in_rdflib_too(folder, name):
    from rdflib.plugins.sparql import prepareQuery

    query = load_query(name, folder=folder) if folder else load_query(name)
    terms = {parameter.name: ["<urn:x>"] for parameter in query.parameters}

    assert prepareQuery(bind(query, terms)).algebra.name == "SelectQuery"


@pytest.mark.parametrize("query", CATALOG, ids=lambda query: query.name)
def test_every_query_names_its_graphs_and_orders_its_rows(query):
    sparql = "".join(line for line in query.text.splitlines(True) if not line.startswith("#+"))

    assert "GRAPH" in sparql
    assert "ORDER BY" in sparql
    assert not re.search(r"\b(FROM|SERVICE)\b", sparql)


def test_claims_are_read_alike_by_every_query():
    tails = set()
    for query in CLAIM_QUERIES:
        start = query.text.index("  GRAPH ?graph {\n    ?claim onr:reportedIn ?report ; onr:words")
        end = query.text.index("?report onr:publishedOn ?published", start)
        tails.add(query.text[start:end])

    assert len(CLAIM_QUERIES) >= 8
    assert len(tails) == 1


def test_the_claim_columns_are_those_of_the_contract():
    assert CLAIM_COLUMNS == (
        "claim", "report", "file", "speaker", "chain", "mode", "certainty", "polarity", "said",
        "words", "spans", "speaker_spans", "cue_spans", "inherited", "about", "fit", "publisher",
        "published",
    )  # fmt: skip
