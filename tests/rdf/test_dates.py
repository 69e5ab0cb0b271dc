import pytest

from graph_build.rdf.dates import edtf_bounds


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"),
        ("2023-02", "2023-02-01T00:00:00Z", "2023-02-28T23:59:59Z"),
        ("2024-07-23", "2024-07-23T00:00:00Z", "2024-07-23T23:59:59Z"),
        ("2024-07-17?", "2024-07-17T00:00:00Z", "2024-07-17T23:59:59Z"),
        ("2023-10-07/..", "2023-10-07T00:00:00Z", None),
        ("../2025-09", None, "2025-09-30T23:59:59Z"),
        ("2024-09-06T14:00:00Z", "2024-09-06T14:00:00Z", "2024-09-06T14:00:00Z"),
        ("XXXX-09-08", None, None),
        ("2024-13", None, None),
        ("2023-02-29", None, None),
        ("0000", None, None),
        ("in May", None, None),
    ],
)
def test_a_date_lies_between_its_bounds(edtf, earliest, latest):
    assert edtf_bounds(edtf) == (earliest, latest)
