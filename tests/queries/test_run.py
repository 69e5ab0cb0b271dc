"""What the catalogue answers over the harbour graph."""

import pytest

from queries.errors import BadValueError, MissingValueError, UnknownNameError, UnknownReportError
from queries.named_query import CLAIM_COLUMNS, load_catalog
from queries.run import run_query


def in_short(answer):
    return [
        (row["file"].partition("-")[0], row["words"].split()[0], row["fit"]) for row in answer.rows
    ]


def test_a_claim_row_holds_all_that_the_contract_names(answer):
    row = answer("about", entity="Alder Region").rows[-1]

    assert tuple(row) == CLAIM_COLUMNS
    assert row == {
        "claim": "https://w3id.org/onrecord/id/claim/44444444444444444441",
        "report": "https://w3id.org/onrecord/id/report/bbbbbbbbbbbbbbbbbbbb",
        "file": "minister-speech.txt",
        "speaker": "Ada Brenner",
        "chain": ["Ada Brenner"],
        "mode": "indirect",
        "certainty": "certain",
        "polarity": "positive",
        "said": "2031-05-03",
        "words": "crews would leave the Alder Region by June",
        "spans": [[48, 90]],
        "speaker_spans": [[17, 28]],
        "cue_spans": [[29, 33]],
        "inherited": False,
        "about": ["Alder Region"],
        "fit": "named",
        "publisher": "Alder Courier",
        "published": "2031-05-04",
    }


def test_what_a_report_does_not_say_is_null_or_an_empty_list(answer):
    row = answer("about", entity="Old Mole").rows[-1]

    assert row["mode"] == "narrator"
    assert [row[name] for name in ("speaker", "said", "publisher", "published")] == [None] * 4
    assert [row[name] for name in ("chain", "speaker_spans", "cue_spans")] == [[]] * 3


def test_a_party_carried_over_is_marked(answer):
    inherited = [row["inherited"] for row in answer("report-claims", report="quiet-day").rows]

    assert inherited == [False, True]


def test_about_a_place_finds_it_what_lies_in_it_and_the_area_around_it(answer):
    assert in_short(answer("about", entity="Port Alder")) == [
        ("harbour", "Crews", "named"),
        ("harbour", "The", "via: Old Mole (located in Port Alder)"),
        ("minister", "crews", "via: Alder Region (Port Alder lies in it)"),
    ]


def test_about_a_region_finds_places_in_it_but_not_its_country(answer):
    assert in_short(answer("about", entity="Alder Region")) == [
        ("harbour", "Crews", "via: Port Alder (located in Alder Region)"),
        ("harbour", "The", "via: Old Mole (located in Alder Region)"),
        ("minister", "crews", "named"),
    ]


def test_about_a_country_finds_all_places_in_it(answer):
    assert [fit for *_, fit in in_short(answer("about", entity="Norland"))] == [
        "via: Port Alder (located in Norland)",
        "via: Old Mole (located in Norland)",
        "via: Alder Region (located in Norland)",
        "named",
    ]


def test_a_claim_comes_once_and_named_goes_before_any_other_fit(graph, answer):
    graph.store.update(
        """PREFIX onr: <https://w3id.org/onrecord/ontology#>
        INSERT DATA { GRAPH <https://w3id.org/onrecord/graph/report/aaaaaaaaaaaaaaaaaaaa> {
          <https://w3id.org/onrecord/id/claim/11111111111111111111> onr:about
            <https://w3id.org/onrecord/id/base/old-mole> ,
            <https://w3id.org/onrecord/id/area/alder-region> } }"""
    )
    try:
        fits = [row["fit"] for row in answer("about", entity="Port Alder").rows]
        region = [row["fit"] for row in answer("about", entity="Norland").rows]
    finally:
        graph.store.update(
            """PREFIX onr: <https://w3id.org/onrecord/ontology#>
            DELETE DATA { GRAPH <https://w3id.org/onrecord/graph/report/aaaaaaaaaaaaaaaaaaaa> {
              <https://w3id.org/onrecord/id/claim/11111111111111111111> onr:about
                <https://w3id.org/onrecord/id/base/old-mole> ,
                <https://w3id.org/onrecord/id/area/alder-region> } }"""
        )

    assert fits[0] == "named"
    assert len(fits) == 3
    assert len(region) == 4


