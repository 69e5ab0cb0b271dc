"""Attribution by rules: one module for each family of forms, one that chooses among the finds."""

from graph_build.annotate.rules.extractor import RuleExtractor

__all__ = ["RuleExtractor"]
