"""Reads the taxonomy's own TOML files; a broken one is refused with the file, the line and the fix."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from taxonomy.os_reasons import reason
from taxonomy.toml_problems import toml_problem

DATA = Path(__file__).parent / "data"


class TaxonomyFileError(ValueError):
    """A taxonomy file is broken: names in Danish the file, the line and the problem."""

    def __init__(self, file: Path, line: int | None, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        super().__init__(f"{file.name}{f', linje {line}' if line else ''}: {problem}")


class TaxonomyFile:
    """One TOML file and, for error messages, the line each table starts on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise TaxonomyFileError(path, None, "er ikke UTF-8; gem filen som UTF-8") from error
        except OSError as error:
            raise TaxonomyFileError(path, None, f"kan ikke åbnes: {reason(error)}") from error
        try:
            self.content: Mapping[str, Any] = tomllib.loads(_with_literal_blocks(self._text))
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            raise TaxonomyFileError(path, int(line[1]) if line else None, toml_problem(str(error))) from error

    def tables(
        self, *, required: frozenset[str], optional: frozenset[str] = frozenset()
    ) -> list[tuple[str, dict[str, Any]]]:
        """Every table with its name, in the file's order; a missing or unknown key is refused."""
        found = self.all_tables()
        for name, table in found:
            for problem in self.wrong_keys(name, table, required, optional):
                raise problem
        return found

    def all_tables(self) -> list[tuple[str, dict[str, Any]]]:
        """Every table with its name, in the file's order, unchecked."""
        return [(name, table) for name, table in self.content.items() if isinstance(table, dict)]

    def wrong_keys(
        self, name: str, table: Mapping[str, Any], required: frozenset[str], optional: frozenset[str]
    ) -> Iterator[TaxonomyFileError]:
        """What is missing in a table, and what is unknown."""
        if missing := required - table.keys():
            yield self.error(name, f"[{name}] mangler {', '.join(sorted(missing))}")
        if unknown := table.keys() - required - optional:
            known = ", ".join(sorted(required | optional))
            said = f"[{name}] har ukendt {', '.join(sorted(unknown))}; kendte: {known}"
            yield self.error(name, said, near=min(unknown))

    def expect(self, name: str, table: Mapping[str, Any], kind: type, what: str, *keys: str) -> None:
        """Refuse a value of another type; `what` says in Danish what is right."""
        for key in keys:
            if key in table and not isinstance(table[key], kind):
                raise self.error(name, f"[{name}] {key} skal være {what}", near=key)

    def error(self, table: str, problem: str, *, near: str = "") -> TaxonomyFileError:
        """The error for a problem in the named table, at its line that begins with `near`, else at its first line."""
        return TaxonomyFileError(self.path, self._line(table, near), problem)

    def _line(self, table: str, near: str) -> int | None:
        header = re.search(rf"^\[\"?{re.escape(table)}\"?\]", self._text, flags=re.MULTILINE)
        if header is None:
            return None
        after = re.compile(r"^\[", re.MULTILINE).search(self._text, header.end())
        within = re.compile(rf"^\s*[=\"~]*{re.escape(near)}(?!\w)", re.MULTILINE)
        found = within.search(self._text, header.start(), after.start() if after else len(self._text)) if near else None
        # White space that a line begins with may reach back over empty lines.
        place = found.end() if found else header.start()
        return self._text.count("\n", 0, place) + 1


def _with_literal_blocks(text: str) -> str:
    """The same TOML with its multi-line strings made literal, which tomllib reads much faster."""
    return text if "\\" in text or "'''" in text else text.replace('"""', "'''")


def comma_list(text: str) -> tuple[str, ...]:
    """The parts of a comma-separated line, trimmed, empties dropped, each once."""
    return tuple(dict.fromkeys(part for raw in text.replace("\n", " ").split(",") if (part := " ".join(raw.split()))))
