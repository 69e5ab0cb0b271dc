"""Attribution by a trained encoder (onnxruntime, tokenizers, numpy): no torch, no network."""

from graph_build.annotate.trained.bundle import Bundle, DamagedModelError
from graph_build.annotate.trained.chained import ChainedExtractor
from graph_build.annotate.trained.cue_names import CueNames
from graph_build.annotate.trained.extractor import TrainedExtractor

__all__ = ["Bundle", "ChainedExtractor", "CueNames", "DamagedModelError", "TrainedExtractor"]
