"""The writing side: report text to claims, claims to quads, quads to a store."""
