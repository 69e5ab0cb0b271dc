"""Quantities of news English: how many of what, with bounds as the words set them."""

from graph_build.annotate.quantities.finder import QuantityFinder

__all__ = ["QuantityFinder"]
