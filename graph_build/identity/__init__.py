"""Whether two names name one thing, and what follows from decisions that they do or do not."""

from graph_build.identity.classes import group_decided, settle
from graph_build.identity.hypotheses import hypotheses
from graph_build.identity.matcher import THRESHOLD, NameMatcher

__all__ = ["THRESHOLD", "NameMatcher", "group_decided", "hypotheses", "settle"]
