"""A thing that a text names and that may be asked for or held."""

from __future__ import annotations

from dataclasses import dataclass

from taxonomy.reading.findings import RequirementKind


@dataclass(frozen=True, slots=True)
class Thing:
    """Words first to last (both included) name the key; `meaning` where the words themselves settle it.

    `title`: an education named by a bare job title. `asked`: counts only where the words around it ask for something.
    """

    kind: RequirementKind
    key: str
    first: int
    last: int
    level: str | None = None
    meaning: str | None = None
    title: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """A thing with how the words mean it: hard, soft, waived, excluded or asked; None where they say nothing."""

    thing: Thing
    meaning: str | None
