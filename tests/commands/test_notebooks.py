"""Every notebook runs from top to bottom on the sample graph, as an analyst would run it."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest
from commands.run import Done
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_on_the_sample(
    path: Path, demo: Done, demo_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPGRAPH_HOME", str(demo_home))
    monkeypatch.delenv("IPGRAPH_STORE", raising=False)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute(env=os.environ)
    texts = [o for cell in notebook.cells if cell.cell_type == "code" for o in cell.outputs]
    assert texts, "a notebook that shows nothing helps nobody"
    assert (tmp_path / "锂电池.html").stat().st_size > 10_000
