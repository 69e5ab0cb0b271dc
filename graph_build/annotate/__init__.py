"""Report to annotations: sentences, names, attributions, hedges, dates. The home of spaCy."""

from graph_build.annotate.annotator import Annotator, Extractor
from graph_build.annotate.parsed import ParsedReport
from graph_build.annotate.rules import RuleExtractor
from graph_build.annotate.vocabulary import Vocabulary

__all__ = ["Annotator", "Extractor", "ParsedReport", "RuleExtractor", "Vocabulary"]
