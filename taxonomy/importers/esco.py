"""Reads ESCO from the official CSV files, of any version: column names and not places count."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("conceptUri", "iscoGroup", "preferredLabel", "altLabels")
LANGUAGES = ("da", "en")


class EscoFilesError(ValueError):
    """The files are missing or are not ESCO's; names the file and what was expected."""


@dataclass(frozen=True, slots=True)
class EscoOccupation:
    """An ESCO occupation with its Danish and English labels; the preferred one of each language first."""

    uri: str
    isco: str
    label: str
    danish: tuple[str, ...]
    english: tuple[str, ...]


def read_esco(folder: Path) -> list[EscoOccupation]:
    """The occupations of a folder with occupations_da.csv, occupations_en.csv or both; raises EscoFilesError."""
    files = {language: _file(folder, language) for language in LANGUAGES}
    if not any(files.values()):
        raise EscoFilesError(f"Mappen {folder} har hverken occupations_da.csv eller occupations_en.csv.")
    rows = {language: dict(_rows(path)) if path else {} for language, path in files.items()}
    uris = dict.fromkeys((*rows["da"], *rows["en"]))
    if not uris:
        raise EscoFilesError(f"Filerne i {folder} indeholder ingen stillinger.")
    return [_occupation(uri, rows["da"].get(uri), rows["en"].get(uri)) for uri in uris]


def _file(folder: Path, language: str) -> Path | None:
    return next((path for path in sorted(folder.glob(f"occupations_{language}*.csv"))), None)


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, restval="")
        try:
            if missing := set(COLUMNS) - set(reader.fieldnames or ()):
                raise EscoFilesError(f"{path.name} mangler kolonnerne {', '.join(sorted(missing))}.")
            for row in reader:
                if row["conceptUri"] and row["preferredLabel"]:
                    yield row["conceptUri"], row
        except (csv.Error, UnicodeDecodeError) as error:
            raise EscoFilesError(f"{path.name}, linje {reader.line_num}, kan ikke læses: {error}") from error


def _occupation(uri: str, danish: Mapping[str, str] | None, english: Mapping[str, str] | None) -> EscoOccupation:
    row = danish or english or {}
    isco = row["iscoGroup"].rsplit("/", 1)[-1].removeprefix("C")[:4]
    return EscoOccupation(uri, isco, row["preferredLabel"], _labels(danish), _labels(english))


def _labels(row: Mapping[str, str] | None) -> tuple[str, ...]:
    if row is None:
        return ()
    others = (line.strip() for line in row["altLabels"].splitlines())
    return tuple(dict.fromkeys(label for label in (row["preferredLabel"].strip(), *others) if label))
