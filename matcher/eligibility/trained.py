"""Finds people who already have the education that the order's apprentice is to get."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from matcher.candidates.crowd import Mask
from matcher.candidates.fact_columns import Codes
from matcher.candidates.facts import FactKind, code
from matcher.eligibility.verdict import Case, Cases
from matcher.eligibility.young_people import occupations_of
from taxonomy.concepts import Occupation
from taxonomy.reading.findings import RequirementKind

PROOFS = (RequirementKind.EDUCATION, RequirementKind.AUTHORISATION)


def already_trained(cases: Cases) -> Mask:
    """Whether each holds the education or authorisation of every occupation that the order seeks. Shape (n,)."""
    sought = occupations_of(cases.order, cases.catalog)
    if not sought:
        return cases.crowd.profiles.nobody()
    return np.asarray(np.all([cases.crowd.profiles.have(FactKind.HELD, _codes(one)) for one in sought], axis=0))


def is_already_trained(case: Case) -> bool:
    """The same for one person."""
    held = {(one.kind, one.key) for one in case.candidate.profile.held}
    sought = occupations_of(case.order, case.catalog)
    return bool(sought) and all(held & {(kind.value, key) for kind in PROOFS for key in one.titles} for one in sought)


@lru_cache(maxsize=2_000)
def _codes(occupation: Occupation) -> Codes:
    """Education and authorisation go by the profession's own name."""
    return np.array([code(kind.value, title) for kind in PROOFS for title in occupation.titles], np.uint64)
