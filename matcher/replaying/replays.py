"""Replays lists that were given out, and orders as of a day, and compares them with today's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from indexer.intake.job_order import JobOrder
from indexer.records.audit_trail import Act
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.stored import RecordKind, Stored
from matcher.replaying.as_of import Moment, list_as_of
from matcher.replaying.list_comparison import ListComparison
from matcher.replaying.moves import Moved
from matcher.replaying.rebuilding import ListNotFoundError, ListVersionsError, rebuilt
from matcher.why.answer import Whys


class Sameness(StrEnum):
    """How the list made again compares with the one that was given."""

    IDENTICAL = "identical"
    IDENTICAL_BUT_ERASED = "identical_but_erased"
    DIFFERS = "differs"
    OTHER_VERSIONS = "other_versions"
    NEVER_GIVEN = "never_given"


@dataclass(frozen=True, slots=True)
class Replayed:
    """A list as it was, whether it could be made again, and what became of everybody in it.

    `number`, `created_at` and `created_by` are None for a list that nobody was given.
    """

    number: int | None
    created_at: datetime | None
    created_by: str | None
    given: RankedList
    sameness: Sameness
    erased: tuple[str, ...]
    order_then: Stored[JobOrder]
    order_now: Stored[JobOrder]
    versions_now: Mapping[str, str]
    moves: tuple[Moved, ...]

    @property
    def changed_versions(self) -> Mapping[str, str]:
        """What is made with another version now, by part: the version of now."""
        return {part: now for part, now in self.versions_now.items() if self.given.versions.get(part) != now}


@dataclass(frozen=True)
class Replays:
    """Makes lists again."""

    whys: Whys

    def of_list(self, number: int, *, actor: str) -> Replayed:
        """The list of that number; raises ListNotFoundError, SearchUnavailableError."""
        matching = self.whys.standings.matching
        with matching.database.reading() as record:
            kept = record.ranked_lists.get(number)
            order = record.job_orders.at_revision(kept.list.order_id, kept.list.order_revision) if kept else None
        if kept is None or order is None:
            raise ListNotFoundError(number)
        sameness, erased = self._sameness(number, kept.list)
        moment = Moment(kept.list.today, kept.created_at)
        moves, order_now = self._compared(kept.list, order, moment, actor)
        return Replayed(
            number,
            kept.created_at,
            kept.created_by,
            kept.list,
            sameness,
            erased,
            order,
            order_now,
            matching.versions,
            moves,
        )

    def as_of(self, order_id: str, moment: Moment, *, actor: str) -> Replayed:
        """The last list given for the order that day, else the list as it would have been at the day's end.

        Raises OrderNotThenError, RecordNotFoundError, SearchUnavailableError.
        """
        matching = self.whys.standings.matching
        with matching.database.reading() as record:
            given_that_day = record.ranked_lists.numbers_of_order(order_id, moment.day, moment.instant)
            number = next(iter(given_that_day), None)
            if number is None:
                given = list_as_of(matching, record, order_id, moment)
                order = record.job_orders.at_revision(order_id, given.order_revision)
        if number is not None or order is None:
            return self.of_list(number or 0, actor=actor)
        moves, order_now = self._compared(given, order, moment, actor)
        return Replayed(None, None, None, given, Sameness.NEVER_GIVEN, (), order, order_now, matching.versions, moves)

    def _sameness(self, number: int, given: RankedList) -> tuple[Sameness, tuple[str, ...]]:
        matching = self.whys.standings.matching
        try:
            again = rebuilt(number, matching.database, matching.scorer, matching.embedder, matching.versions)
        except ListVersionsError:
            return Sameness.OTHER_VERSIONS, ()
        there = {one.cv_id for one in again}
        erased = tuple(one.cv_id for one in given.candidates if one.cv_id not in there)
        left = [one for one in given.candidates if one.cv_id in there]
        if not _same(left, again):
            return Sameness.DIFFERS, erased
        return (Sameness.IDENTICAL_BUT_ERASED if erased else Sameness.IDENTICAL), erased

    def _compared(
        self, given: RankedList, order_then: Stored[JobOrder], moment: Moment, actor: str
    ) -> tuple[tuple[Moved, ...], Stored[JobOrder]]:
        standings = self.whys.standings
        with standings.matching.database.reading() as record:
            order_now = record.job_orders.require(given.order_id)
            standing = standings.of(record, order_now)
            found = ListComparison(self.whys, record, standing, given, order_then.value, moment).moves(), order_now
        with standings.matching.database.transaction(actor, "genskab en liste") as record:
            looked_up = [(one.cv_id, one.cv_revision_now) for one in found[0]]
            record.audit_trail.note_many(Act.REPLAYED, RecordKind.CV, looked_up)
        return found


def _same(given: list[RankedCv], again: tuple[RankedCv, ...]) -> bool:
    """Equal to the last digit; ranks count from 1 again where people have been erased."""
    renumbered = [replace(one, rank=rank) for rank, one in enumerate(given, start=1)]
    return renumbered == list(again)
