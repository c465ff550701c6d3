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
from matcher.judging import CandidatePool, EligibilityMode, Judged, Pool, Sparing, judge
from matcher.orders.profile import OrderProfile
from matcher.ranking.score import DECIMALS, SLACK, Brief, Scored, Scorer


@dataclass(frozen=True, slots=True)
class Place:
    """One person's place in a list, with all that decided it."""

    rank: int
    scored: Scored
    eligibility: Eligibility

    @property
    def candidate_id(self) -> str:
        """The CV's id."""
        return self.scored.profile.id

    def at(self, rank: int) -> Place:
        """The same person at that rank."""
        return self if rank == self.rank else Place(rank, self.scored, self.eligibility)

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
    places: tuple[Place, ...]
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
    brief: Brief,
    pools: Iterable[Pool],
    scorer: Scorer,
    *,
    today: date,
    mode: EligibilityMode,
    top: int,
    sparing: bool = False,
) -> Shortlist:
    """The best `top` of the pools, of which the next is looked into only while those before do not suffice.

    People stand in a pool as they were found, best first. All are weighed in full, or, `sparing`, all whose score is
    foreseen to be worth it.
    """
    judged: list[Judged] = []
    for pool in (pool for pool in pools if len(pool.crowd)):
        judged.append(judge(brief, pool, scorer, today, mode, Sparing(top, judged) if sparing else None))
        if suffice(judged, mode, top):
            break
    return Shortlist(
        order=brief.order,
        places=_places(judged, mode, top),
        considered=sum(len(one.pool.crowd) for one in judged),
        eligible=sum(int(one.checked.eligible.sum()) for one in judged),
        fell_for=dict(sum((one.checked.fell_for() for one in judged), Counter())),
    )


def suffice(judged: Sequence[Judged], mode: EligibilityMode, top: int) -> bool:
    """Whether `top` may be listed, and the first of them were all found early: then hardly any is left to find."""
    if sum(int(one.listed(mode).sum()) for one in judged) < top:
        return False
    heights = np.concatenate([one.heights(mode) for one in judged])
    late, first = heights[int(len(heights) * EARLY) :], min(top, FIRST)
    return int((heights > late.max(initial=-np.inf)).sum()) >= first


def _places(judged: Sequence[Judged], mode: EligibilityMode, top: int) -> tuple[Place, ...]:
    heights = [one.heights(mode) for one in judged]
    every = np.concatenate(heights) if heights else np.zeros(0)
    if not len(every) or top < 1:
        return ()
    # All who may come among the first once their score is told to the last digit.
    least = np.partition(every, -top)[-top] - SLACK if top < len(every) else -np.inf
    told = [
        found
        for one, height in zip(judged, heights, strict=True)
        for found in one.told(np.flatnonzero((height >= least) & np.isfinite(height)).tolist())
    ]
    order_id = judged[0].brief.order.id
    told.sort(key=lambda found: (mode is EligibilityMode.SHOW and not found[1].eligible, *_place(order_id, found[0])))
    return tuple(Place(rank, *found) for rank, found in enumerate(told[:top], start=1))


FIRST = 20  # places that looking deeper is to lose nobody of
EARLY = 0.7  # of those found; with 0.5 a third more of the orders are looked into deeper, for 2 people in 1,000


def _place(order_id: str, scored: Scored) -> tuple[float, bytes]:
    """Best score first; equals as they are drawn."""
    return -scored.score, drawn(order_id, scored.profile.id)


def drawn(order_id: str, cv_id: str) -> bytes:
    """The lot that decides between equals: by order and person together, so that nobody is always first."""
    return hashlib.sha256(f"{order_id}\0{cv_id}".encode()).digest()
