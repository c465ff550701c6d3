"""Navne- og adressebeskyttelse: neither is given to private parties unless the person agrees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from matcher.candidates.circumstances import CaseFile
from matcher.eligibility.by_case_file import AnsweredByCase
from matcher.eligibility.verdict import ASK, YES, Answer


class NameMayBeTold(AnsweredByCase):
    """Name and address are not protected; people whose are may be proposed, but are asked first."""

    name = "protected_address"
    fact = "protected"
    sources = ("CPR-loven",)
    said: ClassVar[Mapping[Answer, str]] = {
        Answer.YES: "Navn og adresse kan gives videre.",
        Answer.ASK: "Spørg personen, før navn og adresse gives videre.",
    }

    def says(self, found: CaseFile, begins: int) -> int:  # noqa: ARG002
        """ASK for those who are protected."""
        return ASK if found.protected else YES
