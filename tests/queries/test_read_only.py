"""No query may reach out of the graph or change it, however it is written."""

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.errors import RefusedQueryError
from queries.named_query import LOOKUPS, load_query, query_names
from queries.read_only import check_read_only, with_row_limit

# A port that the engine's own client refuses to call: it never leaves this machine.
PREFIX = "PREFIX ex: <http://127.0.0.1:9/>\n"


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("select(count(*) as ?n){ graph ?g { ?service ?from ?load } }", "SELECT"),
        ("BASE <http://x/> PREFIX a: <b> ASK { a:load a:drop 'SERVICE FROM' }", "ASK"),
        ('SELECT * { ?s <http://x/service#from> """SERVICE " <x>""" } # FROM', "SELECT"),
        ("DESCRIBE <http://x/from>", "DESCRIBE"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p 'a'@from }", "CONSTRUCT"),
        ("SELECT * { ?s ex:service.from ?o FILTER(?a < 5 && ?b > 3) }", "SELECT"),
        ("SELECT * { VALUES (?a ?b) {(<a:b#c> <d:e#f>)} }", "SELECT"),
        ("SELECT * { ?s ?p 'it''s', 'a\\'b FROM' }", "SELECT"),
    ],
)
def test_reading_queries_pass(query, form):
    assert check_read_only(query) == form


@pytest.mark.parametrize("folder", [None, LOOKUPS])
def test_all_our_own_queries_pass(folder):
    for name in query_names(folder) if folder else query_names():
        query = load_query(name, folder=folder) if folder else load_query(name)

        assert check_read_only(query.text) == "SELECT"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * FROM <http://x/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://x/> { ?s ?p ?o }",
        "ASK { { SELECT * { SERVICE <http://x/> { } } } }",
        "SELECT * { ?s ?p 'a' . # '\n SERVICE <http://x/> { } }",
        'SELECT * { ?s ?p """a""" . SERVICE <http://x/> { } # """\n }',
        "LOAD <http://x/>",
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "PREFIX a: <b> DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; CLEAR ALL",
        "SELECT * { ?s ?p ?o \\u0053ERVICE <http://x/> { } }",
        "",
        "# nothing",
        "PREFIX a: <b>",
        "GRAPH ?g { }",
    ],
)
def test_all_other_queries_are_refused(query):
    with pytest.raises(RefusedQueryError):
        check_read_only(query)


# What the engine reads as SERVICE or FROM, though the standard would not: found by trying.
LAX = [
    "SELECT * { SERVICEex:x { ?s ?p ?o } }",
    "SELECT * FROMex:x { ?s ?p ?o }",
    "SELECT(1AS?c)FROMex:x{}",
    "SELECT * { SERVICESILENTex:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
    "SELECT * { VALUES ?x {UNDEF}SERVICEex:x{ ?s ?p ?o } }",
    "SELECT * { ?s ?p ?a FILTER(?a<?b).SERVICE?x#>\n{ ?q ?w ?e } }",
    "SELECT * { ?s ?p ?a FILTER(?a<'>').SERVICE ex:x{ ?q ?w ?e }#'\n}",
    "SELECT * { ?s ?p ?a FILTER(?a<?b#>'''\n).SERVICE ex:x{ ?q ?w ?e }#'''\n}",
    "SELECT * { ?s ?p ex:a‿\\' . SERVICE ex:x{ ?q ?w ?e } #'\n}",
    "SELECT * { FILTER(1<2#>'''\n).VALUES(?y ?x){(<x:a> <x:b#>)}SERVICE ex:x{ ?q ?w ?e }#'''\n}",
]


@pytest.mark.parametrize("query", LAX)
def test_what_only_a_lax_engine_reads_is_refused_too(query):
    with pytest.raises(RefusedQueryError):
        check_read_only(PREFIX + query)


PIECES = [
    "SERVICE", "FROM", "SILENT", "ex:x", "ex:a.", "<http://127.0.0.1:9/>", "<x:a#>", "<", ">", "#",
    "\n", " ", "'", '"', "'''", '"""', "\\'", "‿", "?a", "?b", "1", "true", "{", "}", "(", ")",
    "FILTER(", "VALUES ?x {", ".", "&&", "@en", "BIND(", "AS ?c)", "{ ?s ?p ?o }", "OPTIONAL {",
]  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=2, max_size=14))
def test_whatever_passes_asks_no_other_server(pieces):
    query = PREFIX + "SELECT * { ?s ?p ?a " + "".join(pieces) + " SERVICE ex:x { ?q ?w ?e } }"
    try:
        check_read_only(query)
    except RefusedQueryError:
        return

    assert not reaches_out(query)


def reaches_out(query):
    """Whether the engine tries to call a server for the query; syntax errors do not count."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(1)))
    try:
        list(store.query(query))
    except SyntaxError:
        return False
    except (OSError, RuntimeError) as error:
        return "HTTP" in str(error) or "service" in str(error)
    return False


@pytest.mark.parametrize("query", [LAX[0], LAX[4], LAX[5]])
def test_the_engine_does_reach_out_if_let_so_that_the_test_above_can_fail(query):
    assert reaches_out(PREFIX + query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 9 } }",
        "SELECT * { ?s ?p 'LIMIT 9' } # LIMIT 9",
        "SELECT ?limit { VALUES ?limit { 1 } }",
    ],
)
def test_a_query_without_a_limit_of_its_own_gets_one(query):
    assert with_row_limit(query, 5) == f"{query}\nLIMIT 5\n"


@pytest.mark.parametrize("end", ["LIMIT 9", "OFFSET 3", "offset 3 limit 9", "VALUES ?s { <a:b> }"])
def test_a_query_that_says_how_much_it_wants_is_left_alone(end):
    query = f"SELECT * {{ ?s ?p ?o }} {end}"

    assert with_row_limit(query, 5) == query
