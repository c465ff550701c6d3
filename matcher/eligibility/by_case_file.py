"""A rule about what only the person's case, or the proposals made before, tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from matcher.eligibility.circumstances import CaseFile
from matcher.eligibility.verdict import ASK, Answer, Answers, Case, Cases

# One sentence for all such rules and for everybody: that it is said tells nothing of the person, and it is told once.
NOT_LOOKED_UP = (
    "Slå sagen op, og spørg: ansættelse hos arbejdsgiveren, tidligere forslag til ordren, fravær og om navn og adresse "
    "må gives videre."
)
# The record knows its own proposals.
NOT_LOOKED_UP_BESIDE_PROPOSALS = (
    "Slå sagen op, og spørg: ansættelse hos arbejdsgiveren, fravær og om navn og adresse må gives videre."
)
OF_EVERYBODY = frozenset({NOT_LOOKED_UP, NOT_LOOKED_UP_BESIDE_PROPOSALS})


class AnsweredByCase:
    """ASK until the case has been looked up, then what it says; `fact` is the field of the case that it goes by."""

    name: ClassVar[str]
    fact: ClassVar[str]
    sources: ClassVar[tuple[str, ...]] = ("centrets aftale",)
    said: ClassVar[Mapping[Answer, str]]

    def answers(self, cases: Cases) -> Answers:
        """By the case of each."""
        return cases.looked_up(lambda found: self.says(found, cases.begins) if self.knows(found) else ASK)

    def knows(self, found: CaseFile) -> bool:
        """Whether the case tells of it."""
        return getattr(found, self.fact) is not None

    def says(self, found: CaseFile, begins: int) -> int:
        """The answer of a case that tells; `begins` is the day number of the work."""
        raise NotImplementedError

    def asks_everybody(self, case: Case, found: CaseFile) -> bool:  # noqa: ARG002
        """Whether it asks of the person, whose case is `found`, what it asks of everybody."""
        return not self.knows(found)

    def reason(self, case: Case, answer: Answer) -> str:
        """What the case says; which readers may hear it is for their view to decide (wording/views.py)."""
        if self.knows(case.case_file):
            return self.said[answer]
        return NOT_LOOKED_UP if case.case_file.proposed is None else NOT_LOOKED_UP_BESIDE_PROPOSALS
