"""A list that was given out, made again from the revisions and the day it was made of."""

from __future__ import annotations

from collections.abc import Mapping

from indexer.embedding.contract import Embedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from indexer.records.errors import RecordError
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.record import Record
from indexer.records.seen import Seen
from indexer.records.stored import Stored
from matcher.candidates.build import build_candidates
from matcher.eligibility.circumstances import NOTHING_LOOKED_UP, Circumstances
from matcher.explanation import explain
from matcher.judging import CandidatePool, EligibilityMode
from matcher.matching import ExplainedPlace, ranked_cv
from matcher.orders.kept_corrections import kept_corrections
from matcher.orders.profile import build_order_profile, understand
from matcher.proposals.known import circumstances
from matcher.ranking.score import Scorer
from matcher.shortlist import Place, choose
from taxonomy.reading.findings import OrderReading


class ListNotFoundError(RecordError):
    """No list has the number, or the order it was made of has been erased."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Listen {number} findes ikke, eller ordren bag den er slettet.")


class ListVersionsError(RecordError):
    """The list was made by other versions than this software has."""

    def __init__(self, number: int, made_by: Mapping[str, str], have: Mapping[str, str]) -> None:
        differing = [f"{part} {version}" for part, version in sorted(made_by.items()) if have.get(part) != version]
        super().__init__(f"Listen {number} blev lavet med {', '.join(differing)}. Genskab den med de udgaver.")


def rebuilt(
    number: int, database: Database, scorer: Scorer, embedder: Embedder, versions: Mapping[str, str]
) -> tuple[RankedCv, ...]:
    """The list again, equal to the last digit; people erased since are left out.

    Raises ListNotFoundError, and ListVersionsError where `versions`, what this software has, made it not.
    """
    with database.reading() as record:
        kept = record.ranked_lists.get(number)
        if kept is None:
            raise ListNotFoundError(number)
        if dict(kept.list.versions) != dict(versions):
            raise ListVersionsError(number, kept.list.versions, versions)
        order = record.job_orders.at_revision(kept.list.order_id, kept.list.order_revision)
        known = _known(record, order.value, kept.list) if order else NOTHING_LOOKED_UP
        said = kept_corrections(record, kept.list.order_id, scorer.catalog, until=kept.created_at)
        cvs = [record.cvs.at_revision(one.cv_id, one.cv_revision) for one in kept.list.candidates]
    if order is None:
        raise ListNotFoundError(number)
    standing = {stored.value.id: stored for stored in cvs if stored is not None}
    reading = understand(order.value, scorer.catalog, said)
    return _again(kept.list, order.value, reading, standing, known, scorer, embedder)


def _known(record: Record, order: JobOrder, given: RankedList) -> Circumstances:
    """What the list was made with of proposals and of cases looked up."""
    seen, cv_ids = Seen(**given.options.get("seen", {})), [one.cv_id for one in given.candidates]
    looked_up = record.case_lookups.of_many(cv_ids, seen.cases)
    return circumstances(order, looked_up, record.proposals.of_order(order.id, seen.proposals), given.today)


def _again(
    given: RankedList,
    order: JobOrder,
    reading: OrderReading,
    cvs: Mapping[str, Stored[Cv]],
    known: Circumstances,
    scorer: Scorer,
    embedder: Embedder,
) -> tuple[RankedCv, ...]:
    catalog = scorer.catalog
    profile = build_order_profile(order, reading, catalog, embedder)
    candidates = build_candidates([stored.value for stored in cvs.values()], catalog, embedder)
    mode = EligibilityMode(str(given.options["eligibility"]))
    pool = CandidatePool(candidates, known)
    brief = scorer.brief(profile, given.today)
    found = choose(brief, [pool], scorer, today=given.today, mode=mode, top=len(candidates))

    def explained(place: Place) -> ExplainedPlace:
        stored = cvs[place.candidate_id]
        reasons = explain(place, order, profile.reading, catalog, scorer.weights)
        return ExplainedPlace(place, stored.revision, tuple(reasons))

    return tuple(ranked_cv(explained(place)) for place in found.places)
