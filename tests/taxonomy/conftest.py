"""The bundled files of the taxonomy, copied to be edited."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from taxonomy.files import DATA


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(DATA, tmp_path / "data")
