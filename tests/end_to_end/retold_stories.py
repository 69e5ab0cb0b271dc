"""Made-up stories, each with the changes that a retelling may make to it; all of it invented."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One edit of a story, and the kinds of mutation that name it rightly."""

    kinds: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True)
class Story:
    """A report, one sentence a line, and edits that a retelling may make."""

    name: str
    text: str
    changes: tuple[Change, ...]

    def faithful(self, *, order: int = 0) -> str:
        """The story word for word, its later sentences in another order, another headline."""
        first, *rest = self.text.strip().split("\n")
        return "\n\n".join([f"Copy {order} of {self.name}", first, *rest[order:], *rest[:order]])

    def retold(self, *changes: Change) -> str:
        """The story with these changes made."""
        text = self.text.strip()
        for change in changes:
            assert text.count(change.old) == 1, (self.name, change.old)
            text = text.replace(change.old, change.new)
        return "\n\n".join([f"Retold: {self.name}", *text.split("\n")])


def changes_apart(story: Story) -> list[Change]:
    """Changes that touch different sentences or different words of one, the first of each."""
    chosen: list[Change] = []
    for change in story.changes:
        text = story.text
        for held in chosen:
            text = text.replace(held.old, held.new)
        clear = all(change.old not in held.old and held.old not in change.old for held in chosen)
        if clear and text.count(change.old) == 1:
            chosen.append(change)
    return chosen


MINE = Story(
    "mine",
    """
The Orvik copper mine will shut its northern shaft by 14 March 2031, Halden Metals said on Monday.
About 430 miners work in the northern shaft, according to the regional labour office.
"We tried every way to keep it open and found none," engineer Marta Lindqvist said.
A senior ministry official said the state would pay for training if the miners move to the coast.
The union may call a strike before the end of the summer, three union officials told Northwire.
Lindqvist said the water in the lower galleries was not safe.
Halden Metals bought the mine from a Belgian fund in 2019 for 75 million euros.
The mayor of Orvik, Sander Holm, called the decision "a blow to every family in the valley".
Shops in the town have already begun to close, residents said.
""",
    (
        Change(("number-changed",), "430 miners", "340 miners"),
        Change(("number-changed",), "75 million euros", "57 million euros"),
        Change(("number-changed",), "three union officials", "two union officials"),
        Change(("date-changed",), "14 March 2031", "14 May 2031"),
        Change(("date-changed",), "in 2019", "in 2017"),
        Change(("name-changed", "name-spelled-otherwise"), "Sander Holm", "Sander Berg"),
        Change(("name-changed", "name-spelled-otherwise"), "Orvik copper", "Orvig copper"),
        Change(("name-changed", "name-spelled-otherwise"), "Marta Lindqvist", "Maria Lindqvist"),
        Change(("condition-dropped",), " if the miners move to the coast", ""),
        Change(
            ("quotation-marks-dropped",),
            '"a blow to every family in the valley"',
            "a blow to every family in the valley",
        ),
        Change(
            ("quotation-marks-dropped",),
            '"We tried every way to keep it open and found none," engineer Marta Lindqvist said.',
            "Engineer Marta Lindqvist said they tried every way to keep it open and found none.",
        ),
        Change(("quotation-marks-added",), "was not safe", 'was "not safe"'),
        Change(
            ("quotation-marks-added",),
            "the water in the lower galleries was not safe",
            '"the water in the lower galleries was not safe"',
        ),
        Change(("speaker-weakened",), "A senior ministry official", "An official"),
        Change(("speaker-unnamed",), "engineer Marta Lindqvist said", "an engineer said"),
        Change(("hedge-dropped",), "may call", "will call"),
        Change(("negation-dropped",), "was not safe", "was safe"),
        Change(("words-changed",), "will shut its northern shaft", "will flood its northern shaft"),
        Change(
            ("speaker-dropped", "words-dropped"), ", according to the regional labour office", ""
        ),
        Change(("number-dropped", "words-dropped"), " for 75 million euros", ""),
        Change(("words-added",), "Shops in the town", "Most of the small shops in the town"),
    ),
)

CLINIC = Story(
    "clinic",
    """
Health officials in the district of Tamarro confirmed 27 new cases of river fever on 3 June 2030.
The illness could reach the capital within weeks, a doctor at the Saint Elmo clinic said.
"People drink from the same stream in which the goats stand," nurse Adaeze Obi told reporters.
The ministry will open a second ward unless the number of cases falls, minister Pavel Duro said.
The vaccine is probably effective in adults, according to a study by the Lumen Institute.
Two senior officials of the ministry said the first doses had been lost on the road.
In 2024 the same fever killed 112 people in the neighbouring district.
The governor has not visited the clinic, two nurses said.
Aid groups spoke of "an entirely avoidable disaster" in a letter to the government.
""",
    (
        Change(("number-changed",), "27 new cases", "72 new cases"),
        Change(("number-changed",), "112 people", "121 people"),
        Change(("date-changed",), "3 June 2030", "13 June 2030"),
        Change(("date-changed",), "In 2024 the", "In 2023 the"),
        Change(("name-changed", "name-spelled-otherwise"), "Adaeze Obi", "Adaeze Eze"),
        Change(("name-changed", "name-spelled-otherwise"), "Lumen Institute", "Lumos Institute"),
        Change(("name-changed", "name-spelled-otherwise"), "Pavel Duro", "Pavel Duran"),
        Change(("condition-dropped",), " unless the number of cases falls", ""),
        Change(
            ("condition-added",),
            "had been lost on the road",
            "had been lost on the road if the ledger is right",
        ),
        Change(
            ("quotation-marks-dropped",),
            '"an entirely avoidable disaster"',
            "an entirely avoidable disaster",
        ),
        Change(
            ("quotation-marks-added",), "had been lost on the road", 'had been "lost on the road"'
        ),
        Change(
            ("speaker-weakened",), "Two senior officials of the ministry said", "Two officials said"
        ),
        Change(("speaker-unnamed",), "minister Pavel Duro said", "an official said"),
        Change(("speaker-strengthened",), "two nurses said", "two senior nurses said"),
        Change(("hedge-dropped",), "could reach", "will reach"),
        Change(("hedge-dropped",), "is probably effective", "is effective"),
        Change(("negation-dropped",), "has not visited", "has visited"),
    ),
)