def test_rows_come_in_the_order_of_files_and_texts(answer):
    rows = answer("report-claims").rows

    assert len(rows) == 8
    assert rows == sorted(rows, key=lambda row: (row["file"], row["report"], row["spans"]))


def test_said_by_finds_a_speaker_and_a_medium(answer):
    assert in_short(answer("said-by", person="Northwire")) == [
        ("harbour", "Crews", "named"),
        ("harbour", "“We", "via: Northwire (the words came through it)"),
        ("quiet", "“We", "via: Northwire (the words came through it)"),
    ]


def test_said_by_finds_those_whom_a_speaker_rests_on(answer):
    assert in_short(answer("said-by", person="unnamed harbour officials (2)")) == [
        ("harbour", "Crews", "via: unnamed harbour officials (2) (the speaker rests on it)")
    ]


def test_said_by_a_post_finds_who_holds_it(answer):
    assert in_short(answer("said-by", person="Harbour Minister")) == [
        ("minister", "crews", "via: Ada Brenner (holds or held the post Harbour Minister)"),
        ("minister", "The", "via: Ada Brenner (holds or held the post Harbour Minister)"),
    ]


def test_said_by_finds_what_the_report_says_on_from_the_words_of_a_speaker(answer):
    assert in_short(answer("said-by", person="Ada Brenner")) == [
        ("minister", "crews", "named"),
        ("minister", "The", "via: Ada Brenner (the report goes on from its words)"),
    ]


def test_said_by_about_joins_the_two(answer):
    assert in_short(answer("said-by-about", person="Northwire", entity="Alder Region")) == [
        ("harbour", "Crews", "via: Port Alder (located in Alder Region)")
    ]


def test_rests_on_names_each_party_with_its_kind_and_evidence(answer):
    rows = answer("rests-on", source="Northwire").rows

    assert [(row["file"], row["kind"], row["claims"]) for row in rows] == [
        ("harbour-lease.txt", "medium", 2),
        ("quiet-day.txt", "medium", 1),
    ]
    assert rows[0]["evidence"] == [
        {
            "file": "harbour-lease.txt",
            "words": "Crews will stay in Port Alder for one more year",
            "spans": [[0, 47]],
            "claim": "https://w3id.org/onrecord/id/claim/11111111111111111111",
        },
        {
            "file": "harbour-lease.txt",
            "words": "“We have a deal,”",
            "spans": [[168, 185]],
            "claim": "https://w3id.org/onrecord/id/claim/22222222222222222222",
        },
    ]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("medium", {"Northwire"}),
        ("named", {"Ada Brenner", "Tom Brenner"}),
        ("unnamed", {"an unnamed harbour official", "unnamed harbour officials (2)"}),
    ],
)
def test_rests_on_tells_the_kinds_apart(answer, kind, names):
    assert {row["name"] for row in answer("rests-on", kind=kind).rows} == names


def test_rests_on_counts_what_the_report_says_on_from_the_words_of_a_speaker(answer):
    (row,) = answer("rests-on", source="Ada Brenner").rows

    assert [piece["words"].split()[0] for piece in row["evidence"]] == ["crews", "The"]


def test_unnamed_sources_come_with_size_make_up_reason_and_words(answer):
    row = answer("unnamed-sources").rows[0]

    assert (row["label"], row["min"], row["max"]) == (
        "unnamed harbour officials (2)",
        2,
        2,
    )
    assert row["make_up"] == ["2 harbour"]
    assert row["affiliated"] == "Government of Norland"
    assert row["stated_reasons"] == ["because the lease is not signed"]
    assert (row["kind"], row["reports"], row["verdict"]) == ("source", 1, None)
    assert row["wording"] == ["two harbour officials"]
    assert row["spans"] == [[86, 107]]
    assert [piece["words"].split()[0] for piece in row["evidence"]] == ["Crews"]


