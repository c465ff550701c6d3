"""A rule about one kind of demand: what most rules of who may be proposed come to."""

from __future__ import annotations

from typing import ClassVar

from matcher.eligibility.verdict import Answer, Answers, Case, Cases, answers_by_demands, reason_by_demands
from matcher.ranking.grades import Grade
from taxonomy.reading.findings import RequirementKind


class MeetsDemands:
    """The person meets every hard demand of the kind: NO at a grade of `refuse`, ASK where it is not proved."""

    name: ClassVar[str]
    kind: ClassVar[RequirementKind]
    refuse: ClassVar[frozenset[Grade]]
    fine: ClassVar[str]

    def answers(self, cases: Cases) -> Answers:
        """By the grades of the demands."""
        return answers_by_demands(cases, self.kind, self.refuse)

    def reason(self, case: Case, answer: Answer) -> str:
        """What is missing or must be asked about."""
        return reason_by_demands(case, answer, self.kind, self.refuse, self.fine)
