"""The occupations' files into values; what contradicts itself is refused with file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from taxonomy.concepts import EducationLevel, Neighbour, Occupation, Trade
from taxonomy.files import TaxonomyFile, TaxonomyFileError, comma_list

KEYS = frozenset(
    {"label", "english", "isco", "trade", "level", "titles", "english_titles", "skills", "tasks", "demands"}
)
KEYS_WITH_DEFAULT = frozenset({"shifts", "can_fill"})
SHIFTS = frozenset({"dag", "aften", "nat", "weekend", "skiftende"})


def load_occupations(folder: Path, trades: Mapping[str, Trade]) -> dict[str, Occupation]:
    """Every occupation of the folder's files by id; raises TaxonomyFileError."""
    found: dict[str, Occupation] = {}
    sources: dict[str, TaxonomyFile] = {}
    for path in sorted(folder.glob("*.toml")):
        file = TaxonomyFile(path)
        for name, table in file.tables(required=KEYS, optional=KEYS_WITH_DEFAULT):
            if name in found:
                raise file.error(name, f"[{name}] stands already in {sources[name].path.name}; ids are never reused")
            found[name] = _occupation(file, name, table, trades)
            sources[name] = file
    refuse_contradictions(found, sources)
    return found


def _occupation(file: TaxonomyFile, name: str, table: Mapping[str, Any], trades: Mapping[str, Trade]) -> Occupation:
    for problem in _problems(name, table, trades):
        raise file.error(name, f"[{name}] {problem}")
    label = table["label"]
    return Occupation(
        id=name,
        label=label,
        english=table["english"],
        isco=table["isco"],
        trade=table["trade"],
        level=EducationLevel(table["level"]),
        titles=tuple(dict.fromkeys((label, *comma_list(table["titles"])))),
        english_titles=tuple(dict.fromkeys((table["english"], *comma_list(table["english_titles"])))),
        skills=comma_list(table["skills"]),
        tasks=comma_list(table["tasks"]),
        demands=tuple(part.strip() for part in table["demands"].split(";") if part.strip()),
        shifts=comma_list(table.get("shifts", "")),
        can_fill=tuple(Neighbour(other, reason) for other, reason in table.get("can_fill", {}).items()),
    )


def _problems(name: str, table: Mapping[str, Any], trades: Mapping[str, Trade]) -> list[str]:
    problems = []
    if not re.fullmatch(r"[a-z0-9_]+", name):
        problems.append("is no id: use lower-case a-z, digits and _")
    if wrong := [key for key in KEYS if not isinstance(table[key], str)]:
        return [*problems, f"{', '.join(sorted(wrong))} must be text in quotes"]
    if not re.fullmatch(r"\d{4}", table["isco"]):
        problems.append(f"isco {table['isco']!r} is not four digits")
    if table["trade"] not in trades:
        problems.append(f"trade {table['trade']!r} is unknown; known: {', '.join(trades)}")
    if table["level"] not in set(EducationLevel):
        problems.append(f"level {table['level']!r} is unknown; known: {', '.join(EducationLevel)}")
    if not table["label"].strip() or not table["english"].strip():
        problems.append("needs a label and an english label")
    if unknown := set(comma_list(table.get("shifts", ""))) - SHIFTS:
        problems.append(f"shifts {', '.join(sorted(unknown))} unknown; known: {', '.join(sorted(SHIFTS))}")
    return problems


def refuse_contradictions(occupations: Mapping[str, Occupation], sources: Mapping[str, TaxonomyFile]) -> None:
    """Raise where two occupations share a title (hyphens and spaces aside) or a neighbour does not exist."""
    owners: dict[str, str] = {}
    for occupation in occupations.values():
        for title in occupation.titles:
            other = owners.setdefault(_bare(title), occupation.id)
            if other != occupation.id:
                raise _error(sources, occupation.id, f"title {title!r} belongs already to [{other}]")
        for neighbour in occupation.can_fill:
            if neighbour.occupation not in occupations or neighbour.occupation == occupation.id:
                raise _error(sources, occupation.id, f"can_fill names no other occupation: {neighbour.occupation!r}")


def _bare(title: str) -> str:
    return title.casefold().replace("-", "").replace(" ", "")


def _error(sources: Mapping[str, TaxonomyFile], name: str, problem: str) -> TaxonomyFileError:
    return sources[name].error(name, f"[{name}] {problem}")
