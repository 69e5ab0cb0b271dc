"""The tours run, and each .ipynb is its .py."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.model

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
TOURS = sorted(FOLDER.glob("*.py"))


@pytest.mark.parametrize("tour", TOURS, ids=lambda path: path.stem)
def test_the_notebook_holds_the_cells_of_its_script_and_no_output(tour):
    import jupytext

    script, notebook = jupytext.read(tour), jupytext.read(tour.with_suffix(".ipynb"))
    assert [(c.cell_type, c.source) for c in script.cells] == [
        (c.cell_type, c.source) for c in notebook.cells
    ]
    assert all(not cell.get("outputs") for cell in notebook.cells)


@pytest.mark.parametrize("tour", TOURS, ids=lambda path: path.stem)
def test_the_tour_runs(tour, tmp_path):
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(tour.with_suffix(".ipynb"), as_version=4)
    client = NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": str(FOLDER.parent)}}
    )
    client.execute()
    printed = "".join(
        output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", ())
    )
    assert "every row is cut from its text" in printed
    assert "Reuters" in printed
