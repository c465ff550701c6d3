"""Age, only where law sets a limit: 18 years for trucks, alcohol, night work and dangerous machines
(bekendtgørelse om unges arbejde; restaurationsloven). An employer's own wish for an age is no rule.
"""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Case, Verdict

LEGAL_AGE = 18
YOUNG = frozenset({"15-17"})
CERTIFICATES_FROM_18 = frozenset({"truckcertifikat A", "truckcertifikat B"})


class OldEnoughByLaw:
    """The person is of the age that law sets for the work."""

    name = "age"

    def check(self, case: Case) -> Verdict:
        """NO for somebody under 18 where law asks for 18, ASK where the age is not known."""
        if not self._law_asks(case):
            return Verdict(self.name, Answer.YES, "Loven sætter ingen aldersgrænse for arbejdet.")
        age_group = case.candidate.standing.age_group
        if age_group in YOUNG:
            return Verdict(self.name, Answer.NO, f"Loven kræver, at man er fyldt {LEGAL_AGE} år til arbejdet.")
        if not age_group:
            return Verdict(self.name, Answer.ASK, f"Spørg, om personen er fyldt {LEGAL_AGE} år; loven kræver det.")
        return Verdict(self.name, Answer.YES, f"Er fyldt {LEGAL_AGE} år.")

    def _law_asks(self, case: Case) -> bool:
        return "nat" in case.order.shifts or any(
            (found.kind == "age" and found.level == str(LEGAL_AGE)) or found.key in CERTIFICATES_FROM_18
            for found in case.order.reading.requirements
            if found.hard
        )
