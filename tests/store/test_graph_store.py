import dataclasses
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from graph_build.errors import GraphBusyError, NotAGraphError, UnknownReportError
from graph_build.model.quad import Blank, Iri, Literal, Quad
from graph_build.rdf import iris, report_graph_to_quads
from graph_build.store import open_store
from graph_build.store.changes import NoReportError
from graph_build.store.folder import WrongHashError

TABLE = "SELECT ?w WHERE { GRAPH ?g { ?c <https://w3id.org/onrecord/ontology#words> ?w } }"


def put(store, maker, making):
    report_graph = maker.graph()
    quads = report_graph_to_quads(report_graph, making.CONTAINERS)
    store.put_report(quads, report_graph.report.text)
    return report_graph.report.id


def state(path):
    with open_store(path, read_only=True) as store:
        texts = {p.name: p.read_bytes() for p in (path / "texts").rglob("*.txt")}
        return set(store.quads()), texts


@pytest.fixture
def path(tmp_path):
    return tmp_path / "graph"


def test_a_report_that_was_put_is_held_with_its_text_untouched(path, making):
    with open_store(path, create=True) as store:
        report_id = put(store, making.hostile_report(), making)
    with open_store(path, read_only=True) as store:
        assert store.text_of(report_id) == making.HOSTILE
        assert store.has_report(report_id) == making.METHOD
        assert store.has_report("0" * 20) is None
        (report,) = store.reports()
        assert (report.file_name, report.published) == ("hostile.txt", "2024-02-29")
        wanted = set(report_graph_to_quads(making.hostile_report().graph(), making.CONTAINERS))
        assert set(store.quads()) == wanted


def test_putting_a_report_twice_changes_nothing(path, making):
    with open_store(path, create=True) as store:
        put(store, making.hostile_report(), making)
    before = state(path)
    with open_store(path) as store:
        put(store, making.hostile_report(), making)
    assert state(path) == before


def test_taking_a_report_out_again_leaves_no_trace(path, making):
    with open_store(path, create=True) as store:
        put(store, making.plain_report(), making)
        put(store, making.plain_report("same words.txt"), making)
    before = state(path)
    with open_store(path) as store:
        report_id = put(store, making.hostile_report(), making)
        claim = next(q.subject for q in store.quads() if q.predicate.endswith("#isHead"))
        derived = iris.DERIVED_GRAPH
        compares = "https://w3id.org/onrecord/ontology#comparesClaim"
        claims = [
            q.subject
            for q in store.quads(iris.report_graph_iri(report_id))
            if q.predicate.endswith("#isHead")
        ]
        comparison = iris.comparison_iri(claim, claims[0], "k", "r")
        quads = [
            Quad(comparison, compares, Iri(claims[0]), derived),
            Quad(comparison, "https://w3id.org/onrecord/ontology#reason", Literal("x"), derived),
        ]
        store.replace_graph(derived, quads)
        store.remove_report(report_id)
        assert derived not in store.graphs()
        with pytest.raises(UnknownReportError, match=report_id):
            store.text_of(report_id)
    assert state(path) == before


def test_what_two_reports_share_stays_until_the_last_is_gone(path, making):
    with open_store(path, create=True) as store:
        first = put(store, making.plain_report(), making)
        second = put(store, making.plain_report("b.txt"), making)
        store.remove_report(first)
        assert store.text_of(second) == making.plain_report().text
        assert {iris.TEXTS_GRAPH, iris.PROPOSITIONS_GRAPH} <= set(store.graphs())
        store.remove_report(second)
        assert list(store.quads()) == []
        assert store.graphs() == []
    assert list((path / "texts").rglob("*.txt")) == []


def test_a_replaced_report_leaves_none_of_its_former_claims(path, making):
    fuller = making.plain_report()
    fuller.say("gone")
    with open_store(path, create=True) as store:
        put(store, fuller, making)
        put(store, making.plain_report(), making)
    expected = set(report_graph_to_quads(making.plain_report().graph(), {}))
    assert state(path)[0] == expected


def test_a_triple_lives_in_one_graph_however_many_reports_tell_it(path, making):
    with open_store(path, create=True) as store:
        for name in ("a", "b", "c"):
            put(store, making.plain_report(name), making)
        counts = Counter((q.subject, q.predicate, q.object) for q in store.quads())
    assert set(counts.values()) == {1}


def test_a_graph_is_replaced_as_a_whole(path):
    with open_store(path, create=True) as store:
        store.replace_graph("urn:g", [Quad("urn:a", "urn:p", Literal(x), "urn:g") for x in "xy"])
        store.replace_graph("urn:g", [Quad("urn:a", "urn:p", Literal(x), "urn:g") for x in "yz"])
        assert {q.object.value for q in store.quads("urn:g")} == {"y", "z"}
        with pytest.raises(ValueError, match="urn:h"):
            store.replace_graph("urn:g", [Quad("urn:a", "urn:p", Literal("x"), "urn:h")])


def test_wrong_input_changes_nothing(path, making):
    report_graph = making.plain_report().graph()
    quads = list(report_graph_to_quads(report_graph, {}))
    text = report_graph.report.text
    with open_store(path, create=True) as store:
        with pytest.raises(WrongHashError):
            store.put_report(quads, dataclasses.replace(text, content=text.content + " "))
        with pytest.raises(NoReportError):
            store.put_report([], text)
        assert list(store.quads()) == []


