import pytest

from graph_build.model import quad


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0.9, "0.9"),
        (1.0, "1"),
        (0.0, "0"),
        (-0.001, "0"),
        (0.666, "0.67"),
        (100.0, "100"),
        (1e-7, "0"),
    ],
)
def test_a_decimal_has_its_shortest_form(number, form):
    assert quad.decimal(number) == quad.Literal(form, quad.XSD_DECIMAL)


def test_a_language_tag_is_written_in_lower_case():
    assert quad.in_language("colour", "en-GB").language == "en-gb"


def test_a_boolean_is_written_as_a_word():
    assert (quad.boolean(True).value, quad.boolean(False).value) == ("true", "false")
