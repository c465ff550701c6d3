"""Required authorisations (autorisationsloven: only the authorised may practise)."""

from __future__ import annotations

from matcher.eligibility.verdict import Case, Verdict, judge_demands
from matcher.ranking.grades import Grade


class HoldsRequiredAuthorisations:
    """The person holds every authorisation that the order demands."""

    name = "authorisations"

    def check(self, case: Case) -> Verdict:
        """NO when the CV denies it, ASK when it is likely or the CV is silent."""
        demands = [found for found in case.demands if found.requirement.kind == "authorisation"]
        return judge_demands(
            self.name, demands, refuse=frozenset({Grade.MISSING}), fine="Har de krævede autorisationer."
        )