def test_parts_of_a_group_are_no_sources_of_their_own(answer):
    rows = answer("unnamed-sources", kind="source").rows

    assert [row["label"] for row in rows] == [
        "unnamed harbour officials (2)",
        "an unnamed harbour official",
        "an unnamed harbour official",
    ]
    assert [row["affiliated"] for row in rows[1:]] == [None, None]


def test_unnamed_sources_of_one_report(answer):
    rows = answer("unnamed-sources", report="quiet-day").rows

    assert [row["file"] for row in rows] == ["quiet-day.txt"]


def test_all_unnamed_sources_are_counted_together_with_bounds(answer):
    row = answer("unnamed-sources").rows[-1]

    assert (row["kind"], row["min"], row["max"], row["reports"]) == ("total", 2, 4, 2)
    assert row["stated_reasons"] == ["because the lease is not signed"]
    assert [piece["file"] for piece in row["evidence"]] == ["harbour-lease.txt", "quiet-day.txt"]
    assert "total" not in {r["kind"] for r in answer("unnamed-sources", report="quiet-day").rows}


def test_framing_gives_labels_and_loaded_words_with_their_voice(answer):
    label, loaded = answer("framing").rows

    assert (label["kind"], label["entity"], label["label"]) == ("label", "Port Alder", "Port Alder")
    assert (label["verdict"], label["voice"], label["voice_kind"]) == (
        "differs",
        "Northwire",
        "named",
    )
    assert (label["reports"], label["files"], label["count"]) == (1, ["harbour-lease.txt"], 1)
    assert [piece["words"].split()[0] for piece in label["evidence"]] == ["Crews"]
    assert (loaded["kind"], loaded["entity"], loaded["verdict"]) == ("loaded-word", None, None)


def test_framing_of_one_thing_and_of_one_kind(answer):
    assert [row["label"] for row in answer("framing", entity="Port Alder").rows] == ["Port Alder"]
    assert [row["label"] for row in answer("framing", kind="loaded-word").rows] == ["so-called"]


def test_a_timeline_goes_by_date_and_says_how_much_is_undated(answer):
    found = answer("timeline")

    assert [row["said"] or row["published"] for row in found.rows] == [
        "2031-05-03",
        "2031-05-04",
        "2031-05-04",
        *[None] * 5,
    ]
    assert found.remarks == (
        "5 of 8 rows without a date, of the claim or of the report: they come last.",
    )


def test_a_timeline_about_a_place_keeps_the_fit(answer):
    assert in_short(answer("timeline-about", entity="Port Alder"))[0] == (
        "minister",
        "crews",
        "via: Alder Region (Port Alder lies in it)",
    )


def test_report_entities_counts_mentions_and_gives_their_places(answer):
    rows = answer("report-entities", report="harbour-lease").rows

    assert [(row["name"], row["kind"], row["mentions"], row["spans"]) for row in rows] == [
        ("Northwire", "NewsAgency", 2, [[49, 58], [210, 219]]),
        ("Old Mole", "Facility", 1, [[225, 233]]),
        ("Port Alder", "Settlement", 1, [[19, 29]]),
    ]


def test_entities_have_their_names_and_files(answer):
    rows = {row["name"]: row for row in answer("entities").rows}

    assert list(rows) == sorted(rows)
    assert rows["Norland"]["external"] == ["http://www.wikidata.org/entity/Q0"]
    assert rows["Port Alder"]["names"] == ["Alderport", "Port Alder", "Pórt al-’Alder"]
    assert rows["Northwire"]["files"] == ["harbour-lease.txt", "quiet-day.txt"]
    assert "Sandhook" not in rows
    assert not any("unnamed" in name for name in rows)


def test_quotations_give_both_claims_and_what_differs(answer):
    (row,) = answer("quotations").rows

    assert (row["kind"], row["verdict"]) == ("same-words", "same-utterance")
    assert row["differences"] == ["capital letters"]
    assert [piece["file"] for piece in row["evidence"]] == ["harbour-lease.txt", "quiet-day.txt"]
    assert {piece["words"] for piece in row["evidence"]} == {"“We have a deal,”"}
    assert answer("quotations", about="nobody of this name").rows == []
    assert len(answer("quotations", about="OFFICIAL").rows) == 1


