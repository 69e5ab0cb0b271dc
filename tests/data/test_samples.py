"""The sample reports: short, in our own words, each with something to cope with."""

import re
from importlib.resources import files

import pytest

SAMPLES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted(
        files("graph_build").joinpath("data", "samples").iterdir(), key=lambda p: p.name
    )
    if path.name.endswith(".txt")
}
_QUOTATION = re.compile(r"[\"“]([^\"“”\n]+)[\"”]")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", text.lower().replace("’", "'"))


def test_there_are_five_samples():
    assert len(SAMPLES) == 5


@pytest.mark.parametrize("name", SAMPLES)
class TestEachSample:
    def test_it_is_short(self, name):
        assert 120 <= len(words(SAMPLES[name])) <= 220

    def test_it_quotes_at_most_twelve_words(self, name):
        for quotation in _QUOTATION.findall(SAMPLES[name]):
            assert len(words(quotation)) <= 12

    def test_it_quotes_something(self, name):
        assert _QUOTATION.search(SAMPLES[name])

    def test_it_shares_no_run_of_eight_words_with_a_seed(self, name, shared):
        own = runs(words(SAMPLES[name]), 8)
        for seed in sorted((shared / "seeds").glob("*.txt")):
            assert not own & runs(words(seed.read_text(encoding="utf-8")), 8), seed.name


def runs(found: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def test_erbil_is_named_in_two_samples_and_its_region_in_a_third():
    assert len([t for t in SAMPLES.values() if "Erbil" in t]) == 2
    around = [t for t in SAMPLES.values() if "Kurdistan Region" in t and "Kurdish region" in t]
    assert len(around) == 1
    assert "Erbil" not in around[0]


def test_one_sample_prints_its_headline_twice_and_has_a_stamp_and_furniture():
    lines = [line for line in SAMPLES["sample-4-dateline-and-furniture.txt"].splitlines() if line]
    assert lines[0] == lines[1]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:+]+", lines[2])
    assert lines[-1].startswith("Views:")


def test_one_sample_has_words_run_together():
    text = SAMPLES["sample-5-run-together-words.txt"]
    assert len(re.findall(r"\b[a-z]+[A-Z]\w+", text)) >= 3
    assert "Thecoalition" in text


def test_the_makeup_of_the_unnamed_officials_is_told():
    text = SAMPLES["sample-1-agency-and-unnamed-officials.txt"]
    assert all(part in text for part in ("five US", "two officials", "three Iraqi"))


def test_two_samples_disagree_about_the_last_departure():
    assert "September 2026" in SAMPLES["sample-2-minister-on-television.txt"]
    assert "end of 2026" in SAMPLES["sample-3-retold-with-changes.txt"]
