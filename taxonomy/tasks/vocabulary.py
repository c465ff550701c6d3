"""Tasks: what people do at work, whatever the job is called, grouped in families.

A task links occupations that share no title: telephone queue, till, picking, personal care, driving a van.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from taxonomy.catalog import load_catalog
from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.vocabulary import load_vocabulary

FOLDER = DATA / "tasks"
SKILLS, OCCUPATIONS = "skills", "in"
_LINE = re.compile(r"^(?P<key>[^:()]+) \((?P<english>[^()]+)\): ?(?P<rest>.*)$")
_KEYS = frozenset({"label", "english", "tasks"})


@dataclass(frozen=True, slots=True)
class Task:
    """One task: its Danish name is its key; `wordings` are as people say it, in any language.

    `skills` are keys of requirements that imply it; `occupations` are those that do it without naming it themselves.
    """

    key: str
    english: str
    family: str
    wordings: tuple[str, ...]
    skills: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()


def load_tasks(folder: Path, occupations: Collection[str]) -> Mapping[str, Task]:
    """Every task by its key; raises TaxonomyFileError for a task written twice or a link to nothing."""
    skills = {key for kind, key in load_vocabulary() if kind is RequirementKind.SKILL}
    known: Mapping[str, Collection[str]] = {SKILLS: skills, OCCUPATIONS: occupations}
    found: dict[str, Task] = {}
    for path in sorted(folder.glob("*.toml")):
        file = TaxonomyFile(path)
        for family, table in file.tables(required=_KEYS):
            file.expect(family, table, str, "tekst", *sorted(_KEYS))
            for task in _tasks(file, family, table["tasks"], known):
                # A wording may stand for several tasks (serviceassistent); a task's name stands for one.
                if fold(task.key) in map(fold, found):
                    raise file.error(family, f"„{task.key}“ står to gange; skriv ordene på én linje", near=task.key)
                found[task.key] = task
    return found


@cache
def bundled_tasks() -> Mapping[str, Task]:
    """The tasks that come with the software."""
    return load_tasks(FOLDER, load_catalog().occupations.keys())


def _tasks(file: TaxonomyFile, family: str, lines: str, known: Mapping[str, Collection[str]]) -> Iterator[Task]:
    for line in filter(None, map(str.strip, lines.splitlines())):
        match = _LINE.match(line)
        if match is None:
            said = f"„{line}“ er ingen opgave; skriv „navn (english): ord, ord; skills: nøgle; in: stilling“"
            raise file.error(family, said, near=line.split(":")[0])
        key, (wordings, *links) = match["key"].strip(), map(str.strip, match["rest"].split(";"))
        linked = dict(_link(file, family, key, link, known) for link in links)
        yield Task(
            key=key,
            english=match["english"],
            family=family,
            wordings=_wordings(key, comma_list(wordings)),
            skills=linked.get(SKILLS, ()),
            occupations=linked.get(OCCUPATIONS, ()),
        )


def _wordings(key: str, written: tuple[str, ...]) -> tuple[str, ...]:
    """The name among them; where the line writes it with =, it counts so alone: "=servere" is no server."""
    return written if key in (wording.replace("=", "") for wording in written) else (key, *written)


def _link(
    file: TaxonomyFile, family: str, key: str, link: str, known: Mapping[str, Collection[str]]
) -> tuple[str, tuple[str, ...]]:
    name, _, keys = link.partition(":")
    if name not in known:
        raise file.error(family, f"„{key}“: „{link}“ er ukendt; skriv „skills: …“ eller „in: …“", near=key)
    linked = comma_list(keys)
    if unknown := [one for one in linked if one not in known[name]]:
        raise file.error(family, f"„{key}“: {name} nævner {', '.join(unknown)}, som ikke findes", near=key)
    return name, linked


@cache
def tasks_showing(skill: str) -> frozenset[str]:
    """The tasks that imply the skill, by its key."""
    return frozenset(task.key for task in bundled_tasks().values() if skill in task.skills)
