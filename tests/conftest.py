"""Fixtures that every test folder may use."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds and gold beside the checkout; absent in an outside user's clone."""
    folder = ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("needs ../shared (seeds and gold), which this clone does not have")
    return folder


@pytest.fixture(scope="session")
def seed_graph(shared, tmp_path_factory) -> Path:
    """The graph of the seed reports with the shipped model, built once a test run; read only."""
    from graph_build.pipeline import build

    folder = tmp_path_factory.mktemp("seeds") / "graph"
    build([str(shared / "seeds")], folder)
    return folder


@pytest.fixture(scope="session")
def pipeline():
    """The rule pipeline, made once a test run."""
    from graph_build.pipeline import Pipeline

    return Pipeline.create("rules")


@pytest.fixture(scope="session")
def attributions_in(pipeline):
    """A function: text to [(source, cue, content, attribution)], the first three in words."""
    from graph_build.read import report_from_text

    def find(text: str) -> list[tuple[str, str, str, object]]:
        report = report_from_text(text, file_name="test.txt")

        def words(spans):
            return " ... ".join(span.cut(text) for span in spans)

        return [
            (words(a.source), words(a.cue), words(a.content), a)
            for a in pipeline.attributions(report)
        ]

    return find


@pytest.fixture(scope="session")
def graph_of(pipeline):
    """A function: text to its ReportGraph."""
    from graph_build.read import report_from_text

    def build(text: str, file_name: str = "test.txt"):
        return pipeline.report_graph(report_from_text(text, file_name=file_name))

    return build


@pytest.fixture(scope="session")
def making() -> ModuleType:
    """The module that makes reports by hand; tests/ is no package, so it is loaded by its path."""
    name = "onrecord_tests_making_reports"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / "making_reports.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]
