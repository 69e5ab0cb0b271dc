import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib

from graph_build.check import check_graph
from graph_build.export import FORMS, UnknownFormatError, export_graph
from graph_build.model.quad import RDF_TYPE, Iri, Literal, Quad, integer
from graph_build.store import open_store
from ontology.terms import Classes, Individuals, Properties

NP = rdflib.Namespace("http://www.nanopub.org/nschema#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")


@pytest.fixture(scope="module")
def graph(tmp_path_factory, making):
    path = tmp_path_factory.mktemp("graphs") / "graph"
    with open_store(path, create=True) as store:
        making.fill(
            store,
            making.hostile_report(),
            making.quoting_report("=1+1.txt"),
            making.quoting_report("other.txt", apostrophe="'"),
            making.plain_report(),
        )
    return path


@pytest.fixture
def copy(graph, tmp_path):
    return Path(shutil.copytree(graph, tmp_path / "copy"))


def exported(graph, form):
    out = io.BytesIO()
    export_graph(graph, form, out)
    return out.getvalue()


def codes(graph):
    return {finding.code for finding in check_graph(graph, reasoner=False).faults}


# check


def test_a_sound_graph_passes_every_check_but_the_reasoner(graph):
    report = check_graph(graph, reasoner=False)
    assert report.findings == ()
    assert report.ok
    assert report.reports == 4
    assert report.spans > 15


@pytest.mark.reasoner
@pytest.mark.skipif(shutil.which("java") is None, reason="needs Java")
def test_the_reasoner_finds_nothing_in_a_sound_graph(graph):
    assert check_graph(graph).findings == ()


@pytest.mark.reasoner
@pytest.mark.skipif(shutil.which("java") is None, reason="needs Java")
def test_the_reasoner_names_the_report_that_contradicts_the_ontology(copy):
    with open_store(copy) as store:
        report = store.find_report("hostile.txt")
        quads = list(store.quads(report.graph))
        person = next(q.subject for q in quads if q.object == Iri(Classes.Person))
        more = Quad(person, RDF_TYPE, Iri(Classes.Certainty), report.graph)
        store.replace_graph(report.graph, [*quads, more])
    found = [f for f in check_graph(copy).faults if f.code == "inconsistent"]
    assert [finding.subject for finding in found] == [report.iri]


def test_without_java_the_reasoner_is_skipped_and_that_is_no_fault(graph, monkeypatch):
    monkeypatch.setenv("PATH", "")
    report = check_graph(graph)
    assert report.ok
    assert [finding.message for finding in report.notes] == ["skipped: Java is not installed"]


def test_one_shifted_offset_is_found(copy):
    with open_store(copy) as store:
        report = store.find_report("hostile.txt")
        quads = set(store.quads(report.graph))
        span = next(q for q in quads if q.object == Iri(Classes.EvidenceSpan)).subject
        moved = [
            q
            for q in quads
            if q.subject == span and q.predicate in (Properties.start, Properties.end)
        ]
        shifted = {
            Quad(q.subject, q.predicate, integer(int(q.object.value) + 1), q.graph) for q in moved
        }
        store.replace_graph(report.graph, (quads - set(moved)) | shifted)
    found = check_graph(copy, reasoner=False)
    assert not found.ok
    assert {"span-words", "span-name"} <= codes(copy)
    assert span in {finding.subject for finding in found.faults}


def test_words_that_are_not_at_their_offsets_are_found(copy):
    with open_store(copy) as store:
        report = store.find_report("plain.txt")
        quads = list(store.quads(report.graph))
        changed = [
            Quad(q.subject, q.predicate, Literal("The ferry is back, it seems"), q.graph)
            if q.predicate == Properties.words
            else q
            for q in quads
        ]
        store.replace_graph(report.graph, changed)
    assert "claim-words" in codes(copy)


