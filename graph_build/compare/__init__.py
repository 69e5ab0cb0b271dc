"""Claims against claims: what two reports have in common, as judgements with their reasons."""

from graph_build.compare.same_words import same_words

__all__ = ["same_words"]
