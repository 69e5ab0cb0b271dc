"""What a check says."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One thing that was found.

    `is_fault` tells what makes the graph invalid from what is only worth knowing. `subject` is the
    IRI or the path that it concerns, or "".
    """

    code: str
    subject: str
    message: str
    is_fault: bool = True


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All findings, sorted, and how much was looked at."""

    findings: tuple[Finding, ...]
    reports: int
    spans: int

    @property
    def ok(self) -> bool:
        """Whether nothing makes the graph invalid."""
        return not self.faults

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that make the graph invalid."""
        return tuple(finding for finding in self.findings if finding.is_fault)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The others."""
        return tuple(finding for finding in self.findings if not finding.is_fault)
