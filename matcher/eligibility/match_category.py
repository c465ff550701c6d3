"""The match category decides which kinds of order a person may be proposed for (data/order_kinds.toml)."""

from __future__ import annotations

import numpy as np

from matcher.eligibility.verdict import Answer, Answers, Case, Cases


class MatchCategoryFitsOrderKind:
    """The order's kind is open to the person."""

    name = "order_kind"

    def answers(self, cases: Cases) -> Answers:
        """NO where the kind is not open to the category."""
        kind = cases.catalog.order_kinds[cases.order.order_type]
        return cases.where(no=~np.isin(cases.crowd.standings["match_category"], list(kind.match_categories)))

    def reason(self, case: Case, answer: Answer) -> str:
        """Worded so that the category cannot be read out of it."""
        kind = case.catalog.order_kinds[case.order.order_type].label
        return f"Kan foreslås til {kind}." if answer is Answer.YES else f"Kan ikke foreslås til {kind}."
