"""All eligibility rules, in the order people read them: a new rule is one file and one line here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.crowd import Mask
from matcher.eligibility.adult_apprentice import MayBeAdultApprentice
from matcher.eligibility.age import OldEnoughByLaw
from matcher.eligibility.alcohol import NoBarWorkUnder18
from matcher.eligibility.already_employed import NotEmployedThere
from matcher.eligibility.already_proposed import NotProposedBefore
from matcher.eligibility.apprenticeship import MayBeApprentice
from matcher.eligibility.authorisations import HoldsRequiredAuthorisations
from matcher.eligibility.availability import AvailableInTime
from matcher.eligibility.by_case_file import OF_EVERYBODY, AnsweredByCase
from matcher.eligibility.certificates import HoldsRequiredCertificates
from matcher.eligibility.commute import WithinCommute
from matcher.eligibility.criminal_record import CriminalRecordIsAskedFor
from matcher.eligibility.cv_approved import CvApproved
from matcher.eligibility.dangerous_work import NoDangerousWorkUnder18
from matcher.eligibility.driving_licences import HoldsRequiredLicences
from matcher.eligibility.education import EducationFits
from matcher.eligibility.flex_job import GrantedFlexJob
from matcher.eligibility.hours_and_shifts import HoursAndShiftsFit
from matcher.eligibility.kind_terms import TermsOfKind
from matcher.eligibility.languages import SpeaksRequiredLanguages
from matcher.eligibility.law import any_in_force
from matcher.eligibility.legal_demands import GradedLegalDemands
from matcher.eligibility.match_category import MatchCategoryFitsOrderKind
from matcher.eligibility.night_work import NoNightWorkUnder18
from matcher.eligibility.on_leave import NotAway
from matcher.eligibility.protected_address import NameMayBeTold
from matcher.eligibility.sheltered_job import GrantedShelteredJob
from matcher.eligibility.spare_time_job import MayHaveSpareTimeJob
from matcher.eligibility.traineeship import MayBeTrainee
from matcher.eligibility.verdict import ANSWERS, ASK, NO, YES, Answer, Answers, Case, Cases, Rule, Verdict
from matcher.eligibility.wage_subsidy import MayBeWageSubsidised
from taxonomy.reading.findings import RequirementKind

RULES_VERSION = "2026-11-23.2"

RULES: tuple[Rule, ...] = (
    CvApproved(),
    MatchCategoryFitsOrderKind(),
    GrantedFlexJob(),
    GrantedShelteredJob(),
    MayBeWageSubsidised(),
    MayBeTrainee(),
    MayBeAdultApprentice(),
    MayBeApprentice(),
    MayHaveSpareTimeJob(),
    HoldsRequiredLicences(),
    HoldsRequiredCertificates(),
    HoldsRequiredAuthorisations(),
    EducationFits(),
    SpeaksRequiredLanguages(),
    OldEnoughByLaw(),
    NoNightWorkUnder18(),
    NoBarWorkUnder18(),
    NoDangerousWorkUnder18(),
    CriminalRecordIsAskedFor(),
    HoursAndShiftsFit(),
    WithinCommute(),
    AvailableInTime(),
    NotAway(),
    NotEmployedThere(),
    NotProposedBefore(),
    NameMayBeTold(),
)
BY_CASE = {place: rule for place, rule in enumerate(RULES) if isinstance(rule, AnsweredByCase)}
# The kinds of demand that rules look at; the others are graded only for people who may be listed.
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
OUT_OF_FORCE = "Reglen gjaldt ikke på dagen."


@dataclass(frozen=True, slots=True)
class Eligibility:
    """All rules' answers for one case, as indexes into ANSWERS in the order of RULES; worded on demand."""

    answers: tuple[int, ...]
    case: Case

    @property
    def eligible(self) -> bool:
        """Whether no rule says no."""
        return NO not in self.answers

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every rule's verdict."""
        return self._verdicts(range(len(ANSWERS)))

    @property
    def blocking(self) -> tuple[Verdict, ...]:
        """The verdicts that say no."""
        return self._verdicts((NO,))

    @property
    def to_ask(self) -> tuple[Verdict, ...]:
        """The verdicts that only the person or the case file can settle; what several rules ask is listed once."""
        return _told_once(self._verdicts((ASK,)))

    @property
    def to_ask_of_this_one(self) -> tuple[Verdict, ...]:
        """Those of `to_ask` that are not asked of everybody alike."""
        found = self.case.case_file
        asked = [place for place, answer in enumerate(self.answers) if answer == ASK]
        mine = [one for one in asked if one not in BY_CASE or not BY_CASE[one].asks_everybody(self.case, found)]
        return _told_once([_verdict(RULES[place], Answer.ASK, self.case) for place in mine])

    def _verdicts(self, wanted: Collection[int]) -> tuple[Verdict, ...]:
        given = [(place, answer) for place, answer in enumerate(self.answers) if answer in wanted]
        return tuple([_verdict(RULES[place], ANSWERS[answer], self.case) for place, answer in given])


def _told_once(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """One verdict per reason: that of the first rule to give it, in the position of the last."""
    told = {verdict.reason: verdict for verdict in reversed(verdicts)}
    return tuple(reversed(told.values()))


def _verdict(rule: Rule, answer: Answer, case: Case) -> Verdict:
    if not any_in_force(rule.sources, case.today):
        return Verdict(rule.name, answer, OUT_OF_FORCE, in_force=False)
    reason = rule.reason(case, answer)
    beside = isinstance(rule, TermsOfKind) and not rule.is_of(case.order)
    return Verdict(rule.name, answer, reason, of_everybody=reason in OF_EVERYBODY, beside=beside)


@dataclass(frozen=True, slots=True)
class CheckedCrowd:
    """Every rule's answer for many people, shape (rules, n), as indexes into ANSWERS, and what the law added."""

    answers: NDArray[np.int8]
    legal: GradedLegalDemands

    @property
    def eligible(self) -> Mask:
        """Whom no rule refuses. Shape (n,)."""
        return np.asarray(~(self.answers == NO).any(axis=0))

    def fell_for(self) -> Counter[str]:
        """How many people each rule rules out; whoever is ruled out by two counts under both."""
        counts = (self.answers == NO).sum(axis=1).tolist()
        return Counter({rule.name: count for rule, count in zip(RULES, counts, strict=True) if count})

    def eligibility(self, row: int, case: Case) -> Eligibility:
        """The answers for the person of that row."""
        by_law = self.legal.graded_demands(row, case.candidate.profile)
        # Not `replace`, which would take as long as all the rest.
        said = case.order, case.candidate, case.demands, case.today, case.catalog
        whole = Case(*said, by_law, self.legal.ungraded, case.circumstances)
        return Eligibility(tuple(self.answers[:, row].tolist()), whole)


def check(cases: Cases) -> CheckedCrowd:
    """Every rule's answer for everybody, in the list's order."""
    return CheckedCrowd(np.stack([_answers(rule, cases) for rule in RULES]), cases.legal)


def _answers(rule: Rule, cases: Cases) -> Answers:
    """The rule's, or YES for everybody where no source of it is in force on the day."""
    return rule.answers(cases) if any_in_force(rule.sources, cases.today) else cases.all(YES)
