"""Minors and dangerous machines or substances: fork-lift trucks, cranes, blasting, asbestos and the like."""

from __future__ import annotations

from indexer.intake.job_order import OrderType
from matcher.eligibility.age_limits import LEGAL_AGE, below
from matcher.eligibility.verdict import ASK, NO, YES, Answer, Answers, Case, Cases
from matcher.eligibility.young_people import all_among, limits, occupations_of
from matcher.orders.profile import OrderProfile
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import RequirementKind


class NoDangerousWorkUnder18:
    """Nobody under 18 does dangerous work, except as part of their vocational training."""

    name = "dangerous_work"
    sources = ("bekendtgørelsen om unges arbejde 2005", "bekendtgørelsen om unges arbejde")

    def answers(self, cases: Cases) -> Answers:
        """NO where the work is the machine, ASK where it may be left to others, and where the age is not known."""
        worst = _worst(cases.order, cases.catalog)
        found = below(cases, LEGAL_AGE) if worst else cases.all(YES)
        found[found > worst] = worst
        return found

    def reason(self, case: Case, answer: Answer) -> str:
        """What the machines require of the young."""
        if answer is Answer.YES:
            return "Arbejdets maskiner kræver ingen bestemt alder."
        if answer is Answer.NO:
            return "Loven kræver, at man er fyldt 18 år til de maskiner og stoffer, arbejdet er med."
        if is_the_machine(case.order, case.catalog):
            return "Spørg, om personen er fyldt 18 år; loven kræver det til arbejdets maskiner og stoffer."
        return "Spørg, om personen er fyldt 18 år; ellers spørg, om arbejdet er ved farlige maskiner."


def is_the_machine(order: OrderProfile, catalog: Catalog) -> bool:
    """Whether the work cannot be done without the machine or the substance."""
    return _worst(order, catalog) == NO


def _worst(order: OrderProfile, catalog: Catalog) -> int:
    """The answer for somebody under 18."""
    if order.order_type == OrderType.APPRENTICESHIP:
        return YES
    sought, known = occupations_of(order, catalog), limits()
    if all_among(sought, known.forbidden) or any(
        found.hard and found.kind == RequirementKind.CERTIFICATE and found.key in known.certificates
        for found in order.reading.requirements
    ):
        return NO
    return ASK if all_among(sought, known.forbidden, known.often) else YES
