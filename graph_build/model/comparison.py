"""Two claims side by side: what is compared, and what the comparison says."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class QuotedClaim:
    """The head claim of a quotation, with the stretches that stand between quotation marks.

    `claim` and `report` are IRIs; `quoted` are exact words of the text, in text order.
    """

    claim: str
    report: str
    quoted: tuple[str, ...]


@dataclass(frozen=True, order=True, slots=True)
class Comparison:
    """A judgement about two claims that reads the same from both sides: `first` < `second`."""

    first: str
    second: str
    kind: str
    rule: str
    reason: str
    version: str
