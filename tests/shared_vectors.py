"""Data folders whose vectors are those of all tests: what one has embedded, no other embeds, in whatever process."""

from __future__ import annotations

from pathlib import Path

from indexer.embedding.cache import FILE
from tests.conftest import VECTORS


def data_folder(folder: Path) -> Path:
    """The folder, made where it is missing, with a link to the vectors."""
    for each in (folder, VECTORS):
        each.mkdir(parents=True, exist_ok=True)
    (VECTORS / FILE).touch()
    (folder / FILE).symlink_to(VECTORS / FILE)
    return folder
