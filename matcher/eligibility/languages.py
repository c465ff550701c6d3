"""Required languages by level of the Common European Framework (A1-C2)."""

from __future__ import annotations

from matcher.eligibility.verdict import Case, Verdict, judge_demands
from matcher.ranking.grades import Grade


class SpeaksRequiredLanguages:
    """The person speaks every language that the order demands, at its level."""

    name = "languages"

    def check(self, case: Case) -> Verdict:
        """NO when two levels short or absent from a list of languages, ASK when one short or silent."""
        demands = [found for found in case.demands if found.requirement.kind == "language"]
        return judge_demands(self.name, demands, refuse=frozenset({Grade.MISSING}), fine="Taler de krævede sprog.")
