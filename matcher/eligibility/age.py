"""Age, only where law sets a limit: 18 years for trucks, alcohol, night work and dangerous machines
(bekendtgørelse om unges arbejde; restaurationsloven). An employer's own wish for an age is no rule.
"""

from __future__ import annotations

import numpy as np

from matcher.candidates.facts import code, codes
from matcher.eligibility.verdict import YES, Answer, Answers, Case, Cases
from matcher.orders.profile import OrderProfile

LEGAL_AGE = 18
YOUNG = frozenset({"15-17"})
CERTIFICATES_FROM_18 = frozenset({"truckcertifikat A", "truckcertifikat B"})


class OldEnoughByLaw:
    """The person is of the age that law sets for the work."""

    name = "age"

    def answers(self, cases: Cases) -> Answers:
        """NO for somebody under 18 where law asks for 18, ASK where the age is not known."""
        if not _law_asks(cases.order):
            return cases.all(YES)
        ages = cases.crowd.standings["age_group"]
        return cases.where(no=np.isin(ages, codes(sorted(YOUNG))), ask=ages == code(""))

    def reason(self, case: Case, answer: Answer) -> str:
        """The age that law asks for, if it does."""
        if not _law_asks(case.order):
            return "Loven sætter ingen aldersgrænse for arbejdet."
        return REASONS[answer]


REASONS = {
    Answer.YES: f"Er fyldt {LEGAL_AGE} år.",
    Answer.ASK: f"Spørg, om personen er fyldt {LEGAL_AGE} år; loven kræver det.",
    Answer.NO: f"Loven kræver, at man er fyldt {LEGAL_AGE} år til arbejdet.",
}


def _law_asks(order: OrderProfile) -> bool:
    return "nat" in order.shifts or any(
        (found.kind == "age" and found.level == str(LEGAL_AGE)) or found.key in CERTIFICATES_FROM_18
        for found in order.reading.requirements
        if found.hard
    )
