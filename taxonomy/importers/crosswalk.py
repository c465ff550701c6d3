"""Reads national crosswalk files: an official title, its DISCO code and the ESCO concept it is mapped to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from taxonomy.importers.tables import Row, SkippedLine, TableFileError, columns_of, read_rows


class CrosswalkFileError(TableFileError):
    """A crosswalk file is missing or broken; names the file, where and what was expected."""


@dataclass(frozen=True, slots=True)
class CrosswalkColumns:
    """The names of a file's columns; there may be no code."""

    title: str
    esco: str
    code: str | None = None


# Known names of the columns, in lower case; the first one found is used.
TITLE_NAMES = ("title", "titel", "stillingsbetegnelse", "betegnelse", "stilling", "preferredlabel", "label")
ESCO_NAMES = ("esco", "esco_uri", "escouri", "esco-link", "esco link", "concepturi", "uri")
CODE_NAMES = ("disco", "disco08", "disco-08", "disco_kode", "discokode", "disco code", "kode", "code")
_URI = re.compile(r"https?://\S+")
_SEPARATORS = re.compile(r"[\s,;|]+(?=https?://)")


@dataclass(frozen=True, slots=True)
class OfficialTitle:
    """An official title: `code` as the file writes it, empty where it has none."""

    title: str
    code: str
    esco: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The official titles of a file and the lines left out."""

    file: str
    titles: tuple[OfficialTitle, ...]
    skipped: tuple[SkippedLine, ...]

    def by_concept(self) -> dict[str, tuple[str, ...]]:
        """The titles of each ESCO concept."""
        found: dict[str, dict[str, None]] = {}
        for official in self.titles:
            for uri in official.esco:
                found.setdefault(uri, {})[official.title] = None
        return {uri: tuple(titles) for uri, titles in found.items()}


def read_crosswalk(
    path: Path, columns: CrosswalkColumns | None = None, known: Collection[str] | None = None
) -> Crosswalk:
    """The official titles of a file; links outside the `known` URIs are skipped; raises CrosswalkFileError."""
    try:
        names = columns or _guess(path)
        needed = [name for name in (names.title, names.esco, names.code) if name]
        titles: list[OfficialTitle] = []
        skipped: list[SkippedLine] = []
        for row in read_rows(path, needed):
            official = _official_title(row, names)
            if reason := _reason_to_skip(row, official, known):
                skipped.append(SkippedLine(path.name, row.line, reason))
            else:
                titles.append(official)
    except CrosswalkFileError:
        raise
    except TableFileError as error:
        raise CrosswalkFileError(str(error)) from error
    return Crosswalk(path.name, tuple(titles), tuple(skipped))


def _guess(path: Path) -> CrosswalkColumns:
    written = {name.strip().lower(): name for name in columns_of(path)}
    found = [next((written[name] for name in names if name in written), None) for names in (TITLE_NAMES, ESCO_NAMES)]
    title, esco = found
    if title is None or esco is None:
        lacking = "en kolonne med titlen" if title is None else "en kolonne med ESCO-linket"
        raise CrosswalkFileError(
            f"{path.name} mangler {lacking}. Kendte navne: {', '.join(TITLE_NAMES)}; {', '.join(ESCO_NAMES)}."
        )
    return CrosswalkColumns(title, esco, next((written[name] for name in CODE_NAMES if name in written), None))


def _official_title(row: Row, names: CrosswalkColumns) -> OfficialTitle:
    links = tuple(dict.fromkeys(link for link in _SEPARATORS.split(row.cells[names.esco]) if _URI.fullmatch(link)))
    return OfficialTitle(row.cells[names.title], row.cells[names.code] if names.code else "", links)


def _reason_to_skip(row: Row, official: OfficialTitle, known: Collection[str] | None) -> str | None:
    reasons: Mapping[str, bool] = {
        "har flere felter end overskriften": row.too_many,
        "mangler titel": not official.title,
        "har intet gyldigt ESCO-link": not official.esco,
        "linker til en ukendt stilling": known is not None and not any(uri in known for uri in official.esco),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)
