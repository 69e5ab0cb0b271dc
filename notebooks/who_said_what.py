# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Who said what about Erbil?
#
# A tour of On Record over its five sample reports: from text files to an answer, to the characters
# behind it, to the same graph by SPARQL, and to a picture. Everything runs offline.

# %%
import html
import tempfile
from pathlib import Path

import graph_build
from graph_build.pipeline import build
from graph_build.store import open_store
from queries.named_query import load_query
from queries.render import render_entity_view
from queries.run import run_query

samples = Path(graph_build.__file__).parent / "data" / "samples"
folder = Path(tempfile.mkdtemp()) / "graph"
summary = build([str(samples)], folder)
print(f"{summary.added} reports, {summary.claims} claims")

# %% [markdown]
# ## The question
#
# Each row is one claim: whose words, through whom they came, and where they stand. `fit` says why a
# claim answers the question: it names Erbil, or something around it.

# %%
with open_store(folder, read_only=True) as graph:
    answer = run_query(graph, load_query("about"), {"entity": "Erbil"})
for row in answer.rows:
    mark = " (carried over)" if row["inherited"] else ""
    print(f"{row['file']}: {' > '.join(row['chain']) or 'the report itself'}{mark}")
    print(f"    {row['words']}")
    print(f"    {row['mode']}, {row['certainty']}, {row['fit']}, at {row['spans']}\n")

# %% [markdown]
# ## Back to the characters
#
# Offsets are half-open code points of the text as held. Cutting the text there gives the words.

# %%
for row in answer.rows:
    text = (samples / row["file"]).read_bytes().decode("utf-8")
    assert row["words"] == " ... ".join(text[start:end] for start, end in row["spans"])
print("every row is cut from its text")

# %% [markdown]
# ## The graph itself
#
# One named graph for each report; each hop of a chain is a claim of its own. Here: which parties
# stand in the chains, and how often a hop was carried over from a neighbouring sentence.

# %%
hops = """
PREFIX onr: <https://w3id.org/onrecord/ontology#>
SELECT ?kind ?inherited (COUNT(?claim) AS ?claims) WHERE {
  GRAPH ?report { ?claim a onr:Claim ; onr:hopKind ?kind ; onr:inherited ?inherited }
} GROUP BY ?kind ?inherited ORDER BY ?kind ?inherited
"""
with open_store(folder, read_only=True) as graph:
    table = graph.select(hops)
for cells in table.rows:
    print([cell.value for cell in cells])

# %% [markdown]
# ## The picture
#
# The page is self-contained; the sandbox keeps it apart from the notebook.

# %%
page = render_entity_view(answer.rows, title="Erbil", question="Who said what about Erbil?")


class Picture:
    """The page in a sandboxed frame."""

    def _repr_html_(self) -> str:
        frame = '<iframe sandbox="allow-scripts" width="100%" height="640" srcdoc="{}"></iframe>'
        return frame.format(html.escape(page, quote=True))


Picture()
