"""Required certificates, such as truckcertifikat and hygiejnebevis."""

from __future__ import annotations

from matcher.eligibility.verdict import Case, Verdict, judge_demands
from matcher.ranking.grades import Grade


class HoldsRequiredCertificates:
    """The person holds every certificate that the order demands."""

    name = "certificates"

    def check(self, case: Case) -> Verdict:
        """NO when the CV denies it, ASK when the CV is silent."""
        demands = [found for found in case.demands if found.requirement.kind == "certificate"]
        return judge_demands(self.name, demands, refuse=frozenset({Grade.MISSING}), fine="Har de krævede certifikater.")
