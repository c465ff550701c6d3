"""A rule about what only the person's case tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from matcher.eligibility.circumstances import CaseFile
from matcher.eligibility.verdict import Answer, Answers, Case, Cases

# One sentence for all such rules and for everybody: that it is said tells nothing of the person, and it is told once.
NOT_LOOKED_UP = (
    "Slå sagen op, og spørg: ansættelse hos arbejdsgiveren, tidligere forslag til ordren, fravær og om navn og adresse "
    "må gives videre."
)


class AnsweredByCase:
    """ASK until the case has been looked up, then what it says."""

    name: ClassVar[str]
    sources: ClassVar[tuple[str, ...]] = ("centrets aftale",)
    said: ClassVar[Mapping[Answer, str]]

    def answers(self, cases: Cases) -> Answers:
        """By the case of each."""
        return cases.looked_up(self.says)

    def says(self, found: CaseFile) -> int:
        """The answer of a case."""
        raise NotImplementedError

    def reason(self, case: Case, answer: Answer) -> str:
        """What the case says; which readers may hear it is for their view to decide (wording/views.py)."""
        return NOT_LOOKED_UP if case.case_file is None else self.said[answer]