def test_a_changed_text_and_a_missing_text_are_found(copy):
    with open_store(copy, read_only=True) as store:
        report = store.find_report("plain.txt")
    path = next((copy / "texts").rglob(f"{report.text_sha256}.txt"))
    path.write_text("The ferry is here, it seems.")
    assert {"text-changed", "span-words", "claim-words"} <= codes(copy)
    path.unlink()
    assert codes(copy) == {"text-missing"}


def test_a_triple_in_two_graphs_is_found(copy):
    with open_store(copy) as store:
        quad = next(q for q in store.quads() if q.predicate == Properties.words)
        store.replace_graph(
            "urn:other", [Quad(quad.subject, quad.predicate, quad.object, "urn:other")]
        )
    assert "triple-twice" in codes(copy)


def test_what_breaks_a_shape_is_found(copy):
    with open_store(copy) as store:
        report = store.find_report("plain.txt")
        quads = list(store.quads(report.graph))
        kept = [q for q in quads if q.object != Iri(Individuals.Certain)]
        store.replace_graph(report.graph, kept)
    assert "shape-ClaimCertainty" in codes(copy)


def test_a_file_that_no_report_uses_is_noted_but_no_fault(copy):
    (copy / "texts" / "zz").mkdir()
    (copy / "texts" / "zz" / "stray.txt").write_text("x")
    report = check_graph(copy, reasoner=False)
    assert report.ok
    assert [finding.code for finding in report.notes] == ["unused-text"]


# export


def test_nquads_are_sorted_lines_of_everything(graph):
    lines = exported(graph, "nquads").decode().splitlines()
    assert lines == sorted(set(lines))
    with open_store(graph, read_only=True) as store:
        assert len(lines) == len(list(store.quads()))


@pytest.mark.parametrize(("form", "name"), [("trig", "trig"), ("jsonld", "json-ld")])
def test_every_form_of_the_whole_graph_says_the_same(graph, form, name):
    wanted, found = rdflib.Dataset(), rdflib.Dataset()
    wanted.parse(data=exported(graph, "nquads"), format="nquads")
    found.parse(data=exported(graph, form), format=name)
    assert set(found.quads()) == set(wanted.quads())


def test_turtle_is_the_union_of_all_graphs(graph):
    union, wanted = rdflib.Graph(), rdflib.Dataset(default_union=True)
    union.parse(data=exported(graph, "turtle"), format="turtle")
    wanted.parse(data=exported(graph, "nquads"), format="nquads")
    assert set(union) == set(wanted.triples((None, None, None)))


@pytest.mark.parametrize("form", [form for form in FORMS if form != "nanopubs"])
def test_no_form_holds_words_that_are_no_evidence(graph, making, form):
    assert "citing a memo" in making.HOSTILE
    assert b"citing a memo" not in exported(graph, form)


def test_a_file_is_written_whole_and_an_unknown_form_is_refused(graph, tmp_path):
    out = tmp_path / "g.nq"
    export_graph(graph, "nquads", out)
    assert out.read_bytes() == exported(graph, "nquads")
    assert [path.name for path in tmp_path.iterdir()] == ["g.nq"]
    with pytest.raises(UnknownFormatError, match="nquads"):
        export_graph(graph, "docx", out)


def test_a_table_has_a_line_for_each_statement_and_no_formula(graph):
    rows = list(csv.DictReader(io.StringIO(exported(graph, "csv").decode(), newline="")))
    assert len(rows) == 6
    assert {row["file"] for row in rows} == {"'=1+1.txt", "hostile.txt", "other.txt", "plain.txt"}
    direct = next(row for row in rows if row["file"] == "hostile.txt" and row["mode"] == "direct")
    assert direct["chain"] == "Marsh Wire > Ada Quill"
    assert (direct["publisher"], direct["published"]) == ("The <b>Tide</b>", "2024-02-29")


def test_a_network_is_xml_with_reports_claims_parties_and_places(graph):
    root = ElementTree.fromstring(exported(graph, "graphml"))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    kinds = {e.text for e in root.iterfind(".//g:node/g:data[@key='kind']", space)}
    assert {"Report", "Claim", "Person", "UnnamedSource", "Settlement", "Comparison"} <= kinds
    ids = {e.get("id") for e in root.iterfind(".//g:node", space)}
    ends = {e.get(end) for e in root.iterfind(".//g:edge", space) for end in ("source", "target")}
    assert ends <= ids


