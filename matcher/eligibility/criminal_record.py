"""A clean criminal record or a child certificate is never in a CV: it is asked for (børneattestloven)."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Case, Verdict, listed


class CriminalRecordIsAskedFor:
    """Where the order asks for an attest, the person must be asked."""

    name = "criminal_record"

    def check(self, case: Case) -> Verdict:
        """ASK where the order demands an attest; never NO, since no CV can answer."""
        demands = [found for found in case.demands if found.requirement.kind == "criminal_record"]
        if demands:
            return Verdict(self.name, Answer.ASK, f"Spørg om {listed(demands)}.")
        return Verdict(self.name, Answer.YES, "Ordren kræver ingen attest.")