def test_a_folder_that_is_no_graph_is_refused_and_left_alone(tmp_path):
    with pytest.raises(NotAGraphError, match="onrecord build"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(NotAGraphError, match="something else"):
        open_store(tmp_path, create=True)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]
    (tmp_path / "FORMAT").write_text("onrecord-graph 7")
    with pytest.raises(NotAGraphError, match="onrecord-graph 7"):
        open_store(tmp_path, create=True)


def test_a_graph_whose_making_was_cut_short_can_be_made_again(path):
    path.mkdir()
    (path / "FORMAT").write_text("onrecord-graph 1\n")
    with pytest.raises(NotAGraphError, match="build"):
        open_store(path, read_only=True)
    with open_store(path, create=True) as store:
        assert store.reports() == []


def test_one_writes_while_others_read(path, making):
    with open_store(path, create=True) as writer:
        put(writer, making.plain_report(), making)
        with pytest.raises(GraphBusyError):
            open_store(path)
        with open_store(path, read_only=True) as reader:
            assert len(reader.select(TABLE).rows) == 1
    with open_store(path) as writer:
        assert len(writer.reports()) == 1


def test_a_closed_graph_says_so(path):
    store = open_store(path, create=True)
    store.close()
    store.close()
    with pytest.raises(ValueError, match="closed"):
        store.reports()


def test_the_three_kinds_of_question_get_three_kinds_of_answer(path, making):
    with open_store(path, create=True) as store:
        put(store, making.plain_report(), making)
        table = store.select(TABLE)
        assert (table.columns, table.rows) == (("w",), [(Literal("The ferry is gone, it seems"),)])
        unbound = store.select("SELECT ?a ?b WHERE { BIND(BNODE() AS ?a) }").rows[0]
        assert isinstance(unbound[0], Blank)
        assert unbound[1] is None
        assert store.ask("ASK { GRAPH ?g { ?s ?p ?o } }")
        assert not store.ask("ASK { ?s ?p ?o }")
        assert store.ask("ASK { ?s ?p ?o }", union=True)
        triples = store.construct("CONSTRUCT { ?g <urn:n> 1 } WHERE { GRAPH ?g { ?s ?p ?o } }")
        assert len(triples) == 3
        with pytest.raises(TypeError):
            store.select("ASK {}")
        with pytest.raises(SyntaxError):
            store.select("SELECT")


def test_files_that_no_report_uses_are_swept(path, making):
    with open_store(path, create=True) as store:
        put(store, making.plain_report(), making)
        stray = path / "texts" / "ab" / ".new-x"
        stray.parent.mkdir(exist_ok=True)
        stray.write_text("half a t")
        assert store.sweep_texts() == [stray]
        assert store.sweep_texts() == []


WRITER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:4]
import making_reports as making
from graph_build.rdf import report_graph_to_quads
from graph_build.store import open_store
store = open_store(Path(sys.argv[1]), create=True)
for number in range(100_000):
    graph = making.long_report(20, f"{number}.txt").graph()
    store.put_report(report_graph_to_quads(graph, {}), graph.report.text)
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_whole_reports_only(path, making):
    folder = Path(making.__file__).parent
    command = [sys.executable, "-c", WRITER, str(path), str(folder), str(folder.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        for _ in range(5):
            last = int(writer.stdout.readline())
        time.sleep(0.03)
        writer.send_signal(signal.SIGKILL)
    with open_store(path) as store:
        reports = store.reports()
        assert len(reports) >= last + 1
        for report in reports:
            claims = [
                q
                for q in store.quads(iris.report_graph_iri(report.id))
                if q.predicate.endswith("#isHead")
            ]
            assert len(claims) == 20
            assert store.text_of(report.id).startswith("Ship 0 is late")
        store.sweep_texts()


REPLACER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:4]
import making_reports as making
from graph_build.rdf import report_graph_to_quads
from graph_build.store import open_store
store = open_store(Path(sys.argv[1]), create=True)
for number in range(100_000):
    graph = making.long_report(20 if number % 2 else 10).graph()
    store.put_report(report_graph_to_quads(graph, {}), graph.report.text)
    print(number, flush=True)
"""


def test_a_killed_replacement_leaves_the_old_report_or_the_new_one(path, making):
    folder = Path(making.__file__).parent
    command = [sys.executable, "-c", REPLACER, str(path), str(folder), str(folder.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        for _ in range(5):
            writer.stdout.readline()
        time.sleep(0.02)
        writer.send_signal(signal.SIGKILL)
    versions = [
        set(report_graph_to_quads(making.long_report(count).graph(), {})) for count in (10, 20)
    ]
    assert state(path)[0] in versions


def test_opening_and_one_question_load_nothing_heavy(path, making):
    with open_store(path, create=True) as store:
        put(store, making.hostile_report(), making)
    script = (
        "import sys; sys.path.insert(0, sys.argv[2]);"
        "from pathlib import Path; from graph_build.store import open_store;"
        "s = open_store(Path(sys.argv[1]), read_only=True); s.select(sys.argv[3]);"
        "print(*sys.modules)"
    )
    root = str(Path(making.__file__).parent.parent)
    loaded = subprocess.check_output([sys.executable, "-c", script, str(path), root, TABLE])
    heavy = {"numpy", "rdflib", "spacy", "onnxruntime", "rapidfuzz", "networkx", "owlready2"}
    assert not heavy & set(loaded.decode().split())
