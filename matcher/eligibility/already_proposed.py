"""Nobody is proposed twice for an order, nor after the employer or the person has declined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from matcher.candidates.circumstances import CaseFile
from matcher.eligibility.by_case_file import AnsweredByCase
from matcher.eligibility.verdict import NO, YES, Answer


class NotProposedBefore(AnsweredByCase):
    """The person has not been proposed for the order, rejected by the employer, or declined it."""

    name = "already_proposed"
    fact = "proposed"
    said: ClassVar[Mapping[Answer, str]] = {
        Answer.YES: "Er ikke foreslået til ordren før.",
        Answer.NO: "Har allerede været foreslået til ordren.",
    }

    def says(self, found: CaseFile, begins: int) -> int:  # noqa: ARG002
        """NO after any of the three."""
        return NO if found.proposed or found.refused or found.declined else YES
