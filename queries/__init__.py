"""The reading side: question to answer, answer to table, page or picture."""
