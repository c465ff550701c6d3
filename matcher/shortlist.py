"""Shortlisting an order: check who may be proposed, rank, and keep the order of the list free of favours."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.candidates.profile import Candidate
from matcher.eligibility.rules import Eligibility, check
from matcher.eligibility.verdict import Case
from matcher.orders.profile import OrderProfile
from matcher.ranking.score import DECIMALS, Scored, Scorer


class EligibilityMode(StrEnum):
    """`on` leaves out who may not be proposed, `show` lists them last with the reason, `off` ranks everybody."""

    ON = "on"
    OFF = "off"
    SHOW = "show"


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

    @property
    def parts(self) -> dict[str, float]:
        """Points by name; they sum to the score."""
        parts: dict[str, float] = {}
        for name, points in self.scored.parts:
            parts[name] = round(parts.get(name, 0.0) + points, DECIMALS)
        return parts


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The list for one order; `fell_for` counts, per rule, the people it holds back among the `considered`."""

    order: OrderProfile
    places: tuple[Place, ...]
    considered: int
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
    graded = scorer.grade(order, [candidate.profile for candidate in candidates])
    judged = [
        (candidate.profile, demands, check(Case(order, candidate, demands, today, scorer.catalog)))
        for candidate, demands in zip(candidates, graded, strict=True)
    ]
    # Only who may stand in the list is scored: a score depends on nobody else.
    listed = [found for found in judged if mode is not EligibilityMode.ON or found[2].eligible]
    scored = scorer.score(order, [profile for profile, _, _ in listed], [demands for _, demands, _ in listed])
    chosen = [(found, eligibility) for found, (_, _, eligibility) in zip(scored, listed, strict=True)]
    chosen.sort(key=lambda pair: (mode is EligibilityMode.SHOW and not pair[1].eligible, *_place(order.id, pair[0])))
    places = tuple(Place(rank, *pair) for rank, pair in enumerate(chosen[:top], start=1))
    return Shortlist(order, places, len(candidates), fell_for([eligibility for _, _, eligibility in judged]))


def fell_for(eligibilities: Sequence[Eligibility]) -> dict[str, int]:
    """How many people each rule holds back; who falls for two counts under both."""
    return dict(Counter(verdict.rule for eligibility in eligibilities for verdict in eligibility.blocking))


def _place(order_id: str, scored: Scored) -> tuple[float, bytes]:
    """Best score first; equals in an order drawn by order and person together, so that nobody is always first."""
    return -scored.score, hashlib.sha256(f"{order_id}\0{scored.profile.id}".encode()).digest()
