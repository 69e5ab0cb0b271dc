"""HermiT: the ontology is sound, and every planted error is found."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from rdflib import Graph

from ontology import load
from ontology.errors import InconsistentGraphError, JavaMissingError, ReasonerFailedError
from ontology.reason import check_consistency, infer_types
from ontology.terms import ONR

EXAMPLES = Path(load.__file__).parent / "examples" / "valid"
IDS = "https://w3id.org/onrecord/id/"
# Where CI is set, a missing Java is a failure; elsewhere these tests are skipped.
needs_java = pytest.mark.skipif(
    shutil.which("java") is None and not os.environ.get("CI"), reason="HermiT needs Java"
)
pytestmark = pytest.mark.reasoner

PREFIXES = f"""
@base <{IDS}> .
@prefix onr: <{ONR}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
REPORT = "<report/0a1b2c3d4e5f60718293>"
SPAN = "<report/0a1b2c3d4e5f60718293/span/0-24>"
UNNAMED = "<report/0a1b2c3d4e5f60718293/source/26-43>"
OTHER_REPORT = '<report/r2> a onr:Report ; onr:reportId "1b2c3d4e5f60718293a4" .'
HOP = "<claim/c{}1b2c3d4e5f60718293>"
FIRST, SECOND, THIRD = (HOP.format(number) for number in range(3))

PLANTED = {
    "official typed as base": "<person/fuad-hussein> a onr:Base .",
    "report citing itself": f"{REPORT} onr:citesReport {REPORT} .",
    "two reports citing each other": (
        f"{REPORT} onr:citesReport <report/b> . <report/b> onr:citesReport {REPORT} ."
    ),
    "two certainties": f"{FIRST} onr:hasCertainty onr:Possible .",
    "polarity used as certainty": "<claim/x> onr:hasCertainty onr:Positive .",
    "certainty outside the list": (
        '<claim/x> onr:hasCertainty <likely> . <likely> onr:code "likely" .'
    ),
    "claim used as a span": f"{FIRST} onr:evidence {SECOND} .",
    "span of two reports": f"{SPAN} onr:spanOf <report/r2> . {OTHER_REPORT}",
    "span of a report not held": "<span/x> onr:spanOf <report/b> . <report/b> a onr:CitedReport .",
    "two texts of a report": f'{REPORT} onr:hasText <text/b> . <text/b> onr:textSha256 "b" .',
    "unnamed source with a proper name": f'{UNNAMED} onr:properName "Alex Doe" .',
    "person as coalition member": "<coalition/anti-isis> onr:hasMember <person/fuad-hussein> .",
    "claim relaying itself": f"{THIRD} onr:relays {THIRD} .",
    "claim with two sources": f"{SECOND} onr:hasSource <person/fuad-hussein> .",
    "claim with two hop numbers": f"{SECOND} onr:hop 7 .",
    "hop below zero": "<claim/x> onr:hop -1 .",
    "post filled with a base": "<tenure/x> onr:tenureOf <base/ain-al-asad> .",
    "post held by a country": "<country/iraq> onr:holdsPost <post/iraq-foreign-minister> .",
    "event as proposition": (
        "<claim/x> onr:statesProposition <event/talks> . <event/talks> a onr:Event ."
    ),
    "base located in a person": "<base/ain-al-asad> onr:locatedIn <person/fuad-hussein> .",
    "place directly in itself": "<base/ain-al-asad> onr:directlyLocatedIn <base/ain-al-asad> .",
    "report published by a base": f"{REPORT} onr:publishedBy <base/ain-al-asad> .",
    "country governing as if a government": "<country/iraq> onr:governs <place/anbar> .",
    "base as a speaker": "<claim/x> onr:hasSource <base/ain-al-asad> .",
    "report taken for its text": f"{REPORT} a onr:Text .",
    "judged same and different": "<judgement/x> onr:judgesSame <a> ; onr:judgesDifferent <a> .",
    "quantity that is a time": '<value/x> a onr:QuantityRange ; onr:edtf "2024" .',
    "claim taken for a predication": f"{FIRST} onr:lemma 'leave' .",
    "predication of a report": f"<predication/x> onr:predicatedBy {REPORT} .",
    "place of a proposition that is a person": (
        "<proposition/x> onr:placeScope <person/fuad-hussein> ."
    ),
    "member below zero": "<report/0a1b2c3d4e5f60718293/source/x> onr:minSize -3 .",
}


