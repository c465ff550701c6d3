"""Required languages by level of the Common European Framework (A1-C2), no more than the order demands.

"Mother tongue" is no level, and demanding one discriminates by origin (forskelsbehandlingsloven): it is read as C2, and
whoever is at C1 is asked.
"""

from __future__ import annotations

import numpy as np

from matcher.candidates.crowd import Mask
from matcher.candidates.facts import LEVELS, FactKind, code
from matcher.eligibility.demanded import MeetsDemands
from matcher.eligibility.verdict import ASK, Answers, Cases
from matcher.ranking.demands import DemandGrades
from matcher.ranking.grades import Grade
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.language_names import NATIVE

ENOUGH_TO_ASK = LEVELS["C1"]


class SpeaksRequiredLanguages(MeetsDemands):
    """The person speaks every language that the order demands, at its level.

    NO when two levels short or absent from a list of languages, ASK when one short or silent.
    """

    name = "languages"
    sources = ("forskelsbehandlingsloven",)
    kind = RequirementKind.LANGUAGE
    refuse = frozenset({Grade.MISSING})
    fine = "Taler de krævede sprog."

    def answers_of(self, cases: Cases, demand: DemandGrades, refuse: frozenset[Grade]) -> Answers:
        """By the grade; at most ASK for those close to a demanded mother tongue."""
        found = super().answers_of(cases, demand, refuse)
        near = _near_mother_tongue(cases, demand)
        found[near] = np.minimum(found[near], ASK)
        return found


def _near_mother_tongue(cases: Cases, demand: DemandGrades) -> Mask:
    rows = cases.crowd.profiles.rows(FactKind.LANGUAGE)
    demanded = [code(one.key) for one in demand.requirements if one.level == NATIVE]
    near = np.isin(rows.codes, np.array(demanded, np.uint64)) & (rows.amounts >= ENOUGH_TO_ASK)
    return cases.crowd.profiles.owners(rows.owner[near])
