"""Any rows as a page with a table."""

from queries.render import policy_of, render_table_view


def test_cells_stand_as_a_reader_would_write_them():
    page = render_table_view(
        [{"n": 3, "yes": True, "names": ["A", "B"], "spans": [[1, 5], [7, 9]], "none": None}],
        title="counts",
    )
    for text in (">3<", ">yes<", ">A, B<", ">1-5, 7-9<"):
        assert text in page


def test_rows_of_evidence_are_written_out():
    page = render_table_view([{"evidence": [{"file": "a.txt", "spans": [[1, 5]]}]}], title="x")
    assert "file: a.txt; spans: 1-5" in page


def test_columns_keep_the_order_asked_for():
    page = render_table_view([{"a": 1, "b": 2}], title="x", columns=["b", "a"])
    assert page.index(">b</th>") < page.index(">a</th>")


def test_columns_that_only_later_rows_have_are_not_lost():
    assert ">late</th>" in render_table_view([{"a": 1}, {"late": 2}], title="x")


def test_only_web_addresses_become_links():
    page = render_table_view(
        [{"a": "https://example.org/x"}, {"a": "javascript:alert(1)"}], title="x"
    )
    assert '<a href="https://example.org/x" rel="noopener noreferrer"' in page
    assert 'href="javascript' not in page


def test_hostile_text_is_escaped_in_cells_columns_and_heading():
    text = "<img src=x onerror=alert(1)></script>"
    page = render_table_view([{text: text}], title=text, question=text)
    assert "<img" not in page
    assert page.count("</script>") == 2


def test_no_rows_are_said_to_be_none():
    assert "0 rows." in render_table_view([], title="x")


def test_the_policy_lets_only_the_page_itself_run():
    assert policy_of(render_table_view([], title="x")).startswith("default-src 'none'; script-src")


def test_a_page_that_is_not_ours_is_allowed_nothing():
    assert policy_of("<p>stranger</p>") == "default-src 'none'"


def test_the_same_rows_give_the_same_page(rows):
    assert render_table_view(rows, title="x") == render_table_view(rows, title="x")
