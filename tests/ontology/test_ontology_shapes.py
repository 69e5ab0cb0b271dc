"""Each shape fires on its invalid example, alone, and on no valid one."""

from pathlib import Path

import pytest
from rdflib import SH, Graph

from ontology import load
from ontology.validate import Violation, validate

EXAMPLES = Path(load.__file__).parent / "examples"
VALID = sorted(path.stem for path in (EXAMPLES / "valid").glob("*.ttl"))
INVALID = sorted(path.stem for path in (EXAMPLES / "invalid").glob("*.ttl"))
IDS = "https://w3id.org/onrecord/id/"
SHAPES = "https://w3id.org/onrecord/shapes#"
PREFIXES = (
    "@prefix onr: <https://w3id.org/onrecord/ontology#> .\n@prefix ex: <https://example.org/> .\n"
)

SOUND_DATES = (
    "2024", "2025-09", "2024-09-08", "2024-07-17?", "2024~", "2024%", "202X", "XXXX-09-08",
    "2024-XX", "2024-09-XX", "2024-21", "2023-10-07/..", "../2025-09", "2023/2024", "2024-09/",
    "/2024", "2024-07-23T05:48:12+00:00", "2024-07-23T05:48:12Z", "..",
)  # fmt: skip
UNSOUND_DATES = (
    "", "/", "September 2025", "2025-9", "2025-13", "2025-09-32", "09-08", "25-09-08",
    "2024-09-08T05", "2024/2025/2026", "2024-09-08 ", "8/9/2024", "2024-25",
)  # fmt: skip


def read_apart(folder: str, name: str) -> Graph:
    """The example with its things renamed, so that many can stand in one graph."""
    text = (EXAMPLES / folder / f"{name}.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text.replace(f"@base <{IDS}>", f"@base <{IDS}{folder}/{name}/>"))


@pytest.fixture(scope="module")
def broken() -> dict[str, set[str]]:
    """The shapes that each example breaks; all are checked in one run, which is much faster."""
    examples = [("valid", name) for name in VALID] + [("invalid", name) for name in INVALID]
    whole = Graph()
    for folder, name in examples:
        whole += read_apart(folder, name)
    found: dict[str, set[str]] = {f"{folder}/{name}": set() for folder, name in examples}
    for violation in validate(whole):
        folder, name = violation.focus.removeprefix(IDS).split("/")[:2]
        found[f"{folder}/{name}"].add(violation.shape.removeprefix(SHAPES))
    return found


def rule_names() -> set[str]:
    shapes = load.load_shapes()
    return {str(rule).removeprefix(SHAPES) for rule in shapes.subjects(SH.message)}


@pytest.mark.parametrize("example", VALID)
def test_a_valid_example_breaks_no_shape(example, broken):
    assert broken[f"valid/{example}"] == set()


@pytest.mark.parametrize("example", INVALID)
def test_an_invalid_example_breaks_the_shape_of_its_name_and_no_other(example, broken):
    assert broken[f"invalid/{example}"] == {example.partition(".")[2]}


def test_every_shape_with_a_message_has_one_invalid_example():
    assert sorted(rule_names()) == sorted(example.partition(".")[2] for example in INVALID)


@pytest.mark.parametrize("example", INVALID)
def test_an_invalid_example_is_a_valid_one_with_one_fault(example):
    invalid = set(Graph().parse(EXAMPLES / "invalid" / f"{example}.ttl"))
    valid = set(Graph().parse(EXAMPLES / "valid" / f"{example.partition('.')[0]}.ttl"))
    new_things = {s for s, _, _ in invalid - valid} - {s for s, _, _ in valid}
    changed = {triple for triple in invalid ^ valid if triple[0] not in new_things}
    assert 0 < len(changed) <= 4


def test_an_example_alone_is_judged_as_in_the_whole():
    alone = Graph().parse(EXAMPLES / "invalid" / "chain.ClaimRelaysCycle.ttl")
    assert {violation.shape for violation in validate(alone)} == {SHAPES + "ClaimRelaysCycle"}


def test_dates_in_edtf_pass_and_others_do_not():
    dates = {f"ex:t{n}": date for n, date in enumerate(SOUND_DATES + UNSOUND_DATES)}
    data = "".join(f'{iri} a onr:TemporalExtent ; onr:edtf "{d}" .\n' for iri, d in dates.items())
    refused = {violation.focus for violation in validate(Graph().parse(data=PREFIXES + data))}
    found = {d for iri, d in dates.items() if iri.replace("ex:", "https://example.org/") in refused}
    assert found == set(UNSOUND_DATES)


def test_a_city_as_a_source_is_a_warning_only():
    data = Graph().parse(EXAMPLES / "invalid" / "chain.ClaimSourceIsAgent.ttl")
    assert [violation.severity for violation in validate(data)] == ["Warning"]


def test_a_violation_names_node_path_shape_and_message():
    data = Graph().parse(EXAMPLES / "invalid" / "text.TextLength.ttl")
    (violation,) = validate(data)
    (text,) = set(data.subjects())
    assert violation == Violation(
        focus=str(text),
        path="https://w3id.org/onrecord/ontology#textLength",
        message="A text has one length, in code points.",
        shape=SHAPES + "TextLength",
        severity="Violation",
    )


def test_validating_leaves_the_data_as_it_was():
    data = Graph().parse(EXAMPLES / "valid" / "chain.ttl")
    before = set(data)
    validate(data)
    assert set(data) == before


def test_violations_come_in_the_order_of_shape_and_node():
    data = "".join(f"ex:{name} a onr:Text .\n" for name in "cab")
    found = validate(Graph().parse(data=PREFIXES + data))
    order = [(violation.shape.removeprefix(SHAPES), violation.focus[-1]) for violation in found]
    expected = [(shape, name) for shape in ("TextHash", "TextLength") for name in "abc"]
    assert order == expected


def test_other_shapes_can_be_given():
    shapes = Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <https://example.org/NoText> a sh:NodeShape ;
            sh:message "No text." ; sh:nodeKind sh:Literal ;
            sh:targetClass <https://w3id.org/onrecord/ontology#Text> ."""
    )
    data = Graph().parse(EXAMPLES / "valid" / "text.ttl")
    assert [violation.message for violation in validate(data, shapes)] == ["No text."]
