"""Every rule of who may be proposed, in the order people read them: a new rule is one file and one line here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Mask
from matcher.eligibility.age import OldEnoughByLaw
from matcher.eligibility.authorisations import HoldsRequiredAuthorisations
from matcher.eligibility.availability import AvailableInTime
from matcher.eligibility.certificates import HoldsRequiredCertificates
from matcher.eligibility.commute import WithinCommute
from matcher.eligibility.criminal_record import CriminalRecordIsAskedFor
from matcher.eligibility.cv_approved import CvApproved
from matcher.eligibility.driving_licences import HoldsRequiredLicences
from matcher.eligibility.education import EducationFits
from matcher.eligibility.hours_and_shifts import HoursAndShiftsFit
from matcher.eligibility.languages import SpeaksRequiredLanguages
from matcher.eligibility.match_category import MatchCategoryFitsOrderKind
from matcher.eligibility.verdict import ANSWERS, NO, Answer, Case, Cases, Rule, Verdict
from taxonomy.reading.findings import RequirementKind

RULES_VERSION = "2026-11-22.2"

RULES: tuple[Rule, ...] = (
    CvApproved(),
    MatchCategoryFitsOrderKind(),
    HoldsRequiredLicences(),
    HoldsRequiredCertificates(),
    HoldsRequiredAuthorisations(),
    EducationFits(),
    SpeaksRequiredLanguages(),
    OldEnoughByLaw(),
    CriminalRecordIsAskedFor(),
    HoursAndShiftsFit(),
    WithinCommute(),
    AvailableInTime(),
)
# What the rules read of an order's demands; the other kinds are graded only of those who may be listed.
RULED_KINDS = frozenset(
    {
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.CERTIFICATE,
        RequirementKind.AUTHORISATION,
        RequirementKind.EDUCATION,
        RequirementKind.LANGUAGE,
        RequirementKind.CRIMINAL_RECORD,
    }
)


@dataclass(frozen=True, slots=True)
class Eligibility:
    """All rules' answers for one case, as places in ANSWERS in the order of RULES; worded when asked for."""

    answers: tuple[int, ...]
    case: Case

    @property
    def eligible(self) -> bool:
        """Whether no rule says no."""
        return NO not in self.answers

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every rule's verdict."""
        return self._verdicts(ANSWERS)

    @property
    def blocking(self) -> tuple[Verdict, ...]:
        """The verdicts that say no."""
        return self._verdicts((Answer.NO,))

    @property
    def to_ask(self) -> tuple[Verdict, ...]:
        """The verdicts that only the person can settle."""
        return self._verdicts((Answer.ASK,))

    def _verdicts(self, wanted: Collection[Answer]) -> tuple[Verdict, ...]:
        given = ((rule, ANSWERS[answer]) for rule, answer in zip(RULES, self.answers, strict=True))
        return tuple(
            Verdict(rule.name, answer, rule.reason(self.case, answer)) for rule, answer in given if answer in wanted
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """Every rule's answer for many people, shape (rules, n), as places in ANSWERS."""

    answers: NDArray[np.int8]

    @property
    def eligible(self) -> Mask:
        """Whom no rule refuses. Shape (n,)."""
        return np.asarray(~(self.answers == NO).any(axis=0))

    def fell_for(self) -> Counter[str]:
        """How many people each rule holds back; who falls for two counts under both."""
        counts = (self.answers == NO).sum(axis=1).tolist()
        return Counter({rule.name: count for rule, count in zip(RULES, counts, strict=True) if count})

    def eligibility(self, row: int, case: Case) -> Eligibility:
        """The answers for the person of that row."""
        return Eligibility(tuple(self.answers[:, row].tolist()), case)


def check(cases: Cases) -> Checked:
    """Every rule's answer for everybody, in the list's order."""
    return Checked(np.stack([rule.answers(cases) for rule in RULES]))
