"""Base class of rules about one kind of order; they answer YES for every other kind."""

from __future__ import annotations

from typing import ClassVar

from matcher.eligibility.verdict import YES, Answer, Answers, Case, Cases
from matcher.orders.profile import OrderProfile


class TermsOfKind:
    """The person meets the terms of the kind, as far as the CV tells.

    The sentences name only the kind, since what decides is health, benefits or age, which they must not tell.
    """

    name: ClassVar[str]
    sources: ClassVar[tuple[str, ...]]
    kind: ClassVar[str]

    def answers(self, cases: Cases) -> Answers:
        """YES for orders of other kinds."""
        return self.of_kind(cases) if self.is_of(cases.order) else cases.all(YES)

    def is_of(self, order: OrderProfile) -> bool:
        """Whether the order is of the kind."""
        return order.order_type == self.kind

    def of_kind(self, cases: Cases) -> Answers:
        """The answers for an order of the kind."""
        raise NotImplementedError

    def reason(self, case: Case, answer: Answer) -> str:
        """Whether the terms are met, in words that tell nothing else."""
        label = case.catalog.order_kinds[self.kind].label
        if not self.is_of(case.order):
            return f"Ordren er ikke {label}."
        if answer is Answer.YES:
            return f"Vilkårene for {label} ser ud til at være opfyldt."
        return f"Spørg, om vilkårene for {label} er opfyldt." if answer is Answer.ASK else self.refusal(case, label)

    def refusal(self, _: Case, label: str) -> str:
        """Why not."""
        return f"Vilkårene for {label} er ikke opfyldt."
