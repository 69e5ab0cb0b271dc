"""The nouns: frozen values that every stage shares. No RDF, no language library.

`text` what is read, `attribution` who-said-what as spans, `annotation` all that is found in a
text, `entity` things and the judgements that tie names to them, `statement` the result.
"""
