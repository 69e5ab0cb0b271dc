"""The page in a browser with the network off: it draws, explains, narrows, saves and keeps calm."""

import html
import json
from pathlib import Path

import networkx as nx
import pytest

from queries.render import render_entity_view, render_table_view

pytestmark = pytest.mark.browser

ROWS = json.loads(
    (Path(__file__).parents[1] / "render" / "claim_rows.json").read_text(encoding="utf-8")
)
QUOTE = "two new wells in Erbil should open by May"
HACK = "<img src=x onerror='window.hacked=1'>"
HOSTILE = (
    HACK,
    "</script><script>window.hacked=1</script>",
    '"><svg onload="window.hacked=1">',
    f"href {HACK}",
    "javascript:window.hacked=1",
    f"\u202e{HACK}",
)
WATCH_SAVING = """
    window.saved = null;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.saved = blob; return make.call(URL, blob); };
"""


@pytest.fixture
def opened(page, tmp_path):
    """Opens a page made of rows from a file."""

    def open_rows(rows=ROWS, *, anchor="", **options):
        file = tmp_path / "view.html"
        text = render_entity_view(rows, **({"title": "Erbil"} | options))
        file.write_text(text, encoding="utf-8")
        page.open(f"{file.as_uri()}{anchor}")
        page.until("performance.getEntriesByName('picture-drawn').length")
        return page

    return open_rows


def node_of(page, words):
    """The id of the node that holds the words."""
    return page.run(
        "JSON.parse(document.getElementById('answer').textContent).answer.statements"
        f".find(({{row}}) => row.words === {json.dumps(words)}).id"
    )


def hostile_rows():
    return [
        ROWS[number] | {
            "claim": text, "report": text, "file": text, "speaker": text, "chain": [text],
            "words": text, "about": ["Erbil", text], "publisher": text, "said": text,
            "mode": text, "certainty": text, "fit": f"via: {text} ({text})",
        }
        for number, text in enumerate(HOSTILE)
    ]  # fmt: skip


def saved(page, form):
    page.run(f"document.querySelector('[data-save={form}]').click()")
    return page.run("window.saved.text()")


def type_into_search(page, words):
    page.run(
        f"document.getElementById('search').value = {json.dumps(words)};"
        "document.getElementById('search').dispatchEvent(new Event('input'))"
    )


def test_the_page_asks_for_nothing_but_itself_and_complains_of_nothing(opened):
    page = opened()
    assert [address for address in page.requests if not address.startswith("data:")] == [
        page.run("location.href")
    ]
    assert page.complaints == []


def test_the_picture_is_drawn_in_many_colours(opened):
    colours = opened().run(
        "(() => { const c = document.querySelector('#picture canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "const seen = new Set(); for (let i = 0; i < d.length; i += 4)"
        " seen.add(`${d[i]},${d[i + 1]},${d[i + 2]}`); return [...seen]; })()"
    )
    # Report, medium, named and unnamed source, and the thing asked about, as in the legend.
    assert {"86,180,233", "0,158,115", "0,114,178", "204,121,167", "213,94,0"} <= set(colours)


def test_a_click_on_a_statement_shows_its_words_chain_and_places(opened):
    page = opened()
    where = page.run(
        f"(() => {{ const p = onRecordView.where('{node_of(page, QUOTE)}');"
        "const box = document.getElementById('picture').getBoundingClientRect();"
        "return {x: p.x + box.x, y: p.y + box.y}; })()"
    )
    page.click(where["x"], where["y"])
    page.until(f"document.querySelector('#panel .quote')?.textContent === {json.dumps(QUOTE)}")
    panel = page.run("document.getElementById('panel').innerText")
    for shown in ("Nadia Harir", "tigris-post-water.txt", "540–581", "probable", "2025-03-03"):
        assert shown in panel


