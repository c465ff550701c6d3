"""Scores the conditions of the job: shift, hours, start, distance, and what the person has refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from typing import NamedTuple

import numpy as np

from matcher.candidates.crowd import Floats, Mask, Profiles
from matcher.candidates.facts import FactKind
from matcher.orders.profile import OrderProfile
from matcher.ranking.kind_conditions import KINDS_TO_ENTER, ORDINARY, kind_conditions, where_it_holds
from matcher.ranking.occupation_link import OccupationLink
from taxonomy.places import EARTH_RADIUS_KM

FULL_TIME_FROM = 32.0  # hours a week; below it a job is part time (the labour force survey's usual border is 30-34)
PART_TIME_TO = 30.0
FULL_TIME = 37.0  # the ordinary Danish working week
TEN_HOURS = 10.0
FEWER = 0.5  # tens of hours that wanting fewer than offered counts beside the gap: somebody else must work the rest
BENT = 4.0  # hours a week that people and jobs bend by; chosen of 0, 2, 4, 5 and 6 by the open orders
DAYS_A_MONTH = 30.4
MONTHS_AT_MOST = 4.0  # being free in half a year counts no worse than in four months
KILOMETRES_AT_MOST = 60.0
MILLIMETRES = 6  # decimals of a kilometre: vectorised sines may differ from scalar ones in the last bits
CHANGING = "skiftende"
KIN_REFUSED = 0.5  # what ruling out kindred work counts of ruling out the very job
OTHER_WORK_BELOW = 0.6  # of what is asked for being the order's work; below it somebody asks for other work
UNUSUAL_SHIFTS = frozenset({"aften", "nat", "weekend", CHANGING})


class Condition(NamedTuple):
    """How much of one condition holds against (or, negative weight, speaks for) the person; `amount` is 0 or more."""

    name: str
    amount: float


def conditions(
    order: OrderProfile, people: Profiles, wished_work: Floats | None = None, link: OccupationLink | None = None
) -> Mapping[str, Floats]:
    """The amount of every condition that can make a difference, for everybody; NaN where it makes none.

    `wished_work` is how far the work that each asks for is the order's, from 0 to 1; all of it where it is not given.
    Without the order's `link` no work is kindred to its own.
    """
    work = np.ones(len(people)) if wished_work is None else wished_work
    refused = people.have_key(FactKind.REFUSED_SHIFT, *order.shifts)
    unusual = {CHANGING} if CHANGING in order.shifts else UNUSUAL_SHIFTS & set(order.shifts)
    wanted = people.have_key(FactKind.WANTED_SHIFT, *unusual)
    full_time, part_time = hours_apart(order, people)
    late = _months_late(order, people)
    return {
        "shift_refused": where_it_holds(refused),
        "shift_wanted": where_it_holds(wanted & ~refused),
        "shift_other": where_it_holds(_other_shifts(order, people) & ~refused),
        "hours_apart": _hours_between(order, people, full_time, part_time),
        "start_late_per_month": np.where(late > 0, late, np.nan),
        "kilometre": np.minimum(kilometres(order, people), KILOMETRES_AT_MOST),
        "occupation_refused": _refused(order, people, link),
        "other_work_wanted": where_it_holds(_wants_out(order, people, work, link)),
        **kind_conditions(order, people, work, link),
    }


def conditions_that_hold(amounts: Mapping[str, Floats], rows: Sequence[int]) -> list[tuple[Condition, ...]]:
    """The conditions that hold for each person of those rows, and so make a difference."""
    table = [(name, amount[rows].tolist()) for name, amount in amounts.items() if not np.isnan(amount[rows]).all()]
    everybody = range(len(rows))
    return [tuple([Condition(name, of[one]) for name, of in table if not isnan(of[one])]) for one in everybody]


def hours_apart(order: OrderProfile, people: Profiles) -> tuple[Mask, Mask]:
    """Masks: full time sought where the job is part time, and the reverse; empty where either is unstated."""
    if order.hours is None:
        return people.nobody(), people.nobody()
    low, high = order.hours
    full_time = people.have_key(FactKind.HOURS, *(["fuldtid"] if high <= PART_TIME_TO else []))
    return full_time, people.have_key(FactKind.HOURS, *(["deltid"] if low >= FULL_TIME_FROM else []))


def kilometres(order: OrderProfile, people: Profiles) -> Floats:
    """From home to work in a straight line, as `distance_km` has it; NaN where one of them is not known. Shape (n,)."""
    if order.position is None:
        return np.full(len(people), np.nan)
    latitude, longitude = np.radians(order.position)
    latitudes, longitudes = (np.radians(np.ascontiguousarray(people.traits[one])) for one in ("latitude", "longitude"))
    half = np.sin((latitudes - latitude) / 2) ** 2
    half += np.cos(latitude) * np.cos(latitudes) * np.sin((longitudes - longitude) / 2) ** 2
    kilometres = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return np.asarray(np.round(kilometres, MILLIMETRES))


def _refused(order: OrderProfile, people: Profiles, link: OccupationLink | None) -> Floats:
    """Who has ruled out the very job, and with less force who has ruled out kindred work."""
    kin = people.nobody() if link is None else link.refused(people)
    just_this = people.have_key(FactKind.REFUSED, *order.sought[:1])
    return np.where(just_this, 1.0, np.where(kin, KIN_REFUSED, np.nan))


def _wants_out(order: OrderProfile, people: Profiles, work: Floats, link: OccupationLink | None) -> Mask:
    """Who has long done work of an ordinary job's sort and asks for other work: experience must not outvote that.

    Kinds of order that lead into a trade tell who is past learning it by themselves (kind_conditions.py).
    """
    if link is None or order.order_type != ORDINARY:
        return people.nobody()
    return link.long_held(people) & people.have_any(FactKind.WISH) & (work < OTHER_WORK_BELOW)


def _other_shifts(order: OrderProfile, people: Profiles) -> Mask:
    """Mask of people who state shifts, none of them the job's; empty where it names none, or only that they vary."""
    if not set(order.shifts) - {CHANGING}:
        return people.nobody()
    return people.have_any(FactKind.WANTED_SHIFT) & ~people.have_key(FactKind.WANTED_SHIFT, *order.shifts, CHANGING)


