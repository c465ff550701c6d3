"""Measures exposure: each group's share of the first places, against its share of those who may be proposed.

The lists are made first, by what ranking may read; which group a person belongs to is looked up afterwards in the CVs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from indexer.intake.cv import Cv
from matcher.evaluation.intervals import bootstrap_rows
from matcher.orders.profile import OrderProfile
from matcher.ranking.score import OrderBrief, Scorer
from matcher.shortlisting.judging import CandidatePool, EligibilityMode, Pool, judge
from matcher.shortlisting.shortlist import choose
from taxonomy.language import text_language
from taxonomy.reading.requirements.language_names import NATIVE

SMALLEST_CELL = 5  # people or expected places; with fewer, a share is chance and could identify somebody
NOT_SAID = "ikke oplyst"

Floats = NDArray[np.float64]
Groups = Mapping[str, str]  # person to group


@dataclass(frozen=True, slots=True)
class OrderList:
    """One order's list: who may be proposed, and of them the first, best first."""

    order: str
    eligible: frozenset[str]
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exposure:
    """How a group fares over all lists; `ratio` is 1 where it is shown as often as it may be proposed.

    `interval` holds the ratio with 95 % by the luck of the orders. Where there are fewer than SMALLEST_CELL people or
    places to expect, the figures are hidden: `ratio` and `interval` are None.
    """

    group: str
    people: int
    share_eligible: float
    share_shown: float
    ratio: float | None
    interval: tuple[float, float] | None


def order_list(order: OrderProfile, pool: CandidatePool, scorer: Scorer, today: date, top: int) -> OrderList:
    """The order's list as a consultant gets it, rules and all."""
    return order_list_of(scorer.brief(order, today), pool, scorer, today, top)


def order_list_of(brief: OrderBrief, pool: Pool, scorer: Scorer, today: date, top: int) -> OrderList:
    """The list of a prepared order, out of the people in the pool."""
    found = choose(brief, [pool], scorer, today=today, mode=EligibilityMode.ON, top=top)
    may = judge(brief, pool, scorer, today, EligibilityMode.ON).checked.eligible
    ids = pool.crowd.profiles.ids
    return OrderList(
        brief.order.id,
        frozenset(ids[row] for row in np.flatnonzero(may).tolist()),
        tuple(place.candidate_id for place in found.places),
    )


def exposures(lists: Sequence[OrderList], groups: Groups, top: int) -> list[Exposure]:
    """Every group's exposure among the first `top`, groups in the order of the alphabet."""
    names = sorted(set(groups.values()))
    shown = _counted([one.first[:top] for one in lists], groups, names)
    eligible = _counted([one.eligible for one in lists], groups, names)
    places, may = shown.sum(axis=1, keepdims=True), eligible.sum(axis=1, keepdims=True)
    expected = np.divide(places * eligible, may, out=np.zeros_like(eligible), where=may > 0)
    ratios = _resampled(shown, expected)
    people, all_places = Counter(groups.values()), float(places.sum())
    return [
        _exposure(name, people[name], all_places, shown[:, at], expected[:, at], ratios[:, at])
        for at, name in enumerate(names)
    ]


def _exposure(name: str, people: int, places: float, shown: Floats, expected: Floats, drawn: Floats) -> Exposure:
    got, due = float(shown.sum()), float(expected.sum())
    told = people >= SMALLEST_CELL and due >= SMALLEST_CELL
    low, high = np.nanpercentile(drawn, (2.5, 97.5)).tolist() if told else (0.0, 0.0)
    ratio = got / due if told else None
    return Exposure(name, people, due / max(places, 1.0), got / max(places, 1.0), ratio, (low, high) if told else None)


def _counted(lists: Sequence[Iterable[str]], groups: Groups, names: Sequence[str]) -> Floats:
    """How many of each group stand in each list. Shape (lists, groups)."""
    places = {name: at for at, name in enumerate(names)}
    counts = np.zeros((len(lists), len(names)))
    for row, people in enumerate(lists):
        for person in people:
            counts[row, places[groups[person]]] += 1
    return counts


def _resampled(shown: Floats, expected: Floats) -> Floats:
    """The ratio of sums over orders drawn anew with replacement. Shape (resamples, groups)."""
    times = np.stack([np.bincount(one, minlength=len(shown)) for one in bootstrap_rows(len(shown))]).astype(np.float64)
    got, due = times @ shown, times @ expected
    return np.divide(got, due, out=np.full_like(got, np.nan), where=due > 0)


def by_age(cvs: Iterable[Cv]) -> Groups:
    """By the age group that the CV gives."""
    return {cv.id: cv.age_group or NOT_SAID for cv in cvs}


def by_insurance(cvs: Iterable[Cv]) -> Groups:
    """Insured or not."""
    names = {True: "forsikret", False: "ikke forsikret", None: NOT_SAID}
    return {cv.id: names[cv.insured] for cv in cvs}


def by_mother_tongue(cvs: Iterable[Cv]) -> Groups:
    """By the language that the CV calls the mother tongue."""
    return {cv.id: _mother_tongue(cv) for cv in cvs}


def by_language_of_cv(cvs: Iterable[Cv]) -> Groups:
    """By the language that the CV is written in."""
    return {cv.id: "dansk" if text_language(f"{cv.headline}. {cv.text}") == "da" else "andet sprog" for cv in cvs}


def _mother_tongue(cv: Cv) -> str:
    mothers = [name for name, level in cv.languages.items() if level == NATIVE]
    if not mothers:
        return NOT_SAID
    return "dansk" if "dansk" in mothers else "andet sprog"
