"""Annotations and links to statements: content, chain of hops, certainty, what it is about."""

from graph_build.claims.builder import ClaimBuilder

__all__ = ["ClaimBuilder"]
