"""How reports name things and which loaded words they use, over reports made by hand."""

from dataclasses import replace

import pytest

from graph_build.compare.framing import Texts, labels
from graph_build.compare.framing_words import loaded_words, ways_of_naming
from graph_build.model.comparison import ComparedClaim, ComparedReport
from graph_build.model.framing import Family, Naming, TermsOfNaming
from graph_build.model.text import Span

REBELS = Family(("urn:rebels", "urn:hill-fighters"), ("hill fighters", "rebels"), described=True)
HARBOUR = Family(("urn:harbour",), ("Old Harbour",))
NORLAND = Family(("urn:norland",), ("Norland",), is_common=True)
FAMILIES = (REBELS, HARBOUR, NORLAND)
PROTEST = TermsOfNaming(("protest", "protesters"), "leaves it open", "urn:crowd", "a crowd")
RIOT = TermsOfNaming(("riot", "rioters"), "says violence", "urn:crowd", "a crowd")
PRETEXT = TermsOfNaming(("under the pretext of",), "doubts the stated aim")
REGIME = TermsOfNaming(("regime",), "denies its standing")


def report(name, text, *said):
    """A report in its own voice; `said` are (words, speaker, whether he is named)."""
    whole = ComparedClaim(f"urn:{name}:own", (Span(0, len(text)),))
    claims = [whole]
    for words, speaker, named in said:
        start = text.index(words)
        spans = (Span(start, start + len(words)),)
        claims.append(
            ComparedClaim(
                f"urn:{name}:{start}",
                spans,
                mode="direct",
                speaker=f"urn:{speaker}",
                speaker_label=speaker,
                named=named,
            )
        )
    body = (Span(0, len(text)),)
    return ComparedReport(f"urn:{name}", f"{name}.txt", text, body, tuple(claims))


def texts(*reports, **things):
    """The reports, with each of the words given naming a thing wherever they stand."""
    found = []
    for one in reports:
        for thing, names in things.items():
            for words in names:
                start = one.text.find(words)
                while start >= 0:
                    span = Span(start, start + len(words))
                    found.append(Naming(one.report, span, words, f"urn:{thing}"))
                    start = one.text.find(words, start + 1)
    return Texts(reports, tuple(found), FAMILIES)


def shown(framings):
    return {(f.words, f.voice, f.count, f.verdict) for f in framings}


def verdicts(first, other, **things):
    held = texts(report("a", first), report("b", other), **things)
    return {framing.verdict for framing in labels(held)}


def test_each_name_of_a_family_is_told_with_its_voice():
    held = texts(
        report("a", "The rebels left. The rebels, he said, are gone.", ("are gone", "Quill", True)),
        report(
            "b", "“Hill fighters are near,” she said.", ("Hill fighters are near", "aide", False)
        ),
        rebels=("rebels",),
        **{"hill-fighters": ("Hill fighters",)},
    )
    found = list(labels(held))
    assert shown(found) == {
        ("rebels", "the report", 2, "differs"),
        ("Hill fighters", "aide", 1, "differs"),
    }
    assert {f.voice_kind for f in found} == {"own", "unnamed"}
    assert {f.entity for f in found} == {"hill fighters / rebels"}
    assert all(f.things == REBELS.things for f in found)
    assert "not the same" in found[0].reason


def test_words_within_a_quotation_are_the_speakers_own():
    held = texts(
        report("a", "“The rebels are gone,” Quill said.", ("The rebels are gone", "Quill", True)),
        rebels=("rebels",),
    )
    (found,) = labels(held)
    assert (found.voice, found.voice_kind, found.claims) == ("Quill", "named", ("urn:a:1",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Old Harbour", "the Old Harbour"),
        ("Old Harbour", "Old Harbor"),
        ("Old Harbour", "Harbour"),
        ("Old Harbour Trust", "OHT"),
        ("northern Old Harbour", "north Old-Harbour"),
    ],
)
def test_short_forms_and_spellings_are_no_other_names(one, other):
    assert verdicts(f"At {one}, it rained.", f"At {other}, it rained.", harbour=(one, other)) == {
        None
    }


def test_other_names_differ_and_a_shared_name_settles_it():
    assert verdicts("The rebels left.", "The bandits left.", rebels=("rebels", "bandits")) == {
        "differs"
    }
    both = "The rebels left. The bandits left."
    assert verdicts(both, "The bandits left.", rebels=("rebels", "bandits")) == {None}