def test_jsonld_is_json(graph):
    assert json.loads(exported(graph, "jsonld"))


def test_each_nanopublication_has_four_graphs_that_hold_together(graph):
    dataset = rdflib.Dataset()
    dataset.parse(data=exported(graph, "nanopubs"), format="trig")
    everything = rdflib.Dataset(default_union=True)
    everything.parse(data=exported(graph, "nanopubs"), format="trig")
    nanopubs = list(everything.subjects(rdflib.RDF.type, NP.Nanopublication))
    assert len(nanopubs) == 6
    assert len([g for g in dataset.graphs() if len(g)]) == 4 * 6
    for nanopub in nanopubs:
        assertion = everything.value(nanopub, NP.hasAssertion)
        provenance = dataset.graph(everything.value(nanopub, NP.hasProvenance))
        pubinfo = dataset.graph(everything.value(nanopub, NP.hasPublicationInfo))
        assert (nanopub, rdflib.URIRef(Properties.builtWith), None) in pubinfo
        spans = set(provenance.objects(assertion, PROV.wasDerivedFrom))
        assert spans
        for span in spans:
            kinds = {
                provenance.value(selector, rdflib.RDF.type)
                for selector in provenance.objects(span, OA.hasSelector)
            }
            assert kinds == {OA.TextPositionSelector, OA.TextQuoteSelector}
        claims = set(
            dataset.graph(assertion).subjects(rdflib.RDF.type, rdflib.URIRef(Classes.Claim))
        )
        heads = set(dataset.graph(assertion).subjects(rdflib.URIRef(Properties.isHead)))
        assert len(heads) == 1
        assert heads <= claims
    assert not any(isinstance(t, rdflib.BNode) for q in dataset.quads() for t in q)


def test_a_selector_finds_its_words_in_the_text_and_a_little_around(graph, making):
    provenance = rdflib.Dataset(default_union=True)
    provenance.parse(data=exported(graph, "nanopubs"), format="trig")
    quotes = [
        (str(provenance.value(s, OA.prefix)), str(e), str(provenance.value(s, OA.suffix)))
        for s, e in provenance.subject_objects(OA.exact)
    ]
    gone = next(q for q in quotes if q[1].startswith("The ferry’s gone"))
    assert "".join(gone) in making.HOSTILE
    assert max(len(part) for q in quotes for part in (q[0], q[2])) == 24


def test_a_nanopublication_is_dated_only_on_request(graph, monkeypatch):
    assert b"created" not in exported(graph, "nanopubs").replace(b"@prefix", b"")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert b"1970-01-02T00:00:00Z" in exported(graph, "nanopubs")


BUILD = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
import making_reports as making
from graph_build.store import open_store
makers = [making.hostile_report(), making.quoting_report("=1+1.txt"),
          making.quoting_report("other.txt", apostrophe="'"), making.plain_report()]
with open_store(Path(sys.argv[1]), create=True) as store:
    making.fill(store, *(reversed(makers) if "again" in sys.argv[1] else makers))
    if "again" in sys.argv[1]:
        store.remove_report(making.plain_report().graph().report.id)
        making.fill(store, makers[3])
from graph_build.export import FORMS, export_graph
for form in FORMS:
    export_graph(Path(sys.argv[1]), form, Path(sys.argv[1] + "." + form))
"""


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_build_in_another_folder_and_order_gives_the_same_bytes(
    graph, making, tmp_path, seed
):
    folder = Path(making.__file__).parent
    other = tmp_path / f"again-{seed}"
    command = [sys.executable, "-c", BUILD, str(other), str(folder), str(folder.parent)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    for form in FORMS:
        written = other.with_name(f"{other.name}.{form}").read_bytes()
        assert written == exported(graph, form), form
