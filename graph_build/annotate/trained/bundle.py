"""What the trained extractor is made of: a folder with an encoder, its tokenizer, its numbers."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph_build.annotate.trained.encoder import Encoder
from graph_build.annotate.trained.encoding import Tokenizer as PieceTokenizer
from graph_build.errors import GraphBuildError

Floats = NDArray[np.float64]
ENCODER_FILE, TOKENIZER_FILE, DECODER_FILE = "model.onnx", "tokenizer.json", "decoder.json"


class DamagedModelError(GraphBuildError, ValueError):
    """A file of the model is missing or not the one that was trained."""


@dataclass(frozen=True)
class LinkTable:
    """Learned scores of how two spans stand, and where their vectors lie in the readout."""

    item: int
    other: int
    none: int
    size: int
    gap: Floats
    line: Floats


@dataclass(frozen=True)
class Decoder:
    """The numbers beside the encoder; all chosen on articles of train that it has not seen."""

    name: str
    window: int
    stride: int
    steps: Floats
    ready: tuple[float, ...]
    links: dict[str, LinkTable]
    cue_reach: int
    weights: dict[str, float]
    confidence: dict[str, float]
    threshold: float

    @classmethod
    def from_json(cls, table: dict[str, Any]) -> "Decoder":
        """The decoder of a parsed decoder.json."""
        links = {
            kind: LinkTable(
                row["item"],
                row["other"],
                row["none"],
                row["size"],
                np.asarray(row["gap"]),
                np.asarray(row["line"]),
            )
            for kind, row in table["links"].items()
        }
        return cls(
            name=table["name"],
            window=table["window"],
            stride=table["stride"],
            steps=np.asarray(table["steps"]),
            ready=tuple(table["ready"]),
            links=links,
            cue_reach=table["cue_reach"],
            weights=table["weights"],
            confidence=table["confidence"],
            threshold=table["threshold"],
        )


@dataclass(frozen=True)
class Bundle:
    """The folder of a trained model; files are read, and their checksums compared, when needed."""

    folder: Path
    threads: int = 1

    @cached_property
    def decoder(self) -> Decoder:
        """The numbers of decoder.json."""
        return Decoder.from_json(self._table)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder, ready to run."""
        self._check(ENCODER_FILE)
        chosen = self.decoder
        return Encoder.load(
            self.folder / ENCODER_FILE,
            window=chosen.window,
            stride=chosen.stride,
            threads=self.threads,
        )

    @cached_property
    def tokenizer(self) -> PieceTokenizer:
        """The tokenizer, without padding and truncation."""
        self._check(TOKENIZER_FILE)
        return load_tokenizer(self.folder / TOKENIZER_FILE)

    @cached_property
    def _table(self) -> dict[str, Any]:
        file = self.folder / DECODER_FILE
        if not file.is_file():
            raise DamagedModelError(f"{self.folder} holds no {DECODER_FILE}, so no trained model")
        table: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return table

    def _check(self, name: str) -> None:
        file = self.folder / name
        if not file.is_file():
            raise DamagedModelError(f"{file} is missing")
        found = hashlib.sha256(file.read_bytes()).hexdigest()
        wanted = self._table["sha256"][name]
        if found != wanted:
            raise DamagedModelError(f"{file} has checksum {found}, not {wanted}")


def load_tokenizer(file: Path) -> PieceTokenizer:
    """The tokenizer of a tokenizer.json, without padding and truncation."""
    from tokenizers import Tokenizer

    tokenizer: Any = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    loaded: PieceTokenizer = tokenizer
    return loaded
