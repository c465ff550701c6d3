"""Compares the answers of the eligibility rules with cases written from the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from indexer.embedding.contract import Vectors
from matcher.candidates.build import build_candidates
from matcher.candidates.circumstances import Circumstances
from matcher.candidates.crowd import crowd_of
from matcher.eligibility.rules import RULES, Eligibility, check
from matcher.eligibility.verdict import ANSWERS, Answer, Case, Cases
from matcher.evaluation.eligibility_cases import EligibilityCase
from matcher.orders.profile import order_profile
from matcher.ranking.demands import Demands
from taxonomy.catalog import Catalog


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A case that the rule answers otherwise, with the reason it gives."""

    case: EligibilityCase
    answer: Answer
    reason: str


@dataclass(slots=True)
class EligibilityTally:
    """Cases by rule and right answer, those answered right, and every wrong one."""

    asked: Counter[tuple[str, Answer]] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[WrongAnswer] = field(default_factory=list)

    def cases(self, rule: str) -> int:
        """How many cases the rule was asked in."""
        return sum(self.asked[rule, answer] for answer in Answer)


def evaluate_eligibility(cases: Iterable[EligibilityCase], catalog: Catalog) -> EligibilityTally:
    """The tally of every case answered by its rule."""
    tally, places = EligibilityTally(), {rule.name: place for place, rule in enumerate(RULES)}
    for case in cases:
        given, place = answered(case, catalog), places[case.rule]
        answer = ANSWERS[given.answers[place]]
        tally.asked[case.rule, case.answer] += 1
        if answer is case.answer:
            tally.right[case.rule] += 1
        else:
            tally.wrong.append(WrongAnswer(case, answer, given.verdicts[place].reason))
    return tally


def answered(case: EligibilityCase, catalog: Catalog) -> Eligibility:
    """Every rule's answer in the case, by the way that lists are made."""
    order = order_profile(case.order, catalog, NoVectors())
    person = build_candidates([case.cv], catalog, NoVectors())[0]
    crowd, known = crowd_of([person]), Circumstances({case.cv.id: case.case_file} if case.case_file else {})
    demands = Demands(order.reading.requirements, catalog, order.sought)
    met = demands.grade(crowd.profiles)
    one = Case(order, person, demands.graded_demands(met, 0, person.profile), case.today, catalog, circumstances=known)
    return check(Cases(order, crowd, met, case.today, catalog, known)).eligibility(0, one)


class NoVectors:
    """An embedder that returns zeros: no rule reads a vector."""

    name = "ingen"
    dimensions = 1

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:  # noqa: ARG002
        """Zeros."""
        return np.zeros((len(texts), self.dimensions), np.float32)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Zeros."""
        return self.passages(texts)
