"""Required driving licences (kørekortbekendtgørelsen: a larger category includes the smaller)."""

from __future__ import annotations

from matcher.eligibility.verdict import Case, Verdict, judge_demands
from matcher.ranking.grades import Grade


class HoldsRequiredLicences:
    """The person holds every driving licence that the order demands."""

    name = "driving_licences"

    def check(self, case: Case) -> Verdict:
        """NO when the CV lists other licences only or denies it, ASK when the CV is silent."""
        demands = [found for found in case.demands if found.requirement.kind == "driving_licence"]
        return judge_demands(
            self.name, demands, refuse=frozenset({Grade.MISSING, Grade.SHORT}), fine="Har de krævede kørekort."
        )
