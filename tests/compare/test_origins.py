"""Origins of what is stated alike: who is one voice, who is another, and what cannot be told."""

import random
from dataclasses import replace

from graph_build.compare.origins import find_supports
from graph_build.model.support import Ties, Told
from tests.compare.stating_facts import FLEET, KNOWN, PORT, WIRE, fact, number, telling, time

FROM_PORT = {"subject": ("the fleet", FLEET), "object": ("Port", PORT)}
CREDITING = {"credits": frozenset({WIRE})}


def leaving(told, edtf="2030-05", **options):
    return fact("leaves", told, when=time(edtf), **FROM_PORT | options)


def supports(*facts, ties=None, told=None):
    return find_supports(facts, told or {}, ties or Ties(), KNOWN)


def only(*facts, **options):
    (support,) = supports(*facts, **options)
    return support


def bounds(support):
    return support.verdict.value, support.reports, support.least, support.most


def test_three_reports_that_credit_one_medium_have_one_origin():
    support = only(*(leaving(telling(name, "wire")) for name in "abc"))
    assert bounds(support) == ("single-origin", 3, 1, 1)
    (origin,) = support.origins
    assert (origin.kind, origin.label, origin.party) == ("medium", "Marsh Wire", WIRE)
    assert "b.txt credits Marsh Wire" in origin.grounds
    assert (support.attribute, support.value) == ("leaves", "by 2030-05")


def test_one_speaker_in_two_reports_is_one_origin_and_two_speakers_in_one_report_are_two():
    assert bounds(
        only(leaving(telling("a", "Ann Reed")), leaving(telling("b", "Ann Reed")))
    ) == ("single-origin", 2, 1, 1)  # fmt: skip
    assert bounds(only(leaving(telling("a", "Ann Reed")), leaving(telling("a", "Bo Lind")))) == (
        "independent", 1, 2, 2,
    )  # fmt: skip


def test_a_speaker_counts_as_the_one_that_stands_for_it():
    facts = leaving(telling("a", "Ann Reed")), leaving(telling("b", "Minister Reed"))
    assert bounds(only(*facts)) == ("independent", 2, 2, 2)
    one, other = (f.telling.speaker for f in facts)
    ties = Ties(representative={other: one})
    assert bounds(only(*facts, ties=ties)) == ("single-origin", 2, 1, 1)


def test_own_words_of_a_report_that_credits_a_medium_elsewhere_are_not_independent():
    facts = leaving(telling("a", "wire")), leaving(telling("b", **CREDITING))
    assert bounds(only(*facts)) == ("unknown", 2, 1, 2)


def test_own_words_of_a_report_with_sources_are_not_independent_of_a_speaker_elsewhere():
    facts = leaving(telling("a", "Ann Reed")), leaving(telling("b", **CREDITING))
    support = only(*facts)
    assert bounds(support) == ("unknown", 2, 1, 2)
    assert "b.txt names no source for it" in support.reason


def test_what_cannot_be_told_apart_takes_nothing_from_origins_that_are_apart():
    facts = [
        leaving(telling("a", "Ann Reed")),
        leaving(telling("b", "wire")),
        leaving(telling("c", **CREDITING)),
    ]
    assert bounds(only(*facts)) == ("independent", 3, 2, 3)


def test_own_words_alone_have_no_known_origin():
    assert bounds(only(leaving(telling("a", **CREDITING)))) == ("unknown", 1, 1, 1)


def test_a_medium_and_the_speaker_whom_it_quotes_may_be_one():
    quoted = telling("a", "Ann Reed", media=(WIRE,))
    assert bounds(only(leaving(quoted), leaving(telling("b", "wire")))) == ("unknown", 2, 1, 2)


def test_unnamed_people_set_no_upper_bound_unless_their_number_is_known():
    people = "https://w3id.org/onrecord/id/report/a/source/1-5"
    told = telling("a", speaker=None)
    told = replace(told, speaker=people, speaker_label="officials (unnamed)")
    assert only(leaving(told)).most is None
    assert only(leaving(told), ties=Ties(most={people: 4})).most == 4


def test_one_pool_of_unnamed_people_in_two_reports_is_one_origin():
    told = [
        replace(telling(name), speaker=f"https://w3id.org/onrecord/id/report/{name}/source/1-5")
        for name in "ab"
    ]
    pools = Ties(pools={one.claim: "2 Norland, 3 fleet" for one in told})
    assert supports(*map(leaving, told))[0].verdict.value == "unknown"
    support = only(*map(leaving, told), ties=pools)
    assert bounds(support)[:3] == ("single-origin", 2, 1)
    assert any("2 Norland, 3 fleet" in ground for ground in support.origins[0].grounds)


def test_near_copies_in_their_own_voice_are_one_text():
    told = [telling(name) for name in "ab"]
    assert bounds(only(*map(leaving, told))) == ("independent", 2, 2, 2)
    copies = frozenset({(told[0].report, told[1].report)})
    assert bounds(only(*map(leaving, told), ties=Ties(copies=copies)))[2:] == (1, 1)


def test_a_text_older_than_the_day_cited_does_not_rest_on_that_telling():
    early = telling("a", "wire", published="2030-01-01")
    late = telling("b", "wire", said="2030-03-04")
    assert bounds(only(leaving(early), leaving(late))) == ("independent", 2, 2, 2)


def test_the_day_that_a_retelling_gives_holds_for_its_siblings():
    early = telling("a", "wire", published="2030-01-01")
    undated, dated = telling("b", "wire"), telling("c", "wire", said="2030-03-04")
    facts = [leaving(early), leaving(undated), fact("talks", dated, when=time("2030"))]
    assert supports(*facts)[0].least == 1
    ties = Ties(retold=frozenset({(undated.report, dated.report)}))
    assert supports(*facts, ties=ties)[0].least == 2


def test_other_dates_other_places_and_other_parts_are_stated_apart():
    assert len(supports(leaving(telling("a", "wire")), leaving(telling("b", "wire"), "2031"))) == 2
    some = leaving(telling("b", "wire"), subject=("some of the fleet", FLEET))
    assert len(supports(leaving(telling("a", "wire")), some)) == 2


def test_a_wish_supports_no_statement_that_it_is_so():
    told = [telling("a", "wire"), telling("b", "Ann Reed")]
    wish = replace(leaving(told[1]), act="demanding")
    assert [s.reports for s in supports(leaving(told[0]), wish)] == [1, 1]


def test_equal_numbers_of_two_stories_are_stated_apart():
    facts = [
        fact("killed", telling(name, "wire"), many=number(3), subject=(f"crews {name}",))
        for name in "ab"
    ]
    assert len(supports(*facts)) == 2


def test_a_quotation_in_three_reports_is_one_utterance():
    told = [telling(name, "wire") for name in "abc"]
    claims = {one.claim: Told(one, "we have a deal", 0) for one in told}
    names = sorted(claims)
    ties = Ties(same_words=frozenset({(names[0], names[1]), (names[1], names[2])}))
    support = only(ties=ties, told=claims)
    assert (support.kind, *bounds(support)) == ("quotation", "single-origin", 3, 1, 1)
    assert support.value == "we have a deal"


def test_the_order_of_the_facts_changes_nothing():
    facts = [leaving(telling(name, who)) for name in "abcd" for who in ("wire", "Ann Reed", None)]
    facts += [leaving(telling(name, "wire"), "2031", place=("Port", PORT)) for name in "ab"]
    found = supports(*facts)
    for seed in range(5):
        shuffled = random.Random(seed).sample(facts, len(facts))
        assert supports(*shuffled) == found
