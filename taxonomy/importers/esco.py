"""Reads ESCO's official CSV files of any version; columns are found by name, not by position."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from taxonomy.importers.tables import Row, SkippedLine, TableFileError, read_rows

LANGUAGES = ("da", "en")
_ISCO = re.compile(r"(?:^|/)C?(\d{4})(?:\.[\d.]+)?$")


class EscoKind(Enum):
    """A kind of concept: how its files are named, its conceptType, the Danish word for it, and the columns needed."""

    OCCUPATIONS = ("occupations", "Occupation", "stilling", ("conceptUri", "iscoGroup", "preferredLabel", "altLabels"))
    SKILLS = ("skills", "KnowledgeSkillCompetence", "kompetence", ("conceptUri", "preferredLabel", "altLabels"))

    def __init__(self, prefix: str, concept_type: str, word: str, columns: tuple[str, ...]) -> None:
        self.prefix, self.concept_type, self.word, self.columns = prefix, concept_type, word, columns


class EscoFilesError(TableFileError):
    """The files are missing or are not ESCO's; names the file and what was expected."""


@dataclass(frozen=True, slots=True)
class EscoConcept:
    """An ESCO occupation or skill with its Danish and English labels; the preferred one of each language first.

    `isco` is empty for a skill; `group_names` are what the folder's ISCOGroups files call its unit group; `others` are
    the labels in each further language of the folder, the preferred one first.
    """

    uri: str
    isco: str
    label: str
    danish: tuple[str, ...]
    english: tuple[str, ...]
    group_names: tuple[str, ...] = ()
    others: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class EscoImport:
    """The content of a folder: the files used, the occupations or skills, and the lines left out."""

    files: tuple[str, ...]
    concepts: tuple[EscoConcept, ...]
    skipped: tuple[SkippedLine, ...]


def import_esco(folder: Path, kind: EscoKind = EscoKind.OCCUPATIONS) -> EscoImport:
    """The concepts of one kind in a folder with what was skipped; raises EscoFilesError."""
    paths = {language: path for language in LANGUAGES if (path := _file(folder, kind, language))}
    paths |= _further(folder, kind)
    if not paths:
        raise EscoFilesError(f"Mappen {folder} har hverken {kind.prefix}_da.csv eller {kind.prefix}_en.csv.")
    skipped: list[SkippedLine] = []
    rows = {language: _by_uri(path, kind, skipped) for language, path in paths.items()}
    danish, english, others = rows.pop("da", {}), rows.pop("en", {}), tuple(rows.values())
    names = _group_names(folder) if "iscoGroup" in kind.columns else {}
    found = tuple(
        _concept((danish.get(uri), english.get(uri), *(other.get(uri) for other in others)), names)
        for uri in dict.fromkeys(uri for of_language in (danish, english, *others) for uri in of_language)
    )
    if not found:
        raise EscoFilesError(f"Filerne i {folder} indeholder ingen {kind.word}er.")
    return EscoImport(tuple(path.name for path in paths.values()), found, tuple(skipped))


def _file(folder: Path, kind: EscoKind, language: str) -> Path | None:
    return next(iter(sorted(folder.glob(f"{kind.prefix}_{language}*.csv"))), None)


def _further(folder: Path, kind: EscoKind) -> dict[str, Path]:
    """The folder's files in languages other than Danish and English, one each."""
    named = re.compile(rf"{kind.prefix}_([a-z]{{2}})(?![a-z]).*\.csv")
    found = {match[1]: path for path in sorted(folder.glob("*.csv")) if (match := named.fullmatch(path.name))}
    return {language: path for language, path in found.items() if language not in LANGUAGES}


def _group_names(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """The unit groups' names from the ISCOGroups files in the folder; empty where there are none."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for path in sorted(folder.glob(f"ISCOGroups_{language}*.csv"))[:1]:
            for row in read_rows(path, ("code", "preferredLabel")):
                found.setdefault(row.cells["code"], []).append(row.cells["preferredLabel"])
    return {code: tuple(filter(None, names)) for code, names in found.items()}


def _by_uri(path: Path, kind: EscoKind, skipped: list[SkippedLine]) -> dict[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = {}
    try:
        for row in read_rows(path, kind.columns):
            if reason := _reason_to_skip(row, kind, found):
                skipped.append(SkippedLine(path.name, row.line, reason))
            else:
                found[row.cells["conceptUri"]] = row.cells
    except TableFileError as error:
        raise EscoFilesError(str(error)) from error
    return found


def _reason_to_skip(row: Row, kind: EscoKind, found: Mapping[str, object]) -> str | None:
    cells = row.cells
    reasons = {
        "har flere felter end overskriften": row.too_many,
        "mangler conceptUri eller preferredLabel": not cells["conceptUri"] or not cells["preferredLabel"],
        f"er ikke en {kind.word} (conceptType)": cells.get("conceptType", "") not in {"", kind.concept_type},
        "er udgået (status)": cells.get("status", "") not in {"", "released"},
        "har ingen firecifret iscoGroup": "iscoGroup" in kind.columns and not _ISCO.search(cells["iscoGroup"]),
        "gentager en conceptUri": cells["conceptUri"] in found,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _concept(rows: Sequence[Mapping[str, str] | None], group_names: Mapping[str, tuple[str, ...]]) -> EscoConcept:
    """A concept by its rows, the Danish one first, then the English one, then those in other languages."""
    row = next(filter(None, rows))
    found = _ISCO.search(row.get("iscoGroup", ""))
    isco = found[1] if found else ""
    danish, english, *others = map(_labels, rows)
    return EscoConcept(
        row["conceptUri"],
        isco,
        row["preferredLabel"],
        danish,
        english,
        group_names.get(isco, ()),
        (*filter(None, others),),
    )


def _labels(row: Mapping[str, str] | None) -> tuple[str, ...]:
    if row is None:
        return ()
    others = (line.strip() for line in row["altLabels"].splitlines())
    return tuple(dict.fromkeys(label for label in (row["preferredLabel"], *others) if label))
