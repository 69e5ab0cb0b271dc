import pytest

from graph_build.annotate.combined import CombinedExtractor, merge
from graph_build.annotate.parsed import ParsedReport
from graph_build.model.attribution import Attribution
from graph_build.model.text import Span, ZoneKind, dice
from graph_build.read import make_reading_text, report_from_text

BODY = ZoneKind.BODY


def spans(*pairs):
    return tuple(Span(a, b) for a, b in pairs)


def found(content, source=(), cue=(), confidence=0.7):
    return Attribution(spans(*content), spans(*source), spans(*cue), confidence=confidence)


def rule(content, source=(), cue=(), confidence=0.9, basis=(), channel=()):
    return Attribution(
        spans(*content), spans(*source), spans(*cue), spans(*channel), spans(*basis),
        confidence=confidence, method="rules:test",
    )  # fmt: skip


def test_a_headline_form_decides_the_headline():
    form = rule([(0, 20)], [(22, 29)])
    assert merge(ZoneKind.HEADLINE, [found([(5, 20)], [(0, 4)])], [form]) == [form]


def test_a_headline_without_a_form_keeps_what_was_found():
    kept = found([(5, 20)], [(0, 4)])
    assert merge(ZoneKind.HEADLINE, [kept], []) == [kept]


def test_a_sure_rule_gives_its_source_to_the_same_words():
    (one,) = merge(BODY, [found([(0, 20)], [(40, 44)])], [rule([(0, 21)], [(22, 29)], [(30, 34)])])
    assert (one.content, one.source, one.cue) == (
        spans((0, 20)), spans((22, 29)), spans((30, 34)),
    )  # fmt: skip


def test_a_surer_find_keeps_its_own_source():
    mine = found([(0, 20)], [(40, 44)], confidence=0.95)
    assert merge(BODY, [mine], [rule([(0, 21)], [(22, 29)])]) == [mine]


def test_a_rule_stands_in_where_nothing_was_found_only_if_it_is_sure():
    sure, unsure = rule([(0, 20)], [(22, 29)]), rule([(50, 60)], [(62, 66)], confidence=0.5)
    assert merge(BODY, [], [sure, unsure]) == [sure]


def test_a_find_that_only_repeats_the_basis_is_taken_away():
    relay = rule([(30, 60)], [(0, 7)], [(20, 28)], basis=[(10, 18)])
    kept = found([(30, 60)], [(0, 7)], [(20, 28)])
    citing = found([(10, 18)], [(0, 7)], [(8, 9)])
    assert merge(BODY, [citing, kept], [relay]) == [kept]


def test_the_basis_is_no_part_of_the_content_of_the_same_cue():
    relay = rule([(30, 60)], [(0, 7)], [(20, 28)], basis=[(10, 18)])
    (one,) = merge(BODY, [found([(10, 18), (30, 60)], [(0, 7)], [(20, 28)])], [relay])
    assert one.content == spans((30, 60))


def test_quoting_somebody_is_no_content_of_its_own():
    quoted = rule([(40, 70)], [(20, 30)], [(33, 39)], channel=[(0, 9)])
    quoting = found([(20, 30)], [(0, 9)], [(10, 16)])
    assert merge(BODY, [quoting], [quoted]) == [quoted]


def test_two_empty_roles_are_alike():
    assert dice((), ()) == 1.0
    assert dice((), spans((0, 3))) == 0.0


class Known:
    """An extractor that knows what it finds."""

    name = "known"

    def __init__(self, *finds):
        self.finds = finds

    def attributions(self, parsed):
        return self.finds


class GivenRules:
    """Rules that find what they are given, each in its paragraph."""

    name = "given"

    def __init__(self, *finds):
        self.finds = finds

    def in_paragraph(self, paragraph):
        extent = paragraph.raw_chars(0, len(paragraph.text))
        return tuple(f for f in self.finds if extent.contains(f.content[0]))


def combined(text, finds, ruled=()):
    report = report_from_text(text, file_name="t.txt")
    parsed = ParsedReport(report, make_reading_text(report))
    return CombinedExtractor(Known(*finds), GivenRules(*ruled)).attributions(parsed)


def at(text, words):
    start = text.index(words)
    return (start, start + len(words))


LEAD = "Ministers meet over the harbour\n\n"


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "source"),
    [
        ("It warned that two dams could fail.", "warned", "that two dams could fail", "It"),
        ("It is hoped that both dams hold.", "is hoped", "that both dams hold", ""),
        ("It turned out that a dam had failed.", "turned out", "that a dam had failed", ""),
    ],
)
def test_it_is_a_source_unless_the_cue_links_it_to_nobody(sentence, cue, content, source):
    text = LEAD + sentence
    find = found([at(text, content)], [at(text, "It")], [at(text, cue)])
    (one,) = combined(text, [find])
    assert [s.cut(text) for s in one.source] == ([source] if source else [])


def test_a_source_in_another_paragraph_gives_way_to_the_subject_of_the_cue():
    text = LEAD + "The mayor spoke first.\n\nThe governor welcomed the deal on Monday.\n"
    far = found([at(text, "the deal")], [at(text, "The mayor")], [at(text, "welcomed")])
    near = rule(
        [at(text, "the deal on Monday")],
        [at(text, "The governor")],
        [at(text, "welcomed")],
        confidence=0.4,
    )
    (one,) = combined(text, [far], [near])
    assert [s.cut(text) for s in one.source] == ["The governor"]


def test_a_source_in_another_paragraph_stays_where_no_rule_knows_better():
    text = LEAD + "The mayor spoke first.\n\nHe welcomed the deal on Monday.\n"
    far = found([at(text, "the deal")], [at(text, "The mayor")], [at(text, "welcomed")])
    assert combined(text, [far]) == (far,)


def test_every_paragraph_gets_its_own_finds_and_no_others():
    text = LEAD + "".join(f"Ann told Bo{n} that it rained.\n\n" for n in range(30))
    finds = []
    for n in range(30):
        start = text.index(f"Bo{n} ") - 9
        finds.append(
            found([(start + 15, start + 25)], [(start, start + 3)], [(start + 4, start + 8)])
        )
    assert combined(text, finds) == tuple(finds)
