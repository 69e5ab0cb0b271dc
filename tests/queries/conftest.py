"""The harbour graph, the catalogue over it, and the command run over it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parent))

from harbour_graph import HarbourGraph, harbour_graph, open_harbour

from queries.cli import main
from queries.cli.session import Session
from queries.named_query import load_query
from queries.run import Answer, run_query


@pytest.fixture(scope="session")
def graph() -> HarbourGraph:
    return harbour_graph()


@pytest.fixture(scope="session")
def answer(graph: HarbourGraph) -> Callable[..., Answer]:
    """Runs a query of the catalogue: answer("about", entity="Port Alder")."""

    def run(name: str, **values: str) -> Answer:
        return run_query(graph, load_query(name), values)

    return run


@pytest.fixture
def onrecord() -> Callable[..., Result]:
    """Runs the command over the harbour graph: onrecord("about", "Port Alder")."""

    def run(*arguments: str, **settings: Any) -> Result:
        return CliRunner().invoke(main, arguments, obj=Session(open_harbour), **settings)

    return run
