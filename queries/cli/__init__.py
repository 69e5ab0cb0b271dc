"""The `onrecord` command."""

from queries.cli.group import main

__all__ = ["main"]
