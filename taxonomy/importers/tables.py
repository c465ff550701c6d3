"""CSV files from elsewhere: columns in any order; comma, semicolon or tab; with or without a byte order mark."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from taxonomy.os_reasons import reason

LONGEST_FIELD = 1_000_000  # characters; a longer one is a quotation mark that was never closed
_SEPARATORS = ",;\t"
_UNCLOSED = "et anførselstegn er ikke lukket"
# Danish for what Python's reader says, by a part of the message.
_SAID = {
    "unexpected end of data": _UNCLOSED,
    "field larger than field limit": _UNCLOSED,
    "expected after": "der står tegn efter et lukket anførselstegn",
    "NUL": "den har et nultegn",
}


class TableFileError(ValueError):
    """A file is missing or broken; says in Danish which file, where and what was expected."""


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A line that was left out, and why, in Danish."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `line` is the line of the file that it ends on. A missing cell is empty."""

    line: int
    cells: Mapping[str, str]
    too_many: bool


def read_rows(path: Path, required: Collection[str]) -> Iterator[Row]:
    """The non-empty rows below the header; raises TableFileError with file and line."""
    reader: csv.DictReader[str] | None = None
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            file.seek(0)
            reader = csv.DictReader(file, restval="", restkey="", delimiter=_separator(header), strict=True)
            csv.field_size_limit(LONGEST_FIELD)
            if missing := set(required) - set(reader.fieldnames or ()):
                raise TableFileError(f"{path.name} mangler kolonnerne {', '.join(sorted(missing))}.")
            yield from _rows(reader)
    except UnicodeDecodeError as error:
        raise TableFileError(f"{path.name} er ikke UTF-8 (ved byte {error.start}). Gem filen som UTF-8.") from error
    except csv.Error as error:
        line = reader.line_num if reader else 1
        raise TableFileError(f"{path.name}, linje {line}, kan ikke læses: {_told(error)}.") from error
    except OSError as error:
        raise TableFileError(f"{path.name} kan ikke åbnes: {reason(error)}.") from error


def columns_of(path: Path) -> tuple[str, ...]:
    """The names of a file's columns; raises TableFileError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
    except UnicodeDecodeError as error:
        raise TableFileError(f"{path.name} er ikke UTF-8 (ved byte {error.start}). Gem filen som UTF-8.") from error
    except OSError as error:
        raise TableFileError(f"{path.name} kan ikke åbnes: {reason(error)}.") from error
    return tuple(next(csv.reader([header], delimiter=_separator(header)), ()))


def _told(error: csv.Error) -> str:
    return next((danish for part, danish in _SAID.items() if part in str(error)), "den er ikke gyldig CSV")


def _rows(reader: csv.DictReader[str]) -> Iterator[Row]:
    for row in reader:
        cells = {name: str(value).strip() for name, value in row.items() if name}
        if any(cells.values()):
            yield Row(reader.line_num, cells, too_many="" in row)


def _separator(header: str) -> str:
    return max(_SEPARATORS, key=header.count)
