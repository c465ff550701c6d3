"""Compares people's ages with a limit that the law sets."""

from __future__ import annotations

from matcher.candidates.ages import age_bounds
from matcher.eligibility.verdict import Answer, Answers, Case, Cases

LEGAL_AGE = 18


def below(cases: Cases, limit: int) -> Answers:
    """NO for those below the limit, ASK where the age is not known well enough to tell."""
    ages = cases.crowd.standings
    return cases.where(no=ages["age_to"] < limit, ask=ages["age_from"] < limit)


def stands_below(case: Case, limit: int) -> Answer:
    """The same for one person."""
    youngest, oldest = age_bounds(case.candidate.standing.age_group)
    if oldest < limit:
        return Answer.NO
    return Answer.ASK if youngest < limit else Answer.YES
