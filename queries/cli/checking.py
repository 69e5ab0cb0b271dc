"""Commands that measure: evaluate, check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from queries.cells import Row
from queries.cli.command import command
from queries.cli.options import (
    ExtraFiles,
    answer_options,
    extra_files_options,
    format_option,
    model_option,
    output_option,
)
from queries.cli.output import give_rows, give_text, tell
from queries.named_query import Column

if TYPE_CHECKING:
    from graph_build.evaluate import Evaluation

DATA_INVALID = 4

_GOLD = (
    "Attributions: a .jsonl or .jsonl.gz file of articles with attributions, or a folder of gold "
    "files. Names: a .csv file with the columns schema, name1, name2 and is_match (true or false)."
)
_SCORE_COLUMNS = (
    Column("kind"),
    *(Column(name, "decimal") for name in ("precision", "recall", "f1")),
    *(Column(name, "decimal") for name in ("f1_low", "f1_high")),
    *(Column(name, "int") for name in ("right", "found", "recalled", "gold", "articles")),
)
_NAME_COLUMNS = (
    *(Column(name, "int") for name in ("pairs", "tp", "fp", "fn", "tn")),
    *(Column(name, "decimal") for name in ("precision", "recall", "f1", "threshold")),
)
_FINDING_COLUMNS = (Column("code"), Column("subject"), Column("message"), Column("fault", "bool"))


@command("evaluate")
@click.argument("what", type=click.Choice(["attributions", "names"]))
@click.option(
    "--gold", "--pairs", type=click.Path(exists=True, path_type=Path), required=True, help=_GOLD
)
@model_option
@click.option("--articles", type=click.IntRange(min=1), help="Score only the first so many.")
@format_option
@output_option
def evaluate_command(
    what: str, gold: Path, model: str, articles: int | None, form: str, output: Path | None
) -> None:
    """Score the extraction against gold data.

    WHAT is "attributions": who said what. A find is right if its content and its source both
    share at least half of their words with the gold; f1_low and f1_high bound F1 at 95%, by
    resampling the articles. Recorded scores of other programs stand below, where the articles are
    the ones that they were measured on.

    WHAT is "names": whether two names name one thing, at one fixed threshold.
    """
    if what == "names":
        _give_name_scores(gold, form, output)
    else:
        _give_attribution_scores(_evaluate(gold, model, articles), form, output)


def _give_name_scores(pairs: Path, form: str, output: Path | None) -> None:
    import json

    from graph_build.evaluate.names import read_pairs, score_names
    from graph_build.identity import THRESHOLD
    from graph_build.judging import name_matcher

    matcher = name_matcher()
    scores = score_names(
        read_pairs(pairs), lambda *names: matcher.match(*names).score, threshold=THRESHOLD
    )
    row: Row = {
        "pairs": scores.pairs,
        **{name: getattr(scores, name) for name in ("tp", "fp", "fn", "tn")},
        **{name: round(getattr(scores, name), 4) for name in ("precision", "recall", "f1")},
        "threshold": scores.threshold,
    }
    if form == "json":
        give_text(json.dumps(row, indent=2) + "\n", output)
    else:
        give_rows([row], _NAME_COLUMNS, form=form, output=output)


def _give_attribution_scores(
    scored: tuple[Evaluation, list[str]], form: str, output: Path | None
) -> None:
    from graph_build.evaluate import peers_on

    evaluation, ids = scored
    rows: list[Row] = [
        {
            "kind": kind,
            "precision": round(counts.precision, 4),
            "recall": round(counts.recall, 4),
            "f1": round(counts.f1, 4),
            "f1_low": round(evaluation.intervals[kind][0], 4),
            "f1_high": round(evaluation.intervals[kind][1], 4),
            "right": counts.right,
            "found": counts.found,
            "recalled": counts.recalled,
            "gold": counts.gold,
            "articles": evaluation.articles,
        }
        for kind, counts in evaluation.by_kind.items()
    ]
    rows += [
        {"kind": f"peer {p.name}", "precision": p.precision, "recall": p.recall, "f1": p.f1}
        for p in peers_on(ids)
    ]
    give_rows(rows, _SCORE_COLUMNS, form=form, output=output)


@command("check")
@answer_options
@click.option("--reasoner/--no-reasoner", default=True, help="Whether to ask HermiT (needs Java).")
@extra_files_options
@click.pass_context
def check_command(
    ctx: click.Context,
    graph: Path,
    form: str,
    output: Path | None,
    reasoner: bool,
    extra: ExtraFiles,
) -> None:
    """Check a graph against its rules and its texts.

    Every evidence span is cut again from its text, the shapes and the layout are tested, and a
    reasoner looks for contradictions with the ontology. With --gazetteer or --lexicon the graph
    must have been built with these very files. Faults end with exit code 4.
    """
    from graph_build.check import check_graph

    report = check_graph(graph, reasoner=reasoner, gazetteer=extra.gazetteer, lexicon=extra.lexicon)
    rows: list[Row] = [
        {
            "code": finding.code,
            "subject": finding.subject,
            "message": finding.message,
            "fault": finding.is_fault,
        }
        for finding in report.findings
    ]
    give_rows(rows, _FINDING_COLUMNS, form=form, output=output)
    counted = f"{report.reports} reports, {report.spans} spans cut again"
    tell(f"{counted}: {len(report.faults)} faults, {len(report.notes)} notes.")
    if not report.ok:
        ctx.exit(DATA_INVALID)


def _evaluate(gold: Path, model: str, limit: int | None) -> tuple[Evaluation, list[str]]:
    from graph_build.evaluate import evaluate_attributions, read_gold
    from graph_build.pipeline import Pipeline
    from graph_build.read import report_from_text

    pipeline = Pipeline.create(model)
    articles = list(read_gold(gold, limit=limit))
    evaluation = evaluate_attributions(
        (article, pipeline.attributions(report_from_text(article.text, file_name=article.id)))
        for article in articles
    )
    return evaluation, [article.id for article in articles]
