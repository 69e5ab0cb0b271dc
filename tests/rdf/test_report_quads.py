import dataclasses
import re
from collections import Counter, defaultdict

import pytest

from graph_build.model.quad import RDF_TYPE, Iri
from graph_build.model.statement import HopKind
from graph_build.model.text import BadSpanError, Span
from graph_build.rdf import iris, report_graph_to_quads
from graph_build.rdf.claims import MismatchedWordsError, UnknownActError
from graph_build.rdf.scope import AnchorlessEntityError
from ontology import terms

Properties, Classes, Individuals = terms.Properties, terms.Classes, terms.Individuals


def quads_of(maker, making):
    return list(report_graph_to_quads(maker.graph(), making.CONTAINERS))


def things(quads):
    """subject -> predicate (local name) -> sorted values."""
    found = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        found[quad.subject][re.split("[#/]", quad.predicate)[-1]].append(quad.object.value)
    return found


def heads(quads):
    return [t for t in things(quads).values() if t.get("isHead")]


@pytest.fixture(scope="module")
def hostile(making):
    return quads_of(making.hostile_report(), making)


def test_every_piece_of_evidence_is_cut_from_the_text(hostile, making):
    parts = [t for t in things(hostile).values() if "exact" in t]
    assert len(parts) > 5
    for part in parts:
        start, end = int(part["start"][0]), int(part["end"][0])
        assert part["exact"] == [making.HOSTILE[start:end]]


def test_every_term_that_is_used_is_one_of_the_ontology(hostile):
    known = {
        value
        for names in (Classes, Properties, Individuals)
        for value in vars(names).values()
        if isinstance(value, str)
    }
    used = {q.predicate for q in hostile} | {
        q.object.value for q in hostile if q.predicate == RDF_TYPE
    }
    assert {term for term in used if term.startswith(terms.ONR)} <= known


def test_no_quad_comes_twice_and_no_triple_lives_in_two_graphs(hostile):
    assert len(set(hostile)) == len(hostile)
    assert Counter((q.subject, q.predicate, q.object) for q in hostile).most_common(1)[0][1] == 1


def test_a_report_adds_to_its_own_graph_and_to_texts_and_propositions_only(hostile, making):
    own = iris.report_graph_iri(making.hostile_report().graph().report.id)
    assert {q.graph for q in hostile} == {own, iris.TEXTS_GRAPH, iris.PROPOSITIONS_GRAPH}


def test_the_head_claim_carries_everything_a_question_asks_for(hostile):
    head = next(h for h in heads(hostile) if h["modeLabel"] == ["direct"])
    assert {
        "speakerLabel": ["Ada Quill"],
        "chainLabel": ["Marsh Wire > Ada Quill"],
        "aboutLabel": ["Old Harbour"],
        "aboutWithin": ["https://w3id.org/onrecord/id/place/long-island"],
        "via": ["https://w3id.org/onrecord/id/agency/marsh-wire"],
        "hearsayDepth": ["2"],
        "hop": ["2"],
        "confidence": ["0.9"],
        "carriedOver": ["false"],
        "inherited": ["false"],
        "fileName": ["hostile.txt"],
        "actLabel": ["asserting"],
        "certaintyLabel": ["certain"],
        "polarityLabel": ["positive"],
        "extractedBy": ["rules:test"],
        "words": ["The ferry’s gone <script>alert('x')</script>"],
    }.items() <= dict(head).items()


def test_names_in_a_chain_lose_the_marks_that_part_names(hostile):
    head = next(h for h in heads(hostile) if h["certaintyLabel"] == ["possible"])
    assert head["chainLabel"] == ["unnamed officials › clerks (3 dock, 2 harbour)"]


def test_only_the_party_of_the_words_holds_an_attitude(hostile):
    values = things(hostile)
    head = next(h for h in values.values() if h.get("certaintyLabel") == ["possible"])
    relaying = next(
        t
        for t in values.values()
        if head["statesProposition"][0] in t.get("statesProposition", []) and t["hop"] == ["0"]
    )
    assert (head["hasCertainty"], relaying["hasCertainty"]) == (
        [Individuals.Possible],
        [Individuals.Underspecified],
    )
    assert relaying["hasPolarity"] == [Individuals.UnderspecifiedPolarity]


def test_each_hop_relays_the_next_and_the_last_relays_nothing(hostile):
    values = things(hostile)
    for claim in (t for t in values.values() if Classes.Claim in t["type"]):
        following = [values[iri] for iri in claim.get("relays", [])]
        assert [int(t["hop"][0]) for t in following] in ([], [int(claim["hop"][0]) + 1])
    relayed = sum("relays" in t for t in values.values())
    assert relayed == sum(Classes.Claim in t["type"] for t in values.values()) - 3


def test_the_reports_own_voice_has_no_speaker_and_no_chain(making):
    (head,) = heads(quads_of(making.plain_report(), making))
    absent = {"speaker", "speakerLabel", "chainLabel", "sourceOffsets", "hasSource", "aboutLabel"}
    assert not absent & set(head)
    assert head["hearsayDepth"] == ["0"]


