"""Name pairs are read as they come, counted at one threshold, and refused with the reason."""

import json

import pytest
from click.testing import CliRunner

from graph_build.errors import BadPairsError
from graph_build.evaluate.names import NamePair, read_pairs, score_names
from queries.cli import main


def write(folder, text):
    path = folder / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_pairs_are_counted_by_what_people_say_and_by_what_was_found():
    pairs = [
        NamePair("Person", one, "x", said)
        for one, said in (("yes", True), ("no", True), ("yes", False), ("no", False), ("yes", True))
    ]
    scores = score_names(pairs, lambda one, *_: 0.7 if one == "yes" else 0.6, 0.7)
    assert (scores.tp, scores.fp, scores.fn, scores.tn, scores.pairs) == (2, 1, 1, 1, 5)
    assert scores.precision == scores.recall == scores.f1 == pytest.approx(2 / 3)


def test_no_match_at_all_scores_nought():
    assert score_names([], lambda *_: 1.0, 0.5).f1 == 0


def test_further_columns_and_the_case_of_labels_do_not_matter(tmp_path):
    text = "note,is_match,name2,name1,schema\nx,TRUE,Ann,Anne,Person\ny,False,Bob,Ann,Person\n"
    assert list(read_pairs(write(tmp_path, text))) == [
        NamePair("Person", "Anne", "Ann", True),
        NamePair("Person", "Ann", "Bob", False),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "no pairs"),
        ("schema,name1,name2,is_match\n", "no pairs"),
        ("schema,name1,is_match\nPerson,Ann,true\n", "name2"),
        ("schema,name1,name2,is_match\nPerson,Ann,Bob,perhaps\n", "row 2"),
        ("schema,name1,name2,is_match\nPerson,Ann\n", "row 2"),
    ],
)
def test_a_file_that_is_none_of_pairs_is_refused_with_the_reason(tmp_path, text, fault):
    with pytest.raises(BadPairsError, match=fault):
        list(read_pairs(write(tmp_path, text)))


def test_the_command_gives_one_object_with_the_counts_and_the_threshold(tmp_path):
    text = "schema,name1,name2,is_match\nPerson,Ann Weber,Ann Weber,true\nPerson,Ann,Bob,false\n"
    arguments = ["evaluate", "names", "--pairs", str(write(tmp_path, text)), "--format", "json"]
    ran = CliRunner().invoke(main, arguments)
    assert ran.exit_code == 0, ran.stderr
    assert json.loads(ran.stdout) == {
        "pairs": 2, "tp": 1, "fp": 0, "fn": 0, "tn": 1,
        "precision": 1.0, "recall": 1.0, "f1": 1.0, "threshold": 0.7,
    }  # fmt: skip


def test_the_command_says_in_one_sentence_what_is_wrong_with_a_file(tmp_path):
    ran = CliRunner().invoke(
        main, ["evaluate", "names", "--pairs", str(write(tmp_path, "a,b\n1,2\n"))]
    )
    assert ran.exit_code == 1
    assert "lacks the columns" in ran.stderr
