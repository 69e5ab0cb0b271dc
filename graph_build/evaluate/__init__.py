"""Scores against gold data. Scores are reported, never settled by a test beyond a stated floor."""

from graph_build.evaluate.attributions import Evaluation, evaluate_attributions
from graph_build.evaluate.gold import GoldArticle, GoldError, read_gold

__all__ = ["Evaluation", "GoldArticle", "GoldError", "evaluate_attributions", "read_gold"]
