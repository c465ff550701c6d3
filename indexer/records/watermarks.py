"""Watermarks: how far proposals and look-ups of cases had come when a list was made, so that it can be made again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, Table, func, select, true

from indexer.records.proposal_tables import case_lookups, proposal_steps
from indexer.records.stored import RecordKind
from indexer.records.tables import erasures
from indexer.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Watermark:
    """The highest numbers of the steps of proposals and of the look-ups of cases; 0 before the first.

    `erased_at` is when a CV was last erased, None for never.
    """

    proposals: int = 0
    cases: int = 0
    erased_at: datetime | None = None

    @property
    def numbers(self) -> dict[str, int]:
        """What a list keeps of it."""
        return {"proposals": self.proposals, "cases": self.cases}


class Watermarks:
    """Reads the watermark of this moment or of an earlier one."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def now(self) -> Watermark:
        """How far they have come."""
        return self._read(_NOW)

    def at(self, instant: datetime) -> Watermark:
        """How far they had come."""
        return self._read(_numbers(proposal_steps.c.noted_at <= instant, case_lookups.c.looked_up_at <= instant))

    def _read(self, numbers: Select[Any]) -> Watermark:
        proposals, cases, erased_at = self._work.connection.execute(numbers).one()
        return Watermark(int(proposals or 0), int(cases or 0), erased_at)


def _numbers(steps: ColumnElement[bool], lookups: ColumnElement[bool]) -> Select[Any]:
    erased = select(func.max(erasures.c.erased_at)).where(erasures.c.kind == RecordKind.CV)
    return select(_highest(proposal_steps, steps), _highest(case_lookups, lookups), erased.scalar_subquery())


def _highest(table: Table, among: ColumnElement[bool]) -> ScalarSelect[int | None]:
    return select(func.max(table.c.number)).where(among).scalar_subquery()


_NOW = _numbers(true(), true())  # asked at every list: put together once
