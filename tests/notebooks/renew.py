"""Run every notebook in full and keep what it shows: `python -m tests.notebooks.renew`."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
VECTORS = ROOT / "build" / "test-vectors"  # ignored by git; embedding the CVs is what a first run waits for
SECONDS_A_CELL = 900  # a hang must end; a slow machine must not fail


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook after a run from top to bottom; raises CellExecutionError with the cell and what it said."""
    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(
        notebook, kernel_name="python3", timeout=SECONDS_A_CELL, record_timing=False, resources=place
    )
    client.execute()
    notebook.metadata["language_info"] = {"name": "python"}  # the version of the day would change with every machine
    return notebook


def renew() -> None:
    """Write every notebook back with its new outputs."""
    os.environ["JOBFORMIDLING_DATA"] = str(VECTORS)
    os.environ.pop("NOTEBOOK_SAMPLE", None)
    for path in NOTEBOOKS:
        nbformat.write(executed(path), path)


if __name__ == "__main__":
    renew()