BRIDGE = Story(
    "bridge",
    """
Workers found cracks in the Selby bridge on Tuesday, the road agency said in a statement.
The bridge carries 18,000 cars a day between Port Alder and Sandhook.
"It will stay shut until the steel is tested," said Owen Farrow, the head of safety.
Repairs would cost 9.5 million crowns, a city official told the Daily Ferry.
Engineers expect the work to end by September 2032 if no further cracks appear.
A former inspector said warnings from 2028 had been ignored.
The agency reportedly hired the builder without a tender.
Farrow denied that the agency knew of the warnings.
Port Alder's council will meet on 11 August to discuss a ferry.
""",
    (
        Change(("number-changed",), "18,000 cars", "80,000 cars"),
        Change(("number-changed",), "9.5 million crowns", "5.9 million crowns"),
        Change(("date-changed",), "September 2032", "September 2033"),
        Change(("date-changed",), "11 August", "17 August"),
        Change(("date-changed",), "on Tuesday", "on Thursday"),
        Change(("name-changed", "name-spelled-otherwise"), "Selby bridge", "Shelby bridge"),
        Change(("name-changed", "name-spelled-otherwise"), "Owen Farrow", "Evan Farrow"),
        Change(("condition-dropped",), " if no further cracks appear", ""),
        Change(
            ("quotation-marks-dropped",),
            '"It will stay shut until the steel is tested," said Owen Farrow, the head of safety.',
            "It will stay shut until the steel is tested, said Owen Farrow, the head of safety.",
        ),
        Change(
            ("quotation-marks-added",),
            "warnings from 2028 had been ignored",
            'warnings from 2028 had been "ignored"',
        ),
        Change(("speaker-weakened",), "A former inspector said", "An inspector said"),
        Change(("speaker-weakened",), "a city official told", "sources told"),
        Change(
            ("speaker-unnamed",),
            "said Owen Farrow, the head of safety",
            "said an agency official",
        ),
        Change(("hedge-dropped",), "The agency reportedly hired", "The agency hired"),
        Change(("hedge-added",), "Port Alder's council will meet", "Port Alder's council may meet"),
    ),
)

VOTE = Story(
    "vote",
    """
The island of Varn will vote on 8 October 2033 on leaving the customs union, its assembly decided.
The bill passed with 41 votes to 38 after a night of debate.
Speaker Ines Calder said the result would be binding if half of the voters take part.
"We are a small island, but we are not a small people," Calder told the assembly.
Two diplomats in the capital said the union would not accept the vote.
The opposition leader, Teo Marsh, described the bill as a gamble with the fishing fleet.
A government adviser said trade could shrink by 12 percent in the first year.
Fishing crews probably have the most to lose, the Varn Chamber of Trade warned.
The union's envoy, Clara Voss, will arrive on Friday for talks.
""",
    (
        Change(("number-changed",), "41 votes", "44 votes"),
        Change(("number-changed",), "12 percent", "21 percent"),
        Change(("date-changed",), "8 October 2033", "8 November 2033"),
        Change(("date-changed",), "on Friday", "on Sunday"),
        Change(("name-changed", "name-spelled-otherwise"), "Teo Marsh", "Leo Marsh"),
        Change(("name-changed", "name-spelled-otherwise"), "Clara Voss", "Klara Voss"),
        Change(
            ("name-changed", "name-spelled-otherwise"),
            "Speaker Ines Calder",
            "Speaker Agnes Calder",
        ),
        Change(("condition-dropped",), " if half of the voters take part", ""),
        Change(
            ("quotation-marks-added",),
            "as a gamble with the fishing fleet",
            'as "a gamble with the fishing fleet"',
        ),
        Change(
            ("quotation-marks-dropped",),
            '"We are a small island, but we are not a small people," Calder told the assembly.',
            "We are a small island, but we are not a small people, Calder told the assembly.",
        ),
        Change(("speaker-weakened",), "Two diplomats in the capital said", "Two diplomats said"),
        Change(("speaker-weakened",), "A government adviser said", "An adviser said"),
        Change(
            ("speaker-unnamed",),
            "The opposition leader, Teo Marsh, described",
            "An opposition politician described",
        ),
        Change(("hedge-dropped",), "could shrink", "will shrink"),
        Change(("hedge-dropped",), "probably have", "have"),
        Change(("negation-dropped",), "would not accept", "would accept"),
    ),
)

STORIES = (MINE, CLINIC, BRIDGE, VOTE)
