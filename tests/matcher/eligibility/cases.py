"""One person before one order, for the tests of rules."""

from __future__ import annotations

from matcher.candidates.crowd import crowd_of
from matcher.candidates.profile import Candidate
from matcher.eligibility.rules import Eligibility, check
from matcher.eligibility.verdict import Case, Cases
from matcher.orders.profile import OrderProfile
from matcher.ranking.demands import Demands
from taxonomy.catalog import load_catalog
from tests.factories import TODAY


def judged(order: OrderProfile, person: Candidate) -> Eligibility:
    """All rules' answers on the tests' day."""
    catalog, crowd = load_catalog(), crowd_of([person])
    demands = Demands(order.reading.requirements, catalog, order.sought)
    met = demands.grade(crowd.profiles)
    case = Case(order, person, demands.told(met, 0, person.profile), TODAY, catalog)
    return check(Cases(order, crowd, met, TODAY, catalog)).eligibility(0, case)
