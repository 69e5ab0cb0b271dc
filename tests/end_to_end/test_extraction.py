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
