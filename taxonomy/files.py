"""Reading the taxonomy's own TOML files: a broken one is refused with the file, the line and what would be right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


class TaxonomyFileError(ValueError):
    """A taxonomy file is broken: names the file, the line and the problem."""

    def __init__(self, file: Path, line: int | None, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        super().__init__(f"{file.name}{f', line {line}' if line else ''}: {problem}")


class TaxonomyFile:
    """One TOML file and, for error messages, the line each table starts on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text = path.read_text(encoding="utf-8")
        try:
            self.content: Mapping[str, Any] = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            raise TaxonomyFileError(path, int(line[1]) if line else None, str(error)) from error

    def tables(
        self, *, required: frozenset[str], optional: frozenset[str] = frozenset()
    ) -> list[tuple[str, dict[str, Any]]]:
        """Every table with its name, in the file's order; a missing or unknown key is refused."""
        found = []
        for name, table in self.content.items():
            if not isinstance(table, dict):
                continue
            if missing := required - table.keys():
                raise self.error(name, f"[{name}] lacks {', '.join(sorted(missing))}")
            if unknown := table.keys() - required - optional:
                known = ", ".join(sorted(required | optional))
                raise self.error(name, f"[{name}] has unknown {', '.join(sorted(unknown))}; known: {known}")
            found.append((name, table))
        return found

    def error(self, table: str, problem: str) -> TaxonomyFileError:
        """The error for a problem in the named table, with the line it starts on."""
        match = re.search(rf"^\[\"?{re.escape(table)}\"?\]", self._text, flags=re.MULTILINE)
        return TaxonomyFileError(self.path, self._text.count("\n", 0, match.start()) + 1 if match else None, problem)


def comma_list(text: str) -> tuple[str, ...]:
    """The parts of a comma-separated line, trimmed, empties dropped, each once."""
    return tuple(dict.fromkeys(part for raw in text.replace("\n", " ").split(",") if (part := " ".join(raw.split()))))
