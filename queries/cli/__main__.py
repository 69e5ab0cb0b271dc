"""`python -m queries.cli`: the same as `onrecord`."""

from queries.cli import main

main()
