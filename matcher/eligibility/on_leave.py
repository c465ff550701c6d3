"""Orlov, sygemelding and every other absence: whoever is absent is not proposed.

Only the days are known here, never why; the words are those of any later start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from matcher.candidates.circumstances import CaseFile
from matcher.eligibility.availability import WAITING_DAYS
from matcher.eligibility.by_case_file import AnsweredByCase
from matcher.eligibility.verdict import ASK, NO, YES, Answer


class NotAway(AnsweredByCase):
    """The person is back when the work begins, or soon after."""

    name = "on_leave"
    fact = "away"
    said: ClassVar[Mapping[Answer, str]] = {
        Answer.YES: "Kan begynde til tiden.",
        Answer.ASK: "Kan først begynde senere. Spørg, om arbejdsgiveren kan vente.",
        Answer.NO: "Kan ikke begynde endnu.",
    }

    def says(self, found: CaseFile, begins: int) -> int:
        """NO while no end is known or it is too late, ASK where the employer would have to wait."""
        if found.away_until is None:
            return NO if found.away else YES
        free = found.away_until.toordinal() + 1
        if free <= begins:
            return YES
        return ASK if free <= begins + WAITING_DAYS else NO
