from graph_build.compare import compare_reports
from graph_build.model.attribution import SpeechMode
from graph_build.rdf import comparison_quads, iris, report_graph_to_quads
from graph_build.store import compared_reports, open_store

TEXT = "Ada Quill said: “It’s over,” she said, “for good this time.” He wants “a quick end” to it."


def filled(making, store):
    for name, text in (("a", TEXT), ("b", TEXT.replace("’", "'"))):
        maker = making.Maker(text, name)
        ada = maker.person("Ada Quill")
        pieces = [text[17:26], "for good this time"]
        maker.say(*pieces, by=ada, source="Ada Quill", mode=SpeechMode.DIRECT)
        maker.say("He wants “a quick end” to it", mode=SpeechMode.MIXED)
        graph = maker.graph()
        store.put_report(report_graph_to_quads(graph, {}), graph.report.text)


def test_reports_come_back_with_text_and_claims(tmp_path, making):
    with open_store(tmp_path / "g", create=True) as store:
        filled(making, store)
        reports = compared_reports(store)
        assert sorted(r.file_name for r in reports) == ["a", "b"]
        report = next(r for r in reports if r.file_name == "a")
        assert report.text == TEXT
        first, second = report.claims
        assert [span.cut(TEXT) for span in first.content] == ["It’s over", "for good this time"]
        assert [span.cut(TEXT) for span in first.source] == ["Ada Quill"]
        assert (first.speaker_label, first.named, first.mode) == ("Ada Quill", True, "direct")
        assert (second.mode, second.speaker, second.source) == ("mixed", None, ())


def test_quotations_are_found_among_reports_read_back(tmp_path, making):
    with open_store(tmp_path / "g", create=True) as store:
        filled(making, store)
        found = compare_reports(compared_reports(store))
        store.replace_graph(iris.DERIVED_GRAPH, comparison_quads(found))
        kinds = store.select(
            "SELECT ?k WHERE { GRAPH ?d { ?x <https://w3id.org/onrecord/ontology#comparisonKind> "
            "?k } }"
        )
        assert [row[0].value for row in kinds.rows].count("same-words") == 2


def test_without_the_file_of_a_text_the_words_of_the_claims_stand_in_their_places(tmp_path, making):
    with open_store(tmp_path / "g", create=True) as store:
        filled(making, store)
        whole = {r.report: r for r in compared_reports(store)}
        for path in (tmp_path / "g" / "texts").glob("*/*.txt"):
            path.unlink()
        for report in compared_reports(store):
            held = whole[report.report]
            assert report.claims == held.claims
            for claim in report.claims:
                for span in (*claim.content, *claim.source):
                    assert span.cut(report.text) == span.cut(held.text)
