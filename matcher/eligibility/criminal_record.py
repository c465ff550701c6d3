"""A clean criminal record or a child certificate is never in a CV: it is asked for (børneattestloven)."""

from __future__ import annotations

from matcher.eligibility.verdict import ASK, YES, Answer, Answers, Case, Cases, demands_of, listed
from taxonomy.reading.findings import RequirementKind

KIND = RequirementKind.CRIMINAL_RECORD


class CriminalRecordIsAskedFor:
    """Where the order asks for an attest, the person must be asked."""

    name = "criminal_record"

    def answers(self, cases: Cases) -> Answers:
        """ASK where the order demands an attest; never NO, since no CV can answer."""
        asked = any(found.kind == KIND for met in cases.met for found in met.requirements)
        return cases.all(ASK if asked else YES)

    def reason(self, case: Case, answer: Answer) -> str:
        """The attest to ask for."""
        if answer is Answer.ASK:
            return f"Spørg om {listed(demands_of(case, KIND))}."
        return "Ordren kræver ingen attest."
