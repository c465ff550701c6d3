"""Whether what proves a demand is still valid: today, and on the day that the work begins."""

from __future__ import annotations

import numpy as np

from matcher.candidates.crowd import Mask, among
from matcher.candidates.facts import FactKind
from matcher.eligibility.verdict import YES, Answers, Cases
from matcher.ranking.demands import DemandGrades
from matcher.ranking.grades import PROVED
from matcher.ranking.order_demands import codes_proving


def answers_by_validity(cases: Cases, demand: DemandGrades, hard: Mask) -> Answers:
    """NO where all that proves the demand has expired, ASK where it expires before the work begins, else YES.

    `hard` are those for whom the demand is one. What has no date does not expire.
    """
    rows = cases.crowd.profiles.rows(FactKind.HELD)
    if np.isnan(rows.years).all():
        return cases.all(YES)
    proving = among(rows.codes, np.concatenate([codes_proving(one) for one in demand.requirements]))
    last = np.full(len(cases.crowd), -np.inf)
    days = np.where(np.isnan(rows.years[proving]), np.inf, rows.years[proving])
    np.maximum.at(last, rows.owner[proving], days)
    proved = hard & (demand.grades == PROVED) & np.isfinite(last)
    return cases.where(no=proved & (last < cases.today.toordinal()), ask=proved & (last < cases.begins))
