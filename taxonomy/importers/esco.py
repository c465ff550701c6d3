"""Reads ESCO from the official CSV files, of any version: column names and not places count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from taxonomy.importers.tables import Row, SkippedLine, TableFileError, read_rows

COLUMNS = ("conceptUri", "iscoGroup", "preferredLabel", "altLabels")
LANGUAGES = ("da", "en")
_ISCO = re.compile(r"(?:^|/)C?(\d{4})(?:\.[\d.]+)?$")


class EscoFilesError(TableFileError):
    """The files are missing or are not ESCO's; names the file and what was expected."""


@dataclass(frozen=True, slots=True)
class EscoOccupation:
    """An ESCO occupation with its Danish and English labels; the preferred one of each language first."""

    uri: str
    isco: str
    label: str
    danish: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EscoImport:
    """What a folder gave: the files used, the occupations and the lines left out."""

    files: tuple[str, ...]
    occupations: tuple[EscoOccupation, ...]
    skipped: tuple[SkippedLine, ...]


def read_esco(folder: Path) -> list[EscoOccupation]:
    """The occupations of a folder with occupations_da.csv, occupations_en.csv or both; raises EscoFilesError."""
    return list(import_esco(folder).occupations)


def import_esco(folder: Path) -> EscoImport:
    """The occupations of a folder with what was skipped; raises EscoFilesError."""
    paths = {language: path for language in LANGUAGES if (path := _file(folder, language))}
    if not paths:
        raise EscoFilesError(f"Mappen {folder} har hverken occupations_da.csv eller occupations_en.csv.")
    skipped: list[SkippedLine] = []
    rows = {language: _by_uri(path, skipped) for language, path in paths.items()}
    danish, english = rows.get("da", {}), rows.get("en", {})
    found = tuple(_occupation(uri, danish.get(uri), english.get(uri)) for uri in dict.fromkeys((*danish, *english)))
    if not found:
        raise EscoFilesError(f"Filerne i {folder} indeholder ingen stillinger.")
    return EscoImport(tuple(path.name for path in paths.values()), found, tuple(skipped))


def _file(folder: Path, language: str) -> Path | None:
    return next(iter(sorted(folder.glob(f"occupations_{language}*.csv"))), None)


def _by_uri(path: Path, skipped: list[SkippedLine]) -> dict[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = {}
    try:
        for row in read_rows(path, COLUMNS):
            if reason := _reason_to_skip(row, found):
                skipped.append(SkippedLine(path.name, row.line, reason))
            else:
                found[row.cells["conceptUri"]] = row.cells
    except TableFileError as error:
        raise EscoFilesError(str(error)) from error
    return found


def _reason_to_skip(row: Row, found: Mapping[str, object]) -> str | None:
    cells = row.cells
    reasons = {
        "har flere felter end overskriften": row.too_many,
        "mangler conceptUri eller preferredLabel": not cells["conceptUri"] or not cells["preferredLabel"],
        "er ikke en stilling (conceptType)": cells.get("conceptType", "") not in {"", "Occupation"},
        "er udgået (status)": cells.get("status", "") not in {"", "released"},
        "har ingen firecifret iscoGroup": not _ISCO.search(cells["iscoGroup"]),
        "gentager en conceptUri": cells["conceptUri"] in found,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _occupation(uri: str, danish: Mapping[str, str] | None, english: Mapping[str, str] | None) -> EscoOccupation:
    row = danish or english or {}
    isco = _ISCO.search(row["iscoGroup"])
    return EscoOccupation(uri, isco[1] if isco else "", row["preferredLabel"], _labels(danish), _labels(english))


def _labels(row: Mapping[str, str] | None) -> tuple[str, ...]:
    if row is None:
        return ()
    others = (line.strip() for line in row["altLabels"].splitlines())
    return tuple(dict.fromkeys(label for label in (row["preferredLabel"], *others) if label))
