import pytest

pytestmark = pytest.mark.model

LEAD = "Ministers meet over the bases\nThe bases were quiet when the ministers met there.\n"


def chain(statement) -> list[str]:
    return [getattr(h.party, "name", None) or h.party.label for h in statement.hops[1:]]


def speaker_of(graph, words):
    hits = [s for s in graph.statements if words in s.words]
    assert len(hits) == 1, [s.words for s in graph.statements]
    return hits[0]


def test_a_name_of_the_gazetteer_is_linked_with_a_reason(graph_of):
    graph = graph_of(LEAD + "The troops will leave Erbil soon, the mayor said.")
    link = next(k for k in graph.links if k.mention.surface == "Erbil")
    assert ("Erbil", "gazetteer-label") == (link.entity.name, link.method)
    assert "Erbil" in link.reason


def test_a_final_stop_is_no_part_of_a_name(graph_of):
    text = LEAD + "The troops left Erbil."
    link = next(k for k in graph_of(text).links if "Erbil" in k.mention.surface)
    assert "Erbil" == link.mention.span.cut(text)


def test_a_person_unknown_to_the_gazetteer_is_local_and_keeps_the_role(graph_of):
    text = (
        LEAD
        + "“We wait,” said Anna Lindqvist, adviser to the mayor. Lindqvist said that it was late."
    )
    graph = graph_of(text)
    (person,) = [e for e in graph.entities if e.kind == "Person"]
    assert ("Anna Lindqvist", None) == (person.name, person.iri)
    assert "adviser to the mayor" == person.role
    assert ["Anna Lindqvist"] == chain(speaker_of(graph, "it was late"))


def test_a_pronoun_is_the_person_who_spoke_last(graph_of):
    text = LEAD + "Anna Lindqvist said that the port was closed. She said that it would open soon."
    assert ["Anna Lindqvist"] == chain(speaker_of(graph_of(text), "it would open"))


def test_the_official_is_the_one_quoted_before(graph_of):
    text = (
        LEAD + '"We are close to a deal," a Danish official said. "It is late," the official added.'
    )
    first, second = (s for s in graph_of(text).statements if s.mode == "direct")
    assert first.hops[-1].party == second.hops[-1].party
    assert "Danish official (unnamed)" == second.hops[-1].party.label


def test_these_sources_are_the_ones_cited_before(graph_of):
    text = (
        LEAD + "Three sources told Reuters that the talks would start in May. "
        "The port would stay open, these sources added."
    )
    later = speaker_of(graph_of(text), "stay open")
    assert ["Reuters", "three sources (unnamed)"] == chain(later)
    assert [True, False] == [h.inherited for h in later.hops[1:]]


def test_the_news_agency_is_the_medium_named_before(graph_of):
    text = (
        LEAD + "The talks have ended, Reuters reported. "
        "According to the news agency, the port will open in June."
    )
    assert ["Reuters"] == chain(speaker_of(graph_of(text), "open in June"))


def test_a_medium_rests_on_the_pool_that_the_report_lists(graph_of):
    text = (
        LEAD + "The talks have ended, Reuters reported, citing multiple sources.\n"
        "Sources, including four US officials, two officials from other coalition nations and "
        "three Iraqi officials, spoke to the agency.\n"
    )
    statement = speaker_of(graph_of(text), "talks have ended")
    assert ["Reuters", "unnamed officials (4 US, 2 coalition, 3 Iraqi)"] == chain(statement)
    pool = statement.hops[-1].party
    assert (9, None) == (pool.minimum, pool.maximum)


def test_analysts_are_not_taken_for_the_pool_of_sources(graph_of):
    text = (
        LEAD + "Sources, including four US officials and three Iraqi officials, spoke to Reuters.\n"
        "Many analysts predict that the talks will fail.\n"
    )
    assert "analysts" in chain(speaker_of(graph_of(text), "talks will fail"))[0]


def test_a_capital_that_speaks_is_its_government_and_a_place_elsewhere(graph_of):
    text = LEAD + "Baghdad said that the troops had left Baghdad."
    statement = speaker_of(graph_of(text), "troops had left")
    assert ["Government of Iraq"] == chain(statement)
    assert ["Settlement"] == [e.kind for e in statement.about]


def test_two_groups_of_equal_size_stay_two(graph_of):
    text = (
        LEAD + "Two officials said that the port was open.\n"
        "Two diplomats said that the town was shut.\n"
    )
    labels = {u.label for u in graph_of(text).unnamed}
    assert {"two officials (unnamed)", "two diplomats (unnamed)"} == labels


def test_a_row_of_people_who_spoke_is_the_pool_and_they_are_meant_by_they(graph_of):
    text = (
        LEAD + "The port and the union have a deal, Reuters reported, citing several officials.\n"
        "The people who spoke to the agency were two port officials and three union officials. "
        "They said that the talks had been hard.\n"
    )
    graph = graph_of(text)
    pool = "unnamed officials (2 port, 3 union)"
    assert ["Reuters", pool] == chain(speaker_of(graph, "have a deal"))
    assert ["Reuters", pool] == chain(speaker_of(graph, "talks had been hard"))
    assert (5, 5) == (graph.unnamed[0].minimum, graph.unnamed[0].maximum)


def test_a_row_of_people_in_a_sentence_about_no_speaking_is_no_pool(graph_of):
    text = (
        LEAD + "Two port officials and three union officials were hurt in the fire.\n"
        "The port is closed, Reuters reported.\n"
    )
    assert ["Reuters"] == chain(speaker_of(graph_of(text), "port is closed"))


def test_the_minister_is_the_person_whom_the_report_calls_minister(graph_of):
    text = (
        LEAD + "Transport Minister Anna Lindqvist said that the port was closed. "
        "Carl Holm, the mayor, said that it was open. The minister said that it would stay so."
    )
    assert ["Anna Lindqvist"] == chain(speaker_of(graph_of(text), "would stay so"))


def test_some_and_many_are_unnamed_people(graph_of):
    text = LEAD + "Some believe that the port will close."
    assert ["some (unnamed)"] == chain(speaker_of(graph_of(text), "port will close"))
