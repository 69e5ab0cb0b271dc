"""Hands the maker of reports to the tests of this folder."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def making() -> ModuleType:
    """The module that makes reports by hand."""
    name = "onrecord_tests_making_reports"
    if name not in sys.modules:
        path = Path(__file__).resolve().parent.parent / "making_reports.py"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]
