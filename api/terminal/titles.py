"""The lines of a file of titles."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.intake import FieldProblem, IntakeError, unknown_fields
from matcher.json_input import refuse


@dataclass(frozen=True, slots=True)
class Title:
    """A title to be linked."""

    id: str
    title: str


def read_title(line: object) -> Title:
    """The title of a line; IntakeError names what is wrong."""
    if not isinstance(line, dict):
        raise IntakeError((FieldProblem("", "Linjen er ikke et objekt.", 'Skriv {"id": "…", "title": "…"}.'),))
    problems = [
        FieldProblem(name, "Feltet mangler eller er ikke tekst.", f'Skriv "{name}": "…".')
        for name in ("id", "title")
        if not isinstance(line.get(name), str) or not str(line[name]).strip()
    ]
    problems += unknown_fields(line, ("id", "title"))
    refuse(problems)
    return Title(str(line["id"]), str(line["title"]))
