"""The generated files hold what onrecord.ttl says, and a difference is found."""

import shutil
from pathlib import Path

import pytest

from ontology import release

FOLDER = Path(release.__file__).parent


@pytest.fixture
def copy(tmp_path, monkeypatch):
    for name in ("terms.py", "README.md"):
        shutil.copy(FOLDER / name, tmp_path / name)
    monkeypatch.setattr(release, "_FOLDER", tmp_path)
    return tmp_path


def test_the_generated_files_are_up_to_date():
    assert release.main(["--check"]) == 0


@pytest.mark.parametrize(
    ("name", "part"), [("terms.py", "hasSource"), ("README.md", "`hasSource`")]
)
def test_check_finds_a_changed_file_and_leaves_it(name, part, copy, capsys):
    changed = (copy / name).read_text(encoding="utf-8").replace(part, "other")
    (copy / name).write_text(changed, encoding="utf-8")
    assert release.main(["--check"]) == 1
    assert name in capsys.readouterr().err
    assert (copy / name).read_text(encoding="utf-8") == changed


def test_writing_mends_a_changed_file(copy):
    (copy / "terms.py").write_text("", encoding="utf-8")
    assert release.main([]) == 0
    held = (copy / "terms.py").read_text(encoding="utf-8")
    assert held == (FOLDER / "terms.py").read_text(encoding="utf-8")


def test_writing_keeps_what_stands_around_the_glossary(copy):
    text = (copy / "README.md").read_text(encoding="utf-8")
    (copy / "README.md").write_text(text.replace("# The", "# Changed: the", 1), encoding="utf-8")
    assert release.main(["--check"]) == 0


def test_a_readme_without_the_marks_is_refused(copy):
    (copy / "README.md").write_text("# No marks\n", encoding="utf-8")
    with pytest.raises(ValueError, match="end of glossary"):
        release.main(["--check"])
