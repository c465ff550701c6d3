"""The product's own source, parsed, for the tests of architecture."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("api", "indexer", "matcher", "taxonomy")


def modules(package: str = "") -> Iterator[tuple[Path, ast.Module]]:
    """Every module under the folder, or of the whole product, parsed; LookupError where there is none."""
    folders = [ROOT / package] if package else [ROOT / name for name in PACKAGES]
    found = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    if not found:
        raise LookupError(f"no module in {package}")
    return ((path, parsed(path)) for path in found)


@cache
def parsed(path: Path) -> ast.Module:
    """The module as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


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
