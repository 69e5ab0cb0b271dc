"""Facts made by hand, for the tests of what reports make of each other."""

from decimal import Decimal
from itertools import count

from graph_build.model.edtf import moments
from graph_build.model.stated_fact import (
    StatedArgument,
    StatedFact,
    StatedQuantity,
    StatedTime,
    Surroundings,
    Telling,
)
from ontology.terms import BASE, LEX

PORT, VALLEY, LAND, FLEET, GUARD, WIRE = (
    f"{BASE}id/{name}"
    for name in (
        "place/port", "region/valley", "country/land", "coalition/fleet", "force/guard",
        "agency/wire",
    )
)  # fmt: skip
KNOWN = Surroundings(
    within={PORT: frozenset({VALLEY, LAND}), VALLEY: frozenset({LAND})},
    stands_for={GUARD: LAND},
    part_of={LAND: frozenset({FLEET})},
    names={PORT: "Port", VALLEY: "Valley", LAND: "Land", FLEET: "Fleet", WIRE: "Marsh Wire"},
    places=frozenset({PORT, VALLEY, LAND}),
    countries=frozenset({LAND}),
)
_NUMBERS = count(1)


def telling(report="a", speaker=None, **options):
    """A claim of a report; `speaker` is a name, "wire" for the agency."""
    number = next(_NUMBERS)
    if speaker == "wire":
        options |= {"speaker": WIRE, "named": True, "is_medium": True}
        options.setdefault("credits", frozenset({WIRE}))
    elif speaker is not None:
        iri = f"{BASE}id/person/{speaker.lower().replace(' ', '-')}"
        options |= {"speaker": iri, "speaker_label": speaker, "named": True}
    options.setdefault("published", "")
    return Telling(
        claim=f"{BASE}id/claim/{number:020}",
        report=f"{BASE}id/report/{report}",
        file_name=f"{report}.txt",
        **options,
    )


def time(edtf, relation="by", resolution="given"):
    """A date."""
    return StatedTime(relation, edtf, *moments(edtf), resolution)


def number(low=None, high="same", *, about=False, unit=""):
    """A number: exact, or from low to high."""
    least = None if low is None else Decimal(low)
    most = least if high == "same" else None if high is None else Decimal(high)
    return StatedQuantity(least, most, approximate=about, unit=unit)


def argument(words, *things):
    """An argument whose things are all it means, where there are any."""
    return StatedArgument(words, things, bool(things))


def fact(attribute, told, *, start=0, words="", when=None, many=None, **options):
    """A fact; keyword arguments by slot are arguments, or (words, things...)."""
    iri = f"{BASE}id/predication/{next(_NUMBERS):020}"
    slots = {
        slot: given if isinstance(given := options.pop(slot), StatedArgument) else argument(*given)
        for slot in ("subject", "object", "agent", "place")
        if slot in options
    }
    value = ""
    if when is not None:
        value = when.edtf if when.relation == "at" else f"{when.relation} {when.edtf}"
    if many is not None:
        value = f"{'' if many.high is not None else 'at least '}{many.low}"
    return StatedFact(
        fact=iri,
        telling=told,
        start=start,
        words=words or attribute,
        attribute=LEX + attribute,
        label=attribute.replace("-", " "),
        arguments=slots,
        time=when,
        quantity=many,
        value=value,
        **options,
    )
