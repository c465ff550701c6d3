"""Ranked lists as they were given out: with these and the revisions they name, each can be rebuilt as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from msgspec.json import Decoder, Encoder
from sqlalchemy import ColumnElement, Row, Select, bindparam, insert, select, update

from indexer.records.audit_trail import Act, AuditTrail
from indexer.records.json_text import from_json, to_json
from indexer.records.stored import RecordKind
from indexer.records.tables import ranked_lists, ranked_places
from indexer.records.unit_of_work import UnitOfWork

_ADD = insert(ranked_lists).returning(ranked_lists.c.number)
_ADD_PLACES = insert(ranked_places)
_OF_ONE = ranked_places.c.list_number == bindparam("number")
_PLACES = select(ranked_places.c.places).where(_OF_ONE)
_CHANGE_PLACES = update(ranked_places).where(_OF_ONE).values(places=bindparam("changed"))
_LAST = (
    select(ranked_lists, ranked_places.c.places)
    .join(ranked_places)
    .where(ranked_lists.c.order_id == bindparam("order"))
    .order_by(ranked_lists.c.number.desc())
    .limit(1)
)
_written = Encoder(order="deterministic").encode  # tens of thousands of letters; nothing compares them with to_json's


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
    """Lists are added and read, never changed but by an erasure."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def add(self, given: RankedList) -> int:
        """Keep a list; returns its number, the one before where the same list was given to the same person last."""
        self._work.require_writing()
        AuditTrail(self._work).note(Act.RANKED, RecordKind.JOB_ORDER, given.order_id, given.order_revision)
        row = {
            "order_id": given.order_id,
            "order_revision": given.order_revision,
            "today": given.today.isoformat(),
            "versions": to_json(given.versions),
            "options": to_json(given.options),
            "created_at": self._work.at,
            "created_by": self._work.actor,
        }
        cv_ids, places = _written([cv.cv_id for cv in given.candidates]).decode(), _written(given.candidates).decode()
        if (number := self._same_again(row, places)) is None:
            number = int(self._work.connection.execute(_ADD, row).scalar_one())
            kept = {"list_number": number, "cv_ids": cv_ids, "places": places}
            self._work.connection.execute(_ADD_PLACES, kept)
        return number

    def _same_again(self, row: Mapping[str, object], places: str) -> int | None:
        """The number of the order's last list where it is this one: a page that is read again makes no new list."""
        last = self._work.connection.execute(_LAST, {"order": row["order_id"]}).one_or_none()
        if last is None or any(getattr(last, name) != said for name, said in row.items() if name != "created_at"):
            return None
        return int(last.number) if last.places == places else None

    def get(self, number: int) -> StoredRankedList | None:
        """The list with that number."""
        whole = select(ranked_lists, ranked_places.c.places).join(ranked_places)
        row = self._work.connection.execute(whole.where(ranked_lists.c.number == number)).one_or_none()
        return None if row is None else _stored(row, _read(row.places))

    def numbers_of_order(self, order_id: str, on: date | None = None, until: datetime | None = None) -> list[int]:
        """The numbers of the order's lists, newest first: all, or those read by the rules of a day, given by then."""
        mine = select(ranked_lists.c.number).where(ranked_lists.c.order_id == order_id)
        mine = mine if on is None else mine.where(ranked_lists.c.today == on.isoformat())
        mine = mine if until is None else mine.where(ranked_lists.c.created_at <= until)
        return list(self._work.connection.execute(mine.order_by(ranked_lists.c.number.desc())).scalars())

    def places_of_cv(self, cv_id: str) -> list[GivenPlace]:
        """The CV's places in lists that were given out, newest first; what a citizen may ask to see."""
        given = select(ranked_places, ranked_lists.c.order_id, ranked_lists.c.created_at).join(ranked_lists)
        rows = self._work.connection.execute(given.where(_holds(cv_id)).order_by(ranked_places.c.list_number.desc()))
        return [
            GivenPlace(row.list_number, row.order_id, row.created_at, place)
            for row in rows
            for place in _read(row.places)
            if place.cv_id == cv_id
        ]

    def forget(self, cv_id: str) -> None:
        """Let go of what the lists told of the person.

        That somebody stood there stays, for the list to be accounted for.
        """
        theirs = select(ranked_places.c.list_number).where(_holds(cv_id))
        self._blank(theirs, lambda place: place.cv_id == cv_id)

    def forget_order(self, order_id: str) -> None:
        """Let go of what the order's lists told: points and reasons are named in the order's own words."""
        self._blank(select(ranked_lists.c.number).where(ranked_lists.c.order_id == order_id), lambda _: True)

    def _blank(self, lists: Select[tuple[int]], tells: Callable[[RankedCv], bool]) -> None:
        self._work.require_writing()
        for number in self._work.connection.execute(lists).scalars().all():
            text = self._work.connection.execute(_PLACES, {"number": number}).scalar_one()
            places = [_bare(place) if tells(place) else place for place in _read(text)]
            self._work.connection.execute(_CHANGE_PLACES, {"number": number, "changed": _written(places).decode()})


_read = Decoder(tuple[RankedCv, ...]).decode


def _holds(cv_id: str) -> ColumnElement[bool]:
    """Whether the id stands among a list's, or one that differs in the size of letters alone."""
    return ranked_places.c.cv_ids.contains(_written(cv_id).decode(), autoescape=True)


def _bare(place: RankedCv) -> RankedCv:
    return replace(place, parts={}, reasons=(), blocked_by=())


def _stored(row: Row[Any], candidates: tuple[RankedCv, ...]) -> StoredRankedList:
    today, versions, options = date.fromisoformat(row.today), from_json(row.versions), from_json(row.options)
    given = RankedList(row.order_id, row.order_revision, today, versions, options, candidates)
    return StoredRankedList(row.number, given, row.created_at, row.created_by)
