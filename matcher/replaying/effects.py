"""Splits a change of score into the effects of the order's change, the CV's change and new versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.ranked_lists import RankedCv
from indexer.records.stored import Stored
from matcher.candidates.build import build_stored
from matcher.candidates.circumstances import Circumstances
from matcher.lists.matching import Matching
from matcher.ranking.score import OrderBrief
from matcher.shortlisting.judging import CandidatePool, judge
from matcher.shortlisting.shortlist import ListPlace
from taxonomy.reading.orders.correcting import Correction


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


@dataclass(frozen=True, slots=True)
class AsItWas:
    """The order and the CVs in their revisions of that day, what was known then, and the places given by person.

    `corrections` are those that people had made of the order's reading by then.
    """

    day: date
    order: JobOrder
    corrections: Sequence[Correction]
    cvs: Sequence[Stored[Cv]]
    circumstances: Circumstances
    given: Mapping[str, RankedCv]


def effects(matching: Matching, then: AsItWas, brief: OrderBrief, now: Mapping[str, ListPlace]) -> dict[str, Effects]:
    """By person: the old CV is scored with the old order, then with the new order, and finally the new CV.

    `brief` is the order of now, `now` where it places people.
    """
    people = [one for one in then.cvs if one.value.id in now]
    if not people:
        return {}
    brief_then = matching.preparation.prepare(then.order, then.day, then.corrections).brief
    pool = CandidatePool(build_stored(people, matching.scorer.catalog, matching.embedder), then.circumstances)
    as_was = judge(brief_then, pool, matching.scorer, then.day)
    under_new = judge(brief, pool, matching.scorer, matching.today())
    rows = range(len(people))
    found = {}
    for stored, (was, eligibility), (between, _) in zip(
        people, as_was.scored_in_full(rows), under_new.scored_in_full(rows), strict=True
    ):
        cv_id = stored.value.id
        kept = then.given.get(cv_id)
        found[cv_id] = Effects(
            versions=round(was.score - kept.score, 4) if kept else None,
            order=round(between.score - was.score, 4),
            cv=round(now[cv_id].scored.score - between.score, 4),
            eligible_then=eligibility.eligible,
        )
    return found
