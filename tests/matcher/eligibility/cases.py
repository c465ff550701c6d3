"""One person before one order, for the tests of rules."""

from __future__ import annotations

from matcher.candidates.profile import Candidate
from matcher.eligibility.verdict import Case
from matcher.orders.profile import OrderProfile
from matcher.ranking.demands import grade_demands
from taxonomy.catalog import load_catalog
from tests.factories import TODAY


def case(order: OrderProfile, person: Candidate) -> Case:
    """The case on the tests' day, its demands graded."""
    catalog = load_catalog()
    demands = grade_demands(order.reading.requirements, person.profile, catalog, order.sought)
    return Case(order, person, demands, TODAY, catalog)