def test_likeness_of_common_words_is_no_spelling():
    names = ("hill militias", "hill militants")
    assert verdicts(*(f"The {n} left." for n in names), rebels=names) == {"differs"}


def test_pronouns_are_no_names():
    held = texts(report("a", "Norland is far. It is cold."), norland=("Norland", "It"))
    assert [f.words for f in labels(held)] == ["Norland"]


def test_a_name_outside_all_claims_is_left_out():
    silent = ComparedReport("urn:a", "a.txt", "Norland", (Span(0, 7),), ())
    assert list(labels(texts(silent, norland=("Norland",)))) == []


def test_loaded_words_stand_with_voice_reason_and_the_nearest_thing():
    held = texts(
        report(
            "a",
            "Norland came in Under the\npretext of order. “A regime,” Quill said of Norland.",
            ("A regime", "Quill", True),
        ),
        norland=("Norland",),
    )
    pretext, regime = sorted(loaded_words(held, [PRETEXT, REGIME]), key=lambda f: f.voice_kind)[
        ::-1
    ]
    assert (pretext.words, pretext.voice, pretext.entity) == (
        "under the pretext of",
        "the report",
        "Norland",
    )
    assert (pretext.reason, pretext.verdict) == ("doubts the stated aim", None)
    assert (regime.words, regime.voice, regime.entity) == ("regime", "Quill", "")


def test_loaded_words_are_whole_words_outside_proper_names():
    held = texts(
        report("a", "The regimen of Regime Harbour is strict."), harbour=("Regime Harbour",)
    )
    assert list(loaded_words(held, [REGIME])) == []


def by_sentence(one):
    ends = [n + 1 for n, char in enumerate(one.text) if char == "."]
    spans = [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]
    claims = tuple(ComparedClaim(f"{one.report}:{span.start}", (span,)) for span in spans)
    return replace(one, claims=claims)


def ways(first, other, *, told=(), cut=False):
    """What is found in two texts; with `cut` each sentence is a claim of its own."""
    held = texts(report("a", first), report("b", other), norland=("Norland",))
    if cut:
        held = Texts([by_sentence(one) for one in held.reports], held.namings, held.families)
    return list(ways_of_naming(held, [PROTEST, RIOT], told))


def test_reports_that_name_the_same_differ_in_their_words_for_it():
    found = ways(
        "The protest in Dunmore reached Tanner Square.",
        "A riot shook Dunmore, from Tanner Square on. The rioters fled.",
    )
    assert shown(found) == {
        ("protest", "the report", 1, "differs"),
        ("riot", "the report", 1, "differs"),
        ("rioters", "the report", 1, "differs"),
    }
    assert "Dunmore" in found[0].entity
    assert all("urn:crowd" in f.things for f in found)


def test_a_way_that_both_use_does_not_differ():
    found = ways(
        "The protest in Dunmore reached Tanner Square.",
        "A riot or protest shook Dunmore, from Tanner Square on.",
    )
    assert {(f.words, f.verdict) for f in found} == {("protest", None), ("riot", "differs")}


def test_reports_of_other_matters_are_not_compared():
    assert ways("The protest in Dunmore was small.", "A riot shook Port Selby at night.") == []
    assert ways("The protest in Norland was small.", "A riot shook Norland at night.") == []


def test_reports_of_one_story_are_compared_where_a_country_alone_is_named():
    first, other = "The protest in Norland was small.", "A riot shook Norland."
    found = ways(first, other, told=[("urn:a", "urn:b")])
    assert {f.words for f in found} == {"protest", "riot"}
    assert ways("The protest was small.", other, told=[("urn:a", "urn:b")]) == []


def test_words_of_a_story_that_stand_beside_other_names_are_not_compared():
    first = "The protest in Dunmore grew. Tanner Square was full."
    other = "It was calm in Dunmore, at Tanner Square. A riot shook Port Selby at night."
    assert ways(first, other, cut=True) == []


def test_words_within_a_name_are_no_way_of_naming():
    held = texts(
        report("a", "The hill protesters are in Dunmore, at Tanner Square."),
        report("b", "The riot in Dunmore reached Tanner Square."),
        rebels=("hill protesters",),
    )
    assert list(ways_of_naming(held, [PROTEST, RIOT], [])) == []


def test_reports_that_choose_alike_give_nothing():
    first = "The protest in Dunmore reached Tanner Square."
    assert ways(first, first) == []
