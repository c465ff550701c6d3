"""Recreates a list that was given out from the revisions and the day it was made with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.embedding.contract import Embedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.errors import RecordError
from indexer.records.ranked_lists import RankedCv, RankedList, StoredRankedList
from indexer.records.record import Record
from indexer.records.stored import Stored
from indexer.records.watermarks import Watermark
from matcher.candidates.build import build_stored
from matcher.candidates.circumstances import Circumstances
from matcher.cases.known import circumstances
from matcher.lists.matching import ExplainedPlace, Matching, ranked_cv
from matcher.orders.kept_corrections import corrections_of_list
from matcher.orders.profile import build_order_profile, understand
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import CandidatePool, EligibilityMode
from matcher.shortlisting.shortlist import ListPlace, choose
from matcher.wording.explanation import Explainer
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from taxonomy.catalog import Catalog
from taxonomy.reading.orders.correcting import Correction


class ListNotFoundError(RecordError):
    """No list has the number, or the order it was made of has been erased."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Listen {number} findes ikke, eller ordren bag den er slettet.")


class ListVersionsError(RecordError):
    """The list was made by other versions than this software has."""

    def __init__(self, number: int, made_by: Mapping[str, str], have: Mapping[str, str]) -> None:
        differing = [f"{part} {version}" for part, version in sorted(made_by.items()) if have.get(part) != version]
        super().__init__(f"Listen {number} blev lavet med {', '.join(differing)}. Genskab den med de udgaver.")


@dataclass(frozen=True, slots=True)
class _Ingredients:
    """All that the list was made of, in the revisions of then."""

    given: RankedList
    order: JobOrder
    corrections: Sequence[Correction]
    cvs: Mapping[str, Stored[Cv]]
    circumstances: Circumstances


def recreated(matching: Matching, number: int) -> tuple[RankedCv, ...]:
    """The list of that number, equal to the last digit; people erased since are left out.

    Raises ListNotFoundError, and ListVersionsError where it was made by other versions than this software has.
    """
    with matching.database.reading() as record:
        kept = record.ranked_lists.get(number)
        if kept is None:
            raise ListNotFoundError(number)
        if dict(kept.list.versions) != dict(matching.versions):
            raise ListVersionsError(number, kept.list.versions, matching.versions)
        ingredients = _ingredients(record, kept, matching.scorer.catalog)
    if ingredients is None:
        raise ListNotFoundError(number)
    return _made_of(ingredients, matching.scorer, matching.embedder)


def _ingredients(record: Record, kept: StoredRankedList, catalog: Catalog) -> _Ingredients | None:
    given = kept.list
    order = record.job_orders.at_revision(given.order_id, given.order_revision)
    if order is None:
        return None
    cvs = [record.cvs.at_revision(one.cv_id, one.cv_revision) for one in given.candidates]
    return _Ingredients(
        given=given,
        order=order.value,
        corrections=corrections_of_list(record, given, kept.created_at, catalog),
        cvs={stored.value.id: stored for stored in cvs if stored is not None},
        circumstances=_circumstances(record, order.value, given),
    )


def _circumstances(record: Record, order: JobOrder, given: RankedList) -> Circumstances:
    """What the list was made with of proposals and of cases looked up."""
    seen, cv_ids = Watermark(**given.options.get("seen", {})), [one.cv_id for one in given.candidates]
    looked_up = record.case_lookups.of_many(cv_ids, seen.cases)
    return circumstances(order, looked_up, record.proposals.of_order(order.id, seen.proposals), given.today)


def _made_of(found: _Ingredients, scorer: Scorer, embedder: Embedder) -> tuple[RankedCv, ...]:
    catalog, today = scorer.catalog, found.given.today
    reading = understand(found.order, catalog, found.corrections)
    profile = build_order_profile(found.order, reading, catalog, embedder)
    candidates = build_stored(list(found.cvs.values()), catalog, embedder)
    pool, brief = CandidatePool(candidates, found.circumstances), scorer.brief(profile, today)
    mode = EligibilityMode(str(found.given.options["eligibility"]))
    again = choose(brief, [pool], scorer, today=today, mode=mode, top=len(candidates))
    explainer = Explainer(found.order, profile.reading, scorer.weights, Reader(wording(), catalog))

    def explained(place: ListPlace) -> ExplainedPlace:
        return ExplainedPlace(place, found.cvs[place.candidate_id].revision, tuple(explainer.reasons(place)))

    return tuple(ranked_cv(explained(place)) for place in again.places)
