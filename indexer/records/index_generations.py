"""Generations of the index: one is current, another may be built beside it; a switch is one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update

from indexer.records.errors import RecordError, RecordNotFoundError
from indexer.records.json_text import from_json, to_json
from indexer.records.tables import cv_features, index_generations
from indexer.records.unit_of_work import UnitOfWork


class GenerationState(StrEnum):
    """Where a generation is in its life."""

    BUILDING = "building"
    CURRENT = "current"
    RETIRED = "retired"


# Asked at every list: put together once.
_NAME_OF_CURRENT = select(index_generations.c.name).where(index_generations.c.state == GenerationState.CURRENT)


@dataclass(frozen=True, slots=True)
class Generation:
    """One index beside others; `fingerprint` tells what it was made with and so when it must be made again."""

    name: str
    state: GenerationState
    fingerprint: Mapping[str, Any]
    created_at: datetime
    changed_at: datetime


class CurrentGenerationError(RecordError):
    """The current generation is in use and cannot be dropped."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Indekset {name} er i brug og kan ikke slettes.")


class IndexGenerations:
    """The generations there are; the record alone knows which is current."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def create(self, name: str, fingerprint: Mapping[str, object]) -> Generation:
        """A new generation under construction."""
        self._work.require_writing()
        now = {"created_at": self._work.at, "changed_at": self._work.at}
        row = {"name": name, "state": GenerationState.BUILDING, "fingerprint": to_json(fingerprint), **now}
        self._work.connection.execute(insert(index_generations), [row])
        return self.require(name)

    def make_current(self, name: str) -> None:
        """Switch to the generation; the one that was current is retired in the same transaction."""
        self._work.require_writing()
        if self.require(name).state is not GenerationState.CURRENT:
            self._set_state(index_generations.c.state == GenerationState.CURRENT, GenerationState.RETIRED)
            self._set_state(index_generations.c.name == name, GenerationState.CURRENT)

    def drop(self, name: str) -> None:
        """Forget the generation and its features; CurrentGenerationError when it is in use."""
        self._work.require_writing()
        if self.require(name).state is GenerationState.CURRENT:
            raise CurrentGenerationError(name)
        self._work.connection.execute(delete(cv_features).where(cv_features.c.generation == name))
        self._work.connection.execute(delete(index_generations).where(index_generations.c.name == name))

    def current(self) -> Generation | None:
        """The generation in use, None before the first."""
        found = self._where(index_generations.c.state == GenerationState.CURRENT)
        return found[0] if found else None

    def name_of_current(self) -> str:
        """The name of the generation in use, empty before the first; all that most who ask need to read."""
        return self._work.connection.execute(_NAME_OF_CURRENT).scalar_one_or_none() or ""

    def require(self, name: str) -> Generation:
        """The generation of that name; raises RecordNotFoundError."""
        if not (found := self._where(index_generations.c.name == name)):
            raise RecordNotFoundError("index_generation", name)
        return found[0]

    def all(self) -> list[Generation]:
        """Every generation, oldest first."""
        return self._where(index_generations.c.name.is_not(None))

    def _where(self, condition: ColumnElement[bool]) -> list[Generation]:
        table = index_generations
        rows = self._work.connection.execute(select(table).where(condition).order_by(table.c.created_at, table.c.name))
        return [
            Generation(row.name, GenerationState(row.state), from_json(row.fingerprint), row.created_at, row.changed_at)
            for row in rows
        ]

    def _set_state(self, which: ColumnElement[bool], state: GenerationState) -> None:
        change = update(index_generations).where(which).values(state=state, changed_at=self._work.at)
        self._work.connection.execute(change)
