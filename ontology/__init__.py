"""The words of On Record: ontology, shapes, gazetteer and lexicon; imports nothing of ours."""
