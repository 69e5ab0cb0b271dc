import pytest

from graph_build.claims.anchored_times import shifted
from graph_build.claims.facts import FactReader
from graph_build.model.annotation import Annotations, Sentence
from graph_build.model.attribution import Attribution
from graph_build.model.fact import LinkedArgument
from graph_build.model.factuality import Certainty, Modality, Operator, Polarity
from graph_build.model.predication import Argument, Predication, Slot
from graph_build.model.text import Span
from graph_build.model.values import QuantityPhrase, Resolution, TimePhrase, TimeRelation
from ontology.lexicon import load_lexicon
from ontology.predicates import Attribute

LEX = "https://w3id.org/onrecord/lexicon#"
LEAVES, REMAINS, FORMED = LEX + "leaves", LEX + "remains", LEX + "formed"
ATTRIBUTES = {
    LEAVES: Attribute(LEAVES, "leaves", "", "time", contrary=frozenset({REMAINS})),
    REMAINS: Attribute(REMAINS, "remains in", "", "time", contrary=frozenset({LEAVES})),
    FORMED: Attribute(FORMED, "formed", "", "time"),
}


@pytest.fixture(scope="module")
def cues():
    lexicon = load_lexicon()
    return {lemma: lexicon.cue(lemma) for lemma in ("say", "deny")}


