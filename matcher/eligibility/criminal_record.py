"""Criminal record and child protection certificates, which the order or the law demands and no CV contains.

Only the person can order a private straffeattest, and only the employer a børneattest.
"""

from __future__ import annotations

from matcher.eligibility.demanded import sentences
from matcher.eligibility.shortfalls import Shortfall, ShortfallKind, demands_of
from matcher.eligibility.verdict import ASK, YES, Answer, Answers, Case, Cases
from taxonomy.reading.findings import RequirementKind

KIND = RequirementKind.CRIMINAL_RECORD


class CriminalRecordIsAskedFor:
    """Where the order or the law asks for an attest, the person must be asked."""

    name = "criminal_record"
    sources = ("kriminalregisterbekendtgørelsen", "børneattestloven")

    def answers(self, cases: Cases) -> Answers:
        """ASK where an attest is demanded; never NO, since no CV can answer."""
        asked = any(found.kind == KIND for demand in cases.demanded for found in demand.requirements)
        return cases.all(ASK if asked else YES)

    def reason(self, case: Case, answer: Answer) -> str:
        """The attest to ask for."""
        return sentences(attests(case)) if answer is Answer.ASK else "Ingen attest kræves."


def attests(case: Case) -> list[Shortfall]:
    """Every attest that is demanded, with its law where the order does not say it."""
    said = [Shortfall(ShortfallKind.ASKED, found) for found in demands_of(case.demands, KIND)]
    by_law = demands_of(case.legal, KIND)
    cited = case.by_law.cited
    return said + [Shortfall(ShortfallKind.ASKED, found, cited.get((KIND, found.requirement.key))) for found in by_law]
