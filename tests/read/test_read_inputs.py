"""Files, folders and globs become paths, in one order, each once."""

import pytest

from graph_build.errors import UnreadableInputError
from graph_build.read import iter_inputs, read_report


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.TXT", "notes.md", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The ferry left.", encoding="utf-8")
    (tmp_path / "a.meta.json").write_text("{}", encoding="utf-8")
    return tmp_path


def names(folder, *arguments):
    paths = iter_inputs([str(folder / argument) for argument in arguments])
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_gives_its_reports_to_the_bottom_sorted(folder):
    assert names(folder, "") == ["a.txt", "b.txt", "sub/c.TXT"]


def test_arguments_keep_their_order_and_nothing_comes_twice(folder):
    assert names(folder, "b.txt", "", "sub", "sub/../a.txt") == ["b.txt", "a.txt", "sub/c.TXT"]


def test_a_glob_gives_what_it_fits_sorted(folder):
    assert names(folder, "*.txt") == [".hidden.txt", "a.txt", "b.txt"]
    assert names(folder, "[a]*") == ["a.txt"]
    assert names(folder, "s*") == ["sub/c.TXT"]


def test_a_file_whose_name_has_brackets_is_itself(folder):
    (folder / "x[1].txt").write_text("Yes.", encoding="utf-8")
    assert names(folder, "x[1].txt") == ["x[1].txt"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.txt", "does not exist; check the name"),
        ("*.nothing", "no file fits this pattern"),
        ("notes.md", "known kinds: .txt"),
        ("empty", "holds no report"),
    ],
)
def test_a_path_that_cannot_be_read_comes_out_and_says_so_when_read(folder, name, message):
    (folder / "empty").mkdir()
    (path,) = iter_inputs([str(folder / name)])
    with pytest.raises(UnreadableInputError, match=message):
        read_report(path)
