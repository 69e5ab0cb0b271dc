"""The hyper-parameters, read from settings.toml beside this file or from a file like it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

DEFAULT = Path(__file__).with_name("settings.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """See settings.toml for what each one means."""

    name: str
    tune_articles: int
    window: int
    stride: int
    reach: int
    seeds: tuple[int, ...]
    epochs: int
    batch: int
    encoder_rate: float
    head_rate: float
    warmup: float
    cooldown: float
    weight_decay: float
    clip: float
    dropout: float
    save_every: int
    threads: int
    link_size: int
    link_weight: float


def read_settings(path: Path = DEFAULT) -> Settings:
    """The settings of a file; a missing or unknown name is an error."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    training = dict(table["training"])
    return Settings(
        name=table["model"]["name"],
        tune_articles=table["data"]["tune_articles"],
        window=table["window"]["size"],
        stride=table["window"]["stride"],
        reach=table["links"]["reach"],
        link_size=table["links"]["size"],
        link_weight=table["links"]["weight"],
        seeds=tuple(training.pop("seeds")),
        **training,
    )
