"""Unnamed sources counted with bounds, and pools told apart, over sources made by hand."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_build.compare.pools import bounds, compare_sources
from graph_build.model.cited_source import CitedGroup, CitedSource

NORLAND, SUDRIA = "urn:norland", "urn:sudria"
WIRE, POST = "urn:wire", "urn:post"
NAMES = {WIRE: "Marsh Wire", POST: "Evening Post"}


def group(label, minimum, maximum=None, country=None, *, affiliation=None):
    return CitedGroup(label, minimum, maximum, affiliation or country, country)


NORLANDERS = group("Norland", 4, 4, NORLAND)
SUDRIANS = group("Sudria", 2, 2, SUDRIA)
UNION = group("union", 1, 1, affiliation="urn:union")


def source(report, *groups, minimum=None, maximum=None, label="sources", **options):
    number = options.pop("number", 0)
    values = {"media": frozenset({WIRE}), "reason": None, "whole": None, **options}
    least = minimum if minimum is not None else sum(g.minimum or 1 for g in groups) or None
    iri = f"urn:{report}:{number}"
    claims = ((f"{iri}:claim", values.pop("words", "It is over")),)
    own = groups or (CitedGroup(label, minimum, maximum),)
    return CitedSource(
        iri, report, f"{report}.txt", label, least, maximum, own, claims=claims, **values
    )


def of_kind(kind, *sources, **options):
    return [one for one in compare_sources(sources, NAMES, **options) if one.kind == kind]


def pools(*sources, **options):
    return [one.reports for one in of_kind("same-pool", *sources, **options)]


def test_the_same_groups_through_the_same_medium_are_one_pool():
    (pool,) = of_kind(
        "same-pool",
        *(source(name, NORLANDERS, SUDRIANS, UNION) for name in ("b", "a", "c")),
    )
    assert (pool.reports, pool.least, pool.most) == (("a", "b", "c"), 7, None)
    assert pool.make_up == ("4 Norland", "2 Sudria", "1 union")
    assert pool.verdict == "not-independent"
    assert "Marsh Wire" in pool.reason
    assert len(pool.claims) == 3


@pytest.mark.parametrize(
    "others",
    [
        pytest.param((source("b", NORLANDERS, group("Sudria", 3, 3, SUDRIA)),), id="number"),
        pytest.param((source("b", NORLANDERS, group("West", 2, 2, "urn:w")),), id="country"),
        pytest.param((source("b", NORLANDERS, SUDRIANS, media=frozenset({POST})),), id="medium"),
        pytest.param((source("b", NORLANDERS, SUDRIANS, media=frozenset()),), id="no medium"),
        pytest.param((source("b", NORLANDERS),), id="part missing"),
        pytest.param((source("a", NORLANDERS, SUDRIANS, number=1),), id="same report"),
    ],
)
def test_other_groups_other_media_and_one_report_make_no_pool(others):
    assert pools(source("a", NORLANDERS, SUDRIANS), *others) == []


def test_a_number_alone_makes_no_pool():
    assert pools(source("a", minimum=3), source("b", minimum=3)) == []
    assert pools(source("a", NORLANDERS), source("b", NORLANDERS)) == []
    loose = (group("aides", 2, 2), group("clerks", 3, 3))
    assert pools(source("a", *loose), source("b", *loose)) == []


def test_what_a_person_holds_apart_is_no_pool():
    one, other = source("a", NORLANDERS, SUDRIANS), source("b", NORLANDERS, SUDRIANS)
    assert pools(one, other, apart=[(other.source, one.source)]) == []
    assert pools(one, other) == [("a", "b")]


def test_what_may_overlap_counts_once():
    assert bounds([source("a", minimum=4), source("b", minimum=3)])[0] == 4


def test_people_of_two_countries_add_up():
    assert bounds([source("a", NORLANDERS), source("b", SUDRIANS)])[0] == 6


def test_people_of_an_open_country_may_be_those_of_a_named_one():
    four = source("a", minimum=4)
    assert bounds([four, source("b", SUDRIANS)])[0] == 4
    assert bounds([four, source("b", NORLANDERS), source("c", SUDRIANS)])[0] == 6


def test_a_pool_grows_by_what_it_cannot_hold():
    pool = source("a", SUDRIANS, UNION)
    assert bounds([pool, source("b", NORLANDERS)])[0] == 6
    assert bounds([pool, source("b", group("Norland", 1, 1, NORLAND))])[0] == 3


def test_the_upper_bound_needs_one_of_each():
    one, other = source("a", minimum=2, maximum=2), source("b", minimum=1, maximum=3)
    assert bounds([one, other]) == (2, 5)
    assert bounds([one, other, source("c", minimum=1)])[1] is None


def test_one_pool_counts_once_in_the_upper_bound():
    pool = tuple(source(name, NORLANDERS, SUDRIANS, maximum=6) for name in "ab")
    assert bounds(pool, [pool]) == (6, 6)
    assert bounds(pool) == (6, 12)


def test_some_of_them_are_no_further_people():
    whole = source("a", minimum=5, maximum=5)
    part = source("a", minimum=2, maximum=9, whole=whole.source, number=1)
    assert bounds([whole, part]) == (5, 5)


def test_reasons_of_one_pool_are_set_side_by_side():
    first = source("a", NORLANDERS, SUDRIANS, reason="as talks go on", words="so, as talks go on")
    other = source("b", NORLANDERS, SUDRIANS, reason="for fear of the mayor")
    silent = source("c", NORLANDERS, SUDRIANS)
    (found,) = of_kind("reasons-for-anonymity", first, other, silent)
    assert found.verdict == "rendered-differently"
    assert found.stated == ("as talks go on", "for fear of the mayor")
    assert "c.txt none" in found.reason
    assert len(found.claims) == 2


def test_a_reason_that_holds_the_other_and_reasons_of_others_are_no_difference():
    first = source("a", NORLANDERS, SUDRIANS, reason="as talks go on")
    longer = source("b", NORLANDERS, SUDRIANS, reason="unnamed as talks go on")
    apart = source("c", minimum=2, reason="for fear of the mayor")
    assert of_kind("reasons-for-anonymity", first, longer, apart) == []


def test_each_report_and_all_of_them_are_counted():
    held = [source("a", NORLANDERS), source("b", SUDRIANS), source("b", minimum=1, number=1)]
    counted = {(one.kind, one.reports): one.least for one in compare_sources(held, NAMES)}
    assert counted == {
        ("report-total", ("a",)): 4,
        ("report-total", ("b",)): 2,
        ("total", ("a", "b")): 6,
    }
    assert compare_sources([], NAMES) == ()


def test_the_order_of_the_sources_changes_nothing():
    held = [source(name, NORLANDERS, SUDRIANS) for name in "abc"]
    results = {compare_sources(order, NAMES) for order in permutations(held)}
    assert len(results) == 1


PEOPLE = st.lists(st.sampled_from([NORLAND, SUDRIA, "urn:west"]), min_size=1, max_size=5)


@given(st.data())
def test_a_lower_bound_is_never_above_the_people_that_there_are(data):
    """Sources drawn from a crowd that is known cannot be counted as more than the crowd."""
    crowd = list(enumerate(data.draw(PEOPLE)))
    sources = []
    for number in range(data.draw(st.integers(1, 4))):
        drawn = data.draw(st.lists(st.sampled_from(crowd), min_size=1, unique=True))
        told = data.draw(st.booleans())
        countries = sorted({country for _, country in drawn}) if told else []
        groups = [
            group(c, sum(k == c for _, k in drawn), None, c)
            for c in countries[: data.draw(st.integers(0, len(countries)))]
        ]
        rest = len(drawn) - sum(g.minimum for g in groups)
        groups += [group("others", rest)] if rest else []
        sources.append(source(f"r{number}", *groups, minimum=len(drawn)))
    least, _ = bounds(sources)
    assert least <= len(crowd)
    for few in combinations(sources, max(1, len(sources) - 1)):
        assert bounds(few)[0] <= least