@pytest.fixture(scope="module")
def sound() -> Graph:
    """A chain of telling and the world around it."""
    return Graph().parse(EXAMPLES / "chain.ttl").parse(EXAMPLES / "gazetteer.ttl")


def parsed(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle)


@needs_java
def test_the_ontology_is_consistent_and_all_its_classes_can_have_members():
    report = check_consistency(Graph())
    assert (report.consistent, report.unsatisfiable, report.left_out) == (True, (), ())


@needs_java
def test_the_ontology_with_its_alignments_is_consistent():
    report = check_consistency(load.load_alignments())
    assert (report.consistent, report.unsatisfiable, report.left_out) == (True, (), ())


@needs_java
def test_all_valid_examples_are_consistent_at_once():
    whole = Graph()
    for path in sorted(EXAMPLES.glob("*.ttl")):
        text = path.read_text(encoding="utf-8")
        whole.parse(data=text.replace(f"@base <{IDS}>", f"@base <{IDS}{path.stem}/>"))
    assert check_consistency(whole).consistent


@needs_java
def test_the_graph_that_errors_are_planted_in_is_consistent(sound):
    assert check_consistency(sound).consistent


@needs_java
@pytest.mark.parametrize("error", PLANTED)
def test_a_planted_error_makes_the_graph_inconsistent(error, sound):
    assert not check_consistency(sound + parsed(PLANTED[error])).consistent


@needs_java
def test_a_class_that_nothing_can_belong_to_is_named():
    fort = f"{IDS}Fort"
    report = check_consistency(
        parsed("<Fort> a owl:Class ; rdfs:subClassOf onr:Base , onr:Agent .")
    )
    assert (report.consistent, report.unsatisfiable) == (True, (fort,))


@needs_java
def test_whoever_holds_a_post_is_an_official():
    tenure = "<tenure/b> onr:tenureOf <person/b> ; onr:tenurePost <post/b> ."
    stated = "<person/a> onr:holdsPost <post/a> . <person/c> a onr:Person ."
    kinds = infer_types(parsed(tenure + stated))
    officials = {iri.removeprefix(IDS) for iri, found in kinds.items() if ONR + "Official" in found}
    assert officials == {"person/a", "person/b"}
    assert kinds[IDS + "person/c"] == (ONR + "Agent", ONR + "Person")


@needs_java
def test_no_types_are_inferred_from_an_inconsistent_graph_and_no_file_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(InconsistentGraphError):
        infer_types(parsed("<a> a onr:Person , onr:Base ."))
    assert list(tmp_path.iterdir()) == []


@needs_java
def test_what_the_reasoner_was_not_given_is_named():
    report = check_consistency(parsed("<a> a onr:Person ; <likes> <b> ."))
    assert (report.consistent, report.left_out) == (True, (f"{IDS}likes",))


def test_a_missing_java_is_told_apart_from_an_inconsistency(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    inconsistent = parsed("<a> a onr:Person , onr:Base .")
    with pytest.raises(JavaMissingError, match="install a Java runtime"):
        check_consistency(inconsistent)
    with pytest.raises(JavaMissingError):
        infer_types(inconsistent)


@pytest.mark.parametrize("ask", [check_consistency, infer_types])
def test_a_java_that_breaks_off_is_told_apart_from_an_inconsistency(ask, monkeypatch, tmp_path):
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'no runtime present' >&2\nexit 1\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(ReasonerFailedError, match="no runtime present"):
        ask(parsed("<a> a onr:Person ."))
