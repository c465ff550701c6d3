"""Which sentence of the table a rule's answer is, and what fills its blanks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from matcher.eligibility.adult_apprentice import ADULT
from matcher.eligibility.age import age_in_the_way
from matcher.eligibility.age_limits import stands_below
from matcher.eligibility.by_case_file import NOT_LOOKED_UP, NOT_LOOKED_UP_BESIDE_PROPOSALS
from matcher.eligibility.cv_approved import approved_by
from matcher.eligibility.dangerous_work import is_the_machine
from matcher.eligibility.education import EducationFits
from matcher.eligibility.night_work import NIGHT
from matcher.eligibility.shortfalls import demands_of
from matcher.eligibility.trained import is_already_trained
from matcher.eligibility.verdict import Answer, Case, Verdict
from matcher.ranking.grades import Grade
from matcher.wording.demands import demand_phrase
from matcher.wording.tables import Wording
from taxonomy.places import distance_km

_ANSWERS = {Answer.YES: "yes", Answer.ASK: "ask", Answer.NO: "no"}
Said = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sentence may tell of."""

    verdict: Verdict
    case: Case
    words: Wording

    @property
    def key(self) -> str:
        """The sentence by rule and answer."""
        return f"rule_{self.verdict.rule}_{_ANSWERS[self.verdict.answer]}"


def _cv_approved(facts: Facts) -> Said:
    by = approved_by(facts.case)
    if facts.verdict.answer is Answer.YES or not by:
        return facts.key, {}
    return f"{facts.key}_by", {"by": facts.words.sentences[f"approver_{by}"]}


def _order_kind(facts: Facts) -> Said:
    return facts.key, {"kind": facts.case.catalog.order_kinds[facts.case.order.order_type].english}


def _kind_terms(kind: str) -> Callable[[Facts], Said]:
    def said(facts: Facts) -> Said:
        blanks = {"kind": facts.case.catalog.order_kinds[kind].english}
        if facts.case.order.order_type != kind:
            return "rule_kind_other", blanks
        if facts.verdict.answer is Answer.NO and kind in {"laereplads", "voksenlaerling"}:
            if is_already_trained(facts.case):
                return "rule_kind_trained", {}
            if kind == "voksenlaerling" and stands_below(facts.case, ADULT) is Answer.NO:
                return "rule_kind_adult", {"age": ADULT}
        return f"rule_kind_{_ANSWERS[facts.verdict.answer]}", blanks

    return said


def _education(facts: Facts) -> Said:
    held = (one for one in demands_of(facts.case.demands, EducationFits.kind) if one.grade is Grade.EXCLUDED)
    names = [demand_phrase(one, facts.words, facts.case.catalog) for one in held]
    return facts.key, {"demands": facts.words.listed(names)} if facts.verdict.answer is Answer.NO else {}


def _age(facts: Facts) -> Said:
    if facts.verdict.answer is Answer.YES:
        return facts.key, {}
    return facts.key, {"age": age_in_the_way(facts.case, facts.verdict.answer)}


def _night_work(facts: Facts) -> Said:
    late = facts.verdict.answer is Answer.ASK and NIGHT not in facts.case.order.shifts
    return "rule_night_work_late" if late else facts.key, {}


def _dangerous_work(facts: Facts) -> Said:
    beside = facts.verdict.answer is Answer.ASK and not is_the_machine(facts.case.order, facts.case.catalog)
    return "rule_dangerous_work_beside" if beside else facts.key, {}


def _commute(facts: Facts) -> Said:
    profile, work = facts.case.candidate.profile, facts.case.order.position
    if profile.position is None or work is None:
        return ("rule_commute_unknown" if facts.verdict.answer is Answer.ASK else "rule_commute_yes"), {}
    km = facts.words.number(distance_km(profile.position, work), 1)
    if facts.verdict.answer is Answer.YES:
        return facts.key, {}
    if profile.max_commute_km is None:
        return facts.key, {"km": km}
    limit = facts.words.number(profile.max_commute_km, 1)
    key = facts.key if facts.verdict.answer is Answer.NO else "rule_commute_near"
    return key, {"km": km, "limit": limit}


def _availability(facts: Facts) -> Said:
    free = facts.case.candidate.profile.availability
    return facts.key, {"day": facts.words.day(date.fromordinal(free))} if free else {}


def _case_file(facts: Facts) -> Said:
    if facts.verdict.reason == NOT_LOOKED_UP:
        return "rule_not_looked_up", {}
    if facts.verdict.reason == NOT_LOOKED_UP_BESIDE_PROPOSALS:
        return "rule_not_looked_up_beside_proposals", {}
    return facts.key, {}


def rule_sentence(facts: Facts) -> Said:
    """The key of the sentence and its blanks."""
    return _SENTENCES[facts.verdict.rule](facts) if facts.verdict.rule in _SENTENCES else (facts.key, {})


_SENTENCES: Mapping[str, Callable[[Facts], Said]] = {
    "cv_approved": _cv_approved,
    "order_kind": _order_kind,
    "flex_job": _kind_terms("fleksjob"),
    "sheltered_job": _kind_terms("skaanejob"),
    "wage_subsidy": _kind_terms("loentilskud"),
    "traineeship": _kind_terms("virksomhedspraktik"),
    "adult_apprentice": _kind_terms("voksenlaerling"),
    "apprenticeship": _kind_terms("laereplads"),
    "spare_time_job": _kind_terms("fritidsjob"),
    "education": _education,
    "age": _age,
    "night_work": _night_work,
    "dangerous_work": _dangerous_work,
    "commute": _commute,
    "availability": _availability,
    "on_leave": _case_file,
    "already_employed": _case_file,
    "already_proposed": _case_file,
    "protected_address": _case_file,
}
