"""The examples that end the help of each command: lines for a shell.

They are meant to be run, and tests run them: in order, in a folder that holds the sample reports
of the package in `reports/`, gold attributions in `gold.jsonl` and pairs of names in `pairs.csv`.
"""

_FIRST_CLAIM = '"$(onrecord about Erbil --format tsv | sed -n 2p | cut -f 1)"'

EXAMPLES: dict[str, tuple[str, ...]] = {
    "demo": ("onrecord demo", "onrecord demo -o my-demo"),
    "build": (
        "onrecord build reports/",
        "onrecord build 'reports/sample-*.txt' -g my-graph --jobs 2",
    ),
    "extract": (
        "onrecord extract reports/",
        "onrecord extract reports/sample-2-minister-on-television.txt -o attributions.jsonl",
    ),
    "about": ("onrecord about Erbil", "onrecord about Kurdistan Region --format json"),
    "ask": (
        'onrecord ask "who said what about Erbil?"',
        'onrecord ask "who are the unnamed sources?" --format json',
    ),
    "queries": ("onrecord queries", "onrecord queries said-by"),
    "query": (
        "onrecord query said-by -p person=Reuters",
        "onrecord query by-mode -p mode=direct --format csv",
    ),
    "sparql": (
        "echo 'SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }' | onrecord sparql -",
        "onrecord queries timeline --sparql | onrecord sparql - --limit 5 --format ndjson",
    ),
    "view": (
        "onrecord view about Erbil -o erbil.html",
        "onrecord view said-by -p person=Reuters -o reuters.html",
    ),
    "explain": (
        f"onrecord explain {_FIRST_CLAIM}",
        f"onrecord explain {_FIRST_CLAIM} --format json",
    ),
    "judge": (
        'onrecord judge different Erbil "Kurdistan Region" --reason "a city and its region"',
        "onrecord judge list",
    ),
    "reports": ("onrecord reports", "onrecord reports --format json"),
    "text": ("onrecord text sample-1", "onrecord text sample-2 -o copy.txt"),
    "search": ("onrecord search Erbil", "onrecord search one more year --format csv"),
    "stats": ("onrecord stats", "onrecord stats --format json"),
    "evaluate": (
        "onrecord evaluate attributions --gold gold.jsonl",
        "onrecord evaluate attributions --gold gold.jsonl --format json",
        "onrecord evaluate names --pairs pairs.csv",
    ),
    "check": ("onrecord check", "onrecord check --no-reasoner --format json"),
    "export": (
        "onrecord export --format nquads -o graph.nq",
        "onrecord export --format turtle -o graph.ttl",
    ),
    "remove": (
        "onrecord remove sample-5-run-together-words.txt",
        "onrecord remove sample-1-agency-and-unnamed-officials.txt -g my-graph",
    ),
}
