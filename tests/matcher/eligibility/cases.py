"""One person before one order, for the tests of rules."""

from __future__ import annotations

from datetime import date

from matcher.candidates.circumstances import NOTHING_LOOKED_UP, Circumstances
from matcher.candidates.crowd import crowd_of
from matcher.candidates.profile import Candidate
from matcher.eligibility.rules import Eligibility, check
from matcher.eligibility.verdict import Case, Cases
from matcher.orders.profile import OrderProfile
from matcher.ranking.demands import Demands
from taxonomy.catalog import Catalog, load_catalog
from tests.factories import TODAY


def judged(
    order: OrderProfile,
    person: Candidate,
    *,
    today: date = TODAY,
    known: Circumstances = NOTHING_LOOKED_UP,
    catalog: Catalog | None = None,
) -> Eligibility:
    """All rules' answers on a day, the tests' own and by the bundled taxonomy where none is given."""
    catalog, crowd = catalog or load_catalog(), crowd_of([person])
    demands = Demands(order.reading.requirements, catalog, order.sought)
    met = demands.grade(crowd.profiles)
    case = Case(order, person, demands.graded_demands(met, 0, person.profile), today, catalog, circumstances=known)
    return check(Cases(order, crowd, met, today, catalog, known)).eligibility(0, case)
