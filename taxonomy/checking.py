"""Checks a whole folder of taxonomy files and reports every problem with file and line, not only the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from taxonomy.concepts import Occupation, Trade
from taxonomy.files import DATA, TaxonomyFile, TaxonomyFileError
from taxonomy.language import fold
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.vocabulary import Entry, load_vocabulary
from taxonomy.tables.ambiguous_titles import load_ambiguous_titles
from taxonomy.tables.match_scales import load_match_scales
from taxonomy.tables.occupations import gather_occupations
from taxonomy.tables.organisation import (
    load_departments,
    load_order_kinds,
    load_trades,
    load_units,
    refuse_kinds_without_department,
)
from taxonomy.tasks.vocabulary import Task, load_tasks

OCCUPATIONS, REQUIREMENTS, TASKS = "occupations", "requirements", "tasks"
FILES = (
    "trades.toml",
    "departments.toml",
    "units.toml",
    "order_kinds.toml",
    "match_scales.toml",
    "ambiguous_titles.toml",
)

Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a folder holds and what is wrong with it.

    `counts` has occupations, titles (Danish and English), requirements and tasks. `borrowed` names the files that the
    folder lacks, for which the bundled ones were used. `unread` lists demands by law, "id: demand", that match no
    requirement of the vocabulary and so cannot be read out of orders or CVs.
    """

    counts: Mapping[str, int]
    problems: tuple[TaxonomyFileError, ...]
    borrowed: tuple[str, ...]
    unread: tuple[str, ...]


def check_folder(folder: Path) -> Checked:
    """Read every file of the folder as the software does; a missing file is taken from the bundled taxonomy."""
    return _Check(folder).checked()


class _Check:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[TaxonomyFileError] = []
        self._borrowed = tuple(
            name for name in (*FILES, OCCUPATIONS, REQUIREMENTS, TASKS) if not (folder / name).exists()
        )

    def checked(self) -> Checked:
        trades = self._tried(lambda: load_trades(self._path("trades.toml"))) or load_trades(DATA / "trades.toml")
        self._tried(lambda: load_units(self._path("units.toml")))
        self._kinds(trades)
        occupations = self._occupations(trades)
        vocabulary = self._tried(lambda: load_vocabulary(self._path(REQUIREMENTS))) or {}
        self._others()
        tasks = self._tasks(occupations)
        counts = {
            "occupations": len(occupations),
            "titles": sum(len(one.titles) + len(one.english_titles) for one in occupations.values()),
            "requirements": len(vocabulary),
            "tasks": len(tasks),
        }
        return Checked(counts, tuple(self._problems), self._borrowed, tuple(_unread(occupations, vocabulary)))

    def _kinds(self, trades: Mapping[str, Trade]) -> None:
        """The kinds of order, and the departments and match scales that refer to them."""
        departments = self._tried(lambda: load_departments(self._path("departments.toml"), trades))
        kinds_file = self._path("order_kinds.toml")
        kinds = self._tried(lambda: load_order_kinds(kinds_file))
        if kinds is not None:
            self._tried(lambda: load_match_scales(self._path("match_scales.toml"), kinds))
        if kinds is not None and departments is not None:
            self._tried(lambda: refuse_kinds_without_department(kinds_file, kinds, departments))

    def _occupations(self, trades: Mapping[str, Trade]) -> dict[str, Occupation]:
        found = gather_occupations(self._path(OCCUPATIONS), trades)
        self._problems.extend(found.problems)
        # Where occupations are broken, a title that means one of them is not to blame.
        if not found.problems:
            self._tried(lambda: load_ambiguous_titles(self._path("ambiguous_titles.toml"), found.occupations))
        return found.occupations

    def _tasks(self, occupations: Mapping[str, Occupation]) -> Mapping[str, Task]:
        # Where occupations or requirements are broken, a task that is linked to one of them is not to blame.
        if any(problem.file.parent.name in {OCCUPATIONS, REQUIREMENTS} for problem in self._problems):
            return {}
        return self._tried(lambda: load_tasks(self._path(TASKS), occupations)) or {}

    def _others(self) -> None:
        """Files that only have to be sound TOML: the words of reading and of the language."""
        for path in sorted(self._folder.rglob("*.toml")):
            if path.parent.name not in {OCCUPATIONS, REQUIREMENTS, TASKS} and path.name not in FILES:
                self._tried(lambda path=path: TaxonomyFile(path))  # type: ignore[misc]

    def _path(self, name: str) -> Path:
        return DATA / name if name in self._borrowed else self._folder / name

    def _tried(self, load: Callable[[], Loaded]) -> Loaded | None:
        try:
            return load()
        except TaxonomyFileError as error:
            self._problems.append(error)
            return None


def _unread(
    occupations: Mapping[str, Occupation], vocabulary: Mapping[tuple[RequirementKind, str], Entry]
) -> Iterator[str]:
    known = {(entry.kind.value, fold(wording)) for entry in vocabulary.values() for wording in entry.wordings}
    known |= {(kind.value, fold(key)) for kind, key in vocabulary}
    for occupation in occupations.values():
        for demand in occupation.demands:
            # An age is read by rule, not by a word.
            if demand.kind != RequirementKind.AGE and (demand.kind, fold(demand.key)) not in known:
                yield f"{occupation.id}: {demand}"
