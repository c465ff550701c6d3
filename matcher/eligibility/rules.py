"""Every rule of who may be proposed, in the order people read them: a new rule is one file and one line here."""

from __future__ import annotations

from dataclasses import dataclass

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
from matcher.eligibility.verdict import Answer, Case, Rule, Verdict

RULES_VERSION = "2026-11-22.1"

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


@dataclass(frozen=True, slots=True)
class Eligibility:
    """All rules' answers for one case."""

    verdicts: tuple[Verdict, ...]

    @property
    def eligible(self) -> bool:
        """Whether no rule says no."""
        return not self.blocking

    @property
    def blocking(self) -> tuple[Verdict, ...]:
        """The verdicts that say no."""
        return tuple(verdict for verdict in self.verdicts if verdict.answer is Answer.NO)

    @property
    def to_ask(self) -> tuple[Verdict, ...]:
        """The verdicts that only the person can settle."""
        return tuple(verdict for verdict in self.verdicts if verdict.answer is Answer.ASK)


def check(case: Case) -> Eligibility:
    """Every rule's answer, in the list's order."""
    return Eligibility(tuple(rule.check(case) for rule in RULES))