def test_a_publication_date_gets_its_bounds_and_absent_knowledge_gives_nothing(hostile, making):
    report = next(t for t in things(hostile).values() if "reportId" in t)
    assert report["publishedEarliest"] == ["2024-02-29T00:00:00Z"]
    assert report["publishedLatest"] == ["2024-02-29T23:59:59Z"]
    plain = next(
        t for t in things(quads_of(making.plain_report(), making)).values() if "reportId" in t
    )
    assert not {"title", "publishedOn", "publisherName", "publishedBy"} & set(plain)


def test_unnamed_people_keep_their_sizes_their_parts_and_their_exact_words(hostile):
    pool = next(t for t in things(hostile).values() if "hasSubgroup" in t)
    assert (pool["minSize"], pool["maxSize"]) == (["3"], ["5"])
    assert pool["wording"] == ['Three dock "officials" > two | clerks']
    part = things(hostile)[pool["hasSubgroup"][0]]
    assert part["affiliatedWith"] == ["https://w3id.org/onrecord/id/place/old-harbour"]


def test_two_statements_on_the_same_words_are_two_claims_of_one_proposition(making):
    maker = making.plain_report()
    maker.say("The ferry is gone, it seems", act="refusing")
    first, second = heads(quads_of(maker, making))
    assert first["statesProposition"] == second["statesProposition"]
    assert {first["actLabel"][0], second["actLabel"][0]} == {"asserting", "refusing"}


def test_a_merged_or_renamed_speaker_does_not_rename_the_claim(making):
    def claims(name):
        maker = making.Maker("Ada Quill said it is over.")
        person = maker.person("Ada Quill", other_names=(name,), role=name)
        maker.say("it is over", by=person, source="Ada Quill", cue="said")
        return {q.subject for q in quads_of(maker, making) if q.object == Iri(Classes.Claim)}

    assert claims("one") == claims("two")


def test_an_inherited_hop_says_so_and_why(making):
    maker = making.plain_report()
    said = maker.statements.pop()
    carried = dataclasses.replace(
        said.hops[0],
        kind=HopKind.BASIS,
        party=making.AGENCY,
        inherited=True,
        reason="same section",
    )
    maker.statements.append(dataclasses.replace(said, hops=(*said.hops, carried)))
    values = list(things(quads_of(maker, making)).values())
    inherited = next(t for t in values if t.get("inherited") == ["true"])
    assert inherited["reason"] == ["same section"]
    (head,) = [t for t in values if "isHead" in t]
    assert (head["carriedOver"], head["restsOn"]) == (["true"], [making.AGENCY.iri])


def test_the_surest_of_two_links_of_one_mention_wins(making):
    maker = making.Maker("Old Harbour is calm.")
    maker.link("Old Harbour", making.AGENCY, score=0.4)
    maker.link("Old Harbour", making.HARBOUR, score=0.8)
    (mention,) = [t for t in things(quads_of(maker, making)).values() if "linkScore" in t]
    assert (mention["denotes"], mention["linkScore"]) == ([making.HARBOUR.iri], ["0.8"])


def test_containers_may_be_a_function(making):
    maker = making.plain_report()
    maker.say("gone", about=(making.HARBOUR,))
    quads = report_graph_to_quads(maker.graph(), lambda iri: (iri + "/around",))
    assert making.HARBOUR.iri + "/around" in {q.object.value for q in quads}


def test_a_span_beyond_the_text_is_refused(making):
    maker = making.plain_report()
    said = maker.statements.pop()
    maker.statements.append(dataclasses.replace(said, hedges=(Span(20, 4000),)))
    with pytest.raises(BadSpanError):
        quads_of(maker, making)


def test_words_that_are_not_those_of_the_text_are_refused(making):
    maker = making.plain_report()
    maker.statements[0] = dataclasses.replace(maker.statements[0], words="The ferry is back")
    with pytest.raises(MismatchedWordsError, match="0-27"):
        quads_of(maker, making)


def test_an_unknown_speech_act_is_refused_with_the_known_ones(making):
    maker = making.plain_report()
    maker.statements[0] = dataclasses.replace(maker.statements[0], act="whispering")
    with pytest.raises(UnknownActError, match=r"whispering.*asserting"):
        quads_of(maker, making)


def test_a_thing_without_iri_and_place_is_refused(making):
    maker = making.plain_report()
    maker.entities.append(dataclasses.replace(making.HARBOUR, iri=None))
    with pytest.raises(AnchorlessEntityError, match="Old Harbour"):
        quads_of(maker, making)


def test_a_role_that_is_told_at_one_mention_only_is_kept(making):
    maker = making.Maker("Ada Quill is calm. The mayor, Ada Quill, said it is over.")
    person = maker.person("Ada Quill")
    named = dataclasses.replace(person, role="The mayor")
    maker.say("it is over", by=named, source="The mayor, Ada Quill", cue="said")
    (ada,) = [t for t in things(quads_of(maker, making)).values() if "properName" in t]
    assert ada["roleWording"] == ["The mayor"]
