import pytest

from graph_build.compare import same_words
from graph_build.model.attribution import SpeechMode
from graph_build.rdf import comparison_quads, iris, report_graph_to_quads
from graph_build.store import open_store, quoted_claims
from graph_build.store.quoted_claims import stretches_in

TEXT = "Ada Quill said: “It’s over,” she said, “for good this time.” He wants “a quick end” to it."


@pytest.mark.parametrize(
    ("words", "stretches"),
    [
        ("he wants “a quick end” to “it”", ["a quick end", "it"]),
        ('he wants "a quick end', ["a quick end"]),
        ("«fin» and 'not this'", ["fin"]),
        ("none", []),
    ],
)
def test_stretches_stand_between_double_marks(words, stretches):
    assert list(stretches_in(words)) == stretches


def test_quoted_words_are_read_back_from_the_claims(tmp_path, making):
    with open_store(tmp_path / "g", create=True) as store:
        for name, text in (("a", TEXT), ("b", TEXT.replace("’", "'"))):
            maker = making.Maker(text, name)
            ada = maker.person("Ada Quill")
            pieces = [text[17:26], "for good this time"]
            maker.say(*pieces, by=ada, source="Ada Quill", mode=SpeechMode.DIRECT)
            maker.say("He wants “a quick end” to it", mode=SpeechMode.MIXED)
            maker.say("to it")
            graph = maker.graph()
            store.put_report(report_graph_to_quads(graph, {}), graph.report.text)
        quoted = quoted_claims(store)
        assert sorted(q.quoted for q in quoted) == [
            ("It's over", "for good this time"),
            ("It’s over", "for good this time"),
            ("a quick end",),
            ("a quick end",),
        ]
        comparisons = same_words(quoted)
        store.replace_graph(iris.DERIVED_GRAPH, comparison_quads(comparisons))
        found = store.select(
            "SELECT ?r WHERE { GRAPH ?d { ?x <https://w3id.org/onrecord/ontology#reason> ?r } }"
        )
        assert sorted(row[0].value for row in found.rows) == [
            "All 3 quoted words are the same, character by character.",
            "All 6 quoted words are the same; they differ in the form of an apostrophe.",
        ]
        assert len(list(store.quads(iris.DERIVED_GRAPH))) == 2 * 7