class Text:
    """A text whose sentences end in full stops; everything else is given as words."""

    def __init__(self, content):
        self.content = content
        self.attributions, self.predications, self.own = [], [], []
        self.modalities, self.cues, self.times = [], [], []

    def span(self, words, after=0):
        start = self.content.index(words, after)
        return Span(start, start + len(words))

    def said(self, *content, source=None, cue=None, entry=None):
        self.attributions.append(
            Attribution(
                content=tuple(self.span(c) for c in content),
                source=(self.span(source),) if source else (),
                cue=(self.span(cue),) if cue else (),
            )
        )
        self.cues.append(entry)
        return self

    def told(self, words):
        self.own.append(self.span(words))
        return self

    def time(self, words, edtf=None, relation=TimeRelation.BY, after=0, **options):
        whole = self.span(words, after)
        time = TimePhrase(whole, whole, relation, edtf, **options)
        self.times.append(time)
        return time

    def state(self, trigger, *times, attribute=LEAVES, span=None, after=0, **options):
        word = self.span(trigger, after)
        spans = [word, *(t.whole for t in times)]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        whole = self.span(span) if span else whole
        self.predications.append(
            Predication(trigger, word, whole, attribute, times=times, method="test", **options)
        )
        return self

    def reader(self, arguments=()):
        sentences, start = [], 0
        for number, words in enumerate(self.content.split(". ")):
            sentences.append(Sentence(Span(start, start + len(words)), 0, number // 9))
            start += len(words) + 2
        annotations = Annotations(
            sentences=tuple(sentences),
            attributions=tuple(self.attributions),
            predications=tuple(self.predications),
            modalities=tuple(self.modalities),
            times=tuple(sorted(self.times)),
        )
        return FactReader(
            text=self.content,
            annotations=annotations,
            arguments=arguments,
            own=self.own,
            cues=self.cues,
            attributes=ATTRIBUTES,
        )

    def words(self, fact):
        return [span.cut(self.content) for span in fact.evidence]


def test_a_predication_in_a_content_is_a_fact_of_that_statement():
    text = Text("Ada said the ships leave soon.").said(
        "the ships leave soon", source="Ada", cue="said"
    )
    reader = text.state("leave", span="the ships leave").reader()
    (fact,) = reader.of_attribution(0)
    assert (fact.attribute_label, text.words(fact)) == ("leaves", ["the ships leave"])
    assert reader.of_attribution(0, is_frame=True) == ()


def test_of_nested_contents_the_innermost_has_the_fact():
    text = Text("Ada said that Bo said that ships leave.")
    text.said("that Bo said that ships leave", source="Ada", cue="said")
    text.said("that ships leave", source="Bo", cue="said").state("leave").state("said", after=10)
    reader = text.reader()
    assert [f.lemma for f in reader.of_attribution(1)] == ["leave"]
    assert [f.lemma for f in reader.of_attribution(0)] == ["said"]


def test_a_predication_in_the_reports_own_voice_is_a_fact_of_that_stretch():
    text = Text("Ships leave soon. Boats sank.").told("Ships leave soon").told("Boats sank")
    reader = text.state("sank", attribute=None).reader()
    assert reader.of_own(0) == ()
    (fact,) = reader.of_own(1)
    assert (fact.lemma, fact.attribute, fact.attribute_label) == ("sank", None, "sank")


def test_a_predication_in_the_words_around_a_content_is_read_off_its_frame():
    text = Text("Ada, mayor since May, said it is over.")
    text.said("it is over", source="Ada, mayor since May", cue="said").state("mayor")
    reader = text.reader()
    assert reader.of_attribution(0) == ()
    assert [f.lemma for f in reader.of_attribution(0, is_frame=True)] == ["mayor"]


def test_words_outside_the_statement_are_no_evidence():
    text = Text("“Ships leave”, Ada said in May, “by June”.")
    text.said("Ships leave", "by June", source="Ada", cue="said")
    text.state("leave", span="Ships leave”, Ada said in May, “by June")
    (fact,) = text.reader().of_attribution(0)
    assert text.words(fact) == ["Ships leave", "by June"]


def test_the_evidence_of_a_frame_fact_leaves_out_the_content():
    text = Text("In May Ada said it is over today.").said("it is over", source="Ada", cue="said")
    text.state("said", span="In May Ada said it is over today")
    (fact,) = text.reader().of_attribution(0, is_frame=True)
    assert text.words(fact) == ["In May Ada said", "today"]


def test_what_stands_in_no_statement_goes_to_the_nearest_of_its_sentence_or_the_next():
    text = Text("Ships in the harbour. Ada said it is over, at sea. More.")
    text.said("it is over", source="Ada", cue="said")
    reader = text.state("harbour").state("sea").reader()
    assert [f.lemma for f in reader.of_attribution(0, is_frame=True)] == ["harbour", "sea"]


def test_a_report_without_statements_has_no_facts():
    assert Text("Ships.").state("Ships").reader().of_own(0) == ()


def test_each_time_of_a_predication_is_a_fact_on_its_own_words():
    text = Text("They leave by May and by June.").told("They leave by May and by June")
    may, june = text.time("by May", "2030-05"), text.time("by June", "2030-06")
    reader = text.state("leave", may, june, span="They leave by May and by June").reader()
    found = reader.of_own(0)
    assert {f.time.edtf: text.words(f) for f in found} == {
        "2030-05": ["leave by May"],
        "2030-06": ["leave by May and by June"],
    }


def test_a_time_that_stands_apart_from_what_it_dates_is_evidence_too():
    text = Text("By May the ships leave, and the boats depart.")
    text.told(text.content[:-1])
    text.state("depart", text.time("By May", "2030-05"), span="the boats depart")
    (fact,) = text.reader().of_own(0)
    assert text.words(fact) == ["By May", "the boats depart"]


def test_the_number_is_the_one_that_it_is_about_else_the_one_that_counts_an_argument():
    text = Text("Ten ships leave twice.").told("Ten ships leave twice")
    ten = QuantityPhrase(text.span("Ten"), text.span("Ten ships"), "10", "10")
    twice = QuantityPhrase(text.span("twice"), text.span("twice"), "2", "2")
    ships = Argument(Slot.SUBJECT, text.span("Ten ships"), text.span("ships"), quantity=ten)
    text.state("leave", arguments=(ships,)).state("leave", arguments=(ships,), value=twice)
    assert [f.quantity.minimum for f in text.reader().of_own(0)] == ["10", "2"]


def test_arguments_are_those_linked_for_the_predication():
    text = Text("Ships leave.").told("Ships leave").state("leave")
    ships = (LinkedArgument(Slot.SUBJECT, "Ships", "ships"),)
    (fact,) = text.reader([ships]).of_own(0)
    assert (fact.subject_words, fact.subject) == ("Ships", None)


def test_how_sure_is_that_of_the_clause_and_of_the_cue(cues):
    content = "ships may not leave"
    text = Text(f"Ada denied that {content}.")
    text.said(content, source="Ada", cue="denied", entry=cues["deny"]).state("leave")
    operators = (
        Operator(text.span("not"), polarity=Polarity.NEGATIVE),
        Operator(text.span("may"), Certainty.POSSIBLE),
    )
    text.modalities.append(Modality.of(text.span("leave"), operators))
    (fact,) = text.reader().of_attribution(0)
    assert (fact.certainty, fact.polarity) == (Certainty.POSSIBLE, Polarity.POSITIVE)
    assert [h.cut(text.content) for h in fact.hedges] == ["may"]


def test_words_outside_a_content_do_not_make_its_facts_less_sure(cues):
    text = Text("Ada may have said ships leave.")
    text.said("ships leave", source="Ada", cue="said", entry=cues["say"]).state("leave")
    hedge = Operator(text.span("may"), Certainty.POSSIBLE)
    text.modalities.append(Modality.of(text.span("leave"), (hedge,)))
    (fact,) = text.reader().of_attribution(0)
    assert (fact.certainty, fact.hedges) == (Certainty.CERTAIN, ())


# times counted from other things


def anchored(text, **options):
    (fact,) = [f for f in text.reader(**options).of_own(0) if f.trigger.cut(text.content) == "stay"]
    return fact.time


def test_another_year_is_counted_from_the_date_before_it_in_the_sentence():
    text = Text("They leave by May 2030 and stay for another year.")
    text.told(text.content[:-1]).state("leave", text.time("by May 2030", "2030-05"))
    length = text.time("for another year", None, TimeRelation.FOR, length="P1Y")
    text.state("stay", length, attribute=REMAINS)
    found = anchored(text)
    assert (found.edtf, found.relation, found.resolution) == (
        "2031-05",
        TimeRelation.UNTIL,
        Resolution.RESOLVED,
    )
    assert (found.anchor, found.anchor_span.cut(text.content)) == ("by May 2030", "by May 2030")


def phased(*dates):
    text = Text(
        "The fleet leaves by A. The boats leave by B. "
        "The crews stay for another year after the first phase."
    )
    text.told(text.content)
    for words, date in zip(("by A", "by B"), dates, strict=False):
        text.state("leave", text.time(words, date))
    whole = text.span("for another year after the first phase")
    time = TimePhrase(
        text.span("another year"), whole, TimeRelation.FOR, None, "P1Y", Resolution.OPEN,
        anchor="after the first phase", anchor_span=text.span("the first phase"),
    )  # fmt: skip
    text.times.append(time)
    return text.state("stay", time, attribute=REMAINS)


def test_a_year_after_the_first_phase_is_counted_from_the_earliest_date_of_that_kind():
    found = anchored(phased("2030-05", "2031-09"))
    assert (found.edtf, found.resolution) == ("2031-05", Resolution.RESOLVED)
    assert found.anchor == "after the first phase: by A"


def test_a_phase_that_the_report_does_not_date_leaves_the_time_open():
    found = anchored(phased())
    assert (found.edtf, found.length, found.resolution) == (None, "P1Y", Resolution.OPEN)


def test_dates_of_other_kinds_and_unknown_years_do_not_date_a_phase():
    text = phased("XXXX-05")
    text.state("leave", text.time("by B", "2030"), attribute=FORMED)
    assert anchored(text).edtf is None


def test_a_date_of_the_sentence_before_is_a_guess_and_marked_as_one():
    text = Text("They leave in 2011. They stay three years later.")
    text.told(text.content).state("leave", text.time("in 2011", "2011", TimeRelation.AT))
    later = text.time("three years later", None, TimeRelation.AFTER, length="P3Y")
    found = anchored(text.state("stay", later, attribute=REMAINS))
    assert (found.edtf, found.resolution) == ("2014?", Resolution.UNCERTAIN)


def test_what_is_counted_from_a_doubted_date_is_doubted_too():
    text = Text("They leave in May and stay for one more year.").told("They leave in May and stay")
    text.own[0] = Span(0, len(text.content) - 1)
    text.state("leave", text.time("in May", "2030-05?", TimeRelation.AT))
    length = text.time("for one more year", None, TimeRelation.FOR, length="P1Y")
    found = anchored(text.state("stay", length, attribute=REMAINS))
    assert (found.edtf, found.resolution) == ("2031-05?", Resolution.UNCERTAIN)


def test_a_plain_length_is_counted_from_nothing():
    text = Text("They leave by May 2030 and stay for two years.")
    text.told(text.content).state("leave", text.time("by May 2030", "2030-05"))
    two = text.time("for two years", None, TimeRelation.FOR, length="P2Y")
    assert anchored(text.state("stay", two, attribute=REMAINS)).edtf is None


@pytest.mark.parametrize(
    ("date", "length", "later"),
    [
        ("2025-09", "P1Y", "2026-09"),
        ("2025-09", "P6M", "2026-03"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2011", "P3Y", "2014"),
        ("2011", "P6M", None),
        ("2025-09", "P2W", None),
        ("2025?", "P1Y", None),
        ("2025", "soon", None),
    ],
)
def test_a_date_and_a_length_give_a_date_no_more_exact_than_both(date, length, later):
    assert shifted(date, length) == later
