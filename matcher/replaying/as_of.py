"""Reconstructs an order and people as of a moment, and the list they would have given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from indexer.engines.contract import SearchHit
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RecordError
from indexer.records.kept_records import Kept, KeptRecords
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.record import Record
from indexer.records.stored import Stored
from indexer.records.watermarks import Watermark
from matcher.candidates.build import build_stored
from matcher.candidates.memory import RecalledPool
from matcher.lists.matching import PLACES, ExplainedPlace, Matching, judged_deep_enough, ranked_cv
from matcher.orders.kept_corrections import kept_corrections
from matcher.retrieval.order_preparation import PreparedOrder
from matcher.shortlisting.judging import CandidatePool, EligibilityMode, Pool
from matcher.shortlisting.shortlist import ListPlace, choose
from matcher.wording.explanation import Explainer
from matcher.wording.reader import Reader
from matcher.wording.tables import wording


class OrderNotThenError(RecordError):
    """The order did not stand in the record at that time."""

    def __init__(self, order_id: str, day: date) -> None:
        super().__init__(f"Ordren {order_id} fandtes ikke i arkivet {day.day}.{day.month}.{day.year}.")


class DayToComeError(RecordError):
    """Nobody knows the list of a day that has not come."""

    def __init__(self, day: date) -> None:
        super().__init__(f"Dagen {day.day}.{day.month}.{day.year} er ikke kommet endnu.")


@dataclass(frozen=True, slots=True)
class Moment:
    """The end of a day at the centre: the day its rules are read by, and the instant."""

    day: date
    instant: datetime

    @classmethod
    def end_of(cls, day: date, zone: tzinfo) -> Moment:
        """The last instant of the day there."""
        return cls(day, datetime.combine(day, time.max, zone))


def standing_at(records: KeptRecords[Kept], stored: Stored[Kept], instant: datetime) -> Stored[Kept] | None:
    """The record as it stood at the instant; None where it was not there yet."""
    if stored.changed_at <= instant:
        return stored
    older = (one for one in records.revisions(stored.value.id) if one.changed_at <= instant)
    return next(older, None)


def order_as_of(record: Record, order_id: str, moment: Moment) -> Stored[JobOrder]:
    """The order as it stood; raises OrderNotThenError, RecordNotFoundError."""
    order = standing_at(record.job_orders, record.job_orders.require(order_id), moment.instant)
    if order is None:
        raise OrderNotThenError(order_id, moment.day)
    return order


def list_as_of(
    matching: Matching, record: Record, order: Stored[JobOrder], moment: Moment, top: int = PLACES
) -> RankedList:
    """The list as it would have been, by the revisions of that moment and the versions in force now.

    People whose CVs are as they were are found by searching, all others are considered. Raises SearchUnavailableError.
    """
    said = kept_corrections(record, order.value.id, matching.scorer.catalog, until=moment.instant)
    prepared = matching.preparation.prepare(order.value, moment.day, said)
    people = _People(matching, record, order.value, prepared, moment)
    found = choose(
        # As many places as there are people, so that every pool is searched.
        prepared.brief,
        people.pools,
        matching.scorer,
        today=moment.day,
        mode=EligibilityMode.ON,
        top=people.count + 1,
    )
    places = found.places[:top]
    return RankedList(
        order_id=order.value.id,
        order_revision=order.revision,
        today=moment.day,
        versions=matching.versions,
        options={"top": top, "eligibility": EligibilityMode.ON.value, "fell_for": dict(found.fell_for)},
        candidates=tuple(_ranked(matching, order.value, prepared, place, people.cv(place)) for place in places),
    )


class _People:
    """Who stood in the record at the moment: found by searching, or changed since."""

    def __init__(
        self, matching: Matching, record: Record, order: JobOrder, prepared: PreparedOrder, moment: Moment
    ) -> None:
        self._record = record
        changed = {one.value.id: one for one in record.cvs.each() if one.changed_at > moment.instant}
        then = {cv_id: standing_at(record.cvs, one, moment.instant) for cv_id, one in changed.items()}
        self._then = {cv_id: one for cv_id, one in then.items() if one is not None}
        older = build_stored(list(self._then.values()), matching.scorer.catalog, matching.embedder)
        seen = record.watermarks.at(moment.instant)
        known = matching.circumstances_of(record, order, list(self._then), seen, moment.day)
        found = self._found(matching, order, prepared, set(changed), seen, moment.day)
        self.pools: list[Pool] = [found, CandidatePool(older, known)]
        self.count = sum(len(pool.crowd) for pool in self.pools)

    def cv(self, place: ListPlace) -> Stored[Cv]:
        """The CV of the place, in the revision that was ranked."""
        return self._then.get(place.candidate_id) or self._record.cvs.require(place.candidate_id)

    def _found(
        self,
        matching: Matching,
        order: JobOrder,
        prepared: PreparedOrder,
        changed: set[str],
        seen: Watermark,
        day: date,
    ) -> Pool:
        engine, generation = matching.engine()

        def recall(hits: Iterable[SearchHit]) -> RecalledPool:
            unchanged = [hit for hit in hits if hit.id not in changed]
            return matching.recalled(self._record, order, generation, unchanged, seen, day)

        return judged_deep_enough(engine, prepared, recall, matching.scorer, day)[0]


def _ranked(matching: Matching, order: JobOrder, prepared: PreparedOrder, place: ListPlace, cv: Stored[Cv]) -> RankedCv:
    catalog, weights = matching.scorer.catalog, matching.scorer.weights
    reader = Reader(wording(), catalog)
    reasons = Explainer(order, prepared.brief.order.reading, weights, reader).reasons(place)
    return ranked_cv(ExplainedPlace(place, cv.revision, tuple(reasons)))
