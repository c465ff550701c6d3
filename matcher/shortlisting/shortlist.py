"""Shortlisting an order: check who may be proposed, rank, and keep the order of the list free of favours."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.candidates.profile import Candidate
from matcher.eligibility.rules import Eligibility
from matcher.orders.profile import OrderProfile
from matcher.ranking.score import DECIMALS, SCORE_TOLERANCE, OrderBrief, Scored, Scorer
from matcher.shortlisting.judging import CandidatePool, EligibilityMode, JudgedPool, Pool, Pruning, judge


@dataclass(frozen=True, slots=True)
class ListPlace:
    """One person's place in a list, with all that decided it."""

    rank: int
    scored: Scored
    eligibility: Eligibility

    @property
    def candidate_id(self) -> str:
        """The CV's id."""
        return self.scored.profile.id

    def at(self, rank: int) -> ListPlace:
        """The same person at that rank."""
        return self if rank == self.rank else ListPlace(rank, self.scored, self.eligibility)

    @property
    def parts(self) -> dict[str, float]:
        """Points by name; they sum to the score."""
        each = self.scored.parts
        parts = dict(each)
        if len(parts) < len(each):  # some name stands twice
            parts = dict.fromkeys(parts, 0.0)
            for name, points in each:
                parts[name] = round(parts[name] + points, DECIMALS)
        return parts


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The list for one order; `fell_for` counts, per rule, the people it holds back among the `considered`.

    `eligible` is how many of them no rule holds back.
    """

    order: OrderProfile
    places: tuple[ListPlace, ...]
    considered: int
    eligible: int
    fell_for: Mapping[str, int]


def shortlist(
    order: OrderProfile,
    candidates: Sequence[Candidate],
    scorer: Scorer,
    *,
    today: date,
    mode: EligibilityMode = EligibilityMode.ON,
    top: int = 50,
) -> Shortlist:
    """The best `top` of the candidates for the order; the same candidates in another order give the same list."""
    return choose(scorer.brief(order, today), [CandidatePool(candidates)], scorer, today=today, mode=mode, top=top)


def choose(
    brief: OrderBrief,
    pools: Iterable[Pool],
    scorer: Scorer,
    *,
    today: date,
    mode: EligibilityMode,
    top: int,
    prune: bool = False,
) -> Shortlist:
    """The best `top` of the pools, of which the next is looked into only while those before do not hold enough.

    People stand in a pool as they were found, best first. All are scored, or, with `prune`, those whose predicted
    score is worth it.
    """
    judged: list[JudgedPool] = []
    for pool in (pool for pool in pools if len(pool.crowd)):
        judged.append(judge(brief, pool, scorer, today, mode, Pruning(top, judged) if prune else None))
        if enough_found(judged, mode, top):
            break
    return Shortlist(
        order=brief.order,
        places=_places(judged, mode, top),
        considered=sum(len(one.pool.crowd) for one in judged),
        eligible=sum(int(one.checked.eligible.sum()) for one in judged),
        fell_for=dict(sum((one.checked.fell_for() for one in judged), Counter())),
    )


def enough_found(judged: Sequence[JudgedPool], mode: EligibilityMode, top: int) -> bool:
    """Whether `top` may be listed, and the first of them were all found early: then hardly any is left to find."""
    if sum(int(one.listed(mode).sum()) for one in judged) < top:
        return False
    scores = np.concatenate([one.rank_scores(mode) for one in judged])
    late, first = scores[int(len(scores) * EARLY_SHARE) :], min(top, FIRST_PLACES)
    return int((scores > late.max(initial=-np.inf)).sum()) >= first


def _places(judged: Sequence[JudgedPool], mode: EligibilityMode, top: int) -> tuple[ListPlace, ...]:
    by_pool = [one.rank_scores(mode) for one in judged]
    every = np.concatenate(by_pool) if by_pool else np.zeros(0)
    if not len(every) or top < 1:
        return ()
    # All who may come among the first once their score is exact.
    least = np.partition(every, -top)[-top] - SCORE_TOLERANCE if top < len(every) else -np.inf
    exact = [
        person
        for one, scores in zip(judged, by_pool, strict=True)
        for person in one.scored_in_full(np.flatnonzero((scores >= least) & np.isfinite(scores)).tolist())
    ]
    order_id = judged[0].brief.order.id
    exact.sort(key=lambda one: (mode is EligibilityMode.SHOW and not one[1].eligible, *best_first(order_id, one[0])))
    return tuple(ListPlace(rank, *one) for rank, one in enumerate(exact[:top], start=1))


FIRST_PLACES = 20  # places that looking deeper is to lose nobody of
EARLY_SHARE = 0.7  # of those found; with 0.5 a third more of the orders are looked into deeper, for 2 people in 1,000


def best_first(order_id: str, scored: Scored) -> tuple[float, bytes]:
    """The key that sorts the best score first, equals by the tie-break."""
    return -scored.score, tie_break(order_id, scored.profile.id)


def tie_break(order_id: str, cv_id: str) -> bytes:
    """The lot that decides between equals: by order and person together, so that nobody is always first."""
    return hashlib.sha256(f"{order_id}\0{cv_id}".encode()).digest()
