"""The product's own source, parsed, for the tests of architecture."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("api", "indexer", "matcher", "taxonomy")


@cache
def modules(package: str = "") -> tuple[tuple[Path, ast.Module], ...]:
    """Every module under the folder, or of the whole product, parsed; LookupError where there is none."""
    folders = [ROOT / package] if package else [ROOT / name for name in PACKAGES]
    found = [path for folder in folders for path in _python(folder)]
    if not found:
        raise LookupError(f"no module in {package}")
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in found)


def names(tree: ast.Module) -> Iterator[str]:
    """Every name that is imported, read or written, as attribute or alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.alias):
            yield node.name.rpartition(".")[2]


def attributes(tree: ast.Module) -> set[str]:
    """Every attribute that is read or written."""
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def _python(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))
