"""The match category decides which kinds of order a person may be proposed for (data/order_kinds.toml)."""

from __future__ import annotations

from matcher.eligibility.verdict import Answer, Case, Verdict


class MatchCategoryFitsOrderKind:
    """The order's kind is open to the person."""

    name = "order_kind"

    def check(self, case: Case) -> Verdict:
        """NO where the kind is not open to the category; worded so that the category cannot be read out of it."""
        kind = case.catalog.order_kinds[case.order.order_type]
        if case.candidate.standing.match_category in kind.match_categories:
            return Verdict(self.name, Answer.YES, f"Kan foreslås til {kind.label}.")
        return Verdict(self.name, Answer.NO, f"Kan ikke foreslås til {kind.label}.")
