"""Base class of rules about what only the person's case file or earlier proposals tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from matcher.candidates.circumstances import CaseFile
from matcher.eligibility.verdict import ASK, Answer, Answers, Case, Cases

# One sentence for all such rules and for everybody, shown once: that it is shown tells nothing about the person.
NOT_LOOKED_UP = (
    "Slå sagen op, og spørg om ansættelse hos arbejdsgiveren, tidligere forslag til ordren og fravær, og om navn og "
    "adresse må gives videre."
)
# The record knows its own proposals.
NOT_LOOKED_UP_BESIDE_PROPOSALS = (
    "Slå sagen op, og spørg om ansættelse hos arbejdsgiveren og fravær, og om navn og adresse må gives videre."
)
OF_EVERYBODY = frozenset({NOT_LOOKED_UP, NOT_LOOKED_UP_BESIDE_PROPOSALS})


class AnsweredByCase:
    """ASK until the case file has been looked up, then what it says; `fact` is its deciding field."""

    name: ClassVar[str]
    fact: ClassVar[str]
    sources: ClassVar[tuple[str, ...]] = ("centrets aftale",)
    said: ClassVar[Mapping[Answer, str]]

    def answers(self, cases: Cases) -> Answers:
        """The answer of each person's case file."""
        return cases.looked_up(lambda found: self.says(found, cases.begins) if self.knows(found) else ASK)

    def knows(self, found: CaseFile) -> bool:
        """Whether the case file answers it."""
        return getattr(found, self.fact) is not None

    def says(self, found: CaseFile, begins: int) -> int:
        """The answer of a case file that knows; `begins` is the day number on which the work begins."""
        raise NotImplementedError

    def asks_everybody(self, case: Case, found: CaseFile) -> bool:  # noqa: ARG002
        """Whether the person, whose case file is `found`, is asked just what everybody is asked."""
        return not self.knows(found)

    def reason(self, case: Case, answer: Answer) -> str:
        """What the case file says; who may read it is decided by the reader's view (wording/views.py)."""
        if self.knows(case.case_file):
            return self.said[answer]
        return NOT_LOOKED_UP if case.case_file.proposed is None else NOT_LOOKED_UP_BESIDE_PROPOSALS
