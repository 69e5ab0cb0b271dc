"""What the words around a predicate do to it: how sure, whether so, who wills it, on what terms."""

from graph_build.annotate.modality.finder import find_modalities

__all__ = ["find_modalities"]
