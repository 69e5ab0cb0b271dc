"""Sentences to predications: who did what to whom, where, when and how many, as spans."""

from graph_build.annotate.predications.finder import Values, find_predications

__all__ = ["Values", "find_predications"]
