"""Scores against gold data. Scores are reported, never settled by a test beyond a stated floor."""

from graph_build.evaluate.attributions import Evaluation, evaluate_attributions
from graph_build.evaluate.gold import GoldArticle, GoldError, read_gold
from graph_build.evaluate.peers import Peer, peers_on

__all__ = [
    "Evaluation",
    "GoldArticle",
    "GoldError",
    "Peer",
    "evaluate_attributions",
    "peers_on",
    "read_gold",
]