def test_what_is_chosen_stands_in_the_address_and_opens_again(opened):
    page = opened()
    key = node_of(page, QUOTE)
    page.run(f"onRecordView.choose('{key}')")
    assert page.run("location.hash") == f"#n={key}"
    again = opened(anchor=f"#n={key}")
    assert again.run("document.querySelector('#panel .quote').textContent") == QUOTE


def test_an_address_of_nothing_in_the_answer_opens_the_list(opened):
    page = opened(anchor="#n=%3Cimg%20src%3Dx%3E&source=nobody")
    assert page.run("document.querySelectorAll('#panel li').length") == len(ROWS)
    assert page.complaints == []


def test_a_source_shows_all_its_statements(opened):
    page = opened()
    page.run(f"onRecordView.choose('{node_of(page, QUOTE)}')")
    page.run(
        "[...document.querySelectorAll('.way button')]"
        ".find((button) => button.textContent === 'Nadia Harir').click()"
    )
    said = sum(row["speaker"] == "Nadia Harir" for row in ROWS)
    assert page.run("document.querySelectorAll('#panel li[role=option]').length") == said


def test_a_search_narrows_list_table_and_legend_alike(opened):
    page = opened()
    type_into_search(page, "RUNWAY lights")
    assert page.run("document.querySelectorAll('#panel li').length") == 1
    assert page.run("document.querySelectorAll('tbody tr:not([hidden])').length") == 1
    assert page.run("document.querySelector('.count[data-kind=statement]').textContent") == (
        f"1 of {len(ROWS)}"
    )
    assert page.run("document.getElementById('status').textContent") == (
        f"1 statement of {len(ROWS)} shown match."
    )


def test_a_filter_by_report_leaves_its_statements(opened):
    page = opened()
    page.run(
        "(() => { const s = document.querySelector('select[name=report]');"
        "s.value = 'plain-courier.txt'; s.dispatchEvent(new Event('change')); })()"
    )
    there = sum(row["file"] == "plain-courier.txt" for row in ROWS)
    assert page.run("document.querySelectorAll('tbody tr:not([hidden])').length") == there
    assert page.run("location.hash") == "#report=plain-courier.txt"


def test_a_kind_that_is_switched_off_leaves_the_download_too(opened):
    page = opened()
    page.run(WATCH_SAVING)
    page.run("document.querySelector('.legend input[value=report]').click()")
    graph = nx.parse_graphml(saved(page, "graphml"))
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert "report" not in kinds
    assert "statement" in kinds


def test_keys_search_step_and_clear(opened):
    page = opened()
    page.press("/")
    assert page.run("document.activeElement.id") == "search"
    page.run("document.getElementById('picture').focus()")
    page.press("ArrowDown")
    page.press("ArrowDown")
    assert page.run("document.querySelector('#panel h2').textContent") == (
        f"Statement 2 of {len(ROWS)}"
    )
    page.press("Escape")
    assert page.run("location.hash") == ""


def test_the_list_is_walked_with_arrows_and_opened_with_enter(opened):
    page = opened()
    page.run("document.querySelector('#panel li').focus()")
    page.press("ArrowDown")
    second = page.run("document.activeElement.querySelector('.said').textContent")
    page.press("Enter")
    assert page.run("document.querySelector('#panel .quote').textContent") == second