def test_mutations_give_what_stands_here_and_there(answer):
    (row,) = answer("mutations").rows

    assert (row["file"], row["kind"]) == ("quiet-day.txt", "speaker-weakened")
    assert (row["here"], row["there"]) == ("an official", ["a senior official"])
    assert (row["against"], row["compared"], row["spans"]) == (1, 1, [[20, 31]])
    assert row["others"] == ["harbour-lease.txt"]
    assert [piece["file"] for piece in row["evidence"]] == ["harbour-lease.txt", "quiet-day.txt"]
    assert answer("mutations", report="harbour-lease").rows == []
    assert len(answer("mutations", kind="speaker-weakened").rows) == 1


def test_near_copies_give_both_reports(answer):
    (row,) = answer("near-copies").rows

    assert row["files"] == ["harbour-lease.txt", "quiet-day.txt"]
    assert (row["verdict"], len(row["reports"]), len(row["evidence"])) == ("not-independent", 2, 2)


def test_who_is_silent_counts_what_was_searched(answer):
    rows = answer("who-is-silent", entity="Port Alder").rows

    assert [(row["file"], row["claims"]) for row in rows] == [
        ("empty.txt", 0),
        ("quiet-day.txt", 2),
    ]


@pytest.mark.parametrize(("mode", "count"), [("direct", 2), ("indirect", 2), ("NARRATOR", 3)])
def test_by_mode(answer, mode, count):
    assert len(answer("by-mode", mode=mode).rows) == count


def test_search_goes_by_any_case_and_by_the_text_as_it_stands(answer):
    assert len(answer("search", text="WE HAVE A deal").rows) == 2
    assert answer("search", text="deal.*").rows == []


def test_reports_and_stats_count(answer):
    reports = {row["file"]: (row["claims"], row["issues"]) for row in answer("reports").rows}
    stats = {row["what"]: row["count"] for row in answer("stats").rows}

    assert reports["empty.txt"] == (0, 1)
    assert reports["harbour-lease.txt"] == (3, 0)
    assert (stats["reports"], stats["claims"], stats["unnamed sources"]) == (4, 8, 3)
    assert answer("reports").rows[0]["characters"] == 15


def test_an_empty_answer_says_how_much_was_searched(answer):
    found = answer("about", entity="Sandhook")

    assert found.rows == []
    assert found.remarks == ("4 reports, 8 claims searched: none is about Sandhook.",)


def test_a_name_in_an_empty_answer_is_never_a_pattern(answer):
    (remark,) = answer("search", text="{text} {0}").remarks

    assert remark.endswith('none holds the words "{text} {0}".')


def test_a_value_that_is_missing_strange_or_unknown_is_told(answer):
    with pytest.raises(MissingValueError):
        answer("about")
    with pytest.raises(BadValueError, match=r"about takes no 'enttiy'"):
        answer("about", enttiy="Norland")
    with pytest.raises(BadValueError, match="direct, indirect, mixed, narrator or headline"):
        answer("by-mode", mode="loud")
    with pytest.raises(BadValueError, match="is empty"):
        answer("search", text="  ")
    with pytest.raises(UnknownNameError):
        answer("about", entity="Atlantis")
    with pytest.raises(UnknownReportError):
        answer("report-claims", report="atlantis.txt")


def test_words_find_the_statements_that_hold_them_all(answer):
    (row,) = answer("origins", words="the port, by 2030").rows
    assert (row["value"], row["roots"], row["reports"]) == ("by 2030-12", ["Ada Brenner"], 1)
    assert [piece["file"] for piece in row["evidence"]] == ["minister-speech.txt"]
    assert answer("origins", words="the port, by 2029").rows == []


def test_words_that_say_nothing_are_refused(answer):
    with pytest.raises(BadValueError, match="holds no word"):
        answer("origins", words="of the")


