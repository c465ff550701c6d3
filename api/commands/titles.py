"""The lines of a file of titles."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.intake import FieldProblem, IntakeError


@dataclass(frozen=True, slots=True)
class Title:
    """A title to be linked."""

    id: str
    title: str


def read_title(line: object) -> Title:
    """The title of a line; IntakeError names what is wrong."""
    if not isinstance(line, dict):
        raise IntakeError((FieldProblem("", "er ikke et objekt", 'skriv linjen som {"id": "…", "title": "…"}'),))
    problems = [
        FieldProblem(name, "mangler eller er ikke tekst", f'skriv feltet som "{name}": "…"')
        for name in ("id", "title")
        if not isinstance(line.get(name), str) or not str(line[name]).strip()
    ]
    problems += [
        FieldProblem(str(name), "er et ukendt felt", "brug kun id og title") for name in line.keys() - {"id", "title"}
    ]
    if problems:
        raise IntakeError(tuple(problems))
    return Title(str(line["id"]), str(line["title"]))
