"""Ranked lists as they were given out: with these and the revisions they name, each can be rebuilt as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from msgspec.json import Encoder
from sqlalchemy import Row, insert, select

from indexer.records.audit_trail import Act, AuditTrail
from indexer.records.json_text import from_json, to_json
from indexer.records.stored import RecordKind
from indexer.records.tables import ranked_candidates, ranked_lists
from indexer.records.unit_of_work import UnitOfWork

_ADD = insert(ranked_lists).returning(ranked_lists.c.number)
_ADD_PLACES = insert(ranked_candidates)
_written = Encoder(order="deterministic").encode  # of three texts a place; nothing compares them with to_json's


@dataclass(frozen=True, slots=True)
class RankedCv:
    """One CV's place in a list; `parts` are points by name and sum to the score."""

    cv_id: str
    cv_revision: int
    rank: int
    score: float
    eligible: bool
    parts: Mapping[str, float]
    reasons: tuple[str, ...]
    blocked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RankedList:
    """A list for one revision of an order, in the order it was shown.

    `versions` name what made it (taxonomy, weights, model, rules); `today` is the date its rules were read by.
    """

    order_id: str
    order_revision: int
    today: date
    versions: Mapping[str, str]
    options: Mapping[str, Any]
    candidates: tuple[RankedCv, ...]


@dataclass(frozen=True, slots=True)
class StoredRankedList:
    """A list with its number, and when and to whom it was given."""

    number: int
    list: RankedList
    created_at: datetime
    created_by: str


@dataclass(frozen=True, slots=True)
class GivenPlace:
    """One CV's place in a list that was given out."""

    list_number: int
    order_id: str
    given_at: datetime
    place: RankedCv


class RankedLists:
    """Lists are added and read, never changed."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def add(self, given: RankedList) -> int:
        """Keep a list; returns its number."""
        self._work.require_writing()
        row = {
            "order_id": given.order_id,
            "order_revision": given.order_revision,
            "today": given.today.isoformat(),
            "versions": to_json(given.versions),
            "options": to_json(given.options),
            "created_at": self._work.at,
            "created_by": self._work.actor,
        }
        added = self._work.connection.execute(_ADD, row)
        number = int(added.scalar_one())
        if rows := [_row(number, place, cv) for place, cv in enumerate(given.candidates, start=1)]:
            self._work.connection.execute(_ADD_PLACES, rows)
        AuditTrail(self._work).note(Act.RANKED, RecordKind.JOB_ORDER, given.order_id, given.order_revision)
        return number

    def get(self, number: int) -> StoredRankedList | None:
        """The list with that number."""
        row = self._work.connection.execute(select(ranked_lists).where(ranked_lists.c.number == number)).one_or_none()
        if row is None:
            return None
        mine = select(ranked_candidates).where(ranked_candidates.c.list_number == number)
        places = self._work.connection.execute(mine.order_by(ranked_candidates.c.place))
        return _stored(row, tuple(_candidate(place) for place in places))

    def numbers_of_order(self, order_id: str, on: date | None = None, until: datetime | None = None) -> list[int]:
        """The numbers of the order's lists, newest first: all, or those read by the rules of a day, given by then."""
        mine = select(ranked_lists.c.number).where(ranked_lists.c.order_id == order_id)
        mine = mine if on is None else mine.where(ranked_lists.c.today == on.isoformat())
        mine = mine if until is None else mine.where(ranked_lists.c.created_at <= until)
        return list(self._work.connection.execute(mine.order_by(ranked_lists.c.number.desc())).scalars())

    def places_of_cv(self, cv_id: str) -> list[GivenPlace]:
        """The CV's places in lists that were given out, newest first; what a citizen may ask to see."""
        theirs = ranked_lists.c.number == ranked_candidates.c.list_number
        with_list = select(ranked_candidates, ranked_lists.c.order_id, ranked_lists.c.created_at)
        mine = with_list.join(ranked_lists, theirs).where(ranked_candidates.c.cv_id == cv_id)
        rows = self._work.connection.execute(mine.order_by(ranked_candidates.c.list_number.desc()))
        return [GivenPlace(row.list_number, row.order_id, row.created_at, _candidate(row)) for row in rows]


def _row(number: int, place: int, cv: RankedCv) -> dict[str, object]:
    return {
        "list_number": number,
        "place": place,
        "cv_id": cv.cv_id,
        "cv_revision": cv.cv_revision,
        "rank": cv.rank,
        "score": cv.score,
        "eligible": cv.eligible,
        "parts": _written(cv.parts).decode(),
        "reasons": _written(cv.reasons).decode(),
        "blocked_by": _written(cv.blocked_by).decode(),
    }


def _candidate(row: Row[Any]) -> RankedCv:
    reasons, blocked_by = tuple(from_json(row.reasons)), tuple(from_json(row.blocked_by))
    parts = from_json(row.parts)
    return RankedCv(row.cv_id, row.cv_revision, row.rank, row.score, row.eligible, parts, reasons, blocked_by)


def _stored(row: Row[Any], candidates: tuple[RankedCv, ...]) -> StoredRankedList:
    today, versions, options = date.fromisoformat(row.today), from_json(row.versions), from_json(row.options)
    given = RankedList(row.order_id, row.order_revision, today, versions, options, candidates)
    return StoredRankedList(row.number, given, row.created_at, row.created_by)
