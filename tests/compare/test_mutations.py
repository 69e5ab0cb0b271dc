from graph_build.compare import compare_reports
from graph_build.model.comparison import ComparedClaim, ComparedReport
from graph_build.model.text import Span

STORY = (
    "The ferry to Sandhook carried 210 people on 4 May 2031.",
    "It left the harbour of Port Alder two hours late because of the fog.",
    "Crews will search the northern bay for the missing boat if the weather holds.",
    "The harbour office expects the line to open again within ten days.",
)


def report(name, sentences=STORY, *, sources=()):
    """A report of one claim a sentence; a source is (its words, whether a name)."""
    text = "\n".join(sentences)
    claims = []
    for number, sentence in enumerate(sentences):
        start = text.index(sentence)
        named = [(w, n) for w, n in sources if w in sentence]
        spans = tuple(Span(text.index(w), text.index(w) + len(w)) for w, _ in named)
        claims.append(
            ComparedClaim(
                claim=f"urn:{name}:{number}",
                content=(Span(start, start + len(sentence)),),
                source=spans,
                speaker=f"urn:{name}:speaker" if named else None,
                speaker_label=named[0][0] if named else None,
                named=bool(named) and named[0][1],
            )
        )
    return ComparedReport(f"urn:{name}", name, text, (Span(0, len(text)),), tuple(claims))


def retold(old, new):
    return tuple(sentence.replace(old, new) for sentence in STORY)


def told(*reports):
    return [(m.report[4:], m.kind, m.here, m.there) for m in compare_reports(reports).mutations]


def test_of_two_that_differ_each_is_a_mutation_of_the_other():
    assert told(report("a"), report("b", retold("210", "120"))) == [
        ("a", "number-changed", "210", ("120",)),
        ("b", "number-changed", "120", ("210",)),
    ]


def test_of_three_only_the_one_that_stands_alone_is_told():
    found = compare_reports([report("a"), report("b"), report("c", retold("4 May", "9 May"))])
    (mutation,) = found.mutations
    assert (mutation.report, mutation.kind, mutation.here) == (
        "urn:c",
        "date-changed",
        "9 May 2031",
    )
    assert (mutation.against, mutation.compared) == (2, 2)
    assert mutation.claims == ("urn:c:0",)
    assert mutation.siblings == ("urn:a:0", "urn:b:0")
    assert mutation.reason == (
        "This retelling has “9 May 2031” where a and b have “4 May 2031” (2 of 2 retellings "
        "compared against it)."
    )


def test_three_values_are_three_mutations():
    found = told(report("a"), report("b", retold("210", "120")), report("c", retold("210", "310")))
    assert [(name, here, there) for name, _, here, there in found] == [
        ("a", "210", ("120", "310")), ("b", "120", ("210", "310")), ("c", "310", ("120", "210")),
    ]  # fmt: skip


def test_a_dropped_condition_is_lacking_here_and_added_there():
    short = report("b", retold(" if the weather holds", ""))
    assert told(report("a"), short) == [
        ("a", "condition-added", "if the weather holds", ()),
        ("b", "condition-dropped", None, ("if the weather holds",)),
    ]
    assert told(report("a"), report("c"), short) == [
        ("b", "condition-dropped", None, ("if the weather holds",))
    ]


def test_small_words_forms_and_spellings_are_no_mutation():
    for old, new in (
        ("the harbour of Port Alder", "the harbor of Port Alder"),
        ("two hours", "2 hours"),
        ("office expects the line", "office expected that the line"),
        ("within ten days", "within 10 days"),
    ):
        assert told(report("a"), report("b", retold(old, new))) == [], new


def test_words_that_stand_elsewhere_in_the_sentence_are_no_mutation():
    front = retold(
        "The ferry to Sandhook carried 210 people on 4 May 2031.",
        "On 4 May 2031 the ferry to Sandhook carried 210 people.",
    )
    assert told(report("a"), report("b", front)) == []


def test_a_speaker_who_is_named_no_longer_is_told():
    line = "{} said the fog had been the worst of the whole year."
    named = report("a", (*STORY, line.format("Ada Quill")), sources=[("Ada Quill", True)])
    vague = report("b", (*STORY, line.format("A sailor")), sources=[("A sailor", False)])
    assert told(named, vague) == [
        ("a", "speaker-named", "Ada Quill", ("A sailor",)),
        ("b", "speaker-unnamed", "A sailor", ("Ada Quill",)),
    ]


def test_details_of_a_sentence_that_no_other_has_are_told_once():
    more = (*STORY, "Among the 37 who fell ill was the painter Odo Vance, who boarded in April.")
    assert told(report("a"), report("b", more)) == [
        ("b", "detail-only-here", "37 | Odo Vance | April", ()),
    ]


def test_reports_that_share_one_sentence_are_no_retellings():
    other = (STORY[0], "The mayor opened a school in the hills on 3 June.", "Bread costs 4 crowns.")
    assert told(report("a"), report("b", other)) == []


def test_the_order_of_reports_changes_nothing():
    reports = [report("a"), report("b", retold("210", "120")), report("c", retold("May", "June"))]
    assert compare_reports(reports) == compare_reports(reversed(reports))
