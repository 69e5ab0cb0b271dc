"""Mentions to entities and sources to parties, within one report; every link has its reason."""

from graph_build.link.linker import Linker

__all__ = ["Linker"]
