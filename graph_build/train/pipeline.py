"""All steps of training in their order."""

import hashlib
import json
import multiprocessing
import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from graph_build.annotate.trained.bundle import (
    DECODER_FILE,
    ENCODER_FILE,
    TOKENIZER_FILE,
    Bundle,
    load_tokenizer,
)
from graph_build.train.corpus import Article, read_articles, split_for_tuning
from graph_build.train.examples import Example, make_example
from graph_build.train.export import decoder_numbers, export_onnx, quantise
from graph_build.train.loop import Run, train
from graph_build.train.measure import measure
from graph_build.train.settings import Settings
from graph_build.train.tune import tune

FACTS_FILE = "facts.json"


@dataclass(frozen=True, slots=True)
class Paths:
    """Where everything is read from and written to."""

    data: Path
    base: Path
    out: Path
    work: Path


def build(paths: Paths, settings: Settings) -> None:
    """From corpus and base weights to the folder of the shipped model."""
    articles = tuple(read_articles(paths.data / "train.jsonl.gz"))
    learn, held_out = split_for_tuning(articles, settings.tune_articles)
    weights = learn_all(paths, settings, learn, held_out)
    ship(paths, settings, weights)
    found = tune(Bundle(paths.out), held_out, paths.work / "tuning.jsonl")
    dev = tuple(read_articles(paths.data / "dev.jsonl.gz"))
    facts = {
        "settings": asdict(settings),
        "data": {"learned_from": len(learn), "held_out": len(held_out)},
        "base_sha256": checksum(paths.base / "model.safetensors"),
        "tuning": found,
        "dev": measure(Bundle(paths.out), dev),
        "sha256": {
            name: checksum(paths.out / name)
            for name in (ENCODER_FILE, TOKENIZER_FILE, DECODER_FILE)
        },
    }
    text = json.dumps(facts, indent=1, sort_keys=True) + "\n"
    (paths.out / FACTS_FILE).write_text(text, encoding="utf-8")


def learn_all(
    paths: Paths, settings: Settings, learn: Sequence[Article], held_out: Sequence[Article]
) -> list[Path]:
    """Train one network a seed, side by side; the files of their weights.

    Each network learns in a process of its own with as many threads as the settings say, so that
    what it learns does not depend on how many learn beside it.
    """
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(settings.seeds), mp_context=spawn) as pool:
        tasks = [
            pool.submit(learn_one, paths, replace(settings, seeds=(seed,)), learn, held_out)
            for seed in settings.seeds
        ]
        return [task.result() for task in tasks]


def learn_one(
    paths: Paths, settings: Settings, learn: Sequence[Article], held_out: Sequence[Article]
) -> Path:
    """Train the network of the one seed in the settings, unless it is done; its weights' file."""
    (seed,) = settings.seeds
    folder = paths.work / f"seed-{seed}"
    final = folder / "final.pt"
    if not final.exists():
        tokenizer = load_tokenizer(paths.base / TOKENIZER_FILE)
        examples: list[Example] = [make_example(tokenizer, a) for a in learn]
        looks: list[Example] = [make_example(tokenizer, a) for a in held_out]
        train(Run(settings, paths.base, folder, examples, looks))
    return final


def ship(paths: Paths, settings: Settings, weights: Sequence[Path]) -> None:
    """Write encoder, tokenizer and untuned decoder numbers of trained networks."""
    import torch

    from graph_build.train.network import load_network

    networks = []
    for file in weights:
        network = load_network(
            paths.base, dropout=0.0, link_size=settings.link_size, attention="eager"
        )
        network.load_state_dict(torch.load(file, weights_only=True))
        networks.append(network.eval())
    paths.out.mkdir(parents=True, exist_ok=True)
    numbers = decoder_numbers(networks)
    plain = paths.work / "float32.onnx"
    export_onnx(networks, plain)
    quantise(plain, paths.out / ENCODER_FILE)
    shutil.copyfile(paths.base / TOKENIZER_FILE, paths.out / TOKENIZER_FILE)
    table = {
        "name": settings.name,
        "window": settings.window,
        "stride": settings.stride,
        "ready": [1.0, 0.5, 0.5],
        "cue_reach": settings.reach,
        "weights": {"content_source": 0.5, "cue_source": 1.0, "no_source": 1.0, "join": -1.0},
        "confidence": {"bias": 0.0},
        "threshold": 0.0,
        "sha256": {n: checksum(paths.out / n) for n in (ENCODER_FILE, TOKENIZER_FILE)},
        **numbers,
    }
    (paths.out / DECODER_FILE).write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def checksum(file: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
