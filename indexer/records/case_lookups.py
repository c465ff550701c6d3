"""What people's case files said when looked up: absence, employers, protection of name and address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, insert, select

from indexer.batches import batches
from indexer.records.audit_trail import Act, AuditTrail
from indexer.records.cvs import Cvs
from indexer.records.errors import RevisionConflictError
from indexer.records.proposal_tables import case_lookups
from indexer.records.stored import RecordKind
from indexer.records.tables import erasures
from indexer.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a case file says: days and employers (CVR numbers), nothing about health or benefits.

    `away` with no `away_until`, the last day, is an absence whose end is not known.
    """

    protected: bool = False
    employers: tuple[str, ...] = ()
    away: bool = False
    away_until: date | None = None


@dataclass(frozen=True, slots=True)
class CaseLookup:
    """A look into a person's case, by whom and when."""

    cv_id: str
    revision: int
    facts: CaseFacts
    looked_up_by: str
    looked_up_at: datetime


class LookedUp(NamedTuple):
    """A look-up as lists need it: `employers` separated by blanks, days in ISO 8601."""

    protected: bool
    employers: str
    away: bool
    away_until: str | None
    looked_up_on: str


_LOOKED_UP = select(case_lookups.c.cv_id, *(case_lookups.c[name] for name in LookedUp._fields))


class CaseLookups:
    """Look-ups are added and read, never changed."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def add(self, cv_id: str, facts: CaseFacts, *, expected_revision: int) -> CaseLookup:
        """Keep what the case tells now, after the look-up of that revision, 0 for none.

        Raises RecordNotFoundError, and RevisionConflictError where another look-up is the last.
        """
        self._work.require_writing()
        cv, last = Cvs(self._work).require(cv_id), self.latest(cv_id)
        if (last.revision if last else 0) != expected_revision:
            raise RevisionConflictError(f"{cv_id}/sag", expected_revision, last.revision if last else None)
        row = {
            "cv_id": cv_id,
            "revision": expected_revision + 1,
            "protected": facts.protected,
            "employers": " ".join(facts.employers),
            "away": facts.away,
            "away_until": facts.away_until.isoformat() if facts.away_until else None,
            "looked_up_by": self._work.actor,
            "looked_up_on": self._work.at.date().isoformat(),
            "looked_up_at": self._work.at,
        }
        self._work.connection.execute(insert(case_lookups), [row])
        AuditTrail(self._work).note(Act.CASE_LOOKED_UP, RecordKind.CV, cv_id, cv.revision)
        return CaseLookup(cv_id, expected_revision + 1, facts, self._work.actor, self._work.at)

    def latest(self, cv_id: str) -> CaseLookup | None:
        """The last look into the person's case, None where nobody has looked."""
        mine = select(case_lookups).where(case_lookups.c.cv_id == cv_id)
        row = self._work.connection.execute(mine.order_by(case_lookups.c.revision.desc()).limit(1)).one_or_none()
        return _case_lookup(row) if row else None

    def of_cv(self, cv_id: str) -> list[CaseLookup]:
        """Every look into the person's case, oldest first."""
        mine = select(case_lookups).where(case_lookups.c.cv_id == cv_id).order_by(case_lookups.c.revision)
        return [_case_lookup(row) for row in self._work.connection.execute(mine)]

    def of_many(self, cv_ids: Sequence[str], until: int) -> dict[str, LookedUp]:
        """The last look into each case that somebody has looked into, of the numbers up to `until`."""
        found = {}
        for part in batches(cv_ids):
            found.update(self._looked_up(case_lookups.c.cv_id.in_(part) & (case_lookups.c.number <= until)))
        return found

    def between(self, after: int, until: int) -> dict[str, LookedUp]:
        """The last look into each case, of the numbers that follow `after` up to `until`."""
        return self._looked_up((case_lookups.c.number > after) & (case_lookups.c.number <= until))

    def erased_since(self, moment: datetime | None) -> list[str]:
        """Whose CVs were erased after the moment, or ever."""
        gone = select(erasures.c.id).where(erasures.c.kind == RecordKind.CV)
        gone = gone if moment is None else gone.where(erasures.c.erased_at > moment)
        return list(self._work.connection.execute(gone).scalars())

    def _looked_up(self, among: ColumnElement[bool]) -> dict[str, LookedUp]:
        rows = self._work.connection.execute(_LOOKED_UP.where(among).order_by(case_lookups.c.number)).all()
        return {row[0]: LookedUp(*row[1:]) for row in rows}


def _case_lookup(row: Row[Any]) -> CaseLookup:
    until = date.fromisoformat(row.away_until) if row.away_until else None
    facts = CaseFacts(row.protected, tuple(row.employers.split()), row.away, until)
    return CaseLookup(row.cv_id, row.revision, facts, row.looked_up_by, row.looked_up_at)
