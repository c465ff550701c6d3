"""What a rule of who may be proposed answers, in each language; Danish is the rule's own sentence."""

from __future__ import annotations

from matcher.eligibility.criminal_record import CriminalRecordIsAskedFor, attests
from matcher.eligibility.demanded import MeetsDemands
from matcher.eligibility.education import EducationFits
from matcher.eligibility.rules import RULES
from matcher.eligibility.shortfalls import Shortfall, ShortfallKind, shortfalls
from matcher.eligibility.verdict import Answer, Case, Verdict
from matcher.wording.demands import demand_phrase
from matcher.wording.language import Language
from matcher.wording.rule_sentences import Facts, rule_sentence
from matcher.wording.tables import Wording
from taxonomy.catalog import Catalog

RULE_BY_NAME = {rule.name: rule for rule in RULES}


def verdict_sentence(verdict: Verdict, case: Case, words: Wording) -> str:
    """The rule's answer as a sentence; a rule that the table does not know is quoted in Danish."""
    if words.language is Language.DANISH:
        return verdict.reason
    if not verdict.in_force:
        return words.say("rule_out_of_force")
    if (found := _shortfalls(verdict, case)) is not None:
        return " ".join(_of_demands(found, words, case.catalog))
    key, blanks = rule_sentence(Facts(verdict, case, words))
    return words.say(key, **blanks) if key in words.sentences else words.say("rule_other", reason=verdict.reason)


def rule_name(rule: str, words: Wording) -> str:
    """What the language calls the rule."""
    return words.name("rules", rule)


def _shortfalls(verdict: Verdict, case: Case) -> list[Shortfall] | None:
    """What the rule's sentence lists; None where it lists nothing."""
    rule, answer = RULE_BY_NAME.get(verdict.rule), verdict.answer
    if answer is Answer.YES:
        return None
    if isinstance(rule, CriminalRecordIsAskedFor):
        return attests(case)
    if isinstance(rule, EducationFits) and answer is Answer.NO:
        return None
    return shortfalls(case, answer, rule.kind, rule.refuse) if isinstance(rule, MeetsDemands) else None


def _of_demands(found: list[Shortfall], words: Wording, catalog: Catalog) -> list[str]:
    """As matcher/eligibility/demanded.py says it: the order's demands together, the law's one by one, then days."""
    said = []
    for how, key in ((ShortfallKind.MISSING, "rule_lacks"), (ShortfallKind.ASKED, "rule_ask_about")):
        plain = [demand_phrase(one.demand, words, catalog) for one in found if one.kind is how and one.law is None]
        if plain:
            said.append(words.say(key, demands=words.listed(list(dict.fromkeys(plain)))))
        said += [_by_law(f"{key}_by_law", one, words, catalog) for one in found if one.kind is how and one.law]
    return said + [_expiry(one, words, catalog) for one in found if one.day is not None]


def _by_law(key: str, one: Shortfall, words: Wording, catalog: Catalog) -> str:
    demand, law = demand_phrase(one.demand, words, catalog), words.quoted(one.law.law.cited if one.law else "")
    occupation = catalog.occupations[one.law.occupation].english if one.law else ""
    return words.say(key, demand=demand, law=law, occupation=occupation)


def _expiry(one: Shortfall, words: Wording, catalog: Catalog) -> str:
    what = demand_phrase(one.demand, words, catalog)
    key = "rule_expired" if one.kind is ShortfallKind.EXPIRED else "rule_expires"
    return words.say(key, demand=what[0].upper() + what[1:], day=words.day(one.day) if one.day else "")
