"""Small closed sets of English words that comparing must know."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRONOUNS: Final = _words("i we you he she it they me us him her them one")

FUNCTION_WORDS: Final = PRONOUNS | _words(
    "a an the this that these those such its their his our my your her whose which who whom what "
    "and or but nor so yet as at by for from in into of off on onto out over to up upon with "
    "within without about after before between during since until till through toward towards "
    "under against among amid along across around near per via than then there here when while "
    "where why how be is are was were been being am isnt arent wasnt werent do does did doing done "
    "have has had having hasnt havent will would shall should can could may might must im weve "
    "ive theyre were theyve its hes shes dont doesnt didnt wont wouldnt cant couldnt both each "
    "either neither all any some more most other another also too very just only even still "
    "already now however meanwhile moreover additionally not no s t if unless whether because"
)

CONDITIONS: Final = _words("if unless provided providing assuming")

NEGATIONS: Final = _words(
    "not no never none nobody nothing neither nor without cannot cant dont doesnt didnt wont "
    "wouldnt couldnt shouldnt isnt arent wasnt werent hasnt havent hadnt"
)

MONTHS: Final = _words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)

DAYS: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"
)

PERIODS: Final = _words("day week month year decade morning afternoon evening night weekend")

RELATIVE: Final = _words(
    "last next this past coming previous end early late mid spring summer autumn winter fall"
)

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"

NUMBER_WORDS: Final = (
    {word: str(value) for value, word in enumerate(_UNITS.split()) if value != 1}
    | {word: str(10 * value) for value, word in enumerate(_TENS.split(), start=2)}
    | {"percent": "%"}
)

ORDINALS: Final = _words("first second third fourth fifth double twice half")

AMOUNTS: Final = _words(
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens "
    "score scores half third quarter first second double twice"
)

BOUNDS: Final = _words(
    "about around approximately roughly nearly almost least most more less fewer than up over "
    "under at some only exactly"
)
