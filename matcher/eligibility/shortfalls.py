"""Lists what a person lacks of the demands, or must be asked about, for the sentences of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from matcher.eligibility.legal_demands import CitedLaw
from matcher.eligibility.verdict import Answer, Case
from matcher.ranking.grades import Grade, GradedDemand, demand_label
from taxonomy.reading import covered_by
from taxonomy.reading.findings import RequirementKind

NOUNS = {
    "driving_licence": "kørekort ",
    "authorisation": "autorisation som ",
    "education": "uddannelse: ",
    "skill": "kendskab til ",
}


class ShortfallKind(StrEnum):
    """In what way a demand falls short."""

    MISSING = "missing"
    ASKED = "asked"
    EXPIRED = "expired"
    EXPIRES = "expires"


class Shortfall(NamedTuple):
    """One demand that is not met or not proved; `law` where it demands it, `day` the last one of what expires."""

    kind: ShortfallKind
    demand: GradedDemand
    law: CitedLaw | None = None
    day: date | None = None


def shortfalls(case: Case, answer: Answer, kind: RequirementKind, refuse: frozenset[Grade]) -> list[Shortfall]:
    """What the answer is given for: what refuses for NO, everything unproved for ASK."""
    of_order = [one for one in demands_of(case.demands, kind) if one.requirement.hard]
    by_law = demands_of(case.legal, kind)
    found = [
        *_unproved(of_order, answer, refuse, None),
        *_unproved(by_law, answer, refuse if case.by_law.sure else frozenset(), case),
        *_expiring((*of_order, *by_law), answer, case),
    ]
    return list(dict.fromkeys(found))


def demands_of(demands: Iterable[GradedDemand], kind: RequirementKind) -> list[GradedDemand]:
    """Those of one kind."""
    return [found for found in demands if found.requirement.kind == kind]


def _unproved(
    demands: Iterable[GradedDemand], answer: Answer, refuse: frozenset[Grade], case: Case | None
) -> Iterator[Shortfall]:
    for demand in demands:
        refused = demand.grade in refuse
        if demand.grade is Grade.PROVED or (answer is Answer.NO and not refused):
            continue
        law = case.by_law.cited.get((demand.requirement.kind, demand.requirement.key)) if case else None
        yield Shortfall(ShortfallKind.MISSING if refused and answer is Answer.NO else ShortfallKind.ASKED, demand, law)


def _expiring(demands: Iterable[GradedDemand], answer: Answer, case: Case) -> Iterator[Shortfall]:
    for demand in demands:
        last = _last_day(demand, case)
        if last is None or last >= case.begins:
            continue
        expired = last < case.today.toordinal()
        if expired == (answer is Answer.NO):
            yield Shortfall(
                ShortfallKind.EXPIRED if expired else ShortfallKind.EXPIRES, demand, day=date.fromordinal(last)
            )


def has_expired(demand: GradedDemand, case: Case) -> bool:
    """Whether the CV shows what is demanded, and all of it past its last day."""
    last = _last_day(demand, case)
    return last is not None and last < case.today.toordinal()


def _last_day(demand: GradedDemand, case: Case) -> int | None:
    """The last day of what proves the demand, None where nothing proves it or something does without end."""
    if demand.grade is not Grade.PROVED:
        return None
    keys = covered_by(demand.requirement.kind, demand.requirement.key)
    kind = demand.requirement.kind.value
    days = [one.valid_to for one in case.candidate.profile.held if one.kind == kind and one.key in keys]
    ends = [day for day in days if day is not None]
    return max(ends) if ends and len(ends) == len(days) else None


def phrase(demand: GradedDemand) -> str:
    """What is demanded, with the noun it needs in a sentence."""
    return f"{NOUNS.get(demand.requirement.kind, '')}{demand_label(demand)}"


def listed(names: Iterable[str]) -> str:
    """The names as a phrase: "a", "a og b", "a, b og c"."""
    each = list(dict.fromkeys(names))
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} og {each[-1]}"