def test_without_values_only_what_several_reports_state_is_counted(answer):
    (row,) = answer("origins").rows
    assert (row["kind"], row["reports"], row["origins_max"]) == ("quotation", 2, 1)


def test_without_the_speech_nobody_with_a_name_answers_the_question(answer):
    rows = {row["kind"]: row for row in answer("fragility", report="minister-speech").rows}
    assert sorted(rows) == ["on-record", "one-report"]
    assert rows["on-record"]["remains"] == ["remains in until 2031-05 (Northwire)"]
    assert rows["on-record"]["on_record"] == []


@pytest.mark.parametrize(
    ("policy", "values"),
    [
        ({"voice": "on-record"}, ["leaves"]),
        ({"root": "Northwire"}, ["remains in"]),
        ({"without": "harbour"}, ["leaves"]),
        ({"as_of": "2031-05-02"}, ["remains in"]),
        ({"as_of": "2031-05-04"}, ["leaves", "remains in"]),
        ({"entity": "Alder Region"}, ["leaves", "remains in"]),
    ],
)
def test_a_policy_leaves_the_facts_that_it_allows(answer, policy, values):
    rows = answer("facts-under-policy", **policy).rows
    assert [row["attribute"] for row in rows] == values


def test_a_party_for_which_nobody_speaks_is_answered_with_what_was_searched(answer):
    found = answer("named-voices", party="Northwire")
    assert found.rows == []
    assert "8 claims searched: no, nobody with a name speaks for Northwire" in found.remarks[-1]


def test_silence_tells_what_was_searched_and_who_speaks(answer):
    rows = answer("silence", entity="Port Alder").rows
    assert [(row["file"], row["speaking"]) for row in rows] == [
        ("empty.txt", 2), ("quiet-day.txt", 2),
    ]  # fmt: skip
    assert all(row["evidence"] for row in rows)


def test_a_chain_names_the_kind_of_each_hop_and_what_was_carried_over(answer):
    (row,) = [r for r in answer("chains", report="quiet-day").rows if r["depth"] == 2]
    assert [step.partition(":")[0] for step in row["chain"]] == [
        "0 report",
        "1 medium",
        "2 speaker",
    ]
    assert row["chain"][1].endswith("(carried over)")


@pytest.mark.parametrize("query", load_catalog(), ids=lambda query: query.name)
def test_every_query_gives_the_same_rows_twice(graph, query):
    values = {"entity": "Norland", "person": "Northwire", "report": "harbour", "text": "deal"}
    given = {one.name: values.get(one.name, one.example) for one in query.parameters
             if not one.optional}  # fmt: skip

    first = run_query(graph, query, given)

    assert first.rows
    assert run_query(graph, query, given).rows == first.rows


class RdflibGraph:
    """The same data behind rdflib, to see that no query leans on one engine."""

    def __init__(self, graph):
        import rdflib
        from harbour_graph import HARBOUR, PlainResult, PlainTerm

        self.result, self.term, self.literal = PlainResult, PlainTerm, rdflib.Literal
        self.dataset = rdflib.Dataset()
        self.dataset.parse(HARBOUR / "graph.trig", format="trig")

    def select(self, query):
        found = self.dataset.query(query)
        rows = [tuple(self.plain(term) for term in row) for row in found]
        return self.result(tuple(str(name) for name in found.vars), rows)

    def plain(self, term):
        if term is None:
            return None
        kind = "literal" if isinstance(term, self.literal) else "iri"
        return self.term(kind, str(term))


@pytest.fixture(scope="module")
def rdflib_graph(graph):
    return RdflibGraph(graph)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("query", load_catalog(), ids=lambda query: query.name)
def test_every_query_gives_the_same_rows_in_rdflib(graph, rdflib_graph, query):
    values = {"entity": "Port Alder", "person": "Northwire", "report": "harbour", "text": "deal"}
    given = {one.name: values.get(one.name, one.example) for one in query.parameters
             if not one.optional}  # fmt: skip

    assert run_query(rdflib_graph, query, given).rows == run_query(graph, query, given).rows
