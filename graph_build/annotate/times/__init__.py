"""Times of news English: found by a grammar of our own, resolved by what the text itself gives."""

from graph_build.annotate.times.finder import Times, find_times

__all__ = ["Times", "find_times"]
