import gzip
import json

import pytest

from graph_build.extraction import extract

pytestmark = pytest.mark.model

TEXT = "Port opens again\nThe port is open, the mayor of the town said on Monday.\n"


def records(tmp_path, *lines, name="in.jsonl"):
    path = tmp_path / name
    opener = gzip.open if name.endswith(".gz") else open
    with opener(path, "wt", encoding="utf-8") as out:
        out.write("".join(line + "\n" for line in lines))
    return str(path)


def words(line, text=TEXT):
    return [" ... ".join(text[a:b] for a, b in found["content"]) for found in line["attributions"]]


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.gz"])
def test_json_lines_keep_their_ids_and_offsets(tmp_path, name):
    path = records(tmp_path, json.dumps({"id": "a/b 1", "text": TEXT}), name=name)
    (line,) = extract([path], model="rules")
    assert line["id"] == "a/b 1"
    assert words(line) == ["The port is open"]


def test_a_bad_line_is_an_error_and_the_others_are_read(tmp_path):
    path = records(tmp_path, "{", json.dumps({"id": 1}), json.dumps({"id": "c", "text": TEXT}))
    first, second, third = extract([path], model="rules")
    assert "line 1" in first["error"]
    assert '"text"' in second["error"]
    assert words(third) == ["The port is open"]


def test_a_file_that_breaks_off_is_an_error(tmp_path):
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"id": "a", "text": TEXT}).encode())[:20])
    (line,) = extract([str(path)], model="rules")
    assert "cut.jsonl.gz" in line["error"]


def test_the_number_of_workers_changes_nothing(tmp_path):
    lines = [
        json.dumps({"id": str(n), "text": TEXT.replace("Monday", f"{n} May")}) for n in range(6)
    ]
    path = records(tmp_path, *lines)
    assert list(extract([path], model="rules")) == list(extract([path], model="rules", jobs=2))


@pytest.mark.parametrize("text", ["", TEXT.upper(), TEXT.encode().decode("utf-16", "replace")])
def test_odd_texts_come_through(tmp_path, text):
    (line,) = extract([records(tmp_path, json.dumps({"id": "x", "text": text}))], model="rules")
    assert isinstance(line["attributions"], list)


@pytest.fixture
def small_shares(monkeypatch):
    """Texts of more than 3,000 characters are shared out."""
    monkeypatch.setattr("graph_build.extraction._SHARE", 3000)
    monkeypatch.setattr("graph_build.annotate.parsed._PART", 1000)


def long_text(paragraphs):
    said = "The port is {n} years old, the mayor of town {n} said on Monday. “I know,” he added."
    return "Port opens again\n\n" + "\n\n".join(said.format(n=n) for n in range(paragraphs))


def test_a_long_text_is_one_line_with_everything_in_order(tmp_path, small_shares):
    text = long_text(60)
    path = records(
        tmp_path,
        json.dumps({"id": "a", "text": TEXT}),
        json.dumps({"id": "long", "text": text}),
        json.dumps({"id": "b", "text": TEXT}),
    )
    seen = []
    lines = list(extract([path], model="rules", progress=lambda *told: seen.append(told)))
    assert [line["id"] for line in lines] == ["a", "long", "b"]
    assert len(lines[1]["attributions"]) == 120
    places = [found["content"] for found in lines[1]["attributions"]]
    assert places == sorted(places)
    assert words(lines[1], text)[0] == "The port is 0 years old"
    assert seen == [(n + 1, len(seen), "long") for n in range(len(seen))]
    assert len(seen) > 1


def test_a_long_text_gives_the_same_whole_and_shared_out(tmp_path, monkeypatch):
    path = tmp_path / "long.txt"
    path.write_text(long_text(60), encoding="utf-8")
    whole = list(extract([str(path)], model="rules"))
    monkeypatch.setattr("graph_build.extraction._SHARE", 3000)
    monkeypatch.setattr("graph_build.annotate.parsed._PART", 1000)
    assert list(extract([str(path)], model="rules")) == whole


def test_a_long_file_that_is_no_text_is_an_error_once(tmp_path, small_shares):
    path = tmp_path / "noise.txt"
    path.write_bytes(bytes(range(256)) * 40)
    (line,) = extract([str(path)], model="rules")
    assert "control characters" in line["error"]


@pytest.mark.parametrize(
    "data",
    [
        "“The bridge is safe,” the mayor’s aide said.\n".encode("cp1252"),
        "“The bridge is safe,” the mayor’s aide said.\n".encode()
        .decode("cp1252", "replace")
        .encode(),
        "“The bridge is safe,” the mayor’s aide said.\n".encode("utf-16"),
        b"The bridge is safe, the mayor said \xff\xfe\xff on Monday.\n",
        b"\xef\xbb\xbf",
        b"",
    ],
)
def test_files_in_odd_encodings_come_through(tmp_path, data):
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    (line,) = extract([str(path)], model="rules")
    assert isinstance(line["attributions"], list)
