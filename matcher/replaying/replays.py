"""Replays lists that were given out, and orders as of a day, and compares them with today's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.intake.job_order import JobOrder
from indexer.records.audit_trail import Act
from indexer.records.ranked_lists import RankedCv, RankedList, StoredRankedList
from indexer.records.record import Record
from indexer.records.stored import RecordKind, Stored
from matcher.lists.matching import Matching
from matcher.orders.kept_corrections import corrections_of_list, kept_corrections
from matcher.replaying.as_of import DayToComeError, Moment, list_as_of, order_as_of
from matcher.replaying.list_comparison import ListComparison
from matcher.replaying.moves import MovedPerson
from matcher.replaying.recreating import ListNotFoundError, ListVersionsError, recreated
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

    `kept` says by which number and when it was given, and to whom; None for a list that nobody was given.
    """

    kept: StoredRankedList | None
    given: RankedList
    sameness: Sameness
    erased: tuple[str, ...]
    order_then: Stored[JobOrder]
    order_now: Stored[JobOrder]
    corrected_since: bool  # whether people have said something of the order's reading since
    versions_now: Mapping[str, str]
    moves: tuple[MovedPerson, ...]

    @property
    def changed_versions(self) -> Mapping[str, str]:
        """What is made with another version now, by part: the version of now."""
        return {part: now for part, now in self.versions_now.items() if self.given.versions.get(part) != now}


@dataclass(frozen=True)
class Replays:
    """Makes lists again."""

    whys: Whys
    of_others: Whys  # of readers who are told less than the consultant

    def of_list(self, number: int, *, actor: str) -> Replayed:
        """The list of that number; raises ListNotFoundError, SearchUnavailableError."""
        with self.whys.rankings.matching.database.reading() as record:
            kept = record.ranked_lists.get(number)
            order = record.job_orders.at_revision(kept.list.order_id, kept.list.order_revision) if kept else None
        if kept is None or order is None:
            raise ListNotFoundError(number)
        whys = self.of_others if self._is_of_others(kept.list) else self.whys
        sameness, erased = _sameness(whys.rankings.matching, number, kept.list)
        moment = Moment(kept.list.today, kept.created_at)
        moves, order_now, corrected = _compared(whys, kept.list, order, moment, actor)
        return Replayed(
            kept=kept,
            given=kept.list,
            sameness=sameness,
            erased=erased,
            order_then=order,
            order_now=order_now,
            corrected_since=corrected,
            versions_now=whys.rankings.matching.versions,
            moves=moves,
        )

    def as_of(self, order_id: str, moment: Moment, *, actor: str) -> Replayed:
        """The consultant's last list for the order that day, else the list as it would have been at the day's end.

        Raises DayToComeError, OrderNotThenError, RecordNotFoundError, SearchUnavailableError.
        """
        matching = self.whys.rankings.matching
        if moment.day > matching.today():
            raise DayToComeError(moment.day)
        with matching.database.reading() as record:
            given_that_day = record.ranked_lists.numbers_of_order(order_id, moment.day, moment.instant)
            number = next((one for one in given_that_day if self._is_a_consultants(record, one)), None)
            if number is None:
                order = order_as_of(record, order_id, moment)
                given = list_as_of(matching, record, order, moment)
        if number is not None:
            return self.of_list(number, actor=actor)
        moves, order_now, corrected = _compared(self.whys, given, order, moment, actor)
        return Replayed(
            kept=None,
            given=given,
            sameness=Sameness.NEVER_GIVEN,
            erased=(),
            order_then=order,
            order_now=order_now,
            corrected_since=corrected,
            versions_now=matching.versions,
            moves=moves,
        )

    def _is_of_others(self, given: RankedList) -> bool:
        return given.versions.get("weights") == self.of_others.rankings.matching.versions["weights"]

    def _is_a_consultants(self, record: Record, number: int) -> bool:
        kept = record.ranked_lists.get(number)
        return kept is not None and not self._is_of_others(kept.list)


def _sameness(matching: Matching, number: int, given: RankedList) -> tuple[Sameness, tuple[str, ...]]:
    try:
        again = recreated(matching, number)
    except ListVersionsError:
        return Sameness.OTHER_VERSIONS, ()
    there = {one.cv_id for one in again}
    erased = tuple(one.cv_id for one in given.candidates if one.cv_id not in there)
    left = [one for one in given.candidates if one.cv_id in there]
    if not _same(left, again):
        return Sameness.DIFFERS, erased
    return (Sameness.IDENTICAL_BUT_ERASED if erased else Sameness.IDENTICAL), erased


def _compared(
    whys: Whys, given: RankedList, order_then: Stored[JobOrder], moment: Moment, actor: str
) -> tuple[tuple[MovedPerson, ...], Stored[JobOrder], bool]:
    rankings = whys.rankings
    with rankings.matching.database.reading() as record:
        order_now = record.job_orders.require(given.order_id)
        ranking = rankings.of(record, order_now)
        moves = ListComparison(whys, record, ranking, given, order_then.value, moment).moves()
        catalog = rankings.matching.scorer.catalog
        then = corrections_of_list(record, given, moment.instant, catalog)
        corrected = len(kept_corrections(record, given.order_id, catalog)) > len(then)
    with rankings.matching.database.transaction(actor, "genskab en liste") as record:
        looked_up = [(one.cv_id, one.cv_revision_now) for one in moves]
        record.audit_trail.note_many(Act.REPLAYED, RecordKind.CV, looked_up)
    return moves, order_now, corrected


def _same(given: list[RankedCv], again: tuple[RankedCv, ...]) -> bool:
    """Equal to the last digit; ranks count from 1 again where people have been erased."""
    renumbered = [replace(one, rank=rank) for rank, one in enumerate(given, start=1)]
    return renumbered == list(again)