def test_downloads_hold_exactly_what_is_shown(opened):
    page = opened()
    page.run(WATCH_SAVING)
    type_into_search(page, "airport")
    rows = json.loads(saved(page, "json"))
    assert sorted(row["claim"] for row in rows) == sorted(
        row["claim"] for row in ROWS if row["about"] == ["Erbil Airport"]
    )
    assert all(row in ROWS for row in rows)
    assert saved(page, "csv").count("\r\n") == 1 + len(rows)
    graph = nx.parse_graphml(saved(page, "graphml"))
    assert sum(data["kind"] == "statement" for _, data in graph.nodes(data=True)) == len(rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(opened, start):
    words = f'{start}HYPERLINK("x","y")'
    page = opened([ROWS[0] | {"words": words}])
    page.run(WATCH_SAVING)
    assert "\"'" + words.replace('"', '""') + '"' in saved(page, "csv")


def test_hostile_text_never_runs(opened):
    page = opened(hostile_rows(), title=HACK, question=f"href {HACK}")
    page.run(WATCH_SAVING)
    ids = page.run(
        "(() => { const {nodes, edges} = JSON.parse(document.getElementById('answer').textContent);"
        "return [...nodes, ...edges].map(({id}) => id); })()"
    )
    box = page.run("JSON.parse(JSON.stringify(picture.getBoundingClientRect()))")
    for key in ids:
        page.run(f"onRecordView.choose('{key}')")
        if key.startswith("edge-"):
            continue
        where = page.run(f"onRecordView.where('{key}')")
        page.move(box["x"] + where["x"], box["y"] + where["y"])
    for form in ("csv", "json", "graphml"):
        saved(page, form)
    nx.parse_graphml(page.run("window.saved.text()"))
    type_into_search(page, "<img")
    page.wait(0.5)
    assert page.run("window.hacked") is None
    assert page.run("document.querySelectorAll('img, #panel svg[onload]').length") == 0
    assert page.complaints == []
    assert len(page.requests) == 1


def test_a_tooltip_shows_hostile_text_as_text(opened):
    name = f"{HACK} href " * 9
    page = opened([ROWS[0] | {"speaker": name, "chain": [name]}])
    box = page.run("JSON.parse(JSON.stringify(picture.getBoundingClientRect()))")
    node = page.run(
        "JSON.parse(document.getElementById('answer').textContent).nodes"
        ".find(({kind}) => kind === 'speaker').id"
    )
    where = page.run(f"onRecordView.where('{node}')")
    page.move(box["x"] + where["x"] - 3, box["y"] + where["y"])
    page.move(box["x"] + where["x"], box["y"] + where["y"])
    page.until("document.querySelector('.vis-tooltip')?.textContent.includes('<img src=x')")
    assert page.run("document.querySelectorAll('img').length") == 0
    assert page.run("window.hacked") is None


def test_a_download_arrives_as_a_file(opened, browser, tmp_path):
    browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    page = opened()
    page.run("document.querySelector('[data-save=json]').click()")
    file = tmp_path / "erbil.json"
    for _ in range(100):
        if file.exists():
            break
        page.wait(0.05)
    assert len(json.loads(file.read_text(encoding="utf-8"))) == len(ROWS)


def test_the_page_works_inside_a_closed_frame_of_a_notebook(page, tmp_path):
    inner = html.escape(render_entity_view(ROWS, title="Erbil"))
    file = tmp_path / "notebook.html"
    file.write_text(
        f'<!doctype html><meta charset="utf-8"><iframe sandbox="allow-scripts" width="1200"'
        f' height="900" srcdoc="{inner}"></iframe>',
        encoding="utf-8",
    )
    page.send("Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=False, flatten=True)
    page.open(file.as_uri())
    page.until("document.querySelector('iframe')")
    frame = page.frames[0]
    frame.until("performance.getEntriesByName('picture-drawn').length")
    key = frame.run("document.querySelector('#panel li').dataset.id")
    frame.run(f"onRecordView.choose('{key}')")
    assert frame.run("document.querySelector('#panel h2').textContent") == "Statement 1 of 16"
    assert page.complaints == []


def test_only_web_addresses_can_be_followed_and_give_nothing_away(opened):
    page = opened([*hostile_rows(), ROWS[-1]])
    links = "[...document.querySelectorAll('#panel a')].map((a) => [a.href, a.rel])"
    page.run(f"onRecordView.choose('{node_of(page, HOSTILE[4])}')")
    assert page.run(links) == []
    page.run(f"onRecordView.choose('{node_of(page, ROWS[-1]['words'])}')")
    assert page.run(links) == [
        [ROWS[-1]["claim"], "noopener noreferrer"],
        [ROWS[-1]["report"], "noopener noreferrer"],
    ]


def test_without_scripts_the_table_and_a_note_remain(page, tmp_path):
    file = tmp_path / "view.html"
    file.write_text(render_entity_view(ROWS, title="Erbil"), encoding="utf-8")
    page.send("Emulation.setScriptExecutionDisabled", value=True)
    page.send("Page.navigate", url=file.as_uri())
    page.wait(1.0)
    text = page.text()
    assert "need JavaScript" in text
    assert QUOTE in text
    assert "Download" not in text


def test_a_dark_reader_gets_a_dark_page_with_a_dark_picture(opened):
    page = opened()
    corner = (
        "[...document.querySelector('#picture canvas').getContext('2d').getImageData(9, 9, 1, 1)"
        ".data].slice(0, 3)"
    )
    light = page.run(corner)
    page.look(dark=True)
    page.until("getComputedStyle(document.body).backgroundColor === 'rgb(20, 23, 26)'")
    page.wait(0.3)
    assert sum(page.run(corner)) < 150 < sum(light)


@pytest.mark.parametrize("width", [360, 768, 1100, 1920])
def test_no_width_needs_sideways_scrolling(opened, width):
    page = opened()
    page.look(width=width)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_the_wheel_scrolls_the_picture_and_then_the_page(opened):
    page = opened()
    page.look(width=1000, height=700)
    box = page.run("JSON.parse(JSON.stringify(picture.getBoundingClientRect()))")
    key = node_of(page, QUOTE)
    before = page.run(f"onRecordView.where('{key}').y")
    page.wheel(box["x"] + 50, box["y"] + 100, 120)
    page.until(f"onRecordView.where('{key}').y < {before}")
    for _ in range(60):
        page.wheel(box["x"] + 50, box["y"] + 100, 240)
    page.until("scrollY > 0")


def test_five_hundred_nodes_are_drawn(opened, record_property):
    rows = [
        ROWS[number % len(ROWS)] | {
            "claim": f"https://w3id.org/onrecord/id/claim/{number:020x}",
            "report": f"https://w3id.org/onrecord/id/report/{number % 60:020x}",
            "speaker": f"Speaker {number % 170}", "chain": [f"Speaker {number % 170}"],
            "about": ["Erbil"], "fit": "named",
        }
        for number in range(600)
    ]  # fmt: skip
    page = opened(rows, limit=500)
    nodes = page.run("JSON.parse(document.getElementById('answer').textContent).nodes.length")
    assert 490 < nodes <= 500
    drawn = page.run("performance.getEntriesByName('picture-drawn')[0].startTime")
    record_property("first_draw_ms", round(drawn))
    assert page.complaints == []


def test_an_answer_without_rows_opens_quietly(opened):
    page = opened([])
    assert page.complaints == []
    assert "No statement was found" in page.run("document.getElementById('panel').innerText")


def test_any_rows_open_as_a_table_that_searches_sorts_and_saves(page, tmp_path):
    file = tmp_path / "table.html"
    rows = [{"name": "b", "n": 10}, {"name": f"={HACK}", "n": 9}]
    file.write_text(render_table_view(rows, title="counts"), encoding="utf-8")
    page.open(file.as_uri())
    page.run(WATCH_SAVING)
    assert saved(page, "csv") == f"name,n\r\nb,10\r\n'={HACK},9\r\n"
    page.run("document.querySelectorAll('th button')[1].click()")
    assert page.run("document.querySelector('tbody tr').cells[1].textContent") == "9"
    type_into_search(page, "b")
    assert json.loads(saved(page, "json")) == [{"name": "b", "n": 10}]
    assert page.complaints == []
    assert page.run("window.hacked") is None