def _hours_between(order: OrderProfile, people: Profiles, full_time: Mask, part_time: Mask) -> Floats:
    """Tens of hours between what is sought and what is offered: by numbers where the CV has them, else by words."""
    # Whoever enters a trade accepts the hours that come with it; the eligibility rule still asks.
    if order.hours is None or order.order_type in KINDS_TO_ENTER:
        return np.full(len(people), np.nan)
    low, high = order.hours
    too_few, too_many = (FULL_TIME - high) / TEN_HOURS, max(low - PART_TIME_TO, 0) / TEN_HOURS + FEWER
    by_words = np.where(full_time, too_few, np.where(part_time, too_many, np.nan))
    fewest, most = _hours_asked(people)
    wants_less, wants_more = low - most, fewest - high
    by_numbers = np.where(wants_less > BENT, wants_less / TEN_HOURS + FEWER, np.nan)
    by_numbers = np.where(wants_more > BENT, wants_more / TEN_HOURS, by_numbers)
    return np.where(np.isnan(fewest), by_words, by_numbers)


def _hours_asked(people: Profiles) -> tuple[Floats, Floats]:
    """The fewest and the most hours a week that each asks for in numbers; NaN for none. Shape (n,) each."""
    rows = people.rows(FactKind.HOURS)
    asked = np.full((2, len(people)), np.nan)
    asked[0, rows.owner], asked[1, rows.owner] = rows.amounts, rows.years
    return asked[0], asked[1]


def _months_late(order: OrderProfile, people: Profiles) -> Floats:
    if order.start is None:
        return np.full(len(people), np.nan)
    months: Floats = (people.traits["availability"] - order.start) / DAYS_A_MONTH
    return np.minimum(months, MONTHS_AT_MOST)
