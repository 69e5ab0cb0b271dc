"""Commands that change a graph or read reports: build, remove, extract."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from queries.cli.command import command
from queries.cli.options import (
    ExtraFiles,
    extra_files_options,
    graph_option,
    jobs_option,
    model_option,
    output_option,
)
from queries.cli.output import opened_output, tell

if TYPE_CHECKING:
    from graph_build.pipeline import BuildSummary


@command("build")
@click.argument("paths", nargs=-1, required=True)
@graph_option
@model_option
@extra_files_options
@jobs_option
@click.pass_context
def build_command(
    ctx: click.Context,
    paths: tuple[str, ...],
    graph: Path,
    model: str,
    extra: ExtraFiles,
    jobs: int,
) -> None:
    """Add reports to a graph.

    PATHS are files, folders and globs. Each report enters as a whole or not at all; one that
    cannot be read never stops the others. Reports that the graph holds already are read anew
    where the extractor or a file given by --gazetteer or --lexicon is another than before.
    """
    from graph_build.pipeline import Knowledge, build

    knowledge = Knowledge(model, extra.gazetteer, extra.lexicon)
    progress = terminal_progress()
    summary = build(list(paths), graph, knowledge=knowledge, jobs=jobs, progress=progress)
    tell_summary(summary)
    if summary.read_nothing:
        ctx.exit(1)


@command("remove")
@click.argument("report")
@graph_option
def remove_command(report: str, graph: Path) -> None:
    """Take one report out of a graph again.

    REPORT is a file name, an id or an IRI; nothing of it stays behind.
    """
    from graph_build.pipeline import remove

    tell(f"Removed {remove(report, graph)}.")


@command("extract")
@click.argument("paths", nargs=-1, required=True)
@model_option
@extra_files_options
@jobs_option
@output_option
def extract_command(
    paths: tuple[str, ...],
    model: str,
    extra: ExtraFiles,
    jobs: int,
    output: Path | None,
) -> None:
    """Write the attributions of reports, without a graph.

    PATHS are files, folders and globs, and .jsonl or .jsonl.gz files with an object a line that
    has "id" and "text". Each report gives one line of JSON: its id and, for each
    attribution, the offsets of source, cue and content in the text as held.
    """
    import json

    from graph_build.extraction import extract
    from graph_build.pipeline import Knowledge
    from queries.escape import json_safe

    knowledge = Knowledge(model, extra.gazetteer, extra.lexicon)
    with opened_output(output) as out:
        lines = extract(list(paths), model=knowledge, jobs=jobs, progress=terminal_progress())
        for line in lines:
            if "error" in line:
                tell(f"Not read: {line['id']}: {line['error']}")
            out.write(json_safe(json.dumps(line, ensure_ascii=False)) + "\n")
            out.flush()


def terminal_progress() -> Callable[[int, int, str], None] | None:
    """Shows on a terminal how far a build is; elsewhere None, so that logs stay short."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, name: str) -> None:
        end = "\n" if done == total else ""
        sys.stderr.write(f"\r\x1b[K[{done}/{total}] {name[:60]}{end}")
        sys.stderr.flush()

    return show


def tell_summary(summary: BuildSummary) -> None:
    """Say what a build did: counts, issues per code, and what could not be read."""
    tell(f"{summary.added} reports added, {summary.unchanged} held already.")
    if summary.issues:
        tell("Issues: " + ", ".join(f"{code} {count}" for code, count in summary.issues) + ".")
    for failure in summary.failures:
        tell(f"Not read: {failure.path}: {failure.reason}")
