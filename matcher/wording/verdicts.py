"""What a rule of who may be proposed answers, in each language; Danish is the rule's own sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from indexer.intake.job_order import JobOrder
from matcher.eligibility.verdict import Answer, Verdict
from matcher.ranking.grades import Grade, GradedDemand
from matcher.shortlist import Place
from matcher.wording.demands import demand_phrase
from matcher.wording.language import Language
from matcher.wording.tables import Wording
from taxonomy.catalog import Catalog
from taxonomy.places import distance_km, places

DEMAND_RULES = {
    "driving_licences": "driving_licence",
    "certificates": "certificate",
    "authorisations": "authorisation",
    "education": "education",
    "languages": "language",
    "criminal_record": "criminal_record",
}
REFUSED_GRADES = {"driving_licences": frozenset({Grade.MISSING, Grade.SHORT})}  # the others refuse what is missing


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a sentence may tell of."""

    verdict: Verdict
    place: Place
    order: JobOrder
    catalog: Catalog
    words: Wording


def verdict_sentence(verdict: Verdict, place: Place, order: JobOrder, catalog: Catalog, words: Wording) -> str:
    """The rule's answer as a sentence; a rule that the table does not know is quoted in Danish."""
    if words.language is Language.DANISH:
        return verdict.reason
    key = f"rule_{verdict.rule}_{ANSWER_KEYS[verdict.answer]}"
    if key not in words.sentences:
        return words.say("rule_other", reason=verdict.reason)
    facts = _Facts(verdict, place, order, catalog, words)
    blanks = BLANKS.get(verdict.rule, _demands if verdict.rule in DEMAND_RULES else _nothing)
    return words.say(key, **blanks(facts))


def rule_name(rule: str, words: Wording) -> str:
    """What the language calls the rule."""
    return words.name("rules", rule)


def _demands(facts: _Facts) -> Mapping[str, object]:
    kind = DEMAND_RULES[facts.verdict.rule]
    mine = [demand for demand in facts.place.scored.demands if demand.requirement.kind == kind]
    told = [demand for demand in mine if _is_told(demand, facts.verdict)]
    names = dict.fromkeys(demand_phrase(demand, facts.words, facts.catalog) for demand in told)
    return {"demands": facts.words.listed(list(names))}


def _is_told(demand: GradedDemand, verdict: Verdict) -> bool:
    """Whether the rule's answer speaks of the demand, as matcher/eligibility/verdict.py chooses."""
    if verdict.rule == "criminal_record":
        return True
    if verdict.rule == "education" and verdict.answer is Answer.NO:
        return demand.grade is Grade.EXCLUDED
    if not demand.requirement.hard or demand.grade is Grade.PROVED:
        return False
    refused = REFUSED_GRADES.get(verdict.rule, frozenset({Grade.MISSING}))
    return verdict.answer is Answer.ASK or demand.grade in refused


def _commute(facts: _Facts) -> Mapping[str, object]:
    home, work = facts.place.scored.profile.position, places().get(facts.order.postcode)
    limit = facts.place.scored.profile.max_commute_km
    if home is None or work is None:
        return {"km": "", "limit": ""}
    distance = distance_km(home, (work.latitude, work.longitude))
    return {"km": facts.words.number(distance, 1), "limit": facts.words.number(limit or 0.0, 1)}


def _availability(facts: _Facts) -> Mapping[str, object]:
    free = facts.place.scored.profile.availability
    return {"day": facts.words.day(date.fromordinal(free)) if free else ""}


def _order_kind(facts: _Facts) -> Mapping[str, object]:
    return {"kind": facts.catalog.order_kinds[facts.order.order_type.value].english}


def _nothing(_: _Facts) -> Mapping[str, object]:
    return {}


ANSWER_KEYS = {Answer.YES: "yes", Answer.ASK: "ask", Answer.NO: "no"}
BLANKS: Mapping[str, Callable[[_Facts], Mapping[str, object]]] = {
    "commute": _commute,
    "availability": _availability,
    "order_kind": _order_kind,
}
