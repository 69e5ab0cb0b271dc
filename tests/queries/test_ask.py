import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.ask import answer_question, asked_forms, example_question, read_question
from queries.errors import NotUnderstoodError, UnknownNameError
from queries.named_query import load_catalog

CATALOG = load_catalog()
FORMS = asked_forms(CATALOG)


def best(question):
    reading = read_question(question, FORMS)[0]
    return reading.query.name, dict(reading.values)


@pytest.mark.parametrize(
    ("question", "name", "values"),
    [
        ("who said what about Erbil?", "about", {"entity": "Erbil"}),
        ("Who said what about the Kurdistan Region", "about", {"entity": "the Kurdistan Region"}),
        ('who said what about "Ain al-Asad"?', "about", {"entity": "Ain al-Asad"}),
        ("What do the reports say about Erbil?", "about", {"entity": "Erbil"}),
        ("what did Reuters say?", "said-by", {"person": "Reuters"}),
        ("WHAT DID REUTERS SAY?", "said-by", {"person": "REUTERS"}),
        ("what was said by Reuters", "said-by", {"person": "Reuters"}),
        (
            "What did the minister say about Erbil?",
            "said-by-about",
            {"person": "the minister", "entity": "Erbil"},
        ),
        ("which reports rest on Reuters?", "rests-on", {"source": "Reuters"}),
        ("which reports rest on unnamed sources?", "rests-on", {"kind": "unnamed"}),
        ("which media do the reports rest on?", "rests-on", {}),
        ("who are the unnamed sources?", "unnamed-sources", {}),
        ("Who are the anonymous sources of report 003?", "unnamed-sources", {"report": "003"}),
        ("what happened when?", "timeline", {}),
        ("show the timeline", "timeline", {}),
        ("timeline of Erbil", "timeline-about", {"entity": "Erbil"}),
        ("what was said about Erbil, and when?", "timeline-about", {"entity": "Erbil"}),
        ("what was said about Erbil and when?", "timeline-about", {"entity": "Erbil"}),
        ("list all claims of 000.txt", "report-claims", {"report": "000.txt"}),
        ("list all claims", "report-claims", {}),
        ("who is named in 002?", "report-entities", {"report": "002"}),
        ("who is silent on Erbil?", "who-is-silent", {"entity": "Erbil"}),
        ("which reports are silent?", "silence", {}),
        ("which reports do not mention the advisory role", "silence", {"words": "advisory role"}),
        (
            "On how many independent sources does the end of 2026 rest?",
            "origins",
            {"words": "the end of 2026"},
        ),
        (
            "how many independent sources say that forces leave by May 2031?",
            "origins",
            {"words": "that forces leave by May 2031"},
        ),
        ("which reports rest on one source?", "origins", {"verdict": "single-origin"}),
        ("does any report give a named US confirmation?", "named-voices", {"party": "US"}),
        ("who speaks on the record for Norland", "named-voices", {"party": "Norland"}),
        ("which answers hang on one report?", "fragility", {}),
        ("what is lost without report harbour?", "fragility", {"report": "harbour"}),
        ("what was known on 2024-09-07?", "facts-under-policy", {"as_of": "2024-09-07"}),
        (
            "which facts are on the record about Erbil",
            "facts-under-policy",
            {"entity": "Erbil", "voice": "on-record"},
        ),
        ("show the chains about Erbil", "chains", {"entity": "Erbil"}),
        ("which reports say nothing about Erbil?", "who-is-silent", {"entity": "Erbil"}),
        ("which claims are direct quotations?", "by-mode", {"mode": "direct"}),
        ("which claims are mixed?", "by-mode", {"mode": "mixed"}),
        ("which reports use the same words?", "quotations", {}),
        ("which quotations are the same", "quotations", {}),
        ("how do the reports word the same quotation differently?", "quotations", {}),
        ("what does each report change?", "mutations", {}),
        ("what was changed in retelling?", "mutations", {}),
        ("which reports are near copies", "near-copies", {}),
        ("which reports are there?", "reports", {}),
        ("how many claims are there?", "stats", {}),
        ("what does each report call Erbil?", "framing", {"entity": "Erbil"}),
        ("how do the reports frame the rebels", "framing", {"entity": "the rebels"}),
        ("which loaded words do the reports use?", "framing", {"kind": "loaded-word"}),
        ("how many people are the unnamed sources?", "unnamed-sources", {"kind": "total"}),
        ("search for one more year", "search", {"text": "one more year"}),
    ],
)
def test_understands(question, name, values):
    assert best(question) == (name, values)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.query.name}: {form.pattern}")
def test_understands_the_example_of_each_form_as_its_own_query(form):
    readings = read_question(example_question(form), FORMS)

    assert form.query.name in {reading.query.name for reading in readings}
    assert readings[0].query.name == form.query.name or len(readings) > 1


def test_a_question_that_no_form_fits_names_the_nearest():
    with pytest.raises(NotUnderstoodError, match=r'"Who said what about Erbil\?"'):
        read_question("Who told what about Erbil?", FORMS)


def test_a_question_far_from_all_forms_names_the_flagship():
    with pytest.raises(NotUnderstoodError, match=r'"Who said what about Erbil\?"'):
        read_question("zzz", FORMS)


def test_a_reading_is_told_as_a_command():
    reading = read_question("what did the minister say about Erbil", FORMS)[0]

    assert str(reading) == 'onrecord query said-by-about -p person="the minister" -p entity=Erbil'


def test_what_did_it_say_is_asked_of_a_report_where_no_speaker_is_called_so(graph):
    reading, answer = answer_question("what did quiet-day say?", graph, CATALOG)

    assert reading.query.name == "report-claims"
    assert len(answer.rows) == 2


def test_what_did_it_say_is_asked_of_a_speaker_first(graph):
    reading, answer = answer_question("what did Northwire say?", graph, CATALOG)

    assert reading.query.name == "said-by"
    assert len(answer.rows) == 3


def test_names_that_no_reading_knows_are_unknown(graph):
    with pytest.raises(UnknownNameError, match="Atlantis"):
        answer_question("who said what about Atlantis?", graph, CATALOG)


@given(words=st.lists(st.sampled_from([*"?.{}[]()|", "who", "said", "what", "about", "*"])))
def test_any_text_is_read_or_not_understood(words):
    question = " ".join(words)
    try:
        readings = read_question(question, FORMS)
    except NotUnderstoodError:
        readings = []

    assert all(value for reading in readings for _, value in reading.values)
