"""The match category decides which kinds of order a person may be proposed for (order_kinds, match_scales.toml)."""

from __future__ import annotations

import numpy as np

from matcher.eligibility.verdict import ASK, NO, YES, Answer, Answers, Case, Cases

CATEGORIES = 256  # as many as a byte tells apart


class MatchCategoryFitsOrderKind:
    """The order's kind is open to the person."""

    name = "order_kind"
    sources = ("matchskalaen",)

    def answers(self, cases: Cases) -> Answers:
        """NO where the kind is not open to the category, ASK where no scale of the day knows it."""
        kind, scale = cases.catalog.order_kinds[cases.order.order_type], cases.catalog.match_scale(cases.today)
        welcome = (scale.kinds if scale else {}).get(kind.key, kind.match_categories)
        everybody = {category for one in cases.catalog.match_scales for category in one.categories}
        if everybody <= set(welcome):
            return cases.all(YES)
        answers = np.full(CATEGORIES, ASK, np.int8)
        answers[list(scale.categories) if scale else []] = NO
        answers[[one for one in welcome if scale and one in scale.categories]] = YES
        found: Answers = answers[cases.crowd.standings["match_category"]]
        return found

    def reason(self, case: Case, answer: Answer) -> str:
        """Worded so that the category cannot be read out of it."""
        kind = case.catalog.order_kinds[case.order.order_type].label
        if answer is Answer.ASK:
            return f"Spørg, om personen kan foreslås til {kind}."
        return f"Kan foreslås til {kind}." if answer is Answer.YES else f"Kan ikke foreslås til {kind}."
