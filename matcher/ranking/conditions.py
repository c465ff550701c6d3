"""Small steps for the conditions of the job: shift, hours, start, distance, and what the person has refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.candidates.profile import CandidateProfile
from matcher.orders.profile import OrderProfile
from taxonomy.places import distance_km

FULL_TIME_FROM = 32.0  # hours a week; below it a job is part time (the labour force survey's usual border is 30-34)
PART_TIME_TO = 30.0
FULL_TIME = 37.0  # the ordinary Danish working week
TEN_HOURS = 10.0
DAYS_A_MONTH = 30.4
MONTHS_AT_MOST = 4.0  # who is free in half a year is no further off than in four months
KILOMETRES_AT_MOST = 60.0
# Who asks for these has been granted them for reasons of health, and health never lowers a score.
KINDS_BY_HEALTH = frozenset({"fleksjob", "skaanejob"})
KINDS_TO_ENTER = frozenset({"virksomhedspraktik", "laereplads", "voksenlaerling", "loentilskud"})
KINDS_FOR_BEGINNERS = frozenset({"virksomhedspraktik", "laereplads", "fritidsjob"})
PRACTISED_FROM = 2.0  # years
UNUSUAL_SHIFTS = frozenset({"aften", "nat", "weekend", "skiftende"})


@dataclass(frozen=True, slots=True)
class Condition:
    """How much of one condition holds against (or, negative weight, speaks for) the person; `amount` is 0 or more."""

    name: str
    amount: float


def conditions(order: OrderProfile, candidate: CandidateProfile) -> Iterator[Condition]:
    """Every condition that makes a difference for the pair."""
    if set(order.shifts) & set(candidate.refused_shifts):
        yield Condition("shift_refused", 1.0)
    elif UNUSUAL_SHIFTS & set(order.shifts) & set(candidate.wanted_shifts):
        yield Condition("shift_wanted", 1.0)
    # Who enters a trade takes the hours that the entrance has; the rule of who may be proposed still asks.
    if order.order_type not in KINDS_TO_ENTER and hours_apart(order, candidate):
        yield Condition("hours_apart", _hours_between(order, candidate) / TEN_HOURS)
    if months := _months_late(order, candidate):
        yield Condition("start_late_per_month", months)
    if order.position and candidate.position:
        yield Condition("kilometre", min(distance_km(order.position, candidate.position), KILOMETRES_AT_MOST))
    if _refused(order, candidate):
        yield Condition("occupation_refused", 1.0)
    yield from _kind(order, candidate)


def hours_apart(order: OrderProfile, candidate: CandidateProfile) -> bool:
    """Whether full time stands against part time; false where either is silent."""
    if order.hours is None or candidate.hours is None:
        return False
    low, high = order.hours
    return (candidate.hours == "deltid" and low >= FULL_TIME_FROM) or (
        candidate.hours == "fuldtid" and high <= PART_TIME_TO
    )


def _hours_between(order: OrderProfile, candidate: CandidateProfile) -> float:
    low, high = order.hours or (FULL_TIME, FULL_TIME)
    return FULL_TIME - high if candidate.hours == "fuldtid" else max(low - PART_TIME_TO, 0) + TEN_HOURS / 2


def _months_late(order: OrderProfile, candidate: CandidateProfile) -> float:
    if order.start is None or candidate.availability is None:
        return 0.0
    return min(max(candidate.availability - order.start, 0) / DAYS_A_MONTH, MONTHS_AT_MOST)


def _kind(order: OrderProfile, candidate: CandidateProfile) -> Iterator[Condition]:
    """Whether the person asks for this kind of job, or for another kind only."""
    if order.order_type in candidate.wanted_kinds:
        yield Condition("kind_wanted", 1.0)
    elif set(candidate.wanted_kinds) - KINDS_BY_HEALTH and not _both_enter(order, candidate):
        yield Condition("other_kind_wanted", 1.0)
    if order.order_type in KINDS_FOR_BEGINNERS and _practised(order, candidate):
        yield Condition("practised", 1.0)


def _both_enter(order: OrderProfile, candidate: CandidateProfile) -> bool:
    """A traineeship and an apprenticeship lead to the same: who wants one does not refuse the other."""
    return order.order_type in KINDS_TO_ENTER and bool(KINDS_TO_ENTER & set(candidate.wanted_kinds))


def _practised(order: OrderProfile, candidate: CandidateProfile) -> bool:
    """Whether the person has worked in just what a beginner is to learn."""
    return any(job.occupation in order.sought[:2] and (job.years or 0) >= PRACTISED_FROM for job in candidate.history)


def _refused(order: OrderProfile, candidate: CandidateProfile) -> bool:
    refused = {found.occupation for found in candidate.refused}
    return any(mention.occupation in refused for mention in order.reading.occupations[:1])
