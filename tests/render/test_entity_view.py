"""The page as text: complete, closed, escaped, and the same each time."""

import base64
import hashlib
import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from queries.render import build_view, policy_of, render_entity_view, to_pyvis

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "<img src=x onerror='window.hacked=1'>",
    "</script><script>window.hacked=1</script>",
    "<!--<script>",
    '"><svg onload="window.hacked=1">',
    "{{ 7 * 7 }} {% raw %}",
    "see href here",
    "javascript:alert(1)",
    "\u202eright to left\u2028line",
    "</style></title></textarea>&lt;b&gt;",
)


class Reader(HTMLParser):
    """The elements of a page with their attributes and, for scripts and styles, their text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": [], "td": []}
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in self.inside:
            self._open.append(tag)
            self.inside[tag].append("")

    def handle_endtag(self, tag):
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data):
        if self._open:
            self.inside[self._open[-1]][-1] += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def page(rows):
    return render_entity_view(rows, title="Erbil", question="Who said what about Erbil?")


def hostile_rows(make_row):
    return [
        make_row(
            claim=text, report=text, file=text, speaker=text, chain=[text], words=text,
            about=[text], mode=text, certainty=text, said=text, publisher=text,
            fit=f"via: {text} ({text})",
        )
        for text in HOSTILE
    ]  # fmt: skip


def held(page: str) -> dict:
    return json.loads(Reader(page).inside["script"][0])


def test_the_page_is_a_whole_document(page):
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Erbil - On Record</title>" in page
    assert '<h1 dir="auto">Who said what about Erbil?</h1>' in page
    assert page.rstrip().endswith("</html>")


def test_the_title_stands_in_for_a_question_that_is_not_given(rows):
    assert '<h1 dir="auto">Erbil</h1>' in render_entity_view(rows, title="Erbil")


def test_the_page_names_nothing_to_be_fetched(page):
    for tag, attributes in Reader(page).elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        assert "src" not in attributes
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in "".join(Reader(page).inside["style"])


def test_no_element_carries_code_or_style_of_its_own(page):
    for _, attributes in Reader(page).elements:
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)


def test_the_policy_names_the_hash_of_every_script_and_style(page):
    policy = policy_of(page)
    read = Reader(page)
    assert len(read.inside["script"]) == 3
    for text in [*read.inside["script"][1:], *read.inside["style"]]:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_the_page_holds_the_rows_as_they_came_in(page, rows):
    given = {row["claim"]: row for row in rows}
    assert {
        statement["row"]["claim"]: statement["row"]
        for statement in held(page)["answer"]["statements"]
    } == given


def test_the_table_says_in_words_what_the_picture_draws(page, rows):
    cells = Reader(page).inside["td"]
    assert len(cells) == 5 * len(rows)
    for row in rows:
        assert any(row["words"] in cell for cell in cells)


def test_every_kind_drawn_is_counted_in_the_legend(page):
    counts = {
        attributes["data-kind"]
        for attributes in Reader(page).named("span")
        if "data-kind" in attributes
    }
    assert counts == {node["kind"] for node in held(page)["nodes"]}


def test_hostile_text_adds_no_element(make_row):
    calm = render_entity_view(
        [make_row(speaker=f"s{n}", publisher="p", said="2025") for n in range(len(HOSTILE))],
        title="Erbil",
    )
    wild = render_entity_view(hostile_rows(make_row), title=HOSTILE[1], question=" ".join(HOSTILE))
    tags = {tag for tag, _ in Reader(calm).elements} | {"br"}
    assert {tag for tag, _ in Reader(wild).elements} <= tags
    assert len(Reader(wild).named("script")) == 3
    assert not Reader(wild).named("img")


def test_hostile_text_comes_through_as_it_was_written(make_row):
    rows = hostile_rows(make_row)
    statements = held(render_entity_view(rows, title="x"))["answer"]["statements"]
    assert sorted(statement["row"]["words"] for statement in statements) == sorted(HOSTILE)


def test_no_address_but_our_own_anchor_stands_in_the_page_before_its_script_runs(make_row):
    page = render_entity_view(hostile_rows(make_row), title="javascript:alert(1)")
    assert [attributes["href"] for attributes in Reader(page).named("a")] == ["#table"]


def test_text_from_right_to_left_is_left_to_the_reader_to_set(page):
    assert '<q dir="auto">أربيل تحتاج إلى شبكة مياه جديدة قبل نهاية العام</q>' in page


def test_a_page_of_broken_text_can_still_be_written_as_utf8(make_row):
    rows = [make_row(words="half \ud83d pair", speaker="\udfff")]
    page = render_entity_view(rows, title="\ud800", question="\udc00")
    assert "\ufffd" in page.encode("utf-8").decode("utf-8")


def test_an_answer_without_rows_is_a_page_that_says_so():
    assert "No statement was found." in render_entity_view([], title="Nowhere")


def test_a_cut_answer_says_so_above_the_picture(make_row):
    rows = [make_row(speaker=f"Speaker {n}") for n in range(40)]
    page = render_entity_view(rows, title="Erbil", limit=20)
    assert page.index("Showing 9 of 40 statements") < page.index('id="picture"')


def test_the_same_rows_give_the_same_bytes_whatever_the_hash_seed(rows, page):
    script = (
        "import hashlib, json, sys; from queries.render import render_entity_view;"
        "page = render_entity_view(json.load(sys.stdin), title='Erbil',"
        " question='Who said what about Erbil?');"
        "print(hashlib.sha256(page.encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=json.dumps(rows),
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=True, cwd=ROOT,
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert digests == {hashlib.sha256(page.encode()).hexdigest()}


def test_nothing_is_written_beside_the_page(rows, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    render_entity_view(rows, title="Erbil")
    assert list(tmp_path.iterdir()) == []


def test_importing_the_pages_loads_no_drawing_library():
    script = (
        "import sys, queries.render;"
        "print([m for m in ('pyvis', 'IPython', 'networkx', 'rdflib') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_a_plain_network_has_places_and_no_physics(rows):
    view = build_view(rows, title="Erbil")
    network = to_pyvis(view)
    assert network.options.physics.enabled is False
    assert {node["id"]: (node["x"], node["y"]) for node in network.nodes} == {
        node.id: (node.x, node.y) for node in view.nodes
    }
    assert len(network.edges) == len(view.edges)


def test_a_plain_network_never_makes_pyvis_show_titles_as_html(make_row):
    view = build_view(hostile_rows(make_row), title="href")
    stock = to_pyvis(view).generate_html()
    assert "popup.innerHTML" not in stock
