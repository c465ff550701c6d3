"""Reads the occupations' files; what is wrong or contradicts itself is refused with file and line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taxonomy.concepts import EducationLevel, LegalDemand, Neighbour, Occupation, Trade
from taxonomy.files import TaxonomyFile, TaxonomyFileError, comma_list
from taxonomy.tables.isco import unit_groups

KEYS = frozenset(
    {"label", "english", "isco", "trade", "level", "titles", "english_titles", "skills", "tasks", "demands"}
)
KEYS_WITH_DEFAULT = frozenset({"shifts", "can_fill"})
SHIFTS = frozenset({"dag", "aften", "nat", "weekend", "skiftende"})
DEMAND_KINDS = ("authorisation", "certificate", "driving_licence", "criminal_record", "education", "age")
DEMAND = re.compile(rf"(?P<kind>{'|'.join(DEMAND_KINDS)}): (?P<key>.+) \((?P<source>.+)\)")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The valid occupations of a folder by id, and every problem, in the files' order."""

    occupations: dict[str, Occupation]
    problems: tuple[TaxonomyFileError, ...]


def load_occupations(folder: Path, trades: Mapping[str, Trade]) -> dict[str, Occupation]:
    """Every occupation of the folder's files by id; raises TaxonomyFileError."""
    found = gather_occupations(folder, trades)
    for problem in found.problems:
        raise problem
    return found.occupations


def gather_occupations(folder: Path, trades: Mapping[str, Trade]) -> Gathered:
    """Every valid occupation of the folder's files, and what is wrong with the others."""
    found: dict[str, Occupation] = {}
    sources: dict[str, TaxonomyFile] = {}
    problems: list[TaxonomyFileError] = []
    all_read = True
    for path in sorted(folder.glob("*.toml")):
        try:
            file = TaxonomyFile(path)
        except TaxonomyFileError as error:
            problems.append(error)
            all_read = False
            continue
        for name, table in file.all_tables():
            wrong = list(_problems(file, name, table, trades))
            if name in sources:
                said = f"[{name}] står allerede i {sources[name].path.name}; et id bruges kun én gang"
                wrong.append(file.error(name, said))
            problems.extend(wrong)
            sources.setdefault(name, file)
            if not wrong:
                found[name] = _occupation(name, table)
    contradictions = _contradictions(found, sources, all_read=all_read)
    return Gathered(found, (*problems, *contradictions))


def _occupation(name: str, table: Mapping[str, Any]) -> Occupation:
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
        demands=tuple(LegalDemand(**found.groupdict()) for _, found in _demands(table["demands"]) if found),
        shifts=comma_list(table.get("shifts", "")),
        can_fill=tuple(Neighbour(other, reason) for other, reason in table.get("can_fill", {}).items()),
    )


def _problems(
    file: TaxonomyFile, name: str, table: Mapping[str, Any], trades: Mapping[str, Trade]
) -> Iterator[TaxonomyFileError]:
    if not re.fullmatch(r"[a-z0-9_]+", name):
        yield file.error(name, f"[{name}] er ikke et id: brug små bogstaver a-z, cifre og _")
    if wrong := list(file.wrong_keys(name, table, KEYS, KEYS_WITH_DEFAULT)):
        yield from wrong
    elif no_text := sorted(key for key in {*KEYS, "shifts"} if not isinstance(table.get(key, ""), str)):
        yield file.error(name, f"[{name}] {', '.join(no_text)} skal være tekst i anførselstegn", near=no_text[0])
    else:
        for key, problem in _values(table, trades):
            yield file.error(name, f"[{name}] {problem}", near=key)


def _values(table: Mapping[str, Any], trades: Mapping[str, Trade]) -> Iterator[tuple[str, str]]:
    """What is wrong with the values, each problem with its key."""
    for key in ("label", "english"):
        if not table[key].strip():
            yield key, f"{key} er tom"
    if table["isco"] not in unit_groups():
        wrong = "findes ikke i ISCO-08" if re.fullmatch(r"\d{4}", table["isco"]) else "er ikke fire cifre"
        yield "isco", f"isco {table['isco']!r} {wrong}"
    if table["trade"] not in trades:
        yield "trade", f"trade {table['trade']!r} er ukendt; kendte: {', '.join(trades)}"
    if table["level"] not in set(EducationLevel):
        yield "level", f"level {table['level']!r} er ukendt; kendte: {', '.join(EducationLevel)}"
    if unknown := set(comma_list(table.get("shifts", ""))) - SHIFTS:
        yield "shifts", f"shifts {', '.join(sorted(unknown))} er ukendt; kendte: {', '.join(sorted(SHIFTS))}"
    yield from _wrong_demands(table["demands"])
    neighbours = table.get("can_fill", {})
    if not isinstance(neighbours, dict) or not all(isinstance(why, str) and why.strip() for why in neighbours.values()):
        yield "can_fill", 'can_fill skal skrives { stillings_id = "grunden" }'


def _wrong_demands(text: str) -> Iterator[tuple[str, str]]:
    demands = list(_demands(text))
    for written, found in demands:
        if not found:
            yield (
                "demands",
                f"demands {written!r} skal skrives „slags: nøgle (kilde)“; slags: {', '.join(DEMAND_KINDS)}",
            )
    # Who writes a demand twice mostly meant another one the second time.
    times = Counter(written for written, _ in demands)
    if twice := [written for written in times if times[written] > 1]:
        yield "demands", f"demands nævner {', '.join(map(repr, twice))} to gange"


def _contradictions(
    occupations: Mapping[str, Occupation], sources: Mapping[str, TaxonomyFile], *, all_read: bool
) -> Iterator[TaxonomyFileError]:
    """Two occupations that share a title (hyphens and spaces aside), and neighbours that do not exist.

    A neighbour that is not found is no problem where some file could not be read: it may stand there.
    """
    owners: dict[str, str] = {}
    for name, occupation in occupations.items():
        for title in occupation.titles:
            other = owners.setdefault(_bare(title), name)
            if other != name:
                near = "label" if title == occupation.label else "titles"
                yield sources[name].error(name, f"[{name}] titlen {title!r} hører allerede til [{other}]", near=near)
        for neighbour in occupation.can_fill:
            # One that is broken itself stands in `sources`: its own problem is enough.
            if (all_read and neighbour.occupation not in sources) or neighbour.occupation == name:
                said = f"[{name}] can_fill nævner ingen anden stilling: {neighbour.occupation!r}"
                yield sources[name].error(name, said, near="can_fill")


def _demands(value: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Each demand as written, with its parts where it is well-formed."""
    for part in value.split(";"):
        if written := part.strip():
            yield written, DEMAND.fullmatch(written)


def _bare(title: str) -> str:
    return title.casefold().replace("-", "").replace(" ", "")
