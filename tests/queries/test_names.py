import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.errors import UnknownNameError
from queries.names import ambiguity_remark, find_things, name_key

PORT = "https://w3id.org/onrecord/id/place/port-alder"


def found(graph, name):
    return [thing.iri.rpartition("/id/")[2] for thing in find_things(graph, name)]


@pytest.mark.parametrize(
    "name",
    [
        "Port Alder",
        "port alder",
        "PORT ALDER",
        "the Port Alder",
        "Port-Alder",
        "  Port   Alder ",
        "Pörť Ålder",
        "Alderport",
        "port al alder",
        "Pórt al-'Alder",
        "“Port Alder”",
        PORT,
    ],
)
def test_what_people_write_differently_does_not_count(graph, name):
    assert found(graph, name) == ["place/port-alder"]


def test_all_bearers_of_a_name_are_found(graph):
    assert found(graph, "brenner") == [
        "person/ada-brenner",
        "report/bbbbbbbbbbbbbbbbbbbb/entity/92-103",
    ]


def test_a_thing_is_found_by_what_a_report_calls_it(graph):
    graph.store.update(
        """PREFIX onr: <https://w3id.org/onrecord/ontology#>
        INSERT DATA { GRAPH <urn:test:wording> {
          <urn:test:mention> onr:exact "Norland's rulers" ;
            onr:denotes <https://w3id.org/onrecord/id/government/norland> } }"""
    )
    try:
        assert found(graph, "Norland’s rulers") == ["government/norland"]
    finally:
        graph.store.update("DROP GRAPH <urn:test:wording>")


def test_a_name_that_nothing_bears_names_the_nearest(graph):
    with pytest.raises(UnknownNameError, match='Did you mean "Port Alder"') as caught:
        find_things(graph, "Port Aldr")

    assert caught.value.suggestions[0] == "Port Alder"


def test_a_part_of_a_name_counts_as_near(graph):
    with pytest.raises(UnknownNameError, match='"Alder Region"'):
        find_things(graph, "Region")


def test_an_iri_that_the_graph_does_not_hold_is_unknown(graph):
    with pytest.raises(UnknownNameError, match=r"https://example\.org/nowhere"):
        find_things(graph, "https://example.org/nowhere")


def test_several_bearers_are_told(graph):
    remark = ambiguity_remark("Brenner", find_things(graph, "Brenner"))

    assert remark is not None
    assert remark.startswith('"Brenner" names 2 things, and all are used: Ada Brenner <https://')


def test_another_name_than_the_usual_one_is_told(graph):
    remark = ambiguity_remark("Alderport", find_things(graph, "Alderport"))

    assert remark == f'"Alderport" is taken as Port Alder <{PORT}>'


def test_the_usual_name_is_not_worth_a_word(graph):
    assert ambiguity_remark("the port alder", find_things(graph, "the port alder")) is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The US", "us"),
        ("U.S.", "us"),
        ("al-Sha'abi", "al shaabi"),
        ("al-Shaʿabi", "al shaabi"),
        ("Hewlêr", "hewler"),
        ("بَغداد", "بغداد"),
        ("The", "the"),
        ("?!", "?!"),
    ],
)
def test_keys(name, key):
    assert name_key(name) == key


@given(st.text())
def test_a_key_is_its_own_key_but_for_articles(name):
    once = name_key(name)

    assert name_key(once) in {once, once.removeprefix("a "), *_without_articles(once)}


def _without_articles(key):
    while key.startswith(("a ", "an ", "the ")):
        key = key.partition(" ")[2]
        yield key


@given(name=st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_a_name_that_nobody_bears_is_unknown_whatever_it_holds(graph, name):
    with pytest.raises(UnknownNameError) as caught:
        find_things(graph, f"{name} of Atlantis")

    assert caught.value.name == f"{name} of Atlantis"


def test_the_word_for_a_part_of_a_pool_is_no_name(graph):
    with pytest.raises(UnknownNameError):
        find_things(graph, "harbour")
