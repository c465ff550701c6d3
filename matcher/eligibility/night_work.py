"""Evening and night work of minors."""

from __future__ import annotations

from matcher.eligibility.age_limits import LEGAL_AGE, below
from matcher.eligibility.verdict import ASK, YES, Answer, Answers, Case, Cases

NIGHT, LATE = "nat", frozenset({"aften", "skiftende"})


class NoNightWorkUnder18:
    """Nobody under 18 works at night; evenings end at 20, in shops at 22 and in restaurants at 24."""

    name = "night_work"
    sources = ("bekendtgørelsen om unges arbejde 2005", "bekendtgørelsen om unges arbejde")

    def answers(self, cases: Cases) -> Answers:
        """NO under 18 at night, ASK where the age is not known or the evening's end decides."""
        if NIGHT in cases.order.shifts:
            return below(cases, LEGAL_AGE)
        if LATE.isdisjoint(cases.order.shifts):
            return cases.all(YES)
        found = below(cases, LEGAL_AGE)
        found[found > YES] = ASK
        return found

    def reason(self, case: Case, answer: Answer) -> str:
        """What the hours require of the young."""
        if answer is Answer.YES:
            return "Arbejdstiden kræver ingen bestemt alder."
        if answer is Answer.NO:
            return "Loven kræver, at man er fyldt 18 år til natarbejde."
        if NIGHT in case.order.shifts:
            return "Spørg, om personen er fyldt 18 år; loven kræver det til natarbejde."
        return "Spørg, om personen er fyldt 18 år; ellers spørg, hvornår aftenen slutter: unge må arbejde til kl. 20."
