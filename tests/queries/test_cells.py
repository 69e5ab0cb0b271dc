import pytest
from harbour_graph import PlainResult, PlainTerm

from queries.cells import read_offsets, to_rows, to_value, write_offsets
from queries.named_query import Column


def value(lexical, kind, parted_by=""):
    term = None if lexical is None else PlainTerm("literal", lexical)
    return to_value(term, Column("x", kind, parted_by=parted_by))


@pytest.mark.parametrize(
    ("lexical", "kind", "parted_by", "expected"),
    [
        ("a", "text", "", "a"),
        ("", "text", "", ""),
        (None, "text", "", None),
        ("A > B > C", "list", " > ", ["A", "B", "C"]),
        ("b > a", "list", " > ", ["b", "a"]),
        ("A>B", "list", " > ", ["A>B"]),
        (None, "list", " > ", []),
        ("", "list", " > ", []),
        ("b␟a␟␟b", "set", "␟", ["a", "b"]),
        ("700-710 290-648", "offsets", "", [[290, 648], [700, 710]]),
        (None, "offsets", "", []),
        ("true", "bool", "", True),
        ("1", "bool", "", True),
        ("false", "bool", "", False),
        (None, "bool", "", None),
        ("12", "int", "", 12),
        (None, "int", "", None),
        ("0.9", "decimal", "", 0.9),
        (None, "decimal", "", None),
    ],
)
def test_values_by_kind(lexical, kind, parted_by, expected):
    assert value(lexical, kind, parted_by) == expected


def test_offsets_are_written_as_they_are_read():
    assert write_offsets(read_offsets("290-648 700-710")) == "290-648 700-710"


def test_a_column_that_the_result_lacks_is_empty():
    result = PlainResult(("a",), [(PlainTerm("literal", "1"),)])

    assert to_rows(result, [Column("b"), Column("a")]) == [{"b": None, "a": "1"}]
