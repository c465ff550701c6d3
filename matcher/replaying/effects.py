"""How many points the order's change, the CV's change and other versions are worth, each for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.ranked_lists import RankedCv
from indexer.records.stored import Stored
from matcher.candidates.build import build_candidates
from matcher.eligibility.circumstances import Circumstances
from matcher.judging import CandidatePool, judge
from matcher.matching import Matching
from matcher.ranking.score import Brief
from matcher.replaying.as_of import Moment
from matcher.shortlist import Place


@dataclass(frozen=True, slots=True)
class Effects:
    """Points that each cause gave one person; they sum to the difference of the two scores.

    `versions` is None where the person was in no list whose score could be compared; `eligible_then` is by the order
    and CV of then under the rules of now.
    """

    versions: float | None
    order: float
    cv: float
    eligible_then: bool


def effects(
    matching: Matching,
    orders: tuple[JobOrder, Brief],
    moment: Moment,
    then: Sequence[Stored[Cv]],
    given: Mapping[str, RankedCv],
    now: Mapping[str, Place],
    known: Circumstances,
) -> dict[str, Effects]:
    """By person: the old CV is held against the old order and then against the new one, and the CV of now last."""
    people = [one.value for one in then if one.value.id in now]
    if not people:
        return {}
    order, brief_now = orders
    brief_then = matching.seeking.ready(order, moment.day).brief
    pool = CandidatePool(build_candidates(people, matching.scorer.catalog, matching.embedder), known)
    as_was = judge(brief_then, pool, matching.scorer, moment.day)
    under_new = judge(brief_now, pool, matching.scorer, matching.today())
    rows = range(len(people))
    found = {}
    for cv, (was, eligibility), (between, _) in zip(people, as_was.told(rows), under_new.told(rows), strict=True):
        kept = given.get(cv.id)
        found[cv.id] = Effects(
            versions=round(was.score - kept.score, 4) if kept else None,
            order=round(between.score - was.score, 4),
            cv=round(now[cv.id].scored.score - between.score, 4),
            eligible_then=eligibility.eligible,
        )
    return found
