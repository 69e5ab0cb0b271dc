"""`python -m graph_build.train --data DIR --base DIR --out DIR`: corpus to shipped model.

Learns one network for each seed of settings.toml, resumes each from its checkpoint if it was
stopped, puts them into one int8 file, chooses the decoder's numbers on held-out articles of
train, and measures on dev.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from graph_build.train.pipeline import Paths, build
from graph_build.train.settings import DEFAULT, read_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives its exit code."""
    parser = argparse.ArgumentParser(prog="python -m graph_build.train")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with train.jsonl.gz and dev.jsonl.gz"
    )
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with config.json and model.safetensors"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the model to ship")
    parser.add_argument(
        "--work", type=Path, default=Path("training"), help="folder for checkpoints and logs"
    )
    parser.add_argument("--settings", type=Path, default=DEFAULT, help="hyper-parameters")
    chosen = parser.parse_args(arguments)
    paths = Paths(chosen.data, chosen.base, chosen.out, chosen.work)
    build(paths, read_settings(chosen.settings))
    return 0


if __name__ == "__main__":
    sys.exit(main())
