"""Bytes -> Report: the text as held, what each stretch of it is for, and a copy fit for reading.

Nothing in a text is changed: `Report.text.content` is what the file decodes to, newlines, marks of
order and NULs included, and every offset counts code points of it.
"""

from graph_build.read.inputs import iter_inputs
from graph_build.read.reading_copy import make_reading_text
from graph_build.read.report import MAX_CHARACTERS, mint_report_id, read_report, report_from_text
from graph_build.read.run_together import Repair, find_run_together
from graph_build.read.zones import find_zones

__all__ = [
    "MAX_CHARACTERS",
    "Repair",
    "find_run_together",
    "find_zones",
    "iter_inputs",
    "make_reading_text",
    "mint_report_id",
    "read_report",
    "report_from_text",
]
