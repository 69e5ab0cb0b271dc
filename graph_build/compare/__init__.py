"""Claims against claims: what reports have in common and where they part, each with its reason."""

from collections.abc import Iterable

from graph_build.compare.mutations import mutations
from graph_build.compare.near_copies import near_copies
from graph_build.compare.quotations import quotations
from graph_build.model.comparison import ComparedReport, Comparisons

__all__ = ["compare_reports"]


def compare_reports(reports: Iterable[ComparedReport]) -> Comparisons:
    """Everything that comparing finds: a function of the reports alone, whatever their order."""
    held = sorted(reports, key=lambda report: report.report)
    pairs = (*quotations(held), *near_copies(held))
    return Comparisons(comparisons=tuple(sorted(pairs)), mutations=mutations(held, pairs))
