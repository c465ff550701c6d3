"""Every notebook runs from top to bottom on a sample; its vectors lie in a folder that later runs find them in."""

import json
import re
from pathlib import Path

import nbformat
import pytest

from tests.notebooks.renew import NOTEBOOKS, VECTORS, executed

by_name = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def test_there_are_notebooks():
    assert NOTEBOOKS


@by_name
@pytest.mark.long
def test_a_notebook_runs_without_an_error(path: Path, monkeypatch: pytest.MonkeyPatch):
    VECTORS.mkdir(parents=True, exist_ok=True)
    monkeypatch.setenv("JOBFORMIDLING_DATA", str(VECTORS))
    monkeypatch.setenv("NOTEBOOK_SAMPLE", "1")
    notebook = executed(path)
    pictures = [output for output in outputs(notebook) if "image/png" in output.get("data", {})]
    assert pictures


@by_name
def test_a_notebook_is_kept_with_pictures_and_without_errors_or_paths_of_a_machine(path: Path):
    notebook = nbformat.read(path, as_version=4)
    kept = outputs(notebook)
    assert any("image/png" in output.get("data", {}) for output in kept)
    assert not [output for output in kept if output["output_type"] == "error" or output.get("name") == "stderr"]
    words = json.dumps([cell["source"] for cell in notebook.cells] + [text_of(output) for output in kept])
    assert not re.search(r"/(home|root|work|tmp|Users)/|[A-Z]:\\\\", words)


@by_name
def test_a_notebook_says_that_its_data_are_synthetic_and_defines_nothing(path: Path):
    notebook = nbformat.read(path, as_version=4)
    assert "synthetic" in notebook.cells[0]["source"]
    code = "\n".join(cell["source"] for cell in notebook.cells if cell["cell_type"] == "code")
    assert not re.search(r"^\s*(def|class) ", code, re.MULTILINE)


def outputs(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def text_of(output: nbformat.NotebookNode) -> str:
    told = {kind: text for kind, text in output.get("data", {}).items() if kind.startswith("text/")}
    return f"{output.get('text', '')}{told}"
