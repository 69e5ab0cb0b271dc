"""What every part of the decoder brings: the same network, decoded with and without it.

`python -m graph_build.train.ablation --data DIR --model DIR` writes JSON and prints Markdown. The
parts are added one after another; thresholds are those that were tuned for the whole.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from graph_build.annotate.trained.bundle import Bundle, Decoder
from graph_build.annotate.trained.extractor import rated
from graph_build.annotate.trained.forms import find_forms, with_forms
from graph_build.annotate.trained.linking import Draft, Linker
from graph_build.annotate.trained.marks import quotations, snap
from graph_build.annotate.trained.spans import FoundSpan, Lattice
from graph_build.train.corpus import read_articles
from graph_build.train.measure import Counts
from graph_build.train.tune import Held, claim_of, hold


@dataclass(frozen=True, slots=True)
class Variant:
    """A decoder with some of its parts."""

    name: str
    chain: bool = True
    ready: bool = True
    learned_links: bool = True
    snap: bool = True
    forms: bool = True
    threshold: bool = True


def _first(count: int) -> list[bool]:
    """The first so many parts."""
    return [True] * count + [False] * (6 - count)


VARIANTS = (
    Variant("best tag of each piece, nearest span", *[False] * 6),
    Variant("+ tag chain (Viterbi)", *_first(1)),
    Variant("+ tuned readiness to find spans", *_first(2)),
    Variant("+ learned links", *_first(3)),
    Variant("+ contents end at quotation marks", *_first(4)),
    Variant("+ speaker labels and signatures", *_first(5)),
    Variant("+ unsure finds dropped (as shipped)"),
)


def compare(held: Sequence[Held], decoder: Decoder) -> list[dict[str, object]]:
    """Precision, recall and F1 of every variant."""
    rows: list[dict[str, object]] = []
    for variant in VARIANTS:
        total = Counts()
        for one in held:
            found = drafts_of(one, decoder, variant)
            if variant.threshold:
                pairs = rated(found, one.lattice.encoding, decoder)
                found = [d for d, sure in pairs if sure >= decoder.threshold]
            right = one.yardstick.right([claim_of(one, d) for d in found])
            total.add(Counts(sum(right), len(found), len(one.yardstick.gold)))
        rows.append({"decoder": variant.name, **total.table()})
    return rows


def drafts_of(one: Held, decoder: Decoder, variant: Variant) -> list[Draft]:
    """The drafts of one variant."""
    lattice, readout = one.lattice, one.readout
    encoding = lattice.encoding
    if not variant.chain:
        lattice = Lattice.of(encoding, readout, np.zeros_like(decoder.steps))
    spans = lattice.spans(decoder.ready if variant.ready else (0.0, 0.0, 0.0))
    contents = spans["content"]
    if variant.snap:
        contents = snap(contents, quotations(encoding))
    if variant.learned_links:
        linker = Linker(encoding, readout, decoder, contents, spans["cue"], spans["source"])
        found = linker.drafts()
    else:
        found = nearest(contents, spans["cue"], spans["source"])
    return with_forms(found, find_forms(encoding)) if variant.forms else found


def nearest(
    contents: Sequence[FoundSpan], cues: Sequence[FoundSpan], sources: Sequence[FoundSpan]
) -> list[Draft]:
    """Contents tied to the nearest cue, cues (or contents without) to the nearest source."""
    groups: dict[int, list[FoundSpan]] = {}
    for number, content in enumerate(contents):
        cue = _nearest(content, cues)
        groups.setdefault(-1 - number if cue is None else cue, []).append(content)
    drafts = []
    for key, members in groups.items():
        cue_span = cues[key] if key >= 0 else None
        source = _nearest(cue_span or members[0], sources)
        drafts.append(
            Draft(tuple(members), None if source is None else sources[source], cue_span, 0.0, 0.0)
        )
    return drafts


def _nearest(item: FoundSpan, others: Sequence[FoundSpan], reach: int = 60) -> int | None:
    gaps = [max(o.span[0] - item.span[1], item.span[0] - o.span[1]) for o in others]
    best = min(range(len(gaps)), key=gaps.__getitem__, default=None)
    return best if best is not None and gaps[best] <= reach else None


def markdown(rows: Sequence[dict[str, object]]) -> str:
    """The rows as a table."""
    lines = ["| decoder | precision | recall | F1 |", "| --- | --- | --- | --- |"]
    lines += [f"| {r['decoder']} | {r['p']} | {r['r']} | {r['f1']} |" for r in rows]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives its exit code."""
    parser = argparse.ArgumentParser(prog="python -m graph_build.train.ablation")
    parser.add_argument("--data", type=Path, required=True, help="folder with dev.jsonl.gz")
    parser.add_argument("--model", type=Path, required=True, help="folder of a shipped model")
    parser.add_argument("--json", type=Path, help="file to write the numbers to")
    chosen = parser.parse_args(arguments)
    bundle = Bundle(chosen.model)
    held = hold(bundle, tuple(read_articles(chosen.data / "dev.jsonl.gz")))
    rows = compare(held, bundle.decoder)
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(markdown(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
